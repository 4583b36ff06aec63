"""From the linker's scores to word spans: the best runs of words, by what begins, ends and stands inside them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Marks = npt.NDArray[np.bool_]

# The linker's columns.
SOURCE, CUE, CONTENT, SOURCE_BEGINS, SOURCE_ENDS, CONTENT_BEGINS, CONTENT_ENDS = range(7)


class Settings(NamedTuple):
    """What dev chose. Thresholds are log odds; the weight of a boundary is against that of a word."""

    candidate: float = -1.0
    cue: float = 0.0
    linked: float = 0.5
    source: float = 0.0
    content: float = 0.0
    boundary: float = 1.0
    same: float = 0.5


class Linked(NamedTuple):
    """One attribution: word numbers, sorted; `score` in log odds."""

    head: int
    score: float
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def runs(inside: Floats, begins: Floats, ends: Floats) -> Marks:
    """The best runs of words for each row: shape (N, S), scores in log odds, white for what is not chosen.

    The sum over chosen words of `inside`, over first words of runs of `begins` and over last words of `ends` is
    the greatest there is (Viterbi's algorithm over two states).
    """
    rows, length = inside.shape
    out, into = np.zeros(rows, dtype=np.float32), np.full(rows, -np.inf, dtype=np.float32)
    from_out = np.zeros((length, rows), dtype=np.bool_)  # inside, and the word before is not
    from_in = np.zeros((length, rows), dtype=np.bool_)  # outside, and the word before is the last of a run
    for at in range(length):
        entering = out + begins[:, at]
        leaving = into + ends[:, at - 1]
        from_out[at] = entering > into
        from_in[at] = leaving > out
        out, into = np.maximum(out, leaving), np.maximum(entering, into) + inside[:, at]
    chosen = np.zeros((rows, length), dtype=np.bool_)
    state = (into + ends[:, -1] > out) if length else np.zeros(rows, dtype=np.bool_)
    for at in range(length - 1, -1, -1):
        chosen[:, at] = state
        state = np.where(state, ~from_out[at], from_in[at])
    return chosen


def decoded(heads: npt.NDArray[np.int64], scores: Floats, parts: Floats, settings: Settings) -> list[Linked]:
    """The attributions of one segment. `heads` (N,) are candidate words, `scores` (N,) their log odds of being a cue's
    head, `parts` (N, S, 7) the linker's. Word numbers count within the segment.
    """
    weight = settings.boundary
    source = runs(
        parts[..., SOURCE] + settings.source, weight * parts[..., SOURCE_BEGINS], weight * parts[..., SOURCE_ENDS]
    )
    content = runs(
        parts[..., CONTENT] + settings.content, weight * parts[..., CONTENT_BEGINS], weight * parts[..., CONTENT_ENDS]
    )
    cue = parts[..., CUE] > 0
    found: list[Linked] = []
    for n in np.argsort(-scores, kind="stable"):
        head = int(heads[n])
        if scores[n] < settings.cue or not content[n].any():
            continue
        cue[n, head] = True
        cue[n] &= ~source[n]
        said = content[n] & ~cue[n] & ~source[n]
        one = Linked(head, float(scores[n]), *(tuple(np.flatnonzero(m).tolist()) for m in (source[n], cue[n], said)))
        if one.content and not any(_same(one, other, settings.same) for other in found):
            found.append(one)
    return sorted(found)


def _same(one: Linked, other: Linked, share: float) -> bool:
    """Whether two candidates are words of one cue."""
    if one.head not in other.cue and other.head not in one.cue:
        return False
    mine, theirs = set(one.content), set(other.content)
    return len(mine & theirs) > share * len(mine | theirs)
