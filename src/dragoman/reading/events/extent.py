"""The clause that tells an event, as a span of the report's text."""

import bisect

from spacy.tokens import Token

from dragoman.reading.events.matching import Match
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import Attribution
from dragoman.records.span import Span
from dragoman.reports.dateline import read_dateline

# A clause longer than this many words is cut down to what belongs to the act itself.
_LONG = 45
_LOOSE = frozenset(("advcl", "parataxis", "relcl", "ccomp", "conj"))
_ALWAYS_LEFT_OUT = frozenset(("parataxis", "punct", "cc"))
# What opens a clause and says nothing of the act; of a relative clause only where its noun is not told with it.
_OPENING = frozenset(
    ("that", "whether", "as", "when", "after", "while", "because", "though", "although", "where")
) | frozenset(("which", "who", "whom", "since", "and", "but", "or", "so"))
_OWN = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "neg"))
_LEADING = " \t\n\r,;:-–—)]"
_TRAILING = " \t\n\r,;:-–—(["
_QUOTES = (('"', '"'), ("“", "”"))
_DATELINE = 140  # characters


class Citations:
    """Where a block's sources and their cues stand: they belong to no event that is told on their word."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        spans = {(span, said.id) for said in attributions for span in (*said.source, *said.cue)}
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]
        self._longest = max((span.end - span.start for span, _ in self._spans), default=0)

    def outside(self, span: Span, trigger: Span, sources: frozenset[str]) -> Span:
        """`span` without the words of those, `sources`, who are cited for the act, before or after what tells it."""
        start, end = span
        for cited, said in self._within(span):
            if cited.touches(trigger) or said not in sources:
                continue
            if cited.start >= trigger.end:
                end = min(end, cited.start)
            else:
                start = max(start, cited.end)
        return Span(start, end)

    def _within(self, span: Span) -> list[tuple[Span, str]]:
        first = bisect.bisect_left(self._starts, span.start - self._longest)
        last = bisect.bisect_left(self._starts, span.end)
        return [row for row in self._spans[first:last] if row[0].end > span.start]


def extent(match: Match, parsed: Parsed, trigger: Span, sources: frozenset[str], citations: Citations) -> Span:
    """The clause: the words under the act's word, without its conjunction, what is coordinated, and who is cited."""
    head = match.head
    kept = {token.i for token in match.trigger}
    tokens = _words(head, kept, drop_loose=False)
    if len(tokens) > _LONG:
        tokens = _words(head, kept, drop_loose=True)
    if head.dep_ in ("relcl", "acl") and match.clause is not None and not _is_of_time(head):
        owner = head.head
        before = [token for token in owner.lefts if token.dep_ in ("det", "compound", "amod", "poss")]
        tokens = [*before, owner, *tokens]
    first = min((*tokens, *match.trigger), key=lambda t: t.i)
    last = max((*tokens, *match.trigger), key=lambda t: t.i)
    if last.i - first.i > 2 * _LONG:
        low, high = min(kept), max(kept)
        first = head.doc[max(first.i, low - _LONG // 2)]
        last = head.doc[min(last.i, high + _LONG // 2)]
    first = _past_opening(first, head, min(kept))
    own = [child for child in head.children if child.dep_ in _OWN]
    told = citations.outside(parsed.span((first, last)), parsed.span((*match.trigger, *own)), sources)
    return _trimmed(told, trigger, parsed.report.text)


def _past_opening(first: Token, head: Token, trigger: int) -> Token:
    """The first word after the conjunction of the clause itself; that of a clause before it stays."""
    while first.i < trigger and (
        (first.lower_ in _OPENING and first.dep_ not in ("prep", "det", "poss") and first.head.i == head.i)
        or first.text in (",", "—", "–")
    ):
        first = first.nbor(1)
    return first


def _is_of_time(verb: Token) -> bool:
    """Whether a relative clause tells what was at a time or place: "Sunday, when he returned"."""
    return any(child.tag_ == "WRB" for child in verb.children)


def _trimmed(span: Span, trigger: Span, text: str) -> Span:
    """The span without a dateline before it and marks of punctuation around it; it always covers the trigger."""
    start, end = span
    dateline = read_dateline(text[start : min(trigger.start, start + _DATELINE) + 1])
    if dateline is not None:
        start += dateline.span.end
    while start < trigger.start and text[start] in _LEADING:
        start += 1
    while end > trigger.end and text[end - 1] in _TRAILING:
        end -= 1
    start, end = min(start, trigger.start), max(end, trigger.end)
    return _with_both_quotes(start, end, text)


def _with_both_quotes(start: int, end: int, text: str) -> Span:
    """A quotation mark at an end comes with its fellow, or is left out."""
    words = text[start:end]
    for opening, closing in _QUOTES:
        opened, closed = words.count(opening), words.count(closing)
        odd = opened % 2 if opening == closing else opened - closed
        if not odd:
            continue
        if text[end : end + 1] == closing and odd > 0:
            return Span(start, end + 1)
        if words[0] == opening:
            return Span(start + 1, end)
        if words[-1] == closing:
            return Span(start, end - 1)
    return Span(start, end)


def _words(head: Token, keep: set[int], *, drop_loose: bool) -> list[Token]:
    found = [head]
    for child in head.children:
        dep = child.dep_
        if child.i in keep or child.lower_ in ("according", "meanwhile"):
            if child.i in keep:
                found.extend(child.subtree)
            continue
        if dep in _ALWAYS_LEFT_OUT or (dep == "conj" and child.i > head.i):
            continue
        if dep == "ccomp" and child.i < head.i:
            continue
        if drop_loose and dep in _LOOSE and not _near(child, head):
            continue
        found.extend(token for token in child.subtree if not token.is_space)
    return found


def _near(child: Token, head: Token) -> bool:
    return bool(child.left_edge.i - head.i < _LONG // 3 and child.right_edge.i - head.i < _LONG and child.i > head.i)
