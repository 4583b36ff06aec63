"""The trained network at work, one sentence at a time: nothing is filled up, so a sentence depends on itself alone."""

import functools
from importlib import resources
from typing import NamedTuple

import numpy as np

from dragoman.reading.encoding.embeddings import embedded
from dragoman.reading.encoding.labels import Floats, Ints
from dragoman.reading.encoding.places import places
from dragoman.reading.encoding.running import session
from dragoman.reading.events.learned.words import Words


class Scores(NamedTuple):
    """Of N acts in a sentence of W words."""

    plover: Floats  # (N, 16): log odds of each of PLOVER's events, "no event" first
    parts: Floats  # (N, W, 2): log odds of each word to stand for the agent, and for the patient


class Network:
    """The graph, loaded."""

    def __init__(self, graph: bytes) -> None:
        self._graph = session(graph)

    def score(self, words: Words, acts: Ints) -> Scores:
        """The scores of the acts that the words `acts` (N,), numbers in the sentence, name."""
        place = np.stack([places(words.head, words.dependency, int(act)) for act in acts])
        given = {"embedded": embedded(words.pieces), "first": words.first, "acts": acts, "place": place}
        return Scores(*self._graph.run(("plover", "parts"), given))


@functools.cache
def network() -> Network:
    """The network that this version ships."""
    return Network(resources.files(__package__).joinpath("model").joinpath("acts.onnx").read_bytes())
