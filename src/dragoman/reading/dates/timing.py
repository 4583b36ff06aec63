"""When something was, from the expressions that tell it. No parser: days can be told anew by a later date."""

from collections.abc import Mapping

from dragoman.reading.dates.precision import joined
from dragoman.records.reading import TimedAs, TimeExpression, Timing
from dragoman.records.span import Span
from dragoman.records.time import Interval, Precision

_LONGEST_LENT = 31  # days: a wider time says too little of the next clause to be lent


def interval(timing: Timing | None, expressions: Mapping[Span, TimeExpression]) -> Interval | None:
    """The days that a timing means by the expressions of its report; None where it tells none.

    Own time that cannot be placed (a relative one in an undated report) is an interval with both ends None: there is
    a time, and no other must be inherited.
    """
    if timing is None:
        return None
    if timing.kind is TimedAs.UNANCHORED:
        return Interval()
    rows = [(expressions[span], before) for span, before in zip(timing.spans, timing.before, strict=True)]
    found = joined(rows)
    if timing.kind is TimedAs.OWN:
        return found
    placed = found.begin is not None and found.end is not None
    if timing.kind is TimedAs.LENT:
        return None if placed and _days(found) > _LONGEST_LENT else found
    if not placed or _days(found) > _LONGEST_LENT:
        return None
    return found.but(precision=Precision.NARRATIVE)


def known(found: Interval | None) -> Interval | None:
    """The interval, where it has a day at all."""
    return found if found is not None and found.known else None


def _days(found: Interval) -> int:
    return (found.end - found.begin).days if found.begin is not None and found.end is not None else 0
