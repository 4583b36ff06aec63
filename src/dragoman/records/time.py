"""Days, intervals of days, and how a report's publication date is known."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.span import Span


class Precision(StrEnum):
    """How fine an interval was told: the unit of the words that it comes from."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"  # bounds that are no calendar unit: "about two weeks ago", "from 2017 to July 2024"
    NARRATIVE = "narrative"  # inherited from the story around it, not said of this event
    UNKNOWN = "unknown"


class Interval(Frozen, frozen=True, kw_only=True):
    """Days from `begin` to `end`, both inclusive; None is an open end."""

    begin: datetime.date | None = None
    end: datetime.date | None = None
    precision: Precision = Precision.UNKNOWN

    @classmethod
    def day(cls, day: datetime.date) -> "Interval":
        """The interval that is one day."""
        return cls(begin=day, end=day, precision=Precision.DAY)

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.begin is not None or self.end is not None

    def meets(self, other: "Interval") -> bool:
        """Whether the two could be the same day; an open end could be any day."""
        starts_too_late = self.begin is not None and other.end is not None and self.begin > other.end
        ends_too_early = self.end is not None and other.begin is not None and self.end < other.begin
        return not (starts_too_late or ends_too_early)


NO_DAY = Interval()


class Known(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    GIVEN = "given"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Ground(Frozen, frozen=True, kw_only=True):
    """One reason for a publication date: what says so, and where in the text, if it is there."""

    says: str
    quote: str | None = None
    span: Span | None = None


class Published(Frozen, frozen=True, kw_only=True):
    """When a report was published: an interval of days and how it is known."""

    begin: datetime.date | None = None
    end: datetime.date | None = None
    precision: Precision = Precision.UNKNOWN
    known: Known = Known.UNKNOWN
    evidence: tuple[Ground, ...] = ()

    @property
    def interval(self) -> Interval:
        """The days alone."""
        return Interval(begin=self.begin, end=self.end, precision=self.precision)
