"""How far from the day of publication what is told relative to it can lie."""

import datetime
from typing import NamedTuple

from dragoman.reconciling.dating.wording import weekday_of
from dragoman.records.reading import TimeExpression

_WEEKEND = frozenset((5, 6))
_AHEAD = ("future", "later")
# Elsewhere it may be the day before or after: "today" of one clock is "yesterday" of another.
_CLOCKS = 1
# What "three weeks ago" may be off by, in days of each unit.
_SLACK = {"day": (1, 2), "week": (7, 4)}


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


# By unit and count. A week may begin on Sunday or on Monday; this weekend's news is news until the next.
_REACHES = {
    ("week", 0): Reach(-6, 6),
    ("week", -1): Reach(1, 13),
    ("week", 1): Reach(-13, -1),
    ("weekend", 0): Reach(0, 6, _WEEKEND),
    ("weekend", -1): Reach(1, 12, _WEEKEND),
    ("weekend", 1): Reach(-12, -1, _WEEKEND),
    ("month", 0): Reach(-30, 30),
    ("month", -1): Reach(1, 61),
    ("month", 1): Reach(-61, -1),
    ("day", 0): Reach(-_CLOCKS, _CLOCKS),
    ("day", -1): Reach(1 - _CLOCKS, 1 + _CLOCKS),
    ("day", 1): Reach(-1 - _CLOCKS, -1 + _CLOCKS),
}


def reach(one: TimeExpression) -> Reach | None:
    """The days between what the expression tells and its telling; None where they are many or not told."""
    offset = one.offset
    if offset is None or one.begin is not None or offset.anchor != "published" or offset.n is None:
        return None
    if offset.unit == "weekday":
        weekday = frozenset((weekday_of(one),))
        return Reach(-6, 0, weekday) if one.tense in _AHEAD or offset.n > 0 else Reach(0, 6, weekday)
    if offset.unit == "day" and not one.value.startswith("XXXX-XX-XX"):
        return None  # "now", "in recent days"
    unit = "weekend" if one.value.endswith("-WE") else offset.unit
    known = _REACHES.get((unit, int(offset.n))) if offset.n == int(offset.n) else None
    if known is not None:
        return Reach(-known.most, -known.least, known.weekdays) if (unit, offset.n, one.tense) in _COMING else known
    if unit not in _SLACK or offset.n > 0:
        return None
    length, slack = _SLACK[unit]
    away = round(-offset.n * length)
    return Reach(away - slack, away + slack)


_COMING = frozenset(("weekend", 0, tense) for tense in _AHEAD)
