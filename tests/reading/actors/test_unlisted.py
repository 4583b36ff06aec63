"""States, movements and cities that are in no gazetteer come out right by grammar alone."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]

NAMES = [
    ("Varra", "Varran", "Osk", "Oskish", "Ridge Front", "Port Nelm"),
    ("Lorne", "Lornian", "Tamm", "Tammish", "Harvest Movement", "Querrin"),
    ("Zemmar", "Zemmari", "Belloway", "Bellowayan", "Saltmarsh Army", "Old Drin"),
]
TEXT = """{a} has halted its mediation between {b} and the {front}, a {ad} official said on Sunday.

{b} was informed through its embassy. The {bd} foreign minister, Ines Calder, told reporters that {b} would wait.
The {front} rejected the demand. {front} fighters shelled a village at night, {b}’s foreign ministry said.

{ad} mediators met the movement’s leader, Goran Pelt, in {city} on Monday.
{a}’s capital, {city}, has hosted the talks since May.
{city} has asked both sides for an answer by Friday."""


@pytest.fixture(params=NAMES, ids=lambda names: names[0])
def world(request: pytest.FixtureRequest, read: Reader) -> tuple[Read, dict[str, str]]:
    a, ad, b, bd, front, city = request.param
    names = {"a": a, "ad": ad, "b": b, "bd": bd, "front": front, "city": city}
    return read(TEXT.format(**names)), names


def test_states(world: tuple[Read, dict[str, str]]) -> None:
    done, names = world
    for letter in "ab":
        state = done.named(names[letter])
        assert (state.kind, state.key) == (ActorKind.STATE, None)


def test_a_people_is_its_states(world: tuple[Read, dict[str, str]]) -> None:
    done, names = world
    official = done.said(f"{names['ad']} official")
    assert not official.named
    assert done.owner(official) == names["a"]
    assert done.owner(done.said("Ines Calder")) == names["b"]


def test_a_movement(world: tuple[Read, dict[str, str]]) -> None:
    done, names = world
    assert done.named(names["front"]).kind is ActorKind.GROUP


def test_a_capital_that_the_text_names(world: tuple[Read, dict[str, str]]) -> None:
    """Its capital asks: the state does. The talks in it are in the city."""
    done, names = world
    at = done.parsed.doc.text.index(f"{names['city']} has asked")
    token = next(t for t in done.parsed.doc if t.idx == at)
    while token.dep_ == "compound":
        token = token.head
    assert done.book.actor(done.book.resolve(token)).name == names["a"]
    city = done.said(f"in {names['city']}")
    assert (city.name, city.kind) == (names["city"], ActorKind.OTHER)


def test_people_are_people(world: tuple[Read, dict[str, str]]) -> None:
    done, _ = world
    assert {done.named(name).kind for name in ("Ines Calder", "Goran Pelt")} == {ActorKind.PERSON}
