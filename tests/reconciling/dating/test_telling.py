"""The words of a sentence that tell what happened, and how rare they are."""

import pytest

from dragoman.reconciling.dating.telling import rarities, stems_of, words_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Envoys of Norland resumed talks on Monday morning", {"resumed", "talks"}),
        ("They said that it was late", set()),
        ("", set()),
    ],
)
def test_names_time_and_grammar_are_left_out(sentence: str, words: set[str]) -> None:
    assert words_of(sentence) == words


def test_endings_are_laid_aside() -> None:
    assert stems_of("it resumes today") & stems_of("it resumed in time") == {"resum"}


def test_what_all_have_is_not_rare() -> None:
    found = rarities(map(frozenset, (("truce", "pier"), ("truce", "pier"), ("truce",), ("truce", "roof"))))
    assert found["truce"] == 0 and found["pier"] > 0 and "roof" not in found
    assert rarities([]) == {}
