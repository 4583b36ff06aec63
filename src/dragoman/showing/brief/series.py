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
_Dated = list[tuple[FigureRow, list[int], _Weight]]


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
        self._dated_others: _Dated | None = None
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

    def _dated(self, rows: Mapping[str, FigureRow]) -> _Dated:
        return [(row, [self._day_of(point) for point in row.points], _weight(row)) for row in rows.values()]


def _upto(series: _Dated, day: datetime.date | None) -> list[tuple[_Weight, FigureRow]]:
    if day is None:
        return [(weight, row) for row, _, weight in series]
    last, found = day.toordinal(), []
    for row, days, weight in series:
        if max(days) <= last:
            found.append((weight, row))
        elif min(days) <= last:
            cut = row.but(points=tuple(p for p, begins in zip(row.points, days, strict=True) if begins <= last))
            found.append((_weight(cut), cut))
    return found


def _weight(row: FigureRow) -> _Weight:
    reports = {item.report for point in row.points for item in point.evidence}
    return (row.conflict is None, not is_asked_for(row), row.unit != "person", -len(reports), -len(row.points), row.id)


def is_asked_for(row: Figure | FigureRow) -> bool:
    """Whether it is in conflict or counts people that something was done to."""
    return row.conflict is not None or bool(row.unit == "person" and row.of and UNDERGONE.search(row.of))
