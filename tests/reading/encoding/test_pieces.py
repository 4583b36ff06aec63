import pytest

from dragoman.reading.encoding.pieces import MOST, UNKNOWN, Pieces, pieces

SMALL = Pieces((UNKNOWN, "[CLS]", "[SEP]", "talk", "##s", "##ed", "e", "##n", "##voy", "'", "s", ".", "cafe", "-"))


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("talks", (3, 4)),
        ("TALKS", (3, 4)),
        ("talked", (3, 5)),
        ("envoy's", (6, 7, 8, 9, 10)),
        ("Café", (12,)),
        ("cafe-talk", (12, 13, 3)),
        ("zzz", (0,)),
        ("talkzzz", (0,)),
        ("\u200b", (0,)),
        ("", (0,)),
    ],
)
def test_words_become_the_longest_pieces_from_the_left(word: str, ids: tuple[int, ...]) -> None:
    assert SMALL.of(word) == ids


def test_a_long_word_is_cut_and_a_longer_one_unknown() -> None:
    assert len(SMALL.of("talk." * 20)) == MOST
    assert SMALL.of("e" * 101) == (0,)


def test_the_shipped_vocabulary_is_berts() -> None:
    shipped = pieces()
    assert (shipped.unknown, shipped.first, shipped.last) == (100, 101, 102)
    assert len(shipped.of("minister")) == 1
    assert len(shipped.of("Antidisestablishment")) > 1
