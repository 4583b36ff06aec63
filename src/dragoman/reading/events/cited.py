"""Which attribution some words stand in."""

import bisect

from dragoman.records.reading import Attribution
from dragoman.records.span import Span


class Cited:
    """The attributions of a block, looked up by what stands in their contents."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        parts = [(span.start, span.end, said) for said in attributions for span in said.content]
        self._parts = sorted(parts, key=lambda part: (part[0], part[1], part[2].id))
        self._starts = [part[0] for part in self._parts]
        self._longest = max((end - start for start, end, _ in self._parts), default=0)

    def at(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content covers `span`, the innermost first."""
        first = bisect.bisect_left(self._starts, span.start - self._longest)
        last = bisect.bisect_right(self._starts, span.start)
        over = [(end - start, said.id, said) for start, end, said in self._parts[first:last] if end >= span.end]
        return tuple(said for _, _, said in sorted(over, key=lambda part: (part[0], part[1])))
