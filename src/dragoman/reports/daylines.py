"""Dates as heads of reports, metadata and people write them: whole dates only, nothing relative."""

import calendar
import datetime
import re
from functools import cache
from typing import NamedTuple

from dragoman.records.time import Interval, Precision
from dragoman.reports.vocabulary import choice

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:\s*(?:,|at|-|–|—|\||T|·|•)\s*|\s+)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|\(?[A-Z]{2,5}\)?|[A-Z][a-z]+ time|[+-]\d{2}:?\d{2})?(?:\s*\([A-Z]{2,5}\))?)?"
)
_YEAR = r"(?P<y{n}>(?:1[89]|2\d)\d\d)"
_DATE = (
    rf"(?:{_YEAR.format(n=1)}[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)"
    rf"|{_WEEKDAY}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m2>{MONTH}),?[\s-]+{_YEAR.format(n=2)}(?!\d)"
    rf"|{_WEEKDAY}(?P<m3>{MONTH})[\s-]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR.format(n=3)}(?!\d)"
    rf"|{_WEEKDAY}(?P<a4>\d{{1,2}})(?P<s4>[/.-])(?P<b4>\d{{1,2}})(?P=s4){_YEAR.format(n=4)}(?!\d))"
)
_EXACT = re.compile(rf"\s*{_DATE}(?:T\S{{1,24}})?{_CLOCK}\s*", re.IGNORECASE)
_COMPACT = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d{4,6}(?:Z|[+-]\d{4})?)?\s*")
_MONTH_ONLY = re.compile(
    rf"\s*(?:(?P<y>(?:1[89]|20|21)\d\d)-(?P<m>\d\d)|(?P<name>{MONTH})\s+(?P<yy>(?:1[89]|20|21)\d\d))\s*", re.IGNORECASE
)
_YEAR_ONLY = re.compile(r"\s*((?:1[89]|20|21)\d\d)\s*")
_MONTHS_IN_YEAR = 12


class DateLine(NamedTuple):
    """A date that a line gives as its report's: `end` is how much of the line it takes up."""

    when: Interval | None  # None where it could be two days
    start: int  # where the date itself begins and ends in the line
    stop: int
    end: int
    updated: bool  # the day of an update, not of the first printing


def understand_date(words: str) -> Interval | None:
    """The day, month or year that `words` tell, whole and by the calendar; None when they tell none.

    A time of day is left out, and with it the time zone: the day is the one written. `3/4/2031` could be two
    days and is not understood; `13/4/2031` can be but one.
    """
    exact = _EXACT.fullmatch(words)
    if exact:
        day = _day(exact)
        return Interval.day(day) if day else None
    compact = _COMPACT.fullmatch(words)
    if compact:
        day = _make(int(compact["y"]), int(compact["m"]), int(compact["d"]))
        return Interval.day(day) if day else None
    month = _MONTH_ONLY.fullmatch(words)
    if month:
        year = int(month["y"] or month["yy"])
        return _month(year, int(month["m"]) if month["m"] else MONTHS[month["name"].rstrip(".").lower()])
    year_only = _YEAR_ONLY.fullmatch(words)
    if year_only:
        year = int(year_only[1])
        return Interval(begin=datetime.date(year, 1, 1), end=datetime.date(year, 12, 31), precision=Precision.YEAR)
    return None


class TwoDays(NamedTuple):
    """A date that could be two days: read with its day first, and with its month first."""

    day_first: datetime.date
    month_first: datetime.date


def two_days(words: str) -> TwoDays | None:
    """The two days that `words` such as `3/4/2031` could mean; None where they mean one, or none."""
    exact = _EXACT.fullmatch(words)
    return _two(exact) if exact else None


def date_line(words: str, *, first: bool = False) -> DateLine | None:
    """The date that a line of a report's head gives, when that is what the line is for.

    The line is a date alone (a label, a weekday, a clock time and what is joined by a bar may stand with it), or, as
    the `first` line, begins with a labelled or ISO date and goes on with the title.
    """
    match = _line_pattern().match(words)
    if match is None:
        return None
    day = _day(match)
    if day is None and _two(match) is None:
        return None
    label = match["label"] or ""
    start, stop = _date_bounds(match)
    updated = bool(match["updated"])
    found = DateLine(Interval.day(day) if day else None, start, stop, len(words), updated)
    rest = words[match.end() :].strip()
    if not rest or rest[0] in "|·•" or _line_pattern().match(rest):
        return found
    iso = match["y1"] is not None
    titled = first and (iso or label) and (rest[0].isupper() or rest[0] in "“‘\"'")
    return found._replace(end=match.end()) if titled else None


@cache
def _line_pattern() -> re.Pattern[str]:
    labels, updates = choice("date_labels"), choice("update_labels")
    return re.compile(
        rf"[\s|·•(\[]*(?:(?:(?P<label>{labels})|(?P<updated>{updates}))\b\s*[:\-–—]?\s*)?{_DATE}{_CLOCK}[\s)\]]*(?:\s[-–—]\s*)?",
        re.IGNORECASE,
    )


def _date_bounds(match: re.Match[str]) -> tuple[int, int]:
    names = ("y1", "m1", "d1", "d2", "m2", "y2", "m3", "d3", "y3", "a4", "b4", "y4")
    spans = [match.span(name) for name in names if match[name] is not None]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def find_day(words: str) -> tuple[datetime.date, int, int] | None:
    """The first whole date inside `words`, with where it begins and ends."""
    for match in _anywhere().finditer(words):
        day = _day(match)
        if day is not None:
            return day, *_date_bounds(match)
    return None


def find_two_days(words: str) -> tuple[int, int] | None:
    """Where the first date inside `words` begins and ends that could be two days."""
    return next((_date_bounds(match) for match in _anywhere().finditer(words) if _two(match) is not None), None)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){_DATE}", re.IGNORECASE)


def _day(match: re.Match[str]) -> datetime.date | None:
    if match["y1"]:
        return _make(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return _make(int(match["y2"]), MONTHS[match["m2"].rstrip(".").lower()], int(match["d2"]))
    if match["y3"]:
        return _make(int(match["y3"]), MONTHS[match["m3"].rstrip(".").lower()], int(match["d3"]))
    one, two, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
    if _two(match) is not None:
        return None
    day_first = match["s4"] == "." or one > _MONTHS_IN_YEAR or one == two
    return _make(year, two, one) if day_first else _make(year, one, two)


def _two(match: re.Match[str]) -> TwoDays | None:
    """The days that a date of two numbers and a year could be; with points, the day stands first everywhere."""
    if match["a4"] is None or match["s4"] == ".":
        return None
    one, two, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
    first, second = _make(year, two, one), _make(year, one, two)
    return TwoDays(first, second) if first is not None and second is not None and first != second else None


def _make(year: int, month: int, day: int) -> datetime.date | None:
    if not 1 <= month <= _MONTHS_IN_YEAR or not 1 <= day <= days_in(year, month):
        return None
    return datetime.date(year, month, day)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def _month(year: int, month: int) -> Interval | None:
    if not 1 <= month <= _MONTHS_IN_YEAR:
        return None
    return Interval(
        begin=datetime.date(year, month, 1),
        end=datetime.date(year, month, days_in(year, month)),
        precision=Precision.MONTH,
    )
