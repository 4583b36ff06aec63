"""Days and intervals as a reader says them. The year is left out where it is the reader's own."""

import datetime

from dragoman.records.time import Interval, Known, Precision, Published

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
UNKNOWN = "day not known"


def day(date: datetime.date, year: int | None = None) -> str:
    """One day: "8 March 2031", or "8 March" in the year `year`."""
    said = f"{date.day} {MONTHS[date.month - 1]}"
    return said if date.year == year else f"{said} {date.year}"


def interval(when: Interval, year: int | None = None) -> str:
    """An interval as told: one day, a month, a year, between two days, or open at one end."""
    if when.begin is None and when.end is None:
        return UNKNOWN
    if when.begin is None:
        return f"by {day(when.end, year)}" if when.end else UNKNOWN
    if when.end is None:
        return f"from {onset(when.begin, year)}"
    if when.begin == when.end:
        return day(when.begin, year)
    return _unit(when.begin, when.end, when.precision, year) or _between(when.begin, when.end, year)


def onset(begin: datetime.date, year: int | None = None) -> str:
    """From when something holds, where only the first possible day is kept: its unit may have been a month or a year.

    A first of a month is said as the month, a first of January of another year as that year: no day is made up.
    """
    if begin.month == 1 and begin.day == 1 and begin.year != year:
        return str(begin.year)
    if begin.day == 1:
        return f"{MONTHS[begin.month - 1]}{'' if begin.year == year else f' {begin.year}'}"
    return day(begin, year)


def since(when: Interval, year: int | None = None) -> str:
    """From when something holds: "since 8 March", "since some day between 8 and 10 March"."""
    if not when.known:
        return f"since a {UNKNOWN}"
    if when.begin is None:
        return f"since {day(when.end, year)} or before" if when.end else f"since a {UNKNOWN}"
    if when.end is None:
        return f"since {onset(when.begin, year)} or later"
    if when.begin == when.end:
        return f"since {day(when.begin, year)}"
    unit = _unit(when.begin, when.end, when.precision, year)
    return f"since {unit}" if unit else f"since a day {_between(when.begin, when.end, year)}"


def published(when: Published, year: int | None = None) -> str:
    """When a report appeared, with "about" where that is inferred."""
    if not when.interval.known:
        return "no date"
    said = interval(when.interval, year)
    return f"{said} (inferred)" if when.known == Known.INFERRED else said


def short(begin: datetime.date | None, end: datetime.date | None) -> str:
    """An interval for a narrow column, in ISO days: "2031-03-08", "2031-03-08..10", "?"."""
    if begin is None and end is None:
        return "?"
    if begin is None or end is None:
        return f"{begin or ''}..{end or ''}"
    if begin == end:
        return begin.isoformat()
    same = 8 if begin.year == end.year and begin.month == end.month else 5 if begin.year == end.year else 0
    return f"{begin.isoformat()}..{end.isoformat()[same:]}"


def compact(begin: datetime.date | None, end: datetime.date | None) -> str:
    """An interval where there is little room: "8 Mar 2031", "8–10 Mar 2031", "Mar 2031", "2031", "by 8 Mar 2031"."""
    if begin is None and end is None:
        return "?"
    if begin is None or end is None:
        return f"from {_brief(begin)}" if begin else f"by {_brief(end)}" if end else "?"
    if begin == end:
        return _brief(begin)
    is_whole = begin.day == 1 and (end + datetime.timedelta(days=1)).day == 1
    if begin.year != end.year:
        return f"{_brief(begin)} – {_brief(end)}"
    if is_whole and (begin.month, end.month) == (1, 12):
        return str(begin.year)
    if is_whole and begin.month == end.month:
        return _brief(begin).partition(" ")[2]
    if begin.month == end.month:
        return f"{begin.day}–{_brief(end)}"
    return f"{begin.day} {MONTHS[begin.month - 1][:3]} – {_brief(end)}"


def _brief(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _unit(begin: datetime.date, end: datetime.date, precision: Precision, year: int | None) -> str | None:
    """The calendar unit's own name, where the interval is one: "March", "2017"."""
    suffix = "" if begin.year == year else f" {begin.year}"
    if precision == Precision.MONTH and (begin.year, begin.month) == (end.year, end.month):
        return f"{MONTHS[begin.month - 1]}{suffix}"
    if precision == Precision.YEAR and begin.year == end.year:
        return str(begin.year)
    if precision == Precision.DECADE:
        return f"the {begin.year // 10 * 10}s"
    if precision == Precision.QUARTER:
        return f"quarter {(begin.month + 2) // 3} of {begin.year}"
    if precision == Precision.SEASON and begin.month in SEASONS:
        return f"{SEASONS[begin.month]} {begin.year}"
    return None


def _between(begin: datetime.date, end: datetime.date, year: int | None) -> str:
    if (begin.year, begin.month) == (end.year, end.month):
        return f"between {begin.day} and {day(end, year)}"
    if begin.year == end.year:
        return f"between {day(begin, begin.year)} and {day(end, year)}"
    return f"between {day(begin)} and {day(end)}"
