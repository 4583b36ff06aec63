"""From a row's evidence to words that can be read by themselves: its own clause, or the sentence that holds it."""

import functools
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Protocol

from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span, Spans

WHOLE = 3  # words; fewer are a name or a label
CLAUSE = 5  # words; fewer, though they begin a sentence, are rather a phrase ("Varra's retreat from its role")
# "PORT VARRA, March 9 (Harbour Wire) - ": where and by whom a report was filed, no part of what it says.
DATELINE = re.compile(
    r"(?:[^\W\d_][^\n()]{0,60}\([^\n()]{2,40}\)|[^\W\d_a-z][^\n()a-z]{3,40}(?:,[^\n()]{2,30})?)\s+[-–—]+\s+"
)
ASKED = 20_000  # quotations of which it is remembered: the briefs of all days ask of much the same
PAIRS = (("“", "”"), ("(", ")"))


@functools.lru_cache(maxsize=ASKED)
def is_whole(quote: str) -> bool:
    """Whether words can stand alone: they begin as a sentence does, are no mere phrase, and close what they open."""
    begin = quote.lstrip("“\"‘'")[:1]
    closed = quote.rstrip("”\"’'")[-1:] in (".", "!", "?")
    long = len(quote.split()) > (WHOLE if closed else CLAUSE)
    return (begin.isupper() or begin.isdigit()) and long and _is_balanced(quote)


def _is_balanced(quote: str) -> bool:
    return quote.count('"') % 2 == 0 and all(quote.count(a) == quote.count(b) for a, b in PAIRS)


Known = dict[tuple[str, int, int, str], Evidence | None]  # where words stand, to the sentences around them


class Parted(Protocol):
    """A text that is parted into sentences."""

    @property
    def text(self) -> str:
        """The whole of it."""

    @property
    def sentences(self) -> Spans:
        """Where each sentence stands."""


class Sentences:
    """The sentences of the reports. What was asked once is known: briefs of many days share it in `known`."""

    def __init__(self, reading: Callable[[str], Parted], known: Known | None = None) -> None:
        self._reading = reading
        self._around = {} if known is None else known

    def around(self, item: Evidence) -> Evidence:
        """The sentence that holds `item`, or the sentences that it runs over, as evidence: exact words, no dateline.

        `item` itself where the reading does not have its words or they stand in no sentence.
        """
        found = self._sentence(item)
        if found is None:
            return item
        return found if found.file == item.file else found.but(file=item.file)

    def readable(self, item: Evidence) -> Evidence:
        """`item` where it begins a sentence and reads as a clause; otherwise the sentence that holds it."""
        found = self._sentence(item)
        if found is None or (found.start == item.start and is_whole(item.quote)):
            return item
        return self.around(item)

    def _sentence(self, item: Evidence) -> Evidence | None:
        key = item.report, item.start, item.end, item.quote
        if key not in self._around:
            found = self._reading(item.report)
            span = _span(item, found)
            self._around[key] = span and item.but(start=span.start, end=span.end, quote=span.of(found.text))
        return self._around[key]


def _span(item: Evidence, found: Parted) -> Span | None:
    """Where the sentences stand that hold `item`, without a dateline before it."""
    sentences = found.sentences
    if found.text[item.start : item.end] != item.quote:
        return None
    if not sentences:
        return None
    first = bisect_right(sentences, item.start, key=lambda span: span.start) - 1
    last = bisect_right(sentences, item.end - 1, key=lambda span: span.start) - 1
    if first < 0 or sentences[last].end < item.end or not sentences[first].start <= item.start < sentences[first].end:
        return None
    start = sentences[first].start
    line = DATELINE.match(found.text, start, sentences[first].end)
    if line and line.end() < item.end:
        start = line.end()
    return Span(start, sentences[last].end)
