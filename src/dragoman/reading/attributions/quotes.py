"""The quotations of a block as tokens: where somebody's own words begin and end, and which tokens are their marks."""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from dragoman.reading.parsed import Parsed

OUTER, INNER = '"', "'"


class State(IntEnum):
    """What a token is to the quotations around it."""

    OUTSIDE = 0
    OPENS = 1
    INSIDE = 2
    CLOSES = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included, as doc tokens `[start, end)`."""

    start: int
    end: int
    paragraph: int
    goes_on: bool = False  # not closed, because the next paragraph goes on with it
    depth: int = 0  # quotations around it
    opened: bool = True  # its first token is a mark; else it goes on from the paragraph before
    closed: bool = True  # its last token is a mark; else it goes on, or lacks it

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


def all_quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotations of a block and those inside them, in order of their start, the outer before the inner.

    A mark without its fellow costs that quotation only.
    """
    return tuple(_quotes(parsed))


def _quotes(parsed: Parsed) -> Iterator[Quote]:
    doc, base = parsed.doc, parsed.base
    length = doc[-1].idx + len(doc[-1]) if len(doc) else 0
    starts = [tokens.start for tokens in parsed.paragraphs]
    for one in parsed.view.quotations_in(base, base + length):
        # A block ends inside a paragraph, and so inside its quotations, only where that is longer than any block.
        start, end = max(0, one.start - base), min(length, one.end - base)
        tokens = doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or len(tokens) < 2:
            continue
        yield Quote(
            tokens.start,
            tokens.end,
            max(0, bisect.bisect_right(starts, tokens.start) - 1),
            goes_on=one.goes_on,
            depth=one.depth,
            opened=bool(one.opens) and one.start >= base,
            closed=bool(one.closes) and one.end <= base + length,
        )


def canonical(quotes: Iterable[Quote]) -> dict[int, str]:
    """The tokens that open or close a quotation, each with one sign whatever its style: " outside, ' inside another."""
    found: dict[int, str] = {}
    for quote in quotes:
        sign = INNER if quote.depth else OUTER
        if quote.opened:
            found[quote.start] = sign
        if quote.closed:
            found[quote.end - 1] = sign
    return found


def states(quotes: Iterable[Quote], length: int) -> list[State]:
    """For each of a block's `length` tokens what it is to its quotations; a mark inside another quotation is a mark."""
    found = [State.OUTSIDE] * length
    for quote in quotes:
        if not quote.depth:
            found[quote.start : quote.end] = [State.INSIDE] * (quote.end - quote.start)
        if quote.opened:
            found[quote.start] = State.OPENS
        if quote.closed:
            found[quote.end - 1] = State.CLOSES
    return found
