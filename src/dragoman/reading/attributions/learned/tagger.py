"""The attributions that the trained network finds in a block, as words."""

import functools
from collections.abc import Iterator
from importlib import resources

import numpy as np

from dragoman.reading.attributions.learned.decoding import Linked, Settings, decoded
from dragoman.reading.attributions.learned.features import Words, words
from dragoman.reading.attributions.learned.network import Network, inputs, network, segment_places
from dragoman.reading.attributions.learned.windows import Window, windows
from dragoman.reading.attributions.scene import Scene
from dragoman.records.vocabularies import from_yaml


@functools.cache
def settings() -> Settings:
    """The thresholds that were chosen with the model, from `model/settings.yaml`."""
    text = resources.files(__package__).joinpath("model").joinpath("settings.yaml").read_text("utf-8")
    return Settings(**from_yaml(text))


def tagged(scene: Scene) -> tuple[Linked, ...]:
    """What the network finds, as token indexes of the doc, by the cue's head."""
    found = words(scene)
    return tuple(
        Linked(int(found.token[one.head]), one.score, *(tuple(found.token[list(part)].tolist()) for part in one[2:]))
        for window in windows(found)
        for one in linked(network(), found, window, settings())
    )


def linked(model: Network, found: Words, window: Window, chosen: Settings) -> Iterator[Linked]:
    """The attributions of one window, as word numbers of the block."""
    states, heads = model.encode(inputs(found, window))
    for start, end in window.segments:
        low, high = start - window.start, end - window.start
        candidates = np.flatnonzero(heads[low:high] >= chosen.candidate)
        if not len(candidates):
            continue
        parts, second = model.link(states[low:high], segment_places(found, (start, end), candidates), candidates)
        scores = (1 - chosen.linked) * heads[low:high][candidates] + chosen.linked * second
        for one in decoded(candidates, scores, parts, chosen):
            yield Linked(one.head + start, one.score, *(tuple(w + start for w in part) for part in one[2:]))
