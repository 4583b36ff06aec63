"""The actors on each side of an act: who does it, to whom it is done, who receives it."""

from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.events.affected import bears_on
from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.learned.coder import Coded
from dragoman.reading.events.matching import Match
from dragoman.reading.events.nouns import is_day, is_in_class, without_partitive
from dragoman.reading.events.roles import Roles, can_act, ids
from dragoman.reading.events.vocabulary import event_types
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ActorKind


class Block(NamedTuple):
    """Where actors are looked up."""

    parsed: Parsed
    book: ActorBook
    times: frozenset[int]  # words that tell a time: nobody's


class Sides(NamedTuple):
    """Ids of actors; nobody is on two sides."""

    agent: tuple[str, ...]
    patient: tuple[str, ...]
    recipient: tuple[str, ...]
    affected: tuple[str, ...]  # of the patients those whom the act only bears on: no argument of its word names them


def sides(match: Match, who: Roles, guess: Coded | None, block: Block) -> Sides:
    """The sides of an act; `guess` is what the model says of it."""
    parsed, book, _ = block
    agent = _spoken_for(ids(who.agent, parsed, book), who, parsed, book)
    sends = event_types()[match.frame.type].sends
    done_to = tuple(_addressed(token) for token in who.patient if not (sends and is_in_class(token, "forces")))
    patient = ids(done_to, parsed, book)
    patient = tuple(one for one in patient if one not in agent) or (patient if not agent else ())
    affected: tuple[str, ...] = ()
    if not patient and not who.recipient:
        patient = _others(match, agent)
        affected = () if patient else _near(match, agent, who, guess, block)
    elif not is_named((*patient, *ids(who.recipient, parsed, book)), book):
        affected = tuple(one for one in _named_near(match, who, block) if one not in (*agent, *patient))
    patient = patient + affected
    recipient = tuple(one for one in ids(who.recipient, parsed, book) if one not in (*agent, *patient))
    return Sides(agent, patient, recipient, affected)


def _spoken_for(agent: tuple[str, ...], who: Roles, parsed: Parsed, book: ActorBook) -> tuple[str, ...]:
    """The agents; whoever says "they will not end the strike" of no one else named stands for them."""
    if len(agent) != 1 or len(who.agent) != 1 or book.actor(agent[0]).name.lower() not in _SPEAKERS_OWN:
        return agent
    if book.actor(agent[0]).name.lower() in _OTHERS and _is_quoted(who.agent[0]):
        return agent  # in his own words a speaker calls himself by no third person
    clause = next((above for above in who.agent[0].ancestors if above.dep_ == "ccomp"), None)
    speaker = Clause(clause.head).subject() if clause is not None and clause.head.pos_ == "VERB" else None
    if speaker is None or not can_act(speaker) or speaker.pos_ == "PRON":
        return agent
    return ids((speaker,), parsed, book)


_OTHERS = frozenset(("they", "it", "he", "she"))


def _is_quoted(token: Token) -> bool:
    """Whether a quotation is open where a word stands, by the marks of its sentence."""
    before = token.doc[token.sent.start : token.i].text
    return bool(before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1)


_TELLING = frozenset(("inform", "tell", "warn", "notify", "advise"))


def _addressed(token: Token) -> Token:
    """Whoever "they" are in what somebody is told of themselves: "told the envoys that they were no longer welcome"."""
    verb = token.head
    if token.lower_ not in ("they", "it") or token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp":
        return token
    if verb.head.lemma_.lower() not in _TELLING:
        return token
    clause = Clause(verb.head)
    told = clause.object() or clause.dative()
    return told if told is not None and can_act(told) else token


# Words for oneself and one's own side in reported speech.
_SPEAKERS_OWN = frozenset(
    ("they", "we", "it", "he", "she", "i", "his country", "her country", "their country", "our country")
)


def _is_thing_or_somebody(noun: Token, match: Match) -> bool:
    """Whether a word can stand for what is acted on: a noun that is no part of the act's own words."""
    if noun.pos_ == "PRON":
        return can_act(noun)
    return noun.pos_ in ("NOUN", "PROPN") and not is_day(noun) and noun.i not in {word.i for word in match.trigger}


def is_named(actors: tuple[str, ...], book: ActorBook) -> bool:
    """Whether one of them goes by a name."""
    return any(book.actor(one).named and book.actor(one).kind is not ActorKind.OTHER for one in actors)


def is_somebody(actors: tuple[str, ...], book: ActorBook) -> bool:
    """Whether one of them is a person, a group or a body, named or not; no mere thing."""
    return any(book.actor(one).kind is not ActorKind.OTHER for one in actors)


def _others(match: Match, agent: tuple[str, ...]) -> tuple[str, ...]:
    """The others of those who do together what is done with each other."""
    return agent[1:] if event_types()[match.frame.type].mutual else ()


def _named_near(match: Match, who: Roles, block: Block) -> tuple[str, ...]:
    """Whom it bears on where those it is done to go by no name: the nearest who do, "helped people in the islands"."""
    parsed, book, times = block
    taken = frozenset(token.i for token in (*who.agent, *who.patient))
    inside = frozenset(word.i for token in who.patient for word in token.lefts)  # "a Varran team" names no one else
    for whom in bears_on(match, taken | inside | times):
        found = tuple(one for one in ids(whom, parsed, book) if is_named((one,), book))
        if found:
            return found
    return ()


def _near(match: Match, agent: tuple[str, ...], who: Roles, guess: Coded | None, block: Block) -> tuple[str, ...]:
    """Whom it bears on: as the model says, else the nearest below the act; forces that it is done with, at the last."""
    parsed, book, times = block
    doers = frozenset(token.i for token in who.agent)
    own = frozenset((*agent, *ids(who.agent, parsed, book)))
    sends = event_types()[match.frame.type].sends
    said = without_partitive(guess.patient) if guess is not None and guess.patient is not None else None
    first: tuple[tuple[Token, ...], ...] = ()
    if said is not None and said.i not in doers | times and _is_thing_or_somebody(said, match):
        first = ((said,),)
    for whom in chain(first, bears_on(match, doers | times)):
        if sends and any(is_in_class(token, "forces") for token in whom):
            continue
        found = tuple(one for one in ids(whom, parsed, book) if one not in own)
        if found:
            return found
    return tuple(one for one in ids(who.patient, parsed, book) if one not in own)
