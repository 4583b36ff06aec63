"""The table of actors: who plays in the negotiation, and what does not."""

import pytest

from dragoman.reconciling.actor_rows import is_somebody
from dragoman.records.reading import ActorKind

from .builders import Maker, pile
from .shelves import actors_of


@pytest.mark.parametrize(
    ("words", "somebody"),
    [
        ("displaced Brazilians", True),
        ("six world powers", True),
        ("the cultural sector", False),
        ("two 250-bed field hospitals", False),
        ("Friday’s shooting", False),
        ("growing recognition", False),
        ("a second time", False),
        ("three children", True),
        ("more than 40,000 Ghanaians", True),
        ("both parties", True),
        ("the movement", True),
    ],
)
def test_things_are_no_actors_of_the_record(words: str, somebody: bool) -> None:
    made = Maker(f"They spoke of {words}.", file="1.txt")
    made.actor(words, ActorKind.OTHER, named=False)
    (actor,) = actors_of(pile(made)).joined.values()
    assert is_somebody(actor) is somebody


def test_a_nameis_somebody_whatever_its_kind() -> None:
    made = Maker("They met in Hesk.", file="1.txt")
    made.actor("Hesk", ActorKind.OTHER)
    (actor,) = actors_of(pile(made)).joined.values()
    assert is_somebody(actor)
