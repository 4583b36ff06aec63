"""When an event was, by what tells it and by the report's own day. No parser."""

import datetime

from dragoman.records.reading import EventMode
from dragoman.records.time import NO_DAY, Interval, Precision


def when(told: Interval | None, mode: EventMode, published: datetime.date | None) -> Interval:
    """The days of an event; `published` is the last day on which its report can have been published.

    What is told as having happened was by then: "since May" reaches no further, and what has no day of its own gets
    that bound, since no more is known.
    """
    if told is not None and told.known:
        if mode is EventMode.HAPPENED and published and told.begin and told.end is None and told.begin <= published:
            return told.but(end=published)
        return told
    if mode is EventMode.HAPPENED and published is not None:
        return Interval(end=published, precision=Precision.NARRATIVE)
    return told or NO_DAY
