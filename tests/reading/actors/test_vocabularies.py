"""The vocabularies: lower case, said once, with their source."""

from importlib import resources

import pytest
import yaml

FILES = ["names", "nouns", "offices", "verbs"]
LISTED = [
    (file, section, tuple(words))
    for file in FILES
    for section, words in yaml.safe_load(
        resources.files("dragoman.reading.actors").joinpath(f"{file}.yaml").read_text("utf-8")
    ).items()
]


@pytest.mark.parametrize("file", FILES)
def test_a_vocabulary_says_its_source(file: str) -> None:
    text = resources.files("dragoman.reading.actors").joinpath(f"{file}.yaml").read_text("utf-8")
    assert text.startswith("#")
    assert "Source:" in text


@pytest.mark.parametrize(("file", "section", "listed"), LISTED, ids=[f"{f}.{s}" for f, s, _ in LISTED])
def test_its_words_are_lower_case_strings_said_once(file: str, section: str, listed: tuple[str, ...]) -> None:
    assert listed
    assert all(isinstance(word, str) and word == word.lower().strip() for word in listed)
    assert [word for word in set(listed) if listed.count(word) > 1] == []
