"""Conditions: the clauses that say on what an act hangs, and the acts that they govern."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.events.vocabulary import read_yaml

_VERBS = frozenset(("VERB", "AUX"))
_DASHES = frozenset(("-", "--", "–", "—"))
_QUOTES = frozenset(('"', "“", "”", "``", "''"))
_KEY = "dragoman_conditions"
_STEPS = 6


class Condition(NamedTuple):
    """The words `[start, end)` of a condition, as tokens, its verb, and whether it is more than a time."""

    start: int
    end: int
    verb: int
    strict: bool  # "if", "unless", "as long as": not just "when" or "after"
    holds_back: bool  # fits an act that is told as not done: "will not return until ..."
    past: bool = False  # told as past: "after the talks had stalled"

    def words(self, doc: Doc) -> list[Token]:
        """Its tokens, first to last, punctuation at the ends left out."""
        inside = [token for token in doc[self.start : self.end] if not token.is_space]
        while inside and inside[-1].is_punct:
            inside.pop()
        return inside


class Conditions(NamedTuple):
    """The conditions of a block."""

    by_act: dict[int, Condition]  # by the index of the verb that they govern
    by_verb: dict[int, tuple[Condition, Token]]  # by the index of their own verb, with the verb that they govern


class _Words(NamedTuple):
    strict: frozenset[str]
    loose: frozenset[str]
    holding_back: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    concessive: frozenset[str]
    of_names: frozenset[str]


@functools.cache
def _words() -> _Words:
    data = read_yaml("conditions.yaml")
    return _Words(
        frozenset(data["strict"].split()),
        frozenset(data["loose"].split()),
        frozenset(data["holding_back"].split()),
        tuple(sorted((tuple(phrase.split()) for phrase in data["phrases"]), key=lambda p: (-len(p), p))),
        frozenset(data["concessive"].split()),
        frozenset(data["of_names"].split()),
    )


def conditions_of(doc: Doc) -> Conditions:
    """The conditions of a parse, found once and kept with it."""
    kept = doc.user_data.get(_KEY)
    if isinstance(kept, Conditions):
        return kept
    made = Conditions({}, {})
    for condition, act in (*_by_marker(doc), *_by_imperative(doc)):
        made.by_verb.setdefault(condition.verb, (condition, act))
        made.by_act.setdefault(act.i, condition)
        if condition.start < act.i:  # "if they refuse, the one would leave and the other would stay"
            for other in _coordinated(act):
                made.by_act.setdefault(other.i, condition)
    doc.user_data[_KEY] = made
    return made


def _by_marker(doc: Doc) -> Iterator[tuple[Condition, Token]]:
    known = _words()
    lasts = {phrase[-1] for phrase in known.phrases}
    for token in doc:
        word = token.lower_
        if word not in known.strict and word not in known.loose and word not in lasts:
            continue
        phrase = _phrase(token)
        if not phrase and word not in known.strict and word not in known.loose:
            continue
        if token.i and token.nbor(-1).lower_ in known.concessive:
            continue
        verb = _verb(token)
        if verb is None:
            continue
        found = _condition(token, phrase, verb)
        if found is not None:
            yield found


def _phrase(last: Token) -> tuple[str, ...]:
    """The conjunction of several words that ends with this one ("as long as"), if any."""
    for phrase in _words().phrases:
        first = last.i + 1 - len(phrase)
        if first < 0 or phrase[-1] != last.lower_:
            continue
        if tuple(token.lower_ for token in last.doc[first : last.i + 1]) == phrase:
            return phrase
    return ()


def _verb(marker: Token) -> Token | None:
    """The verb of the clause that a conjunction opens."""
    if marker.dep_ in ("mark", "advmod") and marker.head.i > marker.i and _is_clause(marker.head):
        return marker.head
    if marker.tag_ in ("VBN", "VBG", "IN") and marker.dep_ in ("prep", "advcl", "mark"):  # "provided that ..."
        below = (c for c in marker.children if c.dep_ in ("pcomp", "ccomp") and c.i > marker.i)
        return next((c for c in below if c.pos_ in _VERBS), None)
    return None


def _is_clause(token: Token) -> bool:
    return token.pos_ in _VERBS or any(child.dep_ in ("cop", "nsubj") for child in token.children)


def _condition(marker: Token, phrase: tuple[str, ...], verb: Token) -> tuple[Condition, Token] | None:
    start = marker.i + 1 - max(1, len(phrase))
    top, host = _climbed(verb, start)
    if host is None or host.i == top.i:
        return None
    end = _end(top, start, host)
    word = " ".join(phrase) or marker.lower_
    known = _words()
    strict = bool(phrase) or word in known.strict
    if strict and any(token.lower_ in known.of_names for token in marker.doc[start:end]):
        return None  # "on condition that he not be named"
    past = _is_past(top)
    if past and word == "after":
        return None
    found = Condition(start, end, top.i, strict, strict or word in known.holding_back, past)
    act = _act(found, host)
    if act is None or start <= act.i < end:
        return None
    return found, act


def _is_past(verb: Token) -> bool:
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return any(word in ("had", "was", "were", "did") for word in helpers) or (not helpers and verb.tag_ == "VBD")


def _climbed(verb: Token, start: int) -> tuple[Token, Token | None]:
    """The highest verb of the condition, and what it hangs on; a clause inside is often parsed as over the whole."""
    lowest = verb
    for _ in range(_STEPS):
        host = verb.head
        if host.pos_ == "ADV" and host.head.i != host.i:  # "as long as"
            host = host.head
        match verb.dep_:
            case "advcl" | "dep" | "parataxis":
                pass
            case "pcomp" | "ccomp" if host.i < verb.i and host.pos_ in ("VERB", "SCONJ", "ADP") and host.i >= start:
                return verb, host.head  # under "provided"
            case "ccomp" if host.i > verb.i:
                pass
            case "conj" if verb.i != lowest.i:
                pass
            case _:
                return verb, None
        own = any(c.dep_ in ("mark", "cc") or (c.dep_.startswith("nsubj") and c.i > verb.i) for c in host.children)
        inside = host.i > verb.i and host.dep_ in ("advcl", "conj", "dep") and not own
        if not inside or host.head.i > start:
            return verb, host
        verb = host
    return verb, None


def _end(top: Token, start: int, host: Token) -> int:
    """Where the condition's words end: at its last word before those of the act and of a source named between."""
    last: int = top.i
    stack = [top]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.i < start or child.i == host.i or (child.dep_ == "parataxis" and is_saying(child.lemma_.lower())):
                continue
            if not child.is_punct:
                last = max(last, child.i)
            stack.append(child)
    return last + 1 if host.i < start else min(last + 1, max(host.i, top.i + 1))


