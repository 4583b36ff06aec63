"""What of the record can be told of a day in the past: rows without a day go by the reports that they rest on."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.reconciling.review import evidence_of
from dragoman.records.rows.evidence import Evidence, Row
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, FigurePoint, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import HostingRow, ProposalRow
from dragoman.records.time import Interval

R = TypeVar("R", bound=Row)
C = TypeVar("C", ClaimRow, ConflictRow)
T = TypeVar("T", TimelineRow, HostingRow, ProposalRow)


class AsOf:
    """Tells of rows whether they can be of a day; without a day, of all that they can."""

    def __init__(self, day: datetime.date | None, reports: Iterable[ReportRow]) -> None:
        self._day = day
        self._published: Mapping[str, datetime.date | None] = {row.id: row.published.begin for row in reports}

    def told_by(self, evidence: Iterable[Evidence]) -> bool:
        """Whether a report that tells it can have appeared by the day."""
        if self._day is None:
            return True
        first = (self._published.get(item.report) for item in evidence)
        return any(day is None or day <= self._day for day in first)

    def rows(self, rows: Iterable[R]) -> tuple[R, ...]:
        """Rows that have a day of their own, and of the others those told by then."""
        return tuple(row for row in rows if _has_day(row) or self.told_by(evidence_of(row)))

    def begun(self, rows: Iterable[T]) -> tuple[T, ...]:
        """Rows that can have begun by the day. What is known only to have been by a later day can have been by then,
        where a report that tells it can have appeared by then.
        """
        return tuple(row for row in rows if self._has_begun(row))

    def _has_begun(self, row: TimelineRow | HostingRow | ProposalRow) -> bool:
        when = row.when if isinstance(row, ProposalRow) else row.interval
        if self._day is None:
            return True
        if when.begin is not None:
            return when.begin <= self._day
        return (when.end is not None and when.end <= self._day) or self.told_by(row.evidence)

    def answered(
        self, rows: Iterable[C], timeline: Sequence[TimelineRow], every: Iterable[TimelineRow]
    ) -> tuple[C, ...]:
        """Claims and conflicts about events of `timeline`; those about no event of `every` go by their reports."""
        if self._day is None:
            return tuple(rows)
        mine = {row.claim for row in timeline if row.claim}
        events = {row.claim for row in every if row.claim}
        return tuple(row for row in rows if self._is_answered(row, mine, events))

    def _is_answered(self, row: ClaimRow | ConflictRow, mine: set[str], events: set[str]) -> bool:
        about = {row.id} if isinstance(row, ClaimRow) else set(row.claims)
        return bool(about & mine) if about & events else self.told_by(evidence_of(row))

    def figures(self, rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
        """Series up to the day."""
        cut = (row.but(points=tuple(filter(self._is_of, row.points))) for row in rows)
        return tuple(row for row in cut if row.points)

    def _is_of(self, point: FigurePoint) -> bool:
        if self._day is None:
            return True
        when = point.as_of
        if when is not None and when.end is not None:
            return (when.begin or when.end) <= self._day
        begun = when is None or when.begin is None or when.begin <= self._day
        return begun and self.told_by(point.evidence)  # "since January" counts up to the day of its report


def _has_day(row: Row) -> bool:
    when = getattr(row, "when", None)
    if isinstance(when, Interval):
        return when.known
    return getattr(row, "begin", None) is not None or getattr(row, "end", None) is not None
