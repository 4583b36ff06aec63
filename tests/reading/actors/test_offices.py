"""Who holds which office, and whose."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "person", "owner"),
    [
        ("Norwegian Foreign Minister Elena Brandt said no.", "Elena Brandt", "Norway"),
        ("Norway’s foreign minister, Elena Brandt, said no.", "Elena Brandt", "Norway"),
        ("Elena Brandt, the foreign minister of Norway, said no.", "Elena Brandt", "Norway"),
        ("Elena Brandt, Norway’s foreign minister, said no.", "Elena Brandt", "Norway"),
        ("US Secretary of State Elena Brandt said no.", "Elena Brandt", "United States"),
        ("Elena Brandt, a spokeswoman for the Ridge Front, said no.", "Elena Brandt", "Ridge Front"),
        ("UN envoy Elena Brandt said no.", "Elena Brandt", "United Nations"),
        ("CIA Director Elena Brandt said no.", "Elena Brandt", "CIA"),
        ("Peruvian Deputy Prime Minister Ivo Tann said no.", "Ivo Tann", "Peru"),
        ("The Arab League chief, Ivo Tann, said no.", "Ivo Tann", "Arab League"),
    ],
)
def test_a_person_is_of_whose_office_it_is(read: Reader, text: str, person: str, owner: str) -> None:
    done = read(text)
    actor = done.named(person)
    assert (actor.kind, done.owner(actor)) == (ActorKind.PERSON, owner)


def test_a_ministrys_spokesman_is_the_ministrys(read: Reader) -> None:
    done = read("Ivo Tann, a spokesman for Norway’s foreign ministry, said no.")
    ministry = done.book.actor(done.named("Ivo Tann").of or "")
    assert (ministry.kind, ministry.named, done.owner(ministry)) == (ActorKind.ORGANISATION, False, "Norway")


def test_an_office_said_later_is_its_holder(read: Reader) -> None:
    done = read(
        "Norwegian Foreign Minister Elena Brandt met the envoys on Monday. The talks took four hours. "
        "The Norwegian foreign minister said there was no text. The foreign minister left at noon."
    )
    assert done.said("Norwegian foreign minister").name == "Elena Brandt"
    assert done.said("The foreign minister").name == "Elena Brandt"


def test_with_two_holders_the_office_is_neither(read: Reader) -> None:
    done = read(
        "Norwegian Foreign Minister Elena Brandt met Peruvian Foreign Minister Ivo Tann on Monday. "
        "Officials were kept out. They had waited for hours. The foreign minister left at noon."
    )
    assert not done.said("The foreign minister").named


def test_an_unheld_office_is_an_office(read: Reader) -> None:
    done = read("Norway’s prime minister rejected the text on Monday.")
    actor = done.said("prime minister")
    assert (actor.kind, actor.named, actor.name) == (ActorKind.OFFICE, False, "Norway’s prime minister")
    assert done.owner(actor) == "Norway"
