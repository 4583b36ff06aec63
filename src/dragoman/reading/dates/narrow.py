"""Parts of a unit and parts of a day: "early September", "late last week", "Friday night"."""

import datetime
from dataclasses import replace

from dragoman.reading.dates import days
from dragoman.reading.dates.sense import Placed, Sense
from dragoman.records.reading import TimexType

_LONG = 100  # days: "the end of the year" is a smaller share of it than the end of a week or month is of that
_LATE = 0.75
_SHARES = {"early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0), "end": (0.6, 1.0)}


def phase(sense: Sense, which: str) -> Sense:
    """A part of what `sense` tells. "earlier" and "later" are measured from the anchor's day.

    The value stays the whole unit's, as TimeML has it (the part would be a MOD); the days are narrowed.
    """
    return sense.then(lambda placed, day: _narrowed(placed, which, day))


def _narrowed(placed: Placed, which: str, day: datetime.date | None) -> Placed:
    begin, end = placed.begin, placed.end
    if which in ("H1", "H2"):
        return _half(placed, which)
    if begin is None or end is None or begin == end:
        return placed
    if which == "earlier":
        return placed._replace(end=min(end, day)) if day and day >= begin else placed
    if which == "later":
        return placed._replace(begin=max(begin, day)) if day and day <= end else placed
    if which not in _SHARES:
        return placed
    lo, hi = _SHARES[which]
    length = (end - begin).days
    lo = _LATE if which == "end" and length > _LONG else lo
    return placed._replace(
        begin=days.plus_days(begin, int(length * lo)), end=days.plus_days(begin, -int(-length * hi // 1))
    )


def _half(placed: Placed, which: str) -> Placed:
    if len(placed.value) == 4 and placed.value.isdecimal():
        year = int(placed.value)
        return Placed(f"{placed.value}-{which}", *days.months_range(year, 1 if which == "H1" else 7, 6))
    return _narrowed(placed, "early" if which == "H1" else "late", None)


def part_of_day(sense: Sense, part: str) -> Sense:
    """A part of the day that `sense` tells: type TIME, the day's own interval."""
    return replace(sense.then(lambda placed, _: placed._replace(value=f"{placed.value}T{part}")), type=TimexType.TIME)
