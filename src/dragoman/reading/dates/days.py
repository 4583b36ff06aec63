"""Days and calendar units: arithmetic that never fails and never invents a day.

Everything here works on `datetime.date`; a day outside the years 1 to 9999 is None.
"""

import calendar
import datetime

Day = datetime.date
Range = tuple[Day | None, Day | None]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def make(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has none such (31 February, year 0)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Day(year, month, day)


def plus_days(day: Day | None, n: int) -> Day | None:
    """The day `n` days on."""
    if day is None or not 1 <= day.toordinal() + n <= Day.max.toordinal():
        return None
    return Day.fromordinal(day.toordinal() + n)


def plus_months(day: Day | None, n: int) -> Day | None:
    """The day `n` months on; the month's last day where that month is shorter."""
    if day is None:
        return None
    months = day.year * 12 + day.month - 1 + n
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def plus(day: Day | None, unit: str, n: float) -> Day | None:
    """The day `n` units on (a fraction of a month counts as 30 days' share, of a week 7)."""
    if abs(n) > 100_000:
        return None
    if unit in _UNIT_MONTHS:
        months = n * _UNIT_MONTHS[unit]
        whole = int(months)
        return plus_days(plus_months(day, whole), round((months - whole) * 30))
    if unit == "week":
        return plus_days(day, round(n * 7))
    if unit == "day":
        return plus_days(day, round(n))
    return day  # hours and less stay on the day


def month_range(year: int, month: int) -> Range:
    """The first and last day of a month."""
    first = make(year, month, 1)
    return first, make(year, month, calendar.monthrange(year, month)[1]) if first else None


def months_range(year: int, month: int, n: int) -> Range:
    """The first and last day of `n` months from the first of `month`."""
    first = make(year, month, 1)
    return first, plus_days(plus_months(first, n), -1)


def year_range(year: int, n: int = 1) -> Range:
    """The first day of the year and the last of the `n` years from it."""
    return make(year, 1, 1), make(year + n - 1, 12, 31)


def week_range(day: Day) -> Range:
    """Monday and Sunday of the day's ISO week."""
    monday = plus_days(day, -day.weekday())
    return monday, plus_days(day, 6 - day.weekday())


def quarter_of(day: Day) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def season_range(year: int, season: str) -> Range:
    """A season's three months, widened by a month's neighbour days: news counts it by weather or by sun."""
    first, last = months_range(year, SEASON_MONTHS[season], 3)
    return first, plus_days(last, 22)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> Day | None:
    """The month's `n`-th such weekday (0 is Monday); a negative `n` counts from the end."""
    first, last = month_range(year, month)
    if first is None or last is None:
        return None
    if n > 0:
        return plus_days(first, (weekday - first.weekday()) % 7 + 7 * (n - 1))
    return plus_days(last, -((last.weekday() - weekday) % 7) + 7 * (n + 1))


def week_value(day: Day) -> str:
    """The ISO week as TIMEX3 writes it."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"
