"""What an expression means before its anchor is known, and after."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from dragoman.reading.dates import days
from dragoman.records.reading import Offset, TimexType


class Placed(NamedTuple):
    """A TIMEX3 value and the days that it can mean; None is an open or unknown end."""

    value: str
    begin: datetime.date | None = None
    end: datetime.date | None = None


Place = Callable[[datetime.date], Placed | None]


@dataclass(frozen=True)
class Sense:
    """The meaning of an expression. `placed` stands when there is no anchor's day to give to `place`."""

    type: TimexType
    placed: Placed
    place: Place | None = None
    offset: Offset | None = None

    @property
    def anchor(self) -> str:
        """What `place` wants the day of: "published" or "previous"."""
        return self.offset.anchor if self.offset else "published"

    def then(self, change: Callable[[Placed, datetime.date | None], Placed]) -> "Sense":
        """The same sense with its result changed; the change is told the anchor's day where there is one."""
        place = self.place
        placed = change(self.placed, None)
        if place is None:
            return replace(self, placed=placed)

        def changed(day: datetime.date) -> Placed | None:
            found = place(day)
            return None if found is None else change(found, day)

        return replace(self, placed=placed, place=changed)


def fixed(value: str, span: days.Range = (None, None), kind: TimexType = TimexType.DATE) -> Sense:
    """A meaning that needs no anchor."""
    return Sense(kind, Placed(value, *span))


def day_sense(day: datetime.date) -> Sense:
    """A day of the calendar."""
    return fixed(day.isoformat(), (day, day))


# What a handler gives for words that look like a time and are none ("three-quarters", "6-year-old").
NO_TIME = Sense(TimexType.DURATION, Placed(""))
