"""One parsed block of a report: what every finder of this package works on."""

import bisect
import functools
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dragoman.reading.blocks import cuts
from dragoman.reading.parser import parse
from dragoman.reading.view import View
from dragoman.records.report import Report
from dragoman.records.span import Span, Spans
from dragoman.records.time import Interval
from dragoman.reports.dateline import read_dateline

# Sentences in which a dateline may stand.
_HEAD = 3


class Parsed:
    """A block of a report's view and its parse, with the way back from tokens to spans of the report's text.

    `doc` is the spaCy parse of `view.text[base : base + len(doc.text)]`. `Token.idx` counts in the doc's text;
    every span that leaves a finder goes through `span` or `spans` and points into `report.text`.
    """

    def __init__(self, report: Report, view: View, base: int, doc: Doc) -> None:
        self.report = report
        self.view = view
        self.base = base
        self.doc = doc

    @property
    def published(self) -> Interval:
        """The report's publication interval; both ends None when it is not known."""
        return self.report.published.interval

    def spans(self, tokens: Iterable[Token]) -> Spans:
        """The spans of the text that the tokens cover: one for each run of neighbours, in order."""
        found: list[Span] = []
        run: list[Token] = []
        for token in sorted(tokens, key=lambda t: t.i):
            if run and token.i > run[-1].i + 1:
                found.extend(self._back(run))
                run = []
            run.append(token)
        if run:
            found.extend(self._back(run))
        return tuple(found)

    def span(self, tokens: Iterable[Token]) -> Span:
        """The one span of the text from the first to the last of the tokens. Raises ValueError for none."""
        indexed = sorted(tokens, key=lambda t: t.i)
        if not indexed:
            raise ValueError("no tokens, no span")
        first, last = indexed[0], indexed[-1]
        return self.view.hull(self.base + first.idx, self.base + last.idx + len(last))

    def span_of_view(self, start: int, end: int) -> Span:
        """The one span of the text behind the characters `[start, end)` of `doc.text`."""
        return self.view.hull(self.base + start, self.base + end)

    def spans_of_view(self, start: int, end: int) -> Spans:
        """The spans of the text behind the characters `[start, end)` of `doc.text`."""
        return self.view.back(self.base + start, self.base + end)

    def tokens_at(self, span: Span) -> TokenSpan:
        """The tokens that touch a span of the report's text; empty where it is outside this block."""
        chars = [at for at in (self.view.forth(i) for i in (span.start, span.end - 1)) if at is not None]
        if not chars:
            return self.doc[0:0]
        start, end = min(chars) - self.base, max(chars) + 1 - self.base
        first = max(0, bisect.bisect_right(self._token_starts, start) - 1)
        while first < len(self.doc) and self._token_end(first) <= start:
            first += 1
        return self.doc[first : max(first, bisect.bisect_left(self._token_starts, end))]

    @functools.cached_property
    def sentences(self) -> Spans:
        """The sentences, as spans of the text; white space around them, and datelines, left out."""
        spans = (self.span(words) for words in map(_words, self.doc.sents) if words)
        return tuple(span for n, span in enumerate(spans) if n >= _HEAD or not _is_dateline(span.of(self.report.text)))

    @functools.cached_property
    def paragraphs(self) -> tuple[TokenSpan, ...]:
        """The paragraphs of the block, as token spans; white space tokens between them belong to none."""
        length = self._token_end(len(self.doc) - 1) if len(self.doc) else 0
        starts = [s - self.base for s in self.view.paragraph_starts if 0 <= s - self.base < length]
        bounds = [0, *[s for s in starts if s > 0], length]
        found = []
        for start, end in pairwise(bounds):
            first = bisect.bisect_left(self._token_starts, start)
            after = bisect.bisect_left(self._token_starts, end)
            if after > first and self._token_end(after - 1) > end:
                after -= 1
            words = _words(self.doc[first:after]) if after > first else []
            if words:
                found.append(self.doc[words[0].i : words[-1].i + 1])
        return tuple(found)

    @functools.cached_property
    def _token_starts(self) -> list[int]:
        """Where each token starts, for look-ups by bisection; `doc.text` would be made anew at each call."""
        return [token.idx for token in self.doc]

    def _token_end(self, index: int) -> int:
        return self._token_starts[index] + len(self.doc[index])

    def _back(self, run: list[Token]) -> Spans:
        return self.view.back(self.base + run[0].idx, self.base + run[-1].idx + len(run[-1]))


def _is_dateline(words: str) -> bool:
    found = read_dateline(words)
    return found is not None and found.span.end >= len(words)


def _words(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if not token.is_space]


def parsed_blocks(report: Report) -> Iterator[Parsed]:
    """The report in blocks of at most BLOCK characters, cut between paragraphs where there are any."""
    view = View(report)
    for start, end in cuts(view):
        inside = tuple(s - start for s in view.paragraph_starts if start <= s < end)
        yield Parsed(report, view, start, parse(view.text[start:end], inside))
