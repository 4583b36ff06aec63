"""Piles of short invented reports, read as the program reads them."""

import datetime

from dragoman.reading.read import read
from dragoman.reconciling import Item, Pile, reconcile
from dragoman.records.ids import report_id
from dragoman.records.report import Report, Source
from dragoman.records.rows.happenings import ConflictKind, ConflictRow
from dragoman.records.time import Known, Precision, Published


def item(text: str, *, outlet: str, published: str = "2031-03-09") -> Item:
    """One invented report and its reading."""
    day = datetime.date.fromisoformat(published)
    when = Published(begin=day, end=day, precision=Precision.DAY, known=Known.STATED)
    source = Source(file=f"{outlet.lower()}.txt")
    report = Report(id=report_id(text, outlet), text=text, outlet=outlet, published=when, source=source)
    return Item(report=report, reading=read(report))


def conflicts(*items: Item, kind: ConflictKind | None = None) -> list[ConflictRow]:
    """The conflicts of a pile of them."""
    return [row for row in reconcile(Pile(items)).conflicts if kind is None or row.kind is kind]


def says(row: ConflictRow) -> list[set[str]]:
    """The words of each side's evidence."""
    return [{" ".join(e.quote.split()) for e in side.evidence} for side in row.sides]
