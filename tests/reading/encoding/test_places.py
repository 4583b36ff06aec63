import numpy as np

from dragoman.reading.encoding.places import AFTER, BEFORE, CHAIN, places, sizes

# "Orsa said they left. Then rain." with heads by hand: said(1) <- Orsa(0), left(3); left <- they(2); full stop(4).
HEADS = np.array([1, 1, 3, 1, 1, 6, 6])
LABELS = np.array([10, 20, 11, 30, 40, 50, 20])


def test_words_hang_under_dependents_of_the_cue() -> None:
    found = places(HEADS, LABELS, 1)
    assert found[:, 0].tolist() == [0, CHAIN, 0, 0, 0, AFTER, AFTER]
    assert found[:5, 1].tolist() == [10, 20, 30, 30, 40]


def test_words_above_the_cue_hang_under_what_governs_it() -> None:
    found = places(HEADS, LABELS, 3)
    assert found[:, 0].tolist() == [1, CHAIN, 0, CHAIN, 1, AFTER, AFTER]
    assert places(HEADS, LABELS, 6)[:, 0].tolist() == [BEFORE] * 5 + [0, CHAIN]


def test_distances_tell_the_side() -> None:
    distance = places(HEADS, LABELS, 3)[:, 2]
    assert distance[3] == 0
    assert len(set(distance.tolist())) == 7
    assert distance.max() < sizes()[2]


def test_a_long_chain_is_climbed_to_its_end() -> None:
    heads = np.array([0, *range(300)])
    found = places(heads, np.arange(301) % 46, 0)
    assert (found[1:, 0] == 0).all()
    assert (found[1:, 1] == 1).all()
