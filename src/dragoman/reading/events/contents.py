"""What an act is about: the acts that a request asks for, a promise promises, a threat threatens with."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.reading.events.matching import Match
from dragoman.reading.events.vocabulary import event_types
from dragoman.records.reading import ReadEvent

_UP = 10  # words on the way from an act to the one that it is the content of
# What an act hangs on the one that governs it by: "asked to leave", "demanded that ...", "request for the closure".
_UNDER = frozenset(("xcomp", "ccomp", "pcomp", "acl", "prep", "pobj", "dobj", "conj", "poss", "compound", "advcl"))
# "at their request", "under pressure from ...": what the noun is about is the clause that it stands in.
_AT = frozenset(("at", "on", "upon", "under", "following", "after"))


def with_contents(found: Iterable[tuple[Match, ReadEvent]]) -> tuple[ReadEvent, ...]:
    """The events, each of a type that has acts for its content with the ids of these."""
    found = tuple(found)
    at = {word.i: event for match, event in found for word in (match.head, *match.trigger)}
    inside: dict[str, dict[str, None]] = {}
    for match, event in found:
        holder = _holder(match.head, event, at)
        if holder is not None:
            inside.setdefault(holder.id, {})[event.id] = None
        asked = _asked(match.head, event, at)
        if asked is not None:
            inside.setdefault(event.id, {})[asked.id] = None
    return tuple(event.but(content=tuple(inside[event.id])) if event.id in inside else event for _, event in found)


def _holder(head: Token, event: ReadEvent, at: dict[int, ReadEvent]) -> ReadEvent | None:
    """The act whose content an act is."""
    word = head
    for _ in range(_UP):
        if word.dep_ not in _UNDER or (word.dep_ == "prep" and word.lower_ in _AT) or _has_own_subject(word):
            return None
        word = word.head
        over = at.get(word.i)
        if over is not None and over.id != event.id and event_types()[over.type].of_acts:
            return over
    return None


def _has_own_subject(word: Token) -> bool:
    return word.dep_ in ("conj", "advcl") and any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children)


def _asked(head: Token, event: ReadEvent, at: dict[int, ReadEvent]) -> ReadEvent | None:
    """The act done "at the request of" somebody."""
    if (
        head.pos_ != "NOUN"
        or head.dep_ != "pobj"
        or head.head.lower_ not in _AT
        or not event_types()[event.type].of_acts
    ):
        return None
    done = at.get(head.head.head.i)
    return done if done is not None and done.id != event.id else None
