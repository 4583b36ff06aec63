"""Who shares words with whom: passages by their shingles, found through an index, never from all pairs."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.reconciling.blocks.shelf import Mark, Shelf

# A shingle in more passages than this is a formula of the trade, not a trace of copying.
COMMON = 40

Pair = tuple[str, str]
Integers = npt.NDArray[np.int64]


class Sharing(NamedTuple):
    """A step that pairs passages that share words.

    `enough` says of how many shingles two share, formulas left out, and of how many the shorter has, whether that
    pairs them. Passages of one group, or with other flags, are never paired. The pairs of a group's passages are read
    as a block by the name of the kind and the group.
    """

    name: str
    kind: str
    enough: Callable[[int, int], bool]

    def run(self, made: Mapping[str, Mark | None], shelf: Shelf, *, fresh: bool) -> set[str]:
        """Pair what is marked anew; gives the groups whose pairs changed."""
        if not made:
            return set()
        if fresh:
            marks = {owner: mark for owner, mark in made.items() if mark is not None}
            shelf.put_marks(self.kind, made)
            shelf.put_pairs(self.kind, (), self._all(marks))
            return set()
        return self._step(made, shelf)

    def _step(self, made: Mapping[str, Mark | None], shelf: Shelf) -> set[str]:
        old = shelf.marks(self.kind, made)
        made = {owner: mark for owner, mark in made.items() if mark != old.get(owner)}
        if not made:
            return set()
        touched = {s for mark in (*old.values(), *made.values()) if mark is not None for s in mark.shingles}
        before = shelf.posted(self.kind, touched)
        shelf.put_marks(self.kind, made)
        after = shelf.posted(self.kind, touched)
        again = set(made)
        for shingle in touched:
            was, now = before.get(shingle, ()), after.get(shingle, ())
            if (len(was) > COMMON) != (len(now) > COMMON):  # it became a formula, or is none any more
                again |= {*was, *now}
        was_paired = {pair for one, others in shelf.pairs(self.kind, again).items() for pair in _with(one, others)}
        is_paired = set(self._of(again, shelf))
        gone, new = was_paired - is_paired, is_paired - was_paired
        shelf.put_pairs(self.kind, sorted(gone), sorted(new))
        marks = {**shelf.marks(self.kind, {owner for pair in gone | new for owner in pair}), **_known(old)}
        return {marks[owner].group for pair in gone | new for owner in pair if owner in marks}

    def _of(self, owners: Collection[str], shelf: Shelf) -> Iterator[Pair]:
        """All pairs that any of the owners is in."""
        marks = dict(shelf.marks(self.kind, owners))
        posted = shelf.posted(self.kind, {s for mark in marks.values() for s in mark.shingles})
        shared = {
            one: Counter(
                other
                for shingle in mark.shingles
                if len(posted[shingle]) <= COMMON
                for other in posted[shingle]
                if other != one
            )
            for one, mark in marks.items()
        }
        marks |= shelf.marks(self.kind, {other for counts in shared.values() for other in counts} - marks.keys())
        for one, counts in shared.items():
            for other, count in counts.items():
                if self._pairs(marks[one], marks[other], count):
                    yield (one, other) if one < other else (other, one)

    def _pairs(self, one: Mark, other: Mark, count: int) -> bool:
        return (
            one.group != other.group
            and one.flag == other.flag
            and self.enough(count, min(len(one.shingles), len(other.shingles)))
        )

    def _all(self, marks: Mapping[str, Mark]) -> Iterator[Pair]:
        """All pairs at once: shingles sorted, those of several owners counted pair by pair."""
        owners = sorted(marks)
        lengths = [len(marks[owner].shingles) for owner in owners]
        shingles = np.fromiter((s for o in owners for s in marks[o].shingles), np.int64, sum(lengths))
        whose = np.repeat(np.arange(len(owners), dtype=np.int64), lengths)
        order = np.lexsort((whose, shingles))
        codes, counts = np.unique(_codes(shingles[order], whose[order], len(owners)), return_counts=True)
        for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
            one, other = owners[code // len(owners)], owners[code % len(owners)]
            if self._pairs(marks[one], marks[other], count):
                yield one, other


def _codes(shingles: Integers, whose: Integers, base: int) -> Integers:
    """For each shingle that two to `COMMON` owners have, a number for each two of them."""
    if not len(shingles):
        return shingles
    starts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1])))
    sizes = np.diff(np.append(starts, len(shingles)))
    found = []
    for size in range(2, COMMON + 1):
        at = starts[sizes == size]
        if len(at):
            pairs = np.array(list(combinations(range(size), 2)), dtype=np.int64)
            found.append((whose[at[:, None] + pairs[:, 0]] * base + whose[at[:, None] + pairs[:, 1]]).ravel())
    return np.concatenate(found) if found else shingles[:0]


def _with(one: str, others: Collection[str]) -> Iterator[Pair]:
    for other in others:
        yield (one, other) if one < other else (other, one)


def _known(marks: Mapping[str, Mark]) -> Mapping[str, Mark]:
    return marks
