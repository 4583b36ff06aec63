"""Feasts that move: Easter by both computations, the Islamic and the Hebrew calendar, and tables of feasts.yaml."""

import datetime
import functools
from typing import Any

from dragoman.reading.dates import days, lexicon

_ISLAMIC_EPOCH = 227_015  # the ordinal of 1 Muharram 1, in the arithmetical calendar
_HEBREW_EPOCH = -1_373_428  # the ordinal of the first day of the year 1, less one
_LONG = 8  # days: a feast that is longer has no one day
_SIGHTING = 1  # days by which the moon as seen can differ from the moon as reckoned


@functools.cache
def feasts() -> dict[str, tuple[Any, ...]]:
    """Each moving feast with what sets it."""
    return {name: tuple(rule) for name, rule in lexicon.load("feasts.yaml")["feasts"].items()}


@functools.cache
def first_day(name: str, year: int) -> datetime.date | None:
    """The feast's first day that falls in the year; None where it is not known or the year has none."""
    calendar, *rule = feasts()[name]
    if not 1 <= year <= 9998:
        return None
    if calendar in ("western", "orthodox"):
        return days.plus_days(_easter(year) if calendar == "western" else _orthodox_easter(year), rule[0])
    if calendar == "after":
        return days.plus_days(days.nth_weekday(year, *lexicon.holidays()[rule[0]]), rule[1])
    if calendar == "table":
        told = lexicon.load("feasts.yaml")["tables"][name].get(year)
        return days.make(year, told // 100, told % 100) if told else None
    if calendar == "islamic":
        near = ((year - 622) * 33 // 32) + 1
        found = (_islamic(y, rule[0], rule[1]) for y in range(near - 2, near + 2))
    else:
        found = (_hebrew(y, rule[0], rule[1]) for y in (year + 3760, year + 3761))
    return next((day for day in found if day is not None and day.year == year), None)


def span(name: str, year: int) -> days.Range:
    """The days of the feast in a year, the eve of feasts that begin at sundown and doubt about the moon included."""
    calendar, *rule = feasts()[name]
    first = first_day(name, year)
    before, length = 0, 1
    if calendar in ("western", "orthodox", "islamic", "hebrew"):
        length = rule[-1]
    after = 0
    if calendar == "islamic":
        before = after = _SIGHTING
    elif calendar == "hebrew" or name == "diwali":
        before = 1 if calendar == "hebrew" else 0
        after = 0 if calendar == "hebrew" else 1
    return days.plus_days(first, -before), days.plus_days(first, length - 1 + after)


def is_long(name: str) -> bool:
    """Whether the feast is a season rather than a day."""
    return feasts()[name][0] not in ("after", "table") and int(feasts()[name][-1]) > _LONG


def _easter(year: int) -> datetime.date | None:
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return days.make(year, n // 31, n % 31 + 1)


def _orthodox_easter(year: int) -> datetime.date | None:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    julian = days.make(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1)
    return days.plus_days(julian, year // 100 - year // 400 - 2)


def _islamic(year: int, month: int, day: int) -> datetime.date | None:
    ordinal = _ISLAMIC_EPOCH + (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return datetime.date.fromordinal(ordinal) if 1 <= ordinal <= datetime.date.max.toordinal() else None


def _hebrew(year: int, month: int, day: int) -> datetime.date | None:
    """Months from Nisan; those from Tishri (7) on open the year, 12 is Adar, in a leap year the second."""
    begin, after = _hebrew_begin(year), _hebrew_begin(year + 1)
    length = after - begin
    if month == 12:  # Adar has 29 days, and from Nisan 1 on to the year's end there are 177
        ordinal = after - 177 - 29 + day - 1
    elif month < 7:
        ordinal = after - 177 + sum((30, 29, 30, 29, 30, 29)[: month - 1]) + day - 1
    else:
        lengths = (30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30)
        ordinal = begin + sum(lengths[: month - 7]) + day - 1
    return datetime.date.fromordinal(ordinal) if 1 <= ordinal <= datetime.date.max.toordinal() else None


def _hebrew_begin(year: int) -> int:
    """The ordinal of the year's first day, by the molad and its four postponements."""
    return _HEBREW_EPOCH + _elapsed(year) + _correction(year) + 1


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _correction(year: int) -> int:
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0
