"""Whose a stance is: its subject, or the source that speaks of itself or says what must be."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.nouns import conjuncts, is_being, is_none, is_thing, lemma
from dragoman.reading.stances.telling import Told
from dragoman.records.reading import ActorKind, Attribution

_FIRST = frozenset(("i", "we", "our", "my", "us", "ours"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "his", "her", "its", "their"))
_TURNING_DOWN = frozenset(("reject", "refuse", "rebuff", "dismiss", "spurn", "deny", "decline", "veto"))
_MOST = 4


def holder(told: Told, said: Attribution | None, book: ActorBook) -> Iterator[str]:
    """The actors whose stance it is; nobody where that is not told."""
    source = said.actor if said is not None else None
    if told.by_source:
        if source is not None:
            yield source
        return
    if told.subject is None:
        return
    found = list(dict.fromkeys(_resolved(told.subject, source, book)))[:_MOST]
    if told.first_person and not any(_speaks_of_itself(one, source, book) for one in found):
        return
    yield from found


def _resolved(subject: Token, source: str | None, book: ActorBook) -> Iterator[str]:
    for token in conjuncts(subject):
        if token.lower_ in _FIRST:
            if source is not None:
                yield source
            continue
        if not is_being(token) or is_thing(token) or token.dep_ == "expl" or is_none(token):
            continue
        actor = book.resolve(token)
        if token.dep_ == "poss" and _is_turned_down_by(token.head, actor, book):
            continue  # nobody turns down its own request: whose it is, is not known
        if token.lower_ in _PRONOUNS and source is not None and _says_of_itself(token, source, book):
            yield source
        elif token.lower_ not in _PRONOUNS or not _is_nobody(actor, book):
            yield actor
        elif source is not None:
            yield source


def _says_of_itself(pronoun: Token, source: str, book: ActorBook) -> bool:
    """Whether a pronoun is the subject of what a source says, and can stand for it: "the council says it rejects"."""
    verb = pronoun.head
    if not pronoun.dep_.startswith("nsubj") or verb.dep_ != "ccomp" or not is_saying(verb.head.lemma_.lower()):
        return False
    is_person = book.actor(source).kind is ActorKind.PERSON
    return pronoun.lower_ == "they" or is_person is (pronoun.lower_ in ("he", "she"))


def _is_nobody(actor: str, book: ActorBook) -> bool:
    return not book.actor(actor).named and book.actor(actor).name.lower() in _PRONOUNS


def _speaks_of_itself(actor: str, source: str | None, book: ActorBook) -> bool:
    """Whether a source is the actor, or speaks for it."""
    at = source
    for _ in range(_MOST):
        if at is None:
            return False
        if at == actor:
            return True
        at = book.actor(at).of
    return False


def _is_turned_down_by(thing: Token, actor: str, book: ActorBook) -> bool:
    """Whether it is the actor itself that is told to turn down what would be its own."""
    verb = thing.head
    if thing.dep_ != "dobj" or lemma(verb) not in _TURNING_DOWN:
        return False
    doer = Clause(verb).subject()
    before = verb.sent[: max(0, verb.i - verb.sent.start)]
    words = [doer] if doer is not None else [token for token in before if token.pos_ in ("NOUN", "PROPN")]
    return any(is_being(token) and book.resolve(token) == actor for token in words)
