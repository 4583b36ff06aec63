"""The clause that tells an event, as a span of the report's text."""

from spacy.tokens import Token

from dragoman.reading.events.matching import Match
from dragoman.reading.parsed import Parsed
from dragoman.records.span import Span

# A clause longer than this many words is cut down to what belongs to the act itself.
_LONG = 45
_LOOSE = frozenset(("advcl", "parataxis", "relcl", "ccomp", "conj"))
_ALWAYS_LEFT_OUT = frozenset(("parataxis", "punct", "cc"))


def extent(match: Match, parsed: Parsed) -> Span:
    """The clause: the words under the act's word, without what else is coordinated and without who is cited for it."""
    head = match.head
    tokens = _words(head, {token.i for token in match.trigger}, drop_loose=False)
    if len(tokens) > _LONG:
        tokens = _words(head, {token.i for token in match.trigger}, drop_loose=True)
    if head.dep_ in ("relcl", "acl") and match.clause is not None:
        owner = head.head
        before = [token for token in owner.lefts if token.dep_ in ("det", "compound", "amod", "poss")]
        tokens = [*before, owner, *tokens]
    first = min((*tokens, *match.trigger), key=lambda t: t.i)
    last = max((*tokens, *match.trigger), key=lambda t: t.i)
    if last.i - first.i > 2 * _LONG:
        low, high = min(t.i for t in match.trigger), max(t.i for t in match.trigger)
        first = head.doc[max(first.i, low - _LONG // 2)]
        last = head.doc[min(last.i, high + _LONG // 2)]
    return parsed.span((first, last))


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
