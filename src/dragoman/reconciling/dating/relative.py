"""How far from the day of publication what is told relative to it can lie."""

import datetime
from typing import NamedTuple

from dragoman.reconciling.dating.wording import weekday_of
from dragoman.records.reading import TimeExpression

_SATURDAY = 5
_AHEAD = ("future", "later")
# Elsewhere it may be the day before or after: "today" of one clock is "yesterday" of another.
_CLOCKS = 1


class Reach(NamedTuple):
    """A report can be published from `least` to `most` days after the day that it tells of so.

    `weekdays` are those that the day can be (0 for Monday); empty for any.
    """

    least: int
    most: int
    weekdays: frozenset[int] = frozenset()

    def fits(self, day: datetime.date) -> bool:
        """Whether the words can mean that day."""
        return not self.weekdays or day.weekday() in self.weekdays

    def published(self, day: datetime.date) -> tuple[datetime.date, datetime.date]:
        """The days of publication, were that day meant."""
        return day + datetime.timedelta(days=self.least), day + datetime.timedelta(days=self.most)


def reach(one: TimeExpression) -> Reach | None:
    """The days between what the expression tells and its telling; None where they are many or not told."""
    offset = one.offset
    if offset is None or one.begin is not None or offset.anchor != "published" or offset.n is None:
        return None
    ahead = one.tense in _AHEAD or offset.n > 0
    if offset.unit == "weekday":
        weekday = frozenset((weekday_of(one),))
        return Reach(-6, 0, weekday) if ahead else Reach(0, 6, weekday)
    if one.value.endswith("-WE"):
        weekend = frozenset((_SATURDAY, _SATURDAY + 1))
        return {0: Reach(-6, 0, weekend) if ahead else Reach(0, 6, weekend), -1: Reach(1, 12, weekend)}.get(int(offset.n))
    if offset.unit == "month":
        return {-1: Reach(1, 61), 0: Reach(0, 30)}.get(int(offset.n)) if offset.n == int(offset.n) else None
    if offset.unit == "week":
        return {-1: Reach(1, 13), 0: Reach(-6, 6), 1: Reach(-13, -1)}.get(int(offset.n)) if offset.n == int(offset.n) else None
    if offset.unit == "day" and abs(offset.n) <= 1 and one.value.startswith("XXXX-XX-XX"):
        return Reach(-int(offset.n) - _CLOCKS, -int(offset.n) + _CLOCKS)
    return None