def _act(condition: Condition, host: Token) -> Token | None:
    """The verb that a condition governs, found through the verbs of saying that it is parsed under."""
    before = _before_parenthesis(condition, host)
    if before is not None:
        return before
    if host.pos_ not in _VERBS:
        around = host.head
        return around if around.pos_ in _VERBS else None
    if not is_saying(host.lemma_.lower()):
        return host
    fronted = condition.verb < host.i
    if host.dep_ == "parataxis" and host.head.pos_ in _VERBS:
        return host.head if condition.strict or not fronted else None
    told = [c for c in host.children if c.dep_ == "ccomp" and c.pos_ in _VERBS and c.i != condition.verb]
    if fronted:  # "when asked, he said that ...": a time of the saying
        return next((c for c in told if c.i > condition.verb), None) if condition.strict else None
    return next((c for c in reversed(told) if c.i < condition.start), None)


def _before_parenthesis(condition: Condition, host: Token) -> Token | None:
    """The verb before a parenthesis in dashes, where the condition stands right after it and hangs on a verb in it."""
    doc = host.doc
    at = condition.start - 1
    first = host.sent.start
    while at > first and doc[at].text in _QUOTES:
        at -= 1
    if at <= first or doc[at].text not in _DASHES:
        return None
    opening = next((n for n in range(at - 1, first, -1) if doc[n].text in _DASHES), None)
    if opening is None or not opening < host.i < at:
        return None
    outside = (token for token in doc[first:opening] if token.pos_ in _VERBS)
    return next((token for token in outside if not first <= token.head.i < opening or token.head.i == token.i), None)


def _by_imperative(doc: Doc) -> Iterator[tuple[Condition, Token]]:
    """What is asked for as the condition of what is promised: "Let the guns fall silent and we will talk"."""
    for token in doc:
        if token.tag_ != "MD" or token.lower_ not in ("will", "'ll", "’ll", "would", "shall"):
            continue
        act = token.head
        asked = act.head
        if asked.dep_ == "ccomp" and asked.head.lower_ == "let":
            asked = asked.head
        if act.dep_ != "conj" or asked.tag_ != "VB" or asked.i > act.i or asked.pos_ not in _VERBS:
            continue
        if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "neg") for child in asked.children):
            continue
        link = next((c for c in act.head.children if c.dep_ == "cc" and asked.i < c.i < act.i), None)
        if link is not None and link.lower_ == "and" and any(c.dep_.startswith("nsubj") for c in act.children):
            yield Condition(asked.i, link.i, asked.i, True, True), act


def _coordinated(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in _VERBS:
            yield child
            yield from _coordinated(child)
