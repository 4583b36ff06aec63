"""The pile: reports with their readings, in the order of their ids, and the way from a span to evidence."""

from collections.abc import Iterable, Iterator

from dragoman.records.base import Frozen
from dragoman.records.reading import Reading
from dragoman.records.report import Report, Source
from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span
from dragoman.records.time import Published


class Item(Frozen, frozen=True, kw_only=True):
    """One report of the pile, its reading, and every file that it was found in."""

    report: Report
    reading: Reading
    files: tuple[Source, ...] = ()

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def published(self) -> Published:
        """The publication date that the reading was made with: the report's, or the one a person gave."""
        return self.reading.report.published

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the report was found under, smallest first; `FILE#n` for a part."""
        files = self.files or ((self.report.source,) if self.report.source else ())
        return tuple(sorted({cited(source) for source in files}))

    @property
    def name(self) -> str:
        """The name it is shown under: the smallest."""
        return next(iter(self.names), self.id)

    def evidence(self, span: Span) -> Evidence:
        """The words of a span, cited."""
        return Evidence(report=self.id, file=self.name, start=span.start, end=span.end, quote=span.of(self.report.text))


def cited(source: Source) -> str:
    """How a file, or a part of it, is cited."""
    return source.file if source.part is None else f"{source.file}#{source.part}"


class Pile:
    """Reports by id. Iterating gives them in the order of their ids, so that no other order matters."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {item.id: item for item in sorted(items, key=lambda item: item.id)}

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, report: str) -> Item:
        return self._items[report]

    def __contains__(self, report: object) -> bool:
        return report in self._items
