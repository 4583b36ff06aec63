"""Bounds on a day of publication, and what holds under all of them."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.records.span import Span
from dragoman.records.time import NO_DAY, Ground, Interval, Precision


class Bound(NamedTuple):
    """A report was published from `begin` to `end`, both inclusive; None is open. `ground` says why.

    `firm` bounds follow from what is told (nobody reports what has not happened); others from how news is made.
    """

    begin: datetime.date | None
    end: datetime.date | None
    ground: Ground
    firm: bool = False

    @property
    def interval(self) -> Interval:
        """The days alone."""
        return _interval(self.begin, self.end)


class Met(NamedTuple):
    """What holds under all bounds that agree, and the grounds: of those that narrowed it in the order of their use,
    then of those that are left aside.
    """

    interval: Interval
    grounds: tuple[Ground, ...]


def met(bounds: Iterable[Bound]) -> Met:
    """The common days: firm bounds first, then the narrower; one that leaves no day is not used, and said."""
    begin: datetime.date | None = None
    end: datetime.date | None = None
    grounds: list[Ground] = []
    aside: list[Ground] = []
    for bound in sorted(set(bounds), key=_strength):
        low = bound.begin if begin is None or (bound.begin is not None and bound.begin > begin) else begin
        high = bound.end if end is None or (bound.end is not None and bound.end < end) else end
        if low is not None and high is not None and low > high:
            says = f"left aside, for it agrees with none of these days: {bound.ground.says}"
            aside.append(bound.ground.but(says=says))
            continue
        if (low, high) == (begin, end):
            continue
        begin, end = low, high
        grounds.append(bound.ground)
    return Met(_interval(begin, end), (*grounds, *aside))


def _interval(begin: datetime.date | None, end: datetime.date | None) -> Interval:
    if begin is None and end is None:
        return NO_DAY
    return Interval(begin=begin, end=end, precision=Precision.DAY if begin == end else Precision.INTERVAL)


def _strength(bound: Bound) -> tuple[bool, int, int, str, Span]:
    """Firm ones first, the latest begin before others; of customs the narrowest."""
    far = datetime.date.max.toordinal()
    begin = bound.begin.toordinal() if bound.begin else 0
    end = bound.end.toordinal() if bound.end else far
    width = end - begin if bound.begin and bound.end else far
    order = -begin if bound.firm else width
    return (not bound.firm, order, end, bound.ground.says, bound.ground.span or Span(0, 0))
