"""Amounts of time: TIMEX3 periods and the interval at some distance from a day."""

import datetime
import math
from typing import Any

from dragoman.reading.dates import days
from dragoman.reading.dates.sense import Placed

CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
_TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
_CLOCK = ("second", "minute", "hour")
_VAGUE = {"decade": "DE", "century": "CE", "millennium": "ML"}
# How far off the told day the real one can be, in days for each unit; hedged ("about") in the second place.
_SLACK = {
    "day": (0, 2),
    "week": (3, 5),
    "month": (15, 25),
    "quarter": (45, 60),
    "year": (183, 300),
    "decade": (1500, 2600),
    "century": (15000, 26000),
}
_IN_A_DAY = {"second": 86_400, "minute": 1440, "hour": 24}
_LONGEST = 100_000


def period(unit: str, n: float | str) -> str:
    """The TIMEX3 period: P60D, PT2H, P2Y6M, PXW."""
    head = "PT" if unit in _CLOCK else "P"
    if isinstance(n, str):
        return f"{head}X{_VAGUE.get(unit, CODES[unit])}"
    amount = n * _TIMES.get(unit, 1)
    if float(amount).is_integer():
        return f"{head}{int(amount)}{CODES[unit]}"
    return head + _fractional(unit, amount)


def _fractional(unit: str, amount: float) -> str:
    whole = int(amount)
    part = amount - whole
    smaller, share = {
        "year": ("M", 12),
        "decade": ("M", 12),
        "hour": ("M", 60),
        "minute": ("S", 60),
        "day": ("TH", 24),
    }.get(unit, ("", 0))
    if not smaller:
        return f"{amount:g}{CODES[unit]}"
    rest = round(part * share)
    tail = f"T{rest}H" if smaller == "TH" else f"{rest}{smaller}"
    return (f"{whole}{CODES[unit]}" if whole else "") + tail


def base(unit: str, n: float) -> tuple[str, float]:
    """The unit and count that arithmetic and offsets use: fortnights as weeks, nights as days."""
    if unit == "fortnight":
        return "week", n * 2
    return ("day" if unit == "night" else unit), n


def value_at(day: datetime.date, unit: str) -> str:
    """A day at a unit's own fineness: 2024-11-09, 2024-W45, 2024-11, 2024-Q4, 2024, 202, 20."""
    if unit == "week":
        return days.week_value(day)
    if unit == "month":
        return day.isoformat()[:7]
    if unit == "quarter":
        return f"{day.year:04d}-Q{days.quarter_of(day)}"
    if unit in ("year", "decade", "century", "millennium"):
        return f"{day.year:04d}"[: {"year": 4, "decade": 3, "century": 2, "millennium": 1}[unit]]
    return day.isoformat()


def unit_range(day: datetime.date, unit: str) -> days.Range:
    """The calendar unit around a day."""
    if unit == "week":
        return days.week_range(day)
    if unit == "month":
        return days.month_range(day.year, day.month)
    if unit == "quarter":
        return days.months_range(day.year, 3 * days.quarter_of(day) - 2, 3)
    if unit == "year":
        return days.year_range(day.year)
    if unit == "decade":
        return days.year_range(day.year // 10 * 10, 10)
    if unit == "century":
        return days.year_range(day.year // 100 * 100 or 1, 100)
    return day, day


def unknown_value(unit: str) -> str:
    """The value of one calendar unit that is not known."""
    return {
        "week": "XXXX-WXX",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "year": "XXXX",
        "decade": "XXX",
        "century": "XX",
    }.get(unit, "XXXX-XX-XX")


def calendar_unit(day: datetime.date, unit: str, shift: int) -> Placed | None:
    """The calendar unit `shift` units from the one around `day`: "last week" is -1."""
    moved = days.plus(day.replace(day=1) if unit in ("month", "quarter") else day, unit, shift)
    return Placed(value_at(moved, unit), *unit_range(moved, unit)) if moved else None


def distant(day: datetime.date, unit: str, n: float, hedge: str | None) -> Placed | None:
    """About `n` units from `day` (negative: before): the value at the unit's fineness, the days around it."""
    if unit in _CLOCK:
        return Placed(
            day.isoformat(),
            *sorted_range(day, days.plus_days(day, 1 if n > 0 else -1) if abs(n) > 6 or unit == "hour" else day),
        )
    moved = days.plus(day, unit, n)
    if moved is None:
        return None
    plain, hedged = _SLACK.get(unit, (0, 0))
    slack = hedged if hedge else plain
    if unit == "day" and abs(n) > 6:
        slack = max(slack, round(abs(n) / 7))
    slack = max(slack, round(abs(n) / 10 * (plain or 1))) if abs(n) >= 10 else slack
    begin, end = days.plus_days(moved, -slack), days.plus_days(moved, slack)
    sign = 1 if n > 0 else -1
    if hedge == "over":
        begin, end = sorted_range(moved, days.plus(day, unit, n + sign * max(1, abs(n) / 2)))
    elif hedge == "under":
        begin, end = sorted_range(moved, days.plus(day, unit, n - sign * min(abs(n), max(1, abs(n) / 4))))
    return Placed(value_at(moved, unit), *_on_its_side(begin, end, day, n))


def _on_its_side(begin: datetime.date | None, end: datetime.date | None, day: datetime.date, n: float) -> days.Range:
    if n < 0 and end is not None:
        end = min(end, day)
    if n > 0 and begin is not None:
        begin = max(begin, day)
    return begin, end


def sorted_range(one: datetime.date | None, other: datetime.date | None) -> days.Range:
    """The two days in order; both None when one is."""
    if one is None or other is None:
        return None, None
    return min(one, other), max(one, other)


def stretch(day: datetime.date, unit: str, n: float, sign: int) -> days.Range:
    """The `n` units up to the day (sign -1) or from it on (+1); hours and less as the days that they can touch."""
    if unit in _CLOCK:
        unit, n = "day", math.ceil(n / _IN_A_DAY[unit])
    return sorted_range(day, days.plus(day, unit, sign * n))


def number(value: Any) -> float | None:
    """A lexeme's number when it can count units; None when it is too large to."""
    return value if isinstance(value, (int, float)) and 0 <= value <= _LONGEST else None
