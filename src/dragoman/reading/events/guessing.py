"""What the trained model adds to the frames: acts that no frame tells, their code, and who takes part in them."""

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.frames import Frame
from dragoman.reading.events.learned.coder import Coded, settings
from dragoman.reading.events.matching import Match, is_refused
from dragoman.reading.events.nouns import without_partitive
from dragoman.reading.events.roles import Roles, can_act
from dragoman.reading.events.vocabulary import type_coded
from dragoman.records.reading import Plover

# The type of an act that PLOVER has and that no frame tells.
OTHER = "other"
# The labels fold two of PLOVER's events into one of PLV's.
_UNFOLDED = {"YIELD": ("CONCEDE", "RETREAT"), "ACCUSE": ("ACCUSE",), "REQUEST": ("REQUEST",)}


def has_doer(verb: Token) -> bool:
    """Whether somebody does what a verb says: the model is asked of no other verb that no frame tells, for its time."""
    doer = Clause(verb).subject()
    return doer is not None and can_act(doer) and (doer.pos_ != "PRON" or doer.lower_ in _PERSONS)


_PERSONS = frozenset(("he", "she", "they", "who"))


def unframed(verb: Token, guess: Coded | None) -> Match | None:
    """A verb that no frame tells as an act of the type that its code stands for, or None where it is no sure act."""
    if guess is None or guess.act < settings().event or guess.sure < settings().event_code:
        return None
    if is_refused(verb):
        return None
    kind = type_coded().get(guess.event, OTHER)
    frame = Frame(type=kind)
    return Match(frame, verb, (verb,), Clause(verb), None)


def is_doubted(guess: Coded) -> bool:
    """Whether an act that the model alone tells is one only between names."""
    return guess.act < settings().sure or guess.sure < settings().sure_code


def with_guess(match: Match, who: Roles, guess: Coded | None) -> Roles:
    """The roles; for an active verb whose parse gives no agent and whose frame asks for none, with the model's."""
    if who.agent or guess is None or guess.agent is None:
        return who
    if match.clause is None or match.clause.passive or "agent" in match.frame.roles:
        return who  # of a passive whose doer is not told, nobody is guessed
    agent = without_partitive(guess.agent)
    taken = {token.i for token in (*who.patient, *who.recipient)}
    return who if agent.i in taken or not can_act(agent) else who._replace(agent=(agent,))


def coded_as(code: Plover, guess: Coded | None) -> Plover:
    """The frame's PLOVER event, or the model's where the frame has none or the model is sure of another."""
    if guess is None or (code.event is not None and guess.sure < settings().code):
        return code
    same = _UNFOLDED.get(guess.event, (guess.event,))
    return code if code.event in same else Plover(event=same[0])
