"""Who takes part in an event: from a frame's slots to actors."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.events.clauses import after, antecedent
from dragoman.reading.events.matching import Match, filled
from dragoman.reading.events.nouns import conjuncts, is_thing, without_partitive
from dragoman.reading.parsed import Parsed

_VERB_ROLES = {"agent": ("subject",), "patient": ("object", "owner"), "recipient": ("dative", "to")}
_NOUN_ROLES = {"agent": ("poss", "by", "mod"), "patient": ("of", "on", "against"), "recipient": ("to", "for", "with")}
_OWNED = ("poss", "amod", "compound", "nmod")
_NO_ACTOR_LABELS = frozenset(("DATE", "TIME", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "EVENT"))
_POINTING = frozenset(("this", "that", "these", "those", "there", "what", "which", "who", "whom", "itself", "themselves"))


class Roles(NamedTuple):
    """The words that stand for those who take part; an empty tuple where nobody is named."""

    agent: tuple[Token, ...]
    patient: tuple[Token, ...]
    recipient: tuple[Token, ...]


def roles(match: Match) -> Roles:
    """The heads of the noun phrases in each role."""
    found = {name: tuple(_role(match, name)) for name in _VERB_ROLES}
    agents = found["agent"]
    taken = {token.i for token in agents}
    patients = tuple(token for token in found["patient"] if token.i not in taken)
    taken |= {token.i for token in patients}
    return Roles(agents, patients, tuple(token for token in found["recipient"] if token.i not in taken))


def ids(tokens: tuple[Token, ...], book: ActorBook) -> tuple[str, ...]:
    """The actors that the tokens stand for, each once, in the order told."""
    return tuple(dict.fromkeys(book.resolve(token) for token in tokens))


def _role(match: Match, name: str) -> Iterator[Token]:
    default = _VERB_ROLES if match.clause is not None else _NOUN_ROLES
    for slot in match.frame.roles.get(name, default[name]):
        noun = _slot(match, slot)
        if noun is None:
            continue
        found = tuple(beings(noun))
        if found:
            yield from found
            return


def _slot(match: Match, slot: str) -> Token | None:
    if slot == "-":
        return None
    if match.clause is None:
        noun = match.head
        if slot == "poss":
            return next((child for child in noun.children if child.dep_ == "poss"), None)
        if slot == "mod":
            return next((child for child in noun.children if child.dep_ in _OWNED and _is_name(child)), None)
        return after(noun, slot)
    if slot == "owner":
        thing = match.clause.object()
        return owner(thing) if thing is not None else None
    return filled(slot, match.clause)


def owner(thing: Token) -> Token | None:
    """Whose a thing is: "the envoys' plan", "a plan by the envoys", "the Varran plan"."""
    for child in thing.children:
        if child.dep_ == "poss" and child.pos_ != "ADJ":
            return child
    for preposition in ("by", "from", "of", "for", "against", "on", "in"):
        noun = after(thing, preposition)
        if noun is not None and noun.pos_ != "VERB":
            if not is_thing(noun):
                return noun
            inner = owner(noun)
            if inner is not None:
                return inner
    return next((child for child in thing.children if child.dep_ in _OWNED and _is_name(child)), None)


def beings(noun: Token) -> Iterator[Token]:
    """Those of a coordination who can act, each as the head of its noun phrase; the owner in place of a thing."""
    for part in conjuncts(noun):
        head = antecedent(without_partitive(part))
        if _can_act(head):
            yield head
        elif is_thing(head) or head.pos_ == "VERB":
            whose = owner(head)
            if whose is not None and _can_act(whose):
                yield from conjuncts(whose)


def _can_act(noun: Token) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") or noun.lower_ in _POINTING:
        return False
    if noun.ent_type_ in _NO_ACTOR_LABELS and noun.pos_ != "PRON":
        return False
    if noun.dep_ == "expl" or (noun.lower_ == "it" and _is_expletive(noun)):
        return False
    return not is_thing(noun)


def _is_expletive(it: Token) -> bool:
    return it.dep_ in ("nsubj", "nsubjpass") and any(
        child.dep_ in ("ccomp", "csubj") or (child.dep_ == "xcomp" and it.dep_ == "nsubjpass") for child in it.head.children
    )


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON", "LOC")


def place(match: Match, parsed: Parsed) -> str | None:
    """Where it took place, in the report's words: the name after "in", "at" or "from" of the act or of its object."""
    hosts = [match.head, *(token for token in match.trigger if token.i != match.head.i)]
    for host in hosts:
        for preposition in ("in", "at"):
            noun = after(host, preposition)
            if noun is not None and noun.ent_type_ in ("GPE", "LOC", "FAC"):
                return parsed.span(_name(noun)).of(parsed.report.text)
    return None


def _name(noun: Token) -> list[Token]:
    words = [child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return [*words, noun]
