"""Capitals and palaces: the state where it acts, the place where something happens in it."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Oslo rejected the request on Monday.", "Oslo", "Norway"),
        ("The envoys told Oslo that the talks were over.", "Oslo", "Norway"),
        ("Under pressure from Oslo, both sides returned.", "Oslo", "Norway"),
        ("The text was agreed by Oslo and Lima.", "Oslo", "Norway"),
        ("Oslo’s offer stands, officials said.", "Oslo", "Norway"),
        ("Talks between Oslo and Lima broke down.", "Oslo", "Norway"),
        ("The White House said it would wait.", "White House", "United States"),
        ("The Kremlin has rejected the draft.", "Kremlin", "Russia"),
        ("Downing Street would not comment on the letter.", "Downing Street", "United Kingdom"),
        ("The Élysée said the president would travel.", "Élysée", "France"),
    ],
)
def test_the_state(read: Reader, text: str, words: str, state: str) -> None:
    actor = read(text).said(words)
    assert (actor.name, actor.kind) == (state, ActorKind.STATE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The delegations met in Oslo on Monday.", "Oslo"),
        ("The delegation was told to leave Oslo by Friday.", "Oslo"),
        ("They flew to Oslo for a third round.", "Oslo"),
        ("Oslo is a city of some 700,000 people.", "Oslo"),
        ("Oslo’s streets were empty.", "Oslo"),
        ("Reporters waited outside the White House for hours.", "White House"),
        ("Norway’s capital, Oslo, has hosted the talks since May.", "Oslo"),
    ],
)
def test_the_place(read: Reader, text: str, words: str) -> None:
    actor = read(text).said(words)
    assert (actor.name, actor.kind) == (words, ActorKind.OTHER)
    assert actor.key is not None
    assert actor.key.startswith("place:")


def test_both_in_one_text_are_two_actors(read: Reader) -> None:
    done = read("Oslo denied the report. The delegation stayed in Oslo, where it has an office.")
    state, city = done.said("Oslo", 1), done.said("Oslo", 2)
    assert (state.name, city.name, done.owner(city)) == ("Norway", "Oslo", "Norway")
