"""The weekdays that a report tells as just past: which of a few days can be its own."""

import datetime

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.wording import weekday_of
from dragoman.reconciling.pile import Item
from dragoman.records.reading import EventMode, TimeExpression
from dragoman.records.time import Ground, Interval

# Days back that a bare weekday reaches in nine of ten reports ("said Saturday").
BACK = 3
# Days among which weekdays tell anything: more hold every weekday with room around it.
MOST = 14


def bound(item: Item, when: Interval) -> Bound | None:
    """Of the days `when`, those from which every weekday told as past is at most a few days back; None for no help."""
    told = _told(item)
    if not told or when.begin is None or when.end is None or (when.end - when.begin).days > MOST:
        return None
    first, last = when.begin.toordinal(), when.end.toordinal()
    weekdays = {weekday_of(one) for one in told}
    fitting = [
        day
        for day in map(datetime.date.fromordinal, range(first, last + 1))
        if max((day.weekday() - weekday) % 7 for weekday in weekdays) <= BACK
    ]
    if not fitting or (fitting[0], fitting[-1]) == (when.begin, when.end):
        return None
    names = ", ".join(dict.fromkeys(one.span.of(item.report.text) for one in told))
    span = told[-1].span
    says = f"tells of {names} as just past: a bare weekday reaches back at most {BACK} days"
    return Bound(fitting[0], fitting[-1], Ground(says=says, quote=span.of(item.report.text), span=span))


def _told(item: Item) -> list[TimeExpression]:
    """The bare weekdays on which something was said or happened, of the report's first half.

    News stands first: what an article adds later on is often older than the days that it tells of as just past.
    """
    reading = item.reading
    happened = (e.timing for e in reading.events if e.mode is EventMode.HAPPENED and not e.negated)
    said = (a.timing for a in reading.attributions)
    spans = {span for timing in (*happened, *said) if timing is not None for span in timing.spans}
    return [
        one
        for one in reading.dates
        if one.span in spans
        and one.span.start <= len(item.report.text) // 2
        and one.offset is not None
        and one.offset.unit == "weekday"
        and one.tense != "future"
    ]
