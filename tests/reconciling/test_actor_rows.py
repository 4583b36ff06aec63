"""The table of actors: who plays in the negotiation, and what does not."""

import pytest

from dragoman.reconciling.actor_rows import _is_somebody
from dragoman.reconciling.actors import join_actors
from dragoman.records.corrections import NO_CORRECTIONS
from dragoman.records.reading import ActorKind

from .builders import Maker, pile


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
    (actor,) = join_actors(pile(made), NO_CORRECTIONS).joined.values()
    assert _is_somebody(actor) is somebody


def test_a_name_is_somebody_whatever_its_kind() -> None:
    made = Maker("They met in Hesk.", file="1.txt")
    made.actor("Hesk", ActorKind.OTHER)
    (actor,) = join_actors(pile(made), NO_CORRECTIONS).joined.values()
    assert _is_somebody(actor)
