"""Calendar dates as senses: with their year, or placed by the report's day and the sentence's tense."""

import datetime

from dragoman.reading.dates import choose, days
from dragoman.reading.dates.sense import Placed, Sense, day_sense, fixed
from dragoman.records.reading import Offset, TimexType


def published(unit: str, n: float | None) -> Offset:
    """An offset from the report's own day."""
    return Offset(unit=unit, n=n, anchor="published")


def month_day(month: int, day: int, direction: str, weekday: int | None = None) -> Sense | None:
    """A day of a month without its year. A weekday told with it decides between neighbouring years."""
    if days.make(2000, month, day) is None:
        return None

    def place(ref: datetime.date) -> Placed | None:
        year = choose.year_of(lambda y: days.make(y, month, day), ref, direction)
        found = days.make(year, month, day) if year else None
        if found and weekday is not None and found.weekday() != weekday:
            near = (days.make(found.year + step, month, day) for step in (1, -1))
            found = next((other for other in near if other and other.weekday() == weekday), found)
        return Placed(found.isoformat(), found, found) if found else None

    value = f"XXXX-{month:02d}-{day:02d}"
    return Sense(TimexType.DATE, Placed(value), place, published("date", choose.signed(direction)))


def month_only(month: int, direction: str, skip_own: bool = False, start: int = 1) -> Sense:
    """A month without its year; `skip_own` for "last May" and "next May", said in May.

    `start` is the day of the month from which it can be meant: "late November" said of the past on 10 November is of
    the year before.
    """

    def place(ref: datetime.date) -> Placed | None:
        seen = ref if start > 1 else ref.replace(day=1)
        if skip_own:
            seen = _beyond(seen, direction)
        year = choose.year_of(lambda y: days.make(y, month, start), seen, direction, far=400)
        if start > 1 and ref.month == month and direction in (choose.FUTURE, choose.LATER):
            year = ref.year  # "will expire at the end of March", said on 20 March
        return Placed(f"{year:04d}-{month:02d}", *days.month_range(year, month)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-{month:02d}"), place, published("date", choose.signed(direction)))


def this_month(month: int, direction: str) -> Sense:
    """A month told with "this": of the report's own year, but for the turn of the year."""

    def place(ref: datetime.date) -> Placed | None:
        away = month - ref.month
        year = ref.year
        if away > 9 and direction not in (choose.FUTURE, choose.LATER):
            year -= 1  # "this December" said in January of what was
        elif away < -9 and direction == choose.FUTURE:
            year += 1
        return Placed(f"{year:04d}-{month:02d}", *days.month_range(year, month))

    return Sense(TimexType.DATE, Placed(f"XXXX-{month:02d}"), place, published("year", 0))


def _beyond(first: datetime.date, direction: str) -> datetime.date:
    """From where "last May" and "next May" look: not the month itself, and not the one that "last month" would tell."""
    if direction == choose.PAST:
        return days.plus_days(days.plus_months(first, -1), -1) or first
    return days.plus_days(first, 1) or first


def quarter_only(quarter: int, direction: str) -> Sense:
    """A quarter without its year."""

    def place(ref: datetime.date) -> Placed | None:
        ahead = (3 * quarter - 2 - ref.month) % 12
        year = ref.year if 3 * quarter - 2 <= ref.month else ref.year - 1
        if direction in (choose.FUTURE, choose.LATER) and 0 < ahead <= 6:
            year += 1
        return Placed(f"{year:04d}-Q{quarter}", *days.months_range(year, 3 * quarter - 2, 3)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-Q{quarter}"), place, published("date", choose.signed(direction)))


def season_only(season: str, direction: str, which: str | None = None) -> Sense:
    """A season without its year; `which` is "this", "last" or "next"."""

    def place(ref: datetime.date) -> Placed | None:
        start = days.SEASON_MONTHS[season]
        year: int | None = ref.year
        if which == "last":
            over = days.make(ref.year, start, 1)
            year = ref.year if over and (ref - over).days > 92 else ref.year - 1
        elif which == "next":
            year = ref.year if ref.month < start else ref.year + 1
        elif which is None:
            year = choose.year_of(lambda y: days.make(y, start, 1), ref, direction)
        elif season == "WI" and ref.month < 3:
            year = ref.year - 1
        return Placed(f"{year:04d}-{season}", *days.season_range(year, season)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-{season}"), place, published("date", choose.signed(direction)))


def year_sense(year: int) -> Sense:
    """A year of the calendar."""
    return fixed(f"{year:04d}", days.year_range(year))


def exact(year: int, month: int, day: int) -> Sense | None:
    """A day told in full; None where the calendar has none such."""
    found = days.make(year, month, day)
    return day_sense(found) if found else None
