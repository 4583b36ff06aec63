"""What of the talks can be told of a day in the past: rows without a day go by the reports that they rest on."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TypeVar

from dragoman.records.rows.evidence import Evidence, Row
from dragoman.records.rows.talks import HostingRow, ProposalRow
from dragoman.records.time import Interval

T = TypeVar("T", HostingRow, ProposalRow)


class AsOf:
    """Tells of rows whether they can be of a day; without a day, of all that they can."""

    def __init__(self, day: datetime.date | None, published: Mapping[str, datetime.date | None]) -> None:
        """`published`: of each report the first day on which it can have been."""
        self._day = day
        self._published = published

    def told_by(self, evidence: Iterable[Evidence]) -> bool:
        """Whether a report that tells it can have appeared by the day."""
        if self._day is None:
            return True
        first = (self._published.get(item.report) for item in evidence)
        return any(day is None or day <= self._day for day in first)

    def begun(self, rows: Iterable[T]) -> tuple[T, ...]:
        """Rows that can have begun by the day. What is known only to have been by a later day can have been by then,
        where a report that tells it can have appeared by then.
        """
        return tuple(row for row in rows if self._has_begun(row))

    def _has_begun(self, row: HostingRow | ProposalRow) -> bool:
        when = row.when if isinstance(row, ProposalRow) else row.interval
        if self._day is None:
            return True
        if when.begin is not None:
            return when.begin <= self._day
        return (when.end is not None and when.end <= self._day) or self.told_by(row.evidence)


def has_day(row: Row) -> bool:
    """Whether a row has a day of its own."""
    when = getattr(row, "when", None)
    if isinstance(when, Interval):
        return when.known
    return getattr(row, "begin", None) is not None or getattr(row, "end", None) is not None
