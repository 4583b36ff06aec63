"""Series of figures up to a day: those that a brief tells first are few, and known once for all days."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.records.rows.happenings import FigurePoint, FigureRow
from dragoman.showing.brief.parts import Figure, Point

ENOUGH = 3  # from so many on, other numbers are left to the table
UNDERGONE = re.compile(r"(?:\w{3}ed|taken|slain|held|hurt|lost|dead|missing)$")  # "people killed", not "people"
_Weight = tuple[bool, bool, bool, int, int, str]
RowsOf = Callable[[Sequence[str]], Mapping[str, FigureRow]]


class _Dated:
    """A series with the days on which its numbers can be told of: how it stands on a day is made once for all."""

    def __init__(self, row: FigureRow, days: list[int]) -> None:
        self._row = row
        self._days = days
        self._in_order = sorted(days)
        self._known = {len(days): (_weight(row), row)}

    def upto(self, day: datetime.date | None) -> tuple[_Weight, FigureRow] | None:
        """The series with its numbers up to a day, and its weight; None where it has none by then."""
        count = len(self._days) if day is None else bisect_right(self._in_order, day.toordinal())
        if not count:
            return None
        if count not in self._known:
            last = self._in_order[count - 1]
            cut = self._row.but(
                points=tuple(p for p, begins in zip(self._row.points, self._days, strict=True) if begins <= last)
            )
            self._known[count] = _weight(cut), cut
        return self._known[count]


class Series:
    """The series of a record, each with the days on which its numbers can be told of."""

    def __init__(
        self,
        parts: Iterable[Figure | FigureRow],
        day_of: Callable[[FigurePoint | Point], int],
        rows_of: RowsOf,
    ) -> None:
        """`rows_of` gives whole rows by their ids, now."""
        first: list[int] = []
        asked_for: list[str] = []
        others: list[str] = []
        for part in parts:
            if part.points:
                first.append(min(map(day_of, part.points)))
                (asked_for if is_asked_for(part) else others).append(part.id)
        self._first = sorted(first)
        self._day_of = day_of
        self._others = others
        self._dated_others: list[_Dated] | None = None
        self._asked_for = self._dated(rows_of(asked_for))

    def count(self, day: datetime.date | None) -> int:
        """How many there are by a day; without one all of them."""
        return len(self._first) if day is None else bisect_right(self._first, day.toordinal())

    def weightiest(self, day: datetime.date | None, rows_of: RowsOf) -> list[FigureRow]:
        """The series that a brief tells, the weightiest first, with their numbers up to a day.

        Of people that something was done to, and in conflict; others only where there are few of these.
        """
        found = _upto(self._asked_for, day)
        if len(found) < ENOUGH:
            if self._dated_others is None:
                self._dated_others = self._dated(rows_of(self._others))
            found += _upto(self._dated_others, day)
        return [row for _, row in sorted(found, key=lambda one: one[0])]

    def _dated(self, rows: Mapping[str, FigureRow]) -> list[_Dated]:
        return [_Dated(row, [self._day_of(point) for point in row.points]) for row in rows.values()]


def _upto(series: list[_Dated], day: datetime.date | None) -> list[tuple[_Weight, FigureRow]]:
    return [found for one in series if (found := one.upto(day)) is not None]


def _weight(row: FigureRow) -> _Weight:
    reports = {item.report for point in row.points for item in point.evidence}
    return (row.conflict is None, not is_asked_for(row), row.unit != "person", -len(reports), -len(row.points), row.id)


def is_asked_for(row: Figure | FigureRow) -> bool:
    """Whether it is in conflict or counts people that something was done to."""
    return row.conflict is not None or bool(row.unit == "person" and row.of and UNDERGONE.search(row.of))
