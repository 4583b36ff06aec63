"""Numbers for reports and letters for quotations, given in the order in which the brief cites them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.reports import ReportRow
from dragoman.showing.brief.context import Sentences, is_whole
from dragoman.showing.page.model import Cite, CitedReport, Quotation

PER_LINE = 3  # citations on one line; the rest is counted


class Citations:
    """Hands out citations and remembers what they stand for."""

    def __init__(self, reports: Mapping[str, ReportRow], sentences: Sentences | None = None) -> None:
        self._rows = reports
        self._readable: Callable[[Evidence], Evidence] = sentences.readable if sentences else lambda item: item
        self._sentence: Callable[[Evidence], Evidence] = sentences.around if sentences else lambda item: item
        self._numbers: dict[str, int] = {}
        self._files: dict[str, str] = {}
        self._quotations: dict[str, dict[tuple[int, int], Quotation]] = {}

    def wide(self, evidence: Iterable[Evidence]) -> Sequence[Evidence]:
        """What reads as a clause by itself first, then fragments in the sentences that hold them."""
        pairs = [(item, self._readable(item)) for item in evidence]
        return [shown for _, shown in sorted(pairs, key=lambda pair: (pair[0] != pair[1], not is_whole(pair[1].quote)))]

    def around(self, evidence: Iterable[Evidence]) -> Sequence[Evidence]:
        """The sentences that hold `evidence`."""
        return [self._sentence(item) for item in evidence]

    def cite(self, evidence: Iterable[Evidence]) -> tuple[tuple[Cite, ...], int]:
        """Citations of the sentences that hold `evidence`, and how many more there are.

        Each report comes once before any comes twice.
        """
        told = [self._sentence(item) for item in evidence]
        unique = {(item.report, item.start, item.end): item for item in told}
        first = {item.report: item for item in reversed(unique.values())}
        ordered = [item for item in unique.values() if first[item.report] is item]
        rest = [item for item in unique.values() if first[item.report] is not item]
        chosen = (ordered + rest)[:PER_LINE]
        return tuple(self._one(item) for item in chosen), len(unique) - len(chosen)

    def whole(self, reports: Iterable[ReportRow]) -> tuple[tuple[Cite, ...], int]:
        """Citations of reports as a whole."""
        rows = list(reports)
        return tuple(self._report(row.id, row.file) for row in rows[:PER_LINE]), max(0, len(rows) - PER_LINE)

    def reports(self) -> tuple[CitedReport, ...]:
        """Every report cited so far, by number."""
        return tuple(self._cited(report, number) for report, number in self._numbers.items())

    def _one(self, item: Evidence) -> Cite:
        number = self._report(item.report, item.file).number
        known = self._quotations[item.report]
        span = (item.start, item.end)
        if span not in known:
            known[span] = Quotation(letter=lettered(len(known)), start=item.start, end=item.end, quote=item.quote)
        return Cite(number=number, letter=known[span].letter)

    def _report(self, report: str, file: str) -> Cite:
        number = self._numbers.setdefault(report, len(self._numbers) + 1)
        self._files.setdefault(report, file)
        self._quotations.setdefault(report, {})
        return Cite(number=number, letter=None)

    def _cited(self, report: str, number: int) -> CitedReport:
        row = self._rows.get(report)
        return CitedReport(
            number=number,
            report=report,
            file=self._files[report],
            outlet=row.outlet if row else None,
            title=row.title if row else None,
            published=row.published if row else None,
            quotations=tuple(self._quotations[report].values()),
        )


def lettered(index: int) -> str:
    """0 is "a", 25 is "z", 26 is "aa"."""
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters
