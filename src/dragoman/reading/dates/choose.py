"""Which of several years or weeks a date without one means: by the sentence's tense and by nearness."""

import datetime
from collections.abc import Callable

from dragoman.reading.dates import days

PAST, FUTURE, PRESENT, NEAREST = "past", "future", "present", "nearest"
# Weaker than the tense of a verb of its own: the date of a noun in a past sentence ("the Jan. 14 deadline was set"),
# and what was ahead of something past ("they agreed to resume in July").
EARLIER, LATER = "earlier", "later"
_PAST_PREFERRED = 2  # news tells of the past: without a tense, what is to come must be this much nearer
_FAR = 300  # days: a date further off than this would have been told with its year
_LEAP = 400  # days: further apart than a date's years are, but for one that only leap years have
_NEAR = 45  # days ahead: against a day of last year's, told without its year, such a day is the likelier


def signed(direction: str) -> int:
    """The direction as an offset's count: before, after or either."""
    return {PAST: -1, EARLIER: -1, FUTURE: 1, LATER: 1}.get(direction, 0)


def year_of(
    begin_in: Callable[[int], datetime.date | None], day: datetime.date, direction: str, far: int = _FAR
) -> int | None:
    """The year whose day `begin_in(year)` is meant, seen from `day`; None when no near year has it.

    News leaves the year out where it is its own or the date is near. So a past date of the year before, with the same
    date only weeks ahead, is past only when its own verb says so.
    """
    found = [(year, begin) for year in range(day.year - 4, day.year + 5) if (begin := begin_in(year)) is not None]
    past = max((row for row in found if row[1] <= day), key=lambda row: row[1], default=None)
    coming = min((row for row in found if row[1] > day), key=lambda row: row[1], default=None)
    if past is None or coming is None:
        return (past or coming or (None,))[0]
    back, ahead = (day - past[1]).days, (coming[1] - day).days
    if max(back, ahead) > _LEAP:
        return past[0] if back < ahead else coming[0]  # 29 February
    if direction == EARLIER:
        return coming[0] if past[0] != day.year and back > _FAR and ahead <= _NEAR else past[0]
    if direction == PAST:
        return past[0]
    if direction == FUTURE:
        return coming[0] if (ahead <= far and back) else past[0]
    if direction in (LATER, NEAREST):
        return coming[0] if ahead < back else past[0]
    return past[0] if back <= _PAST_PREFERRED * ahead else coming[0]


def weekday(day: datetime.date, weekday: int, direction: str) -> datetime.date | None:
    """The nearest such weekday on the side that the tense points to; the anchor's own day is that day."""
    if direction in (NEAREST, LATER):
        direction = FUTURE if (weekday - day.weekday()) % 7 < 4 else PAST
    if direction == FUTURE:
        return days.plus_days(day, (weekday - day.weekday()) % 7)
    return days.plus_days(day, -((day.weekday() - weekday) % 7))
