"""Time expressions: found, normalised against the publication day, bound to clauses."""

from dragoman.reading.dates.bind import bind, bound, by_span, timing
from dragoman.reading.dates.inheriting import narrative, story
from dragoman.reading.dates.normalise import find
from dragoman.reading.dates.precision import interval_of
from dragoman.reading.dates.timing import interval

__all__ = ["bind", "bound", "by_span", "find", "interval", "interval_of", "narrative", "story", "timing"]
