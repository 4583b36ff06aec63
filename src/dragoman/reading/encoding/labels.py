"""The parser's labels as numbers, for models that see the parse beside the words."""

import functools
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.records.vocabularies import from_yaml

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Labels(NamedTuple):
    """The parser's labels, by name."""

    dependencies: dict[str, int]
    tags: dict[str, int]
    entities: dict[str, int]


@functools.cache
def labels() -> Labels:
    """The labels of `labels.yaml`, numbered from 1."""
    raw = from_yaml(resources.files(__package__).joinpath("labels.yaml").read_text("utf-8"))
    return Labels(**{kind: {name: n for n, name in enumerate(names, 1)} for kind, names in raw.items()})
