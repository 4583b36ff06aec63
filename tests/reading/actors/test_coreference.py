"""Descriptions and pronouns that point back: joined where it is safe, else left alone."""

from collections.abc import Callable

import pytest

from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Renamo rejected the text. Norway said the group had asked for more time.", "group", "Renamo"),
        ("FARC rejected the text. Colombia said the militant group had asked for time.", "militant group", "FARC"),
        ("Norway has halted its efforts. The country had hosted the talks since May.", "country", "Norway"),
        ("Kuwait was host to Chile. The emirate said it would wait.", "emirate", "Kuwait"),
        ("Norway halted its efforts.", "its", "Norway"),
        ("Elena Brandt rejected the text. She said it came too late.", "She", "Elena Brandt"),
        ("A diplomat described the text. The diplomat said it was short.", "The diplomat", "diplomat"),
        ("Chilean officials met on Monday. They said the text was short.", "They", "Chilean officials"),
        ("The Norwegians told Chile that they would take up their role again.", "they", "Norway"),
        ("Renamo accepted. It had asked for changes.", "It", "Renamo"),
    ],
)
def test_safe_ones_are_joined(read: Reader, text: str, words: str, name: str) -> None:
    assert read(text).said(words).name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway and Peru met on Monday. The country will answer.", "country"),
        ("Renamo and Fretilin met on Monday. The group will answer.", "group"),
        ("Elena Brandt and Ivo Tann met. He left at noon.", "He"),
        ("Oman was host to Chile. Chile said the emirate would pay.", "emirate"),
        ("Norway waited. The other country left.", "country"),
        ("It was clear that Norway would wait. It is not known why.", "It"),
        ("Norway waited. “It is our best offer,” Elena Brandt said.", "It"),
        ("Norway said no. Peru said no. Chile said no. Some days later they met.", "they"),
    ],
)
def test_unsafe_ones_are_not(read: Reader, text: str, words: str) -> None:
    assert not read(text).said(words).named


def test_a_group_is_told_by_its_home(read: Reader) -> None:
    done = read("Fretilin and FARC were named in the letter. The Colombian rebel group had no comment.")
    assert done.said("group").name == "FARC"


def test_he_and_she_are_not_one(read: Reader) -> None:
    done = read("Elena Brandt spoke for an hour. She was tired. He had left by then.")
    assert done.said("He").id != done.named("Elena Brandt").id
