import itertools

import numpy as np
import pytest

from dragoman.reading.attributions.learned.decoding import Settings, decoded, runs


def _worth(chosen: tuple[bool, ...], inside: np.ndarray, begins: np.ndarray, ends: np.ndarray) -> float:
    total = 0.0
    for at, one in enumerate(chosen):
        if one:
            total += inside[at]
            total += begins[at] if at == 0 or not chosen[at - 1] else 0.0
            total += ends[at] if at == len(chosen) - 1 or not chosen[at + 1] else 0.0
    return total


@pytest.mark.parametrize("seed", range(20))
def test_runs_are_the_best_of_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    inside, begins, ends = (chance.normal(shift, 2, size=(1, 7)).astype(np.float32) for shift in (0, -1, -1))
    found = runs(inside, begins, ends)[0]
    best = max(_worth(c, inside[0], begins[0], ends[0]) for c in itertools.product((False, True), repeat=7))
    assert _worth(tuple(found.tolist()), inside[0], begins[0], ends[0]) == pytest.approx(best, abs=1e-4)


def test_rows_are_decoded_apart() -> None:
    chance = np.random.default_rng(5)
    inside, begins, ends = (chance.normal(-0.5, 2, size=(9, 11)).astype(np.float32) for _ in range(3))
    together = runs(inside, begins, ends)
    for n in range(9):
        assert (runs(inside[n : n + 1], begins[n : n + 1], ends[n : n + 1])[0] == together[n]).all()


def _parts(words: int, source: list[int], cue: list[int], content: list[int]) -> np.ndarray:
    parts = np.full((words, 7), -4.0, dtype=np.float32)
    parts[:, 3:] = 0.0
    for column, numbers in enumerate((source, cue, content)):
        parts[numbers, column] = 4.0
    return parts


def test_an_attribution_is_told_by_its_parts() -> None:
    parts = _parts(6, [0, 1], [2], [3, 4])[None]
    (one,) = decoded(np.array([2]), np.array([3.0], dtype=np.float32), parts, Settings())
    assert (one.head, one.source, one.cue, one.content) == (2, (0, 1), (2,), (3, 4))


def test_a_weak_cue_and_one_without_content_are_left_out() -> None:
    parts = np.stack([_parts(5, [0], [1], [2, 3]), _parts(5, [0], [2], [])])
    scores = np.array([-3.0, 3.0], dtype=np.float32)
    assert decoded(np.array([1, 2]), scores, parts, Settings()) == []


def test_two_words_of_one_cue_make_one_attribution_and_two_cues_two() -> None:
    same = np.stack([_parts(6, [0], [1, 2], [3, 4]), _parts(6, [0], [1, 2], [3, 4])])
    scores = np.array([1.0, 2.0], dtype=np.float32)
    (one,) = decoded(np.array([1, 2]), scores, same, Settings())
    assert one.head == 2
    apart = np.stack([_parts(8, [0], [1], [2, 3]), _parts(8, [0], [5], [6, 7])])
    assert [o.head for o in decoded(np.array([1, 5]), scores, apart, Settings())] == [1, 5]
