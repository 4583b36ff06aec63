"""Windows: runs of whole paragraphs that the encoder reads at once, and the segments in them that a cue reaches."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dragoman.reading.attributions.learned.features import Start, Words
from dragoman.reading.encoding.labels import Ints

# Word pieces in a window, its first and last mark aside. Two in a hundred paragraphs of news are longer.
SIZE = 254


class Window(NamedTuple):
    """Words `[start, end)` of a block, read together. `segments` cut it into paragraphs, or parts of a long one."""

    start: int
    end: int
    segments: tuple[tuple[int, int], ...]


def windows(words: Words, size: int = SIZE) -> Iterator[Window]:
    """The block in windows of at most `size` pieces: a longer paragraph is cut at a sentence, a longer one anywhere."""
    start, length = 0, 0
    segments: list[tuple[int, int]] = []
    for segment, pieces in _segments(words, size):
        if segments and length + pieces > size:
            yield Window(start, segments[-1][1], tuple(segments))
            start, length, segments = segment[0], 0, []
        segments.append(segment)
        length += pieces
    if segments:
        yield Window(start, segments[-1][1], tuple(segments))


def _segments(words: Words, size: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Paragraphs, or parts of them that fit, with their lengths in pieces."""
    lengths = np.array([len(p) for p in words.pieces], dtype=np.int64)
    ends = np.concatenate(([0], np.cumsum(lengths)))
    starts = words.features[:, 5]
    bounds = np.flatnonzero(np.diff(words.paragraph)) + 1
    for low, high in zip([0, *bounds.tolist()], [*bounds.tolist(), len(words)], strict=True):
        at = low
        while at < high:
            fits = int(np.searchsorted(ends, ends[at] + size, side="right")) - 1
            cut = high if fits >= high else _cut(starts, at, fits)
            yield (at, cut), int(ends[cut] - ends[at])
            at = cut


def _cut(starts: Ints, at: int, fits: int) -> int:
    """The last start of a sentence in `(at, fits]`; `fits` where there is none."""
    inside = np.flatnonzero(starts[at + 1 : fits + 1] >= Start.SENTENCE)
    return at + 1 + int(inside[-1]) if len(inside) else max(fits, at + 1)
