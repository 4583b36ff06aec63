"""Noun phrases: their head, their words, and the described actor that one stands for."""

from spacy.tokens import Doc, Token

from dragoman.reading.actors.draft import Draft
from dragoman.records.reading import ActorKind

_NAME_PARTS = frozenset({"compound", "flat", "nmod", "amod", "det", "poss", "case", "nummod", "quantmod", "punct"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "case", "advmod", "neg"})
# A description longer than this tells a story; its name is cut here.
_LONGEST = 12


def head_of(token: Token) -> Token:
    """The head of the noun phrase that `token` belongs to; the token itself where it is in none."""
    seen = 0
    while token.dep_ in _NAME_PARTS and token.head.i > token.i and seen < _LONGEST:
        if token.dep_ == "poss":
            break
        token = token.head
        seen += 1
    return token


def phrase(head: Token) -> tuple[int, int]:
    """The token range of the noun phrase headed by `head`: its modifiers before it, no relative clause after it."""
    doc: Doc = head.doc
    start = head.i
    for child in head.lefts:
        if child.dep_ in _MODIFIERS and child.left_edge.i < start and head.i - child.left_edge.i <= _LONGEST:
            start = child.left_edge.i
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return start, head.i + 1


def described(head: Token, known: dict[int, Draft]) -> Draft:
    """A described actor for the noun phrase headed by `head`."""
    start, end = phrase(head)
    words = [t for t in head.doc[start:end] if not t.is_space]
    if len(words) > 1 and words[0].lower_ in {"the", "a", "an"}:
        words = words[1:]
    name = "".join(t.text_with_ws for t in words).strip() or head.text
    owner = next((known[c.i] for c in head.lefts if c.i in known and known[c.i].named), None)
    return Draft(ActorKind.OTHER, name, named=False, of=owner, mentions=[(start, end)])
