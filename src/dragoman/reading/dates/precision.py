"""Intervals from expressions, and how fine they were told."""

import re
from collections.abc import Sequence

from dragoman.records.reading import TimeExpression
from dragoman.records.time import Interval, Precision

_BY_VALUE = (
    (re.compile(r"\d{4}-\d\d-\d\d(T.*)?"), Precision.DAY),
    (re.compile(r"\d{4}-W\d\d(-WE)?"), Precision.WEEK),
    (re.compile(r"\d{4}-\d\d"), Precision.MONTH),
    (re.compile(r"\d{4}-Q\d"), Precision.QUARTER),
    (re.compile(r"\d{4}-(SP|SU|FA|WI)"), Precision.SEASON),
    (re.compile(r"\d{4}"), Precision.YEAR),
    (re.compile(r"\d{3}"), Precision.DECADE),
)
_LONGEST = {Precision.DAY: 1, Precision.WEEK: 7, Precision.MONTH: 31, Precision.QUARTER: 92, Precision.YEAR: 366}
_OPENS = frozenset({"since", "after", "from", "beyond"})
_CLOSES = frozenset({"until", "till", "before", "by", "to", "through", "and"})


def interval_of(expression: TimeExpression) -> Interval:
    """The days that an expression can mean. Finer than its unit ("early May") or wider, it is an INTERVAL."""
    begin, end = expression.begin, expression.end
    if begin is None or end is None:
        return Interval(begin=begin, end=end, precision=Precision.INTERVAL if begin or end else Precision.UNKNOWN)
    if expression.value.endswith("_REF"):
        return Interval(begin=begin, end=end, precision=Precision.INTERVAL)
    if begin == end:
        return Interval.day(begin)
    told = next((fine for pattern, fine in _BY_VALUE if pattern.fullmatch(expression.value)), Precision.INTERVAL)
    length = (end - begin).days + 1
    whole = told in (Precision.SEASON, Precision.DECADE) or _LONGEST.get(told, 0) - 3 <= length <= _LONGEST.get(told, 0)
    return Interval(begin=begin, end=end, precision=told if whole or length == 2 else Precision.INTERVAL)


def joined(rows: Sequence[tuple[TimeExpression, str]]) -> Interval:
    """One interval for a clause's expressions, each with the word before it.

    "from 2017 to July 2024" runs from the first's begin to the second's end; "since May" is open after; "until
    May", "before May" and "by May" are open before; of others the narrowest stands.
    """
    intervals = [(interval_of(expression), mark) for expression, mark in rows]
    if len(intervals) > 1 and intervals[0][1] in ("from", "between", "since") and intervals[1][1] in _CLOSES:
        return Interval(begin=intervals[0][0].begin, end=intervals[1][0].end, precision=Precision.INTERVAL)
    if len(intervals) == 1:
        return _opened(*intervals[0])
    known = [row for row in intervals if row[0].begin is not None and row[0].end is not None]
    if not known:
        return _opened(*intervals[0])
    return _opened(*min(known, key=_width))


def _width(row: tuple[Interval, str]) -> int:
    begin, end = row[0].begin, row[0].end
    return (end - begin).days if begin and end else 0


def _opened(interval: Interval, mark: str) -> Interval:
    if not interval.known:
        return interval
    if mark in ("since", "after"):
        return Interval(begin=interval.begin, end=None, precision=Precision.INTERVAL)
    if mark in ("until", "till", "before", "by"):
        return Interval(begin=None, end=interval.end, precision=Precision.INTERVAL)
    return interval
