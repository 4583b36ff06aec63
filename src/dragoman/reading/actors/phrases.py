"""Noun phrases: their head, their words, whose they are, and the described actor that one stands for."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.tokens import Tokens
from dragoman.records.reading import ActorKind

# A mark that a broken line tore from its word.
_SPLIT_MARK = re.compile(r" (['’](?:s\b)?|-)(?=\s|\w|$)")
_NAME_PARTS = frozenset({"compound", "amod", "det", "case", "nummod", "quantmod", "nmod"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "case", "advmod", "predet"})
_ARTICLES = frozenset({"the", "a", "an"})
# A description longer than this tells a story; its name is cut here.
_LONGEST = 12
_OWNING_PREPOSITIONS = frozenset({"of", "for", "from", "to"})


def head_of(token: Token) -> Token:
    """The head of the noun phrase that `token` belongs to; the token itself where it is in none."""
    steps = 0
    while token.dep_ in _NAME_PARTS and token.head.i > token.i and steps < _LONGEST:
        token = token.head
        steps += 1
    return token


def phrase(head: Token) -> tuple[int, int]:
    """The token range of the noun phrase headed by `head`: its modifiers before it, no relative clause after it."""
    doc: Doc = head.doc
    start = head.i
    for child in head.lefts:
        edge = child.left_edge.i
        if child.dep_ in _MODIFIERS and edge < start and head.i - edge <= _LONGEST:
            start = edge
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return start, head.i + 1


def words_of(doc: Doc, start: int, end: int) -> str:
    """The words of a phrase without its leading article, white space made one space."""
    words = [t for t in doc[start:end] if not t.is_space]
    if len(words) > 1 and words[0].lower_ in _ARTICLES:
        words = words[1:]
    return _SPLIT_MARK.sub(r"\1", " ".join("".join(t.text_with_ws for t in words).split()))


def described(head: Token, known: Mapping[int, Draft]) -> Draft:
    """A described actor for the noun phrase headed by `head`, of no certain kind."""
    start, end = phrase(head)
    owner = next((known[c.i] for c in head.lefts if c.i in known and known[c.i].named), None)
    draft = Draft(ActorKind.OTHER, words_of(head.doc, start, end) or head.text, named=False, of=owner)
    draft.add(start, end)
    return draft


def owner_of(tokens: Tokens, i: int, known: Mapping[int, Draft], peoples: Mapping[int, Draft]) -> Draft | None:
    """Whose the thing or person named by the noun at `i` is: "Osk's X", "the Oskan X", "the Osk X", "X for Osk"."""
    for child in tokens.children[i]:
        if child < i and tokens.dep[child] in {"poss", "amod", "compound", "nmod", "nsubj", "dep"}:
            owner = known.get(child) or peoples.get(child)
            if owner is not None and not (owner.place and owner.key is None):
                return owner
    owner = _beside(tokens, i, known, peoples)
    return owner or _after(tokens, i, known, peoples)


def _beside(tokens: Tokens, i: int, known: Mapping[int, Draft], peoples: Mapping[int, Draft]) -> Draft | None:
    """The name right before the noun or its adjectives, when the parser lost the tie."""
    at = i - 1
    while at >= 0 and i - at <= 6 and tokens.sentence[at] == tokens.sentence[i]:
        found = known.get(at) or peoples.get(at)
        if found is not None and (found.named or tokens.owns(at + 1)):
            return found
        if not (tokens.pos[at] in {"ADJ", "NOUN", "PROPN"} or tokens.owns(at) or tokens.text[at] in {"-", "’", "'"}):
            return None
        at -= 1
    return None


def _after(tokens: Tokens, i: int, known: Mapping[int, Draft], peoples: Mapping[int, Draft]) -> Draft | None:
    at = i + 1
    if at >= len(tokens) or tokens.low[at] not in _OWNING_PREPOSITIONS:
        return None
    at += 1
    best: Draft | None = None
    for j in range(at, min(at + 7, len(tokens))):
        if tokens.pos[j] in {"VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ"} and tokens.text[j] not in {"-", "’", "'"}:
            break
        found = known.get(j) or peoples.get(j)
        if found is None:
            continue
        # "spokesman for Osk's ministry": the ministry, once it is known, not Osk.
        if not found.place:
            best = found
    return best


def written(tokens: Tokens, start: int, end: int) -> str:
    """The words of the tokens `[start, end)` as the text has them, on one line."""
    return _SPLIT_MARK.sub(r"\1", " ".join(str(tokens.doc[start:end].text).split()))
