"""What a person asks of a table: whose rows, of which days, from which reports."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from dragoman.dossier.rows import Asked, Of, Printed
from dragoman.reading.spelling import plain
from dragoman.reconciling.review import evidence_of
from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import ReviewStatus, Row
from dragoman.records.time import Interval
from dragoman.workbench.facets import ACTOR, PROCESS, REPORT, SHOWN, SOURCE, STATUS, facets_of, time_of

R = TypeVar("R", bound=Row)


class Filters(Frozen, frozen=True, kw_only=True):
    """The options that every table takes.

    `as_of` leaves out what begins after that day, by all that the record holds. `known_by` is not a filter of rows:
    it rebuilds the record from the reports published by that day. `actor`, `source`, `status` and `process` are
    matched as words, ids too; `report` by id, file name or the beginning of either; `outlet`, as words, by the
    reports that a row rests on.
    """

    as_of: datetime.date | None = None
    known_by: datetime.date | None = None
    begin: datetime.date | None = None
    end: datetime.date | None = None
    actor: str | None = None
    source: str | None = None
    report: str | None = None
    outlet: str | None = None
    status: str | None = None
    process: str | None = None
    reviewed_only: bool = False
    limit: int | None = None


NO_FILTERS = Filters()


Known = Mapping[str, frozenset[tuple[str, str]]]


def chosen(rows: Iterable[R], filters: Filters, known: Known | None = None) -> tuple[R, ...]:
    """The rows that `filters` ask for, in their order. `known`: what `all_facets` gives of each, by id."""
    if filters.but(known_by=None) == NO_FILTERS:
        return tuple(rows)
    if is_by_days(filters):
        found = [row for row in rows if _in_time(row, filters)]
    else:
        found = [row for row in rows if _wanted(row, filters, known)]
    return tuple(found if filters.limit is None else found[: max(0, filters.limit)])


def is_by_days(filters: Filters) -> bool:
    """Whether nothing but days is asked for."""
    return filters.but(as_of=None, known_by=None, begin=None, end=None, limit=None) == NO_FILTERS


def all_facets(row: Row) -> frozenset[tuple[str, str]]:
    """The facets of a row, with the names of the files that it rests on."""
    return facets_of(row) | {(REPORT, e.file) for e in evidence_of(row)}


def _wanted(row: Row, filters: Filters, known: Known | None) -> bool:
    if not _in_time(row, filters) or (filters.reviewed_only and row.review.status is not ReviewStatus.CONFIRMED):
        return False
    asked = within(filters), {REPORT: filters.report}, {STATUS: filters.status, PROCESS: filters.process}
    if not any(word is not None for words in asked for word in words.values()):
        return True
    facets = known[row.id] if known else all_facets(row)
    fits: tuple[Callable[[str, str], bool], ...] = (_holds, str.startswith, str.__eq__)
    return all(
        any(of == facet and fit(word, wanted) for of, word in facets)
        for fit, words in zip(fits, asked, strict=True)
        for facet, wanted in words.items()
        if wanted is not None and not (facet == PROCESS and getattr(row, "process", None) is None)
    )


def asked(filters: Filters) -> Asked:
    """What filters ask for of a table that is kept."""
    days = (filters.as_of, filters.begin, filters.end)
    until, begin, end = (None if day is None else day.toordinal() for day in days)
    return Asked(
        until=until,
        begin=begin,
        end=end,
        confirmed=filters.reviewed_only,
        within={facet: word for facet, word in within(filters).items() if word is not None},
        of=None if filters.report is None else Of("reports", SHOWN, filters.report, REPORT),
        printed=None if filters.outlet is None else Printed("reports", SOURCE, plain(filters.outlet), REPORT),
        same={} if filters.status is None else {STATUS: filters.status},
        limit=filters.limit,
    )


def within(filters: Filters) -> dict[str, str | None]:
    """The words that names must hold."""
    return {
        ACTOR: None if filters.actor is None else plain(filters.actor),
        SOURCE: None if filters.source is None else plain(filters.source),
    }


def _holds(word: str, wanted: str) -> bool:
    return wanted in word


def _in_time(row: Row, filters: Filters) -> bool:
    when = time_of(row)
    if when is None or (filters.as_of is None and filters.begin is None and filters.end is None):
        return True
    first = when.begin or when.end
    if filters.as_of is not None and first is not None and first > filters.as_of:
        return False
    if filters.begin is None and filters.end is None:
        return True
    return when.known and when.meets(Interval(begin=filters.begin, end=filters.end))
