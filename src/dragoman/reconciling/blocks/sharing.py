"""Who shares words with whom: passages by their shingles, found through an index, never from all pairs."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.reconciling.blocks.shelf import Mark, Shelf

# A shingle in more passages than this is a formula of the trade, or one text that very many print.
COMMON = 40
# So many of such shingles, shared with the first that has them, are no formula: a text is printed over and over.
NO_FORMULA = 10

Pair = tuple[str, str]
Integers = npt.NDArray[np.int64]


class Sharing(NamedTuple):
    """A step that pairs passages that share words.

    `enough` says of how many shingles two share, formulas left out, and of how many the shorter has, whether that
    pairs them. What very many have is paired with the first of them alone, and only at length: a thousand copies hang
    together at the cost of a thousand pairs. Passages of one group, or with other flags, are never paired. The pairs of
    a group's passages are read as a block by the name of the kind and the group.
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
            turned = (len(was) > COMMON) != (len(now) > COMMON)  # it became a formula, or is none any more
            if turned or (len(now) > COMMON and min(was) != min(now)):
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
        shared = {one: _shared(one, mark, posted) for one, mark in marks.items()}
        marks |= shelf.marks(self.kind, {other for counts in shared.values() for other in counts} - marks.keys())
        for one, counts in shared.items():
            for other, (few, many) in counts.items():
                if self._pairs(marks[one], marks[other], few, many):
                    yield (one, other) if one < other else (other, one)

    def _pairs(self, one: Mark, other: Mark, few: int, many: int) -> bool:
        if one.group == other.group or one.flag != other.flag:
            return False
        count = few + many if many >= NO_FORMULA else few
        return self.enough(count, min(len(one.shingles), len(other.shingles)))

    def _all(self, marks: Mapping[str, Mark]) -> Iterator[Pair]:
        """All pairs at once: shingles sorted, those of several owners counted pair by pair."""
        owners = sorted(marks)
        lengths = [len(marks[owner].shingles) for owner in owners]
        shingles = np.fromiter((s for o in owners for s in marks[o].shingles), np.int64, sum(lengths))
        whose = np.repeat(np.arange(len(owners), dtype=np.int64), lengths)
        order = np.lexsort((whose, shingles))
        few = np.unique(_codes(shingles[order], whose[order], len(owners)), return_counts=True)
        many = np.unique(_stars(shingles[order], whose[order], len(owners)), return_counts=True)
        known, popular = (dict(zip(*(found.tolist() for found in both), strict=True)) for both in (few, many))
        for code in sorted(known.keys() | popular.keys()):
            one, other = owners[code // len(owners)], owners[code % len(owners)]
            if self._pairs(marks[one], marks[other], known.get(code, 0), popular.get(code, 0)):
                yield one, other


def _shared(one: str, mark: Mark, posted: Mapping[int, Sequence[str]]) -> dict[str, tuple[int, int]]:
    """With whom an owner shares how many shingles that few have, and of those that many have with the first of them."""
    few: Counter[str] = Counter()
    many: Counter[str] = Counter()
    for shingle in mark.shingles:
        owners = posted[shingle]
        if len(owners) <= COMMON:
            few.update(other for other in owners if other != one)
        elif one == min(owners):
            many.update(other for other in owners if other != one)
        else:
            many[min(owners)] += 1
    return {other: (few[other], many[other]) for other in few.keys() | many.keys()}


def _stars(shingles: Integers, whose: Integers, base: int) -> Integers:
    """For each shingle that more than `COMMON` owners have, a number for its first owner with each other one."""
    if not len(shingles):
        return shingles
    starts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1])))
    sizes = np.diff(np.append(starts, len(shingles)))
    found = [
        whose[start] * base + whose[start + 1 : start + size]
        for start, size in zip(starts[sizes > COMMON].tolist(), sizes[sizes > COMMON].tolist(), strict=True)
    ]
    return np.concatenate(found) if found else shingles[:0]


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
