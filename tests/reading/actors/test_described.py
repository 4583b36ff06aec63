"""Actors that are described, not named."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Two Norwegian diplomats met the envoy.", "diplomats", ("group", "Two Norwegian diplomats", "Norway")),
        ("A senior Norwegian official said no.", "official", ("person", "senior Norwegian official", "Norway")),
        ("Renamo’s political bureau said no.", "bureau", ("organisation", "Renamo’s political bureau", "Renamo")),
        ("The ELN delegation left.", "delegation", ("organisation", "ELN delegation", "National Liberation Army")),
        ("Officials from Norway said no.", "Officials", ("group", "Officials", "Norway")),
        ("Norway’s parliament voted on Monday.", "parliament", ("organisation", "Norway’s parliament", "Norway")),
        ("Sources said the text was ready.", "Sources", ("group", "Sources", None)),
        ("The exporters asked for more time.", "exporters", ("group", "exporters", None)),
    ],
)
def test_descriptions(read: Reader, text: str, words: str, expected: tuple[str, str, str | None]) -> None:
    kind, name, owner = expected
    done = read(text)
    actor = done.said(words)
    assert (actor.kind, actor.name, actor.named, done.owner(actor)) == (ActorKind(kind), name, False, owner)
    assert actor.names == ()


@pytest.mark.parametrize(
    "text", ["The Norwegian government said no.", "Norway’s government said no.", "The government of Norway said no."]
)
def test_a_states_government_is_the_state(read: Reader, text: str) -> None:
    assert read(text).said("government").name == "Norway"


def test_an_adjective_of_a_people_is_the_state_where_it_acts(read: Reader) -> None:
    done = read("Norway met both sides. The Norwegian proposal was rejected. Norwegian salmon was served.")
    spans = [span.of(done.parsed.report.text) for span in done.named("Norway").mentions]
    assert spans == ["Norway", "Norwegian"]


def test_the_people_alone_are_the_state_but_a_number_of_them_is_not(read: Reader) -> None:
    done = read("Peru informed the Norwegians on Monday. Some 240 Norwegians were in the port.")
    assert done.said("Norwegians", 1).name == "Norway"
    assert not done.said("Norwegians", 2).named


def test_a_body_said_shorter_is_the_same_body(read: Reader) -> None:
    done = read("Renamo’s political bureau met on Monday. Reporters waited. The Renamo bureau said no text was ready.")
    assert done.said("political bureau").id == done.said("Renamo bureau").id


def test_two_wings_are_two(read: Reader) -> None:
    done = read("Renamo’s political wing said yes on Monday. Renamo’s military wing said no on Tuesday.")
    assert done.said("political wing").id != done.said("military wing").id


def test_any_other_noun_phrase_is_described_when_asked_for(read: Reader) -> None:
    done = read("The cultural sector of the old town rejected the plan that others had made.")
    before = len(done.book.actors())
    actor = done.said("sector")
    assert (actor.name, actor.kind, actor.named) == ("cultural sector", ActorKind.OTHER, False)
    assert [span.of(done.parsed.report.text) for span in actor.mentions] == ["The cultural sector"]
    assert len(done.book.actors()) == before + 1
    assert done.said("sector").id == actor.id


def test_a_lone_apostrophe_after_an_s_is_a_possessive(read: Reader) -> None:
    done = read("The envoys told the Maldives’ parliament on Monday that there was no text.")
    assert done.owner(done.said("parliament")) == "Maldives"
