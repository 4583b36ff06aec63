"""Where a word stands in the parse to a cue: under which of its dependents, or of those of what governs it."""

import functools

import numpy as np

from dragoman.reading.encoding.labels import Ints, labels

# How far up from the cue dependents are told apart.
LEVELS = 4
# Levels besides: the chain from the cue up itself, and other sentences before and after.
CHAIN, BEFORE, AFTER = LEVELS, LEVELS + 1, LEVELS + 2
# Bounds of the classes of distance in words.
_BOUNDS = np.array([1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 45])


@functools.cache
def sizes() -> tuple[int, int, int]:
    """How many levels, dependencies and distances there are."""
    return LEVELS + 3, len(labels().dependencies) + 1, 2 * len(_BOUNDS) + 1


def places(heads: Ints, dependencies: Ints, cue: int) -> Ints:
    """Level, dependency and distance of each word of a segment to the word `cue`: shape (words, 3).

    `heads` count within the segment; a word whose governor is outside it governs itself. The level is how far above
    the cue the dependent hangs that a word belongs to (0: one of the cue's own), the dependency is its label.
    """
    count = len(heads)
    numbers = np.arange(count)
    chain = [cue]
    while len(chain) < LEVELS and heads[chain[-1]] != chain[-1]:
        chain.append(int(heads[chain[-1]]))
    level_of = np.full(count, -1)
    level_of[chain] = np.arange(len(chain))
    # Climb from each word until the next step would enter the chain, or at a root: doubling the step each time.
    climb = np.where((level_of >= 0) | (level_of[heads] >= 0), numbers, heads)
    for _ in range(max(1, count.bit_length())):
        climb = climb[climb]
    level = level_of[heads[climb]]
    level = np.where(level_of >= 0, CHAIN, level)
    level = np.where(level < 0, np.where(numbers < cue, BEFORE, AFTER), level)
    distance = numbers - cue
    bucket = np.searchsorted(_BOUNDS, np.abs(distance), side="right")
    return np.stack((level, dependencies[climb], np.where(distance < 0, len(_BOUNDS) + bucket, bucket)), axis=1).astype(
        np.int64
    )
