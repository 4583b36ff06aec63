"""Piles of invented reports, read as they are: with a date, or without."""

import datetime
import functools

from dragoman.reading.read import read
from dragoman.reconciling import Item, Pile
from dragoman.records.ids import report_id
from dragoman.records.report import Report, Source
from dragoman.records.time import Known, Precision, Published


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


@functools.cache
def item(text: str, published: str | None = None, outlet: str | None = None) -> Item:
    when = day(published) if published else None
    given = Published(
        begin=when, end=when, precision=Precision.DAY if when else Precision.UNKNOWN,
        known=Known.STATED if when else Known.UNKNOWN,
    )  # fmt: skip
    made = report_id(text, outlet)
    report = Report(id=made, text=text, outlet=outlet, published=given, source=Source(file=f"{made}.txt"))
    return Item(report=report, reading=read(report))


def pile(*items: Item) -> Pile:
    return Pile(items)
