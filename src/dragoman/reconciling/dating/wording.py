"""Days in words, and the weekday that an expression names: what every ground of an inferred day says alike."""

import datetime

from dragoman.records.reading import TimeExpression
from dragoman.records.time import Interval


def day_in_words(day: datetime.date) -> str:
    """A day as a ground tells it: "3 May 2024"."""
    return f"{day.day} {day:%B %Y}"


def days_in_words(when: Interval, before: str) -> str:
    """The days of an interval behind `before`; "on" becomes "from" where they are several."""
    if when.begin is None or when.end is None:
        return f"{before} a day not known"
    if when.begin == when.end:
        return f"{before} {day_in_words(when.begin)}"
    return f"{'from' if before == 'on' else before} {when.begin.isoformat()} to {when.end.isoformat()}"


def weekday_of(one: TimeExpression) -> int:
    """The day of the week of a bare weekday, 0 for Monday: from its day, or from `XXXX-WXX-5` if not placed."""
    return one.begin.weekday() if one.begin is not None else int(one.value.split("-")[2][:1]) - 1
