from collections.abc import Callable

import numpy as np
import pytest

from dragoman.reading.attributions.learned.features import Shape, Start, Words, words
from dragoman.reading.attributions.learned.windows import SIZE, windows
from dragoman.reading.attributions.quotes import State
from dragoman.reading.attributions.scene import Scene
from dragoman.reading.parsed import Parsed

PARAGRAPH = "The envoy of the northern league told reporters in Osk on Friday that the talks would go on. "


@pytest.fixture(scope="session")
def words_of(parsed_of: Callable[..., Parsed]) -> Callable[[str], Words]:
    return lambda text: words(Scene(parsed_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        "\n\n".join([PARAGRAPH] * 40),
        PARAGRAPH * 60,
        "word " * 900,
        "Osk\n\n" + PARAGRAPH * 30 + "\n\nVarra",
        "x" * 5000,
    ],
)
def test_windows_cover_every_word_once_and_fit(words_of: Callable[[str], Words], text: str) -> None:
    found = words_of(text)
    made = list(windows(found))
    assert [w.start for w in made[1:]] == [w.end for w in made[:-1]]
    assert (made[0].start, made[-1].end) == (0, len(found))
    for window in made:
        assert sum(len(p) for p in found.pieces[window.start : window.end]) <= SIZE
        assert window.segments[0][0] == window.start
        assert window.segments[-1][1] == window.end
        assert all(low < high for low, high in window.segments)
        assert [s[0] for s in window.segments[1:]] == [s[1] for s in window.segments[:-1]]


def test_paragraphs_stay_whole_where_they_fit(words_of: Callable[[str], Words]) -> None:
    found = words_of("\n\n".join([PARAGRAPH] * 40))
    for window in windows(found):
        for low, high in window.segments:
            assert len(set(found.paragraph[low:high].tolist())) == 1
            assert low == 0 or found.paragraph[low - 1] != found.paragraph[low]


def test_a_long_paragraph_is_cut_at_a_sentence(words_of: Callable[[str], Words]) -> None:
    found = words_of(PARAGRAPH * 60)
    assert all(found.features[window.start, 5] != Start.NOTHING for window in windows(found))


def test_no_words_no_windows() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert list(windows(Words(none, (), np.zeros((0, 6), dtype=np.int64), none, none, none))) == []


def test_features_tell_quotations_capitals_and_starts(words_of: Callable[[str], Words]) -> None:
    found = words_of('Orsa told NATO: "We stay." They left.')
    shapes, quoted, starts = found.features[:, 3].tolist(), found.features[:, 4].tolist(), found.features[:, 5].tolist()
    assert shapes[:3] == [Shape.FIRST, Shape.LOWER, Shape.UPPER]
    assert quoted[4:9] == [State.OPENS, State.INSIDE, State.INSIDE, State.INSIDE, State.CLOSES]
    assert quoted[:4] == [State.OUTSIDE] * 4
    assert starts[0] == Start.PARAGRAPH
    assert starts[9] == Start.SENTENCE


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’"])
def test_the_style_of_the_marks_makes_no_difference(words_of: Callable[[str], Words], marks: str) -> None:
    plain = words_of('The envoy said: "We stay in the room."')
    other = words_of(f"The envoy said: {marks[0]}We stay in the room.{marks[1]}")
    assert other.pieces == plain.pieces
    assert (other.features[:, 4] == plain.features[:, 4]).all()
