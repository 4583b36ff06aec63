"""Time expressions: found, normalised against the publication day, bound to clauses."""

from dragoman.reading.dates.bind import bind, bound, narrative
from dragoman.reading.dates.normalise import find
from dragoman.reading.dates.precision import interval_of

__all__ = ["bind", "bound", "find", "interval_of", "narrative"]
