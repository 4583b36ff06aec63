"""What the model says of the acts of a block: their PLOVER event, and who takes part."""

import functools
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Token

from dragoman.reading.encoding.labels import Floats, Ints
from dragoman.reading.events.learned.network import network
from dragoman.reading.events.learned.words import words
from dragoman.records.vocabularies import from_yaml


class Settings(NamedTuple):
    """Thresholds and labels, as `model/settings.yaml` has them."""

    events: tuple[str, ...]  # PLOVER's events, in the graph's order; the first is none
    event: float  # probability from which on a verb that no frame tells is an act between names ...
    event_code: float  # ... and its likeliest event's, given that it is one
    sure: float  # the same for an act of anybody
    sure_code: float
    code: float  # probability from which on the model's event stands instead of the frame's
    part: float  # log odds from which on a word stands for who takes part


class Coded(NamedTuple):
    """What the model says of one act."""

    event: str  # the likeliest PLOVER event
    sure: float  # its probability, given that there is one
    act: float  # the probability that there is an event at all
    agent: Token | None  # the likeliest word, where it is likely enough
    patient: Token | None


@functools.cache
def settings() -> Settings:
    """The thresholds that were chosen with the model."""
    raw = from_yaml(resources.files(__package__).joinpath("model").joinpath("settings.yaml").read_text("utf-8"))
    return Settings(**{**raw, "events": tuple(raw["events"])})


def coded(doc: Doc, heads: Iterable[int]) -> dict[int, Coded]:
    """What the model says of each of the words `heads` (indexes in the doc), sentence by sentence."""
    wanted = sorted(set(heads))
    found: dict[int, Coded] = {}
    at = 0
    while at < len(wanted):
        sentence = doc[wanted[at]].sent
        inside = [index for index in wanted[at:] if index < sentence.end]
        at += len(inside)
        known = words(sentence)
        numbers = known.at
        asked = [index for index in inside if index in numbers]
        if not asked:
            continue
        scores = network().score(known, np.array([numbers[index] for index in asked], dtype=np.int64))
        chances = _softmax(scores.plover)
        for index, chance, parts in zip(asked, chances, scores.parts, strict=True):
            best = 1 + int(chance[1:].argmax())
            agent, patient = (_likeliest(doc, known.token, parts[:, column]) for column in (0, 1))
            act = float(1 - chance[0])
            found[index] = Coded(settings().events[best], float(chance[best]) / max(act, 1e-9), act, agent, patient)
    return found


def _likeliest(doc: Doc, tokens: Ints, odds: Floats) -> Token | None:
    best = int(odds.argmax())
    return doc[int(tokens[best])] if odds[best] >= settings().part else None


def _softmax(odds: Floats) -> Floats:
    raised = np.exp(odds - odds.max(axis=-1, keepdims=True))
    whole: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return whole
