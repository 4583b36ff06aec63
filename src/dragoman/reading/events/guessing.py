"""What the trained model adds to the frames: acts that no frame tells, their code, and who takes part in them."""

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.frames import Frame
from dragoman.reading.events.learned.coder import Coded, settings
from dragoman.reading.events.matching import Match
from dragoman.reading.events.nouns import is_being
from dragoman.reading.events.roles import Roles
from dragoman.records.reading import Plover

# The type of an act that PLOVER has and that no frame tells.
OTHER = "other"
_UNFRAMED = Frame(type=OTHER, particle=None, wants=(), refuses=(), roles={}, negated=False, plover=None, rank=0)
# The labels fold two of PLOVER's events into one of PLV's.
_UNFOLDED = {"YIELD": ("CONCEDE", "RETREAT"), "ACCUSE": ("ACCUSE",), "REQUEST": ("REQUEST",)}


def is_act(guess: Coded | None) -> bool:
    """Whether the model takes a verb that no frame tells for an act."""
    return guess is not None and guess.act >= settings().event


def unframed(verb: Token) -> Match:
    """A verb as an act of type `other`."""
    return Match(_UNFRAMED, verb, (verb,), Clause(verb), None)


def with_guess(who: Roles, guess: Coded | None) -> Roles:
    """The roles, with the model's agent where the parse gives none."""
    if who.agent or guess is None or guess.agent is None or not is_being(guess.agent):
        return who
    taken = {token.i for token in (*who.patient, *who.recipient)}
    return who if guess.agent.i in taken else who._replace(agent=(guess.agent,))


def coded_as(code: Plover, guess: Coded | None) -> Plover:
    """The frame's PLOVER event, or the model's where the frame has none or the model is sure of another."""
    if guess is None or (code.event is not None and guess.sure < settings().code):
        return code
    same = _UNFOLDED.get(guess.event, (guess.event,))
    return code if code.event in same else Plover(event=same[0])
