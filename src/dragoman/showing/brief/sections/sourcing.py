"""SOURCING: how much rests on whom, by outlet; which words several reports print; which reports repeat others."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from dragoman.records.reading import Sourcing
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import OriginKind, OriginRow, StatementRow
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, quotation, said, section
from dragoman.showing.brief.model import Line, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_pronoun
from dragoman.showing.plain import clipped

SHARED = 2
COPIES = 3
OUTLETS = 4
QUOTE = 110
ANSWERABLE = (Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT)
HIDDEN = (Sourcing.UNNAMED, Sourcing.SOURCES)
HOW = (
    "on the word of named people, organisations or documents",
    "of unnamed sources",
    "relayed from other outlets",
    "in outlets' own voices",
)


def sourcing(pile: Pile, cite: Citations) -> Section | None:
    """The balance of named and unnamed, then origins in several reports by how many print them, then copies."""
    shared = sorted(
        (row for row in pile.origins if len(row.reports) > 1),
        key=lambda row: (row.source is None, -len(row.reports), -row.statement_count, row.id),
    )
    quotable = [row for row in shared if row.source and not is_pronoun(row.source)]
    lines = [*_balance(pile, cite), *(_origin(row, cite) for row in quotable[:SHARED]), *_copies(pile, cite)]
    left = len(shared) - min(len(quotable), SHARED)
    return section(SectionKey.SOURCING, "SOURCING", lines, more=more(left, "origins", pile))


def _balance(pile: Pile, cite: Citations) -> list[Line]:
    """All statements by how they are sourced, then each outlet's on one line."""
    if not pile.statements:
        return []
    outlets: dict[str, list[StatementRow]] = {}
    for row in pile.statements:
        report = pile.report.get(row.report)
        if report and report.outlet:
            outlets.setdefault(report.outlet, []).append(row)
    counted = ", ".join(
        f"{number:,} {what}" for number, what in zip(_tally(pile.statements), HOW, strict=True) if number
    )
    lines = [_counts("Statements", f"{len(pile.statements):,}: {counted}", pile.statements, pile, cite)]
    if len(outlets) > 1:
        most = sorted(outlets.items(), key=lambda item: (-len(item[1]), item[0]))[:OUTLETS]
        told = "; ".join(f"{clipped(name, 40)} {' / '.join(map(str, _tally(rows)))}" for name, rows in most)
        rows = [row for _, rows in most for row in rows]
        lines.append(_counts("by outlet", f"named / unnamed / relayed / own voice: {told}", rows, pile, cite, depth=1))
    return lines


def _tally(rows: Iterable[StatementRow]) -> tuple[int, int, int, int]:
    """How many are answered for by name, come from unnamed sources, are relayed, or are the outlet's own."""
    tally = Counter(row.sourcing for row in rows)
    answered, hidden = (sum(tally[kind] for kind in kinds) for kinds in (ANSWERABLE, HIDDEN))
    return answered, hidden, tally[Sourcing.RELAYED], tally[Sourcing.OUTLET]


def _counts(
    label: str, text: str, rows: Iterable[StatementRow], pile: Pile, cite: Citations, *, depth: int = 0
) -> Line:
    reports = [pile.report[name] for name in dict.fromkeys(row.report for row in rows) if name in pile.report]
    cites, further = cite.whole(reports)
    return Line(label=label, pieces=(said(text),), cites=cites, further_cite_count=further, depth=depth)


def _origin(row: OriginRow, cite: Citations) -> Line:
    told = "the same words in" if row.kind == OriginKind.SHARED_PASSAGE else "in"
    pieces = [said(f"{clipped(row.source or '', 60)}, {told} {words.count(len(row.reports), 'report')}: ")]
    pieces.append(quotation(None, cite.wide(row.evidence), QUOTE))
    return line(cite, "One origin", pieces, row.evidence, [row])


def _copies(pile: Pile, cite: Citations) -> list[Line]:
    """A line for each report that others repeat."""
    copies = sorted((row for row in pile.reports if row.copies_of), key=lambda row: (row.copies_of or "", row.file))
    grouped = [(first, list(rows)) for first, rows in groupby(copies, key=lambda row: row.copies_of)]
    return [_copy(pile.report[first], rows, cite) for first, rows in grouped if first in pile.report][:COPIES]


def _copy(first: ReportRow, rows: list[ReportRow], cite: Citations) -> Line:
    outlets = list(dict.fromkeys(row.outlet or row.file for row in rows))
    verb = "repeats" if len(outlets) == 1 else "repeat"
    text = (
        f"{words.listing([clipped(item, 40) for item in outlets[:3]])} {verb} {clipped(first.outlet or first.file, 40)}"
    )
    cites, further = cite.whole([first, *rows])
    return Line(
        label="Copies",
        pieces=(said(text),),
        cites=cites,
        further_cite_count=further,
        rows=(first.id, *(row.id for row in rows)),
    )
