"""What a person asks of a table: whose rows, of which days, from which reports."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

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


def chosen(rows: Iterable[R], filters: Filters) -> tuple[R, ...]:
    """The rows that `filters` ask for, in their order."""
    if filters.but(known_by=None) == NO_FILTERS:
        return tuple(rows)
    if is_by_days(filters):
        found = [row for row in rows if _in_time(row, filters)]
    else:
        found = [row for row in rows if _wanted(row, filters)]
    return tuple(found if filters.limit is None else found[: max(0, filters.limit)])


class Found(Generic[R]):
    """Rows that are asked for again and again, with where those stand that a word finds."""

    def __init__(self, rows: Sequence[R]) -> None:
        self._rows = rows
        found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._of_none = {place for place, row in enumerate(rows) if getattr(row, "process", None) is None}
        for place, row in enumerate(rows):
            for facet, word in all_facets(row):
                found[facet][word].append(place)
        self._places = dict(found)
        self._firsts = [first_day(row) for row in rows]

    def chosen(self, filters: Filters) -> tuple[R, ...]:
        """The rows that `filters` ask for, in their order, as `chosen` gives them."""
        wanted: set[int] | None = None
        for fit, words in _fits(filters):
            for facet, word in words.items():
                if word is not None:
                    fitting = (places for known, places in self._places.get(facet, {}).items() if fit(known, word))
                    places = set().union(self._of_none if facet == PROCESS else (), *fitting)
                    wanted = places if wanted is None else wanted & places
        standing: Iterable[int] = range(len(self._rows)) if wanted is None else sorted(wanted)
        if filters.as_of is not None:
            last = filters.as_of.toordinal()
            standing = [place for place in standing if self._firsts[place] <= last]
        rows = [self._rows[place] for place in standing]
        rest = filters.but(actor=None, source=None, report=None, status=None, process=None, outlet=None, as_of=None)
        return chosen(rows, rest)


def first_day(row: Row) -> int:
    """The first day that a row can be about, counted from the first of the calendar; 0, before all, where none is."""
    when = time_of(row)
    day = None if when is None else when.begin or when.end
    return day.toordinal() if day else 0


def is_by_days(filters: Filters) -> bool:
    """Whether nothing but days is asked for."""
    return filters.but(as_of=None, known_by=None, begin=None, end=None, limit=None) == NO_FILTERS


def all_facets(row: Row) -> frozenset[tuple[str, str]]:
    """The facets of a row, with the names of the files that it rests on."""
    return facets_of(row) | {(REPORT, e.file) for e in evidence_of(row)}


def _wanted(row: Row, filters: Filters) -> bool:
    if not _in_time(row, filters) or (filters.reviewed_only and row.review.status is not ReviewStatus.CONFIRMED):
        return False
    asked = _fits(filters)
    if not any(word is not None for _, words in asked for word in words.values()):
        return True
    facets = all_facets(row)
    return all(
        any(of == facet and fit(word, wanted) for of, word in facets)
        for fit, words in asked
        for facet, wanted in words.items()
        if wanted is not None and not (facet == PROCESS and getattr(row, "process", None) is None)
    )


def _fits(filters: Filters) -> tuple[tuple[Callable[[str, str], bool], Mapping[str, str | None]], ...]:
    """By which words of which facets rows are sought, and how these must fit."""
    return (
        (_holds, within(filters)),
        (str.startswith, {REPORT: filters.report}),
        (str.__eq__, {STATUS: filters.status, PROCESS: filters.process}),
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
