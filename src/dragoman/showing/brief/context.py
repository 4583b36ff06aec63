"""From a fragment to the sentence around it, so that a quotation can be read by itself."""

import re
from collections.abc import Callable
from functools import cache

from dragoman.records.report import Report
from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span

LONGEST = 320  # characters; around a fragment in a longer sentence nothing is added
WHOLE = 3  # words; fewer are a name or a label
CLAUSE = 8  # words; without a full stop, fewer are rather a phrase ("Varra's retreat from its role")
STOP = re.compile(r"(?P<word>[^\s.!?]*)[.!?…]+[\"”’')\]]*(?=\s|$)|\n\s*\n")
SHORT = 4  # letters; a capitalised word as short before a full stop is taken for an abbreviation ("Sen.", "U.S.")


def is_whole(quote: str) -> bool:
    """Whether words can stand alone: they begin as a sentence does and end as one, or are long."""
    begin = quote.lstrip("“\"‘'")[:1]
    closed = quote.rstrip("”\"’'")[-1:] in (".", "!", "?")
    return (begin.isupper() or begin.isdigit()) and len(quote.split()) > (WHOLE if closed else CLAUSE)


def widener(report: Callable[[str], Report]) -> Callable[[Evidence], Evidence]:
    """What gives the sentence around a fragment, as evidence of its own: still the report's exact words."""
    known = cache(report)

    def widen(item: Evidence) -> Evidence:
        if is_whole(item.quote):
            return item
        found = known(item.report)
        if found.text[item.start : item.end] != item.quote:
            return item
        span = sentence_around(found, Span(item.start, item.end))
        return item.but(start=span.start, end=span.end, quote=span.of(found.text))

    return widen


def sentence_around(report: Report, inner: Span) -> Span:
    """The sentence that holds `inner`; `inner` itself where that is too long. It never enters boilerplate."""
    low = max([0, inner.end - LONGEST, *(b.span.end for b in report.boilerplate if b.span.end <= inner.start)])
    high = min(
        [
            len(report.text),
            inner.start + LONGEST,
            *(b.span.start for b in report.boilerplate if b.span.start >= inner.end),
        ]
    )
    starts = _stops(report.text, low, inner.start)
    ends = _stops(report.text, inner.end - 1, high)
    if not ends and high < len(report.text) and high == inner.start + LONGEST:
        return inner
    if not starts and low == inner.end - LONGEST:
        return inner
    start, end = (starts[-1] if starts else low), (ends[0] if ends else high)
    text = report.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return Span(start, end) if end - start <= LONGEST else inner


def _stops(text: str, low: int, high: int) -> list[int]:
    """Where sentences end between `low` and `high`."""
    return [found.end() for found in STOP.finditer(text, low, high) if not _is_abbreviation(found["word"] or "")]


def _is_abbreviation(word: str) -> bool:
    return word[:1].isupper() and len(word) <= SHORT
