"""Dates in numbers of which the first could be the day or the month: read as in the outlet's country, where known."""

from collections.abc import Iterable, Iterator

from dragoman.records.reading import TimeExpression
from dragoman.records.report import Report
from dragoman.reports.daylines import two_days
from dragoman.reports.dayorder import order_of


def in_order(expressions: Iterable[TimeExpression], report: Report) -> Iterator[TimeExpression]:
    """The expressions; where two days were kept and the outlet's country tells which is meant, on that day."""
    order = order_of(report.outlet, report.url)
    for one in expressions:
        two = None if order is None or one.begin == one.end else two_days(one.span.of(report.text))
        if order is None or two is None or (one.begin, one.end) != (min(two), max(two)):
            yield one
        else:
            day = two.day_first if order.day_first else two.month_first
            yield one.but(value=day.isoformat(), begin=day, end=day)
