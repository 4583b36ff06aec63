"""The trained network at work: one window at a time through the encoder, one segment at a time through the linker.

Nothing is filled up and nothing is batched across windows, so that a window's result depends on that window alone.
"""

import functools
from collections.abc import Callable
from importlib import resources
from typing import NamedTuple

import numpy as np

from dragoman.reading.attributions.learned.decoding import Floats
from dragoman.reading.attributions.learned.features import Words
from dragoman.reading.attributions.learned.windows import Window
from dragoman.reading.encoding.embeddings import embedded
from dragoman.reading.encoding.labels import Ints
from dragoman.reading.encoding.pieces import pieces
from dragoman.reading.encoding.places import places
from dragoman.reading.encoding.running import session


class Inputs(NamedTuple):
    """What the encoder takes of a window: P pieces with its marks, W words."""

    pieces: Ints  # (P,)
    word: Ints  # (P,): the word of each piece, W for the marks
    first: Ints  # (W,): the first piece of each word
    features: Ints  # (W, 6)


class Network:
    """Encoder and linker, loaded; `embed` has the embeddings (P, 384) of word pieces (P,)."""

    def __init__(self, encoder: bytes, linker: bytes, *, embed: Callable[[Ints], Floats] = embedded) -> None:
        self._embed = embed
        self._encoder = session(encoder)
        self._linker = session(linker)

    def encode(self, given: Inputs) -> tuple[Floats, Floats]:
        """Word states (W, 384) and the log odds (W,) of each word to be the head of a cue."""
        told = {"word": given.word, "first": given.first, "features": given.features}
        words, heads = self._encoder.run(("words", "heads"), {"embedded": self._embed(given.pieces), **told})
        return words, heads

    def link(self, states: Floats, place: Ints, cues: Ints) -> tuple[Floats, Floats]:
        """For N candidates of a segment of S words: parts (N, S, 7) and log odds (N,) of being cues.

        `states` (S, 384) are the encoder's, `place` (N, S, 3), `cues` (N,) count within the segment.
        """
        parts, scores = self._linker.run(("parts", "cues"), {"words": states, "place": place, "cue": cues})
        return parts, scores


@functools.cache
def network() -> Network:
    """The network that this version ships."""
    folder = resources.files(__package__).joinpath("model")
    return Network(*(folder.joinpath(f"{name}.onnx").read_bytes() for name in ("encoder", "linker")))


def inputs(words: Words, window: Window) -> Inputs:
    """A window as the encoder takes it."""
    vocabulary = pieces()
    inside = words.pieces[window.start : window.end]
    count = len(inside)
    lengths = np.fromiter(map(len, inside), dtype=np.int64, count=count)
    ids = [vocabulary.first, *(piece for word in inside for piece in word), vocabulary.last]
    return Inputs(
        pieces=np.array(ids, dtype=np.int64),
        word=np.concatenate(([count], np.repeat(np.arange(count), lengths), [count])),
        first=1 + np.concatenate(([0], np.cumsum(lengths)[:-1])),
        features=words.features[window.start : window.end],
    )


def segment_places(words: Words, segment: tuple[int, int], cues: Ints) -> Ints:
    """The places (N, S, 3) of a segment's words to each candidate; a governor outside it counts as none."""
    start, end = segment
    numbers = np.arange(end - start)
    heads = words.head[start:end] - start
    heads = np.where((heads < 0) | (heads >= end - start), numbers, heads)
    return np.stack([places(heads, words.dependency[start:end], int(cue)) for cue in cues])
