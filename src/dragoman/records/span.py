"""Spans: where in a report's text something stands."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A character range `[start, end)` into a report's text, end-exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span covers."""
        return text[self.start : self.end]

    def touches(self, other: "Span") -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this range."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest single range over all `spans`. Raises ValueError for none."""
    spans = tuple(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
