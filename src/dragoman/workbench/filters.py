"""What a person asks of a table: whose rows, of which days, from which reports."""

import datetime
from collections.abc import Iterable
from typing import Any, TypeVar

from dragoman.reading.spelling import plain
from dragoman.reconciling.review import evidence_of
from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import ActorRef, ReviewStatus, Row
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import StatementRow
from dragoman.records.time import Interval, Published

R = TypeVar("R", bound=Row)


class Filters(Frozen, frozen=True, kw_only=True):
    """The options that every table takes.

    `as_of` leaves out what begins after that day, by all that the record holds. `known_by` is not a filter of rows:
    it rebuilds the record from the reports published by that day. `actor`, `source`, `status` and `process` are
    matched as words, ids too; `report` by id, file name or the beginning of either.
    """

    as_of: datetime.date | None = None
    known_by: datetime.date | None = None
    begin: datetime.date | None = None
    end: datetime.date | None = None
    actor: str | None = None
    source: str | None = None
    report: str | None = None
    status: str | None = None
    process: str | None = None
    reviewed_only: bool = False
    limit: int | None = None


NO_FILTERS = Filters()


def chosen(rows: Iterable[R], filters: Filters) -> tuple[R, ...]:
    """The rows that `filters` ask for, in their order."""
    found = [row for row in rows if _wanted(row, filters)]
    return tuple(found if filters.limit is None else found[: max(0, filters.limit)])


def _wanted(row: Row, filters: Filters) -> bool:
    return (
        _in_time(row, filters)
        and (filters.actor is None or _has_actor(row, filters.actor))
        and (filters.source is None or _has_source(row, filters.source))
        and (filters.report is None or _has_report(row, filters.report))
        and (filters.status is None or _has_status(row, filters.status))
        and (filters.process is None or getattr(row, "process", None) in (None, filters.process))
        and (not filters.reviewed_only or row.review.status is ReviewStatus.CONFIRMED)
    )


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


def time_of(row: Row) -> Interval | None:
    """The days that a row is about; None for rows that are about none (actors, claims)."""
    if isinstance(row, ReportRow):
        return row.published.interval
    when: Any = getattr(row, "when", None)
    if isinstance(when, Interval | Published):
        return Interval(begin=when.begin, end=when.end, precision=when.precision)
    if isinstance(row, StatementRow):
        return Interval()
    if hasattr(row, "begin") and hasattr(row, "end"):
        return Interval(begin=row.begin, end=row.end)
    return None


def _has_actor(row: Row, wanted: str) -> bool:
    refs: list[ActorRef] = []
    for name in ("actor", "actors", "who", "host", "author", "mediators", "parties", "of"):
        value = getattr(row, name, None)
        refs.extend([value] if isinstance(value, ActorRef) else [v for v in value or () if isinstance(v, ActorRef)])
    names = [ref.name for ref in refs] + [ref.id for ref in refs] + [row.id]
    names += [str(getattr(row, "name", "")), *getattr(row, "aliases", ())]
    return any(_matches(wanted, name) for name in names)


def _has_source(row: Row, wanted: str) -> bool:
    words = [getattr(row, "source", None), getattr(row, "relayed_by", None), getattr(row, "outlet", None)]
    words += [getattr(part, "who", None) for name in ("sides", "points") for part in getattr(row, name, ())]
    actor = getattr(row, "actor", None)
    words.append(actor.name if isinstance(actor, ActorRef) else None)
    return any(_matches(wanted, word) for word in words if isinstance(word, str))


def _has_report(row: Row, wanted: str) -> bool:
    if isinstance(row, ReportRow):
        return any(name.startswith(wanted) for name in (row.id, *row.files))
    return any(e.report.startswith(wanted) or e.file.startswith(wanted) for e in evidence_of(row))


def _has_status(row: Row, wanted: str) -> bool:
    values = [getattr(row, name, None) for name in ("status", "polarity", "stance", "strength", "relevance", "mode")]
    return wanted in [str(value) for value in (*values, row.review.status) if value is not None]


def _matches(wanted: str, words: str) -> bool:
    return plain(wanted) in plain(words)
