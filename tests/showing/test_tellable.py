from typing import Any

import pytest

from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import ClaimStatus, TimelineRow
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.brief.tellable import important, tellable
from dragoman.showing.brief.weights import weight, weighted
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import COUNCIL, DENIAL, HALT, HALT_COPY, MARCH_8, OSK, VARRA, event
from tests.showing.test_acts import TYPES

IT = ActorRef(id="a-it", name="It")


@pytest.fixture
def pile() -> Pile:
    return gather(in_memory(full_tables()), None, None)


def told(pile: Pile, **more: Any) -> bool:
    return bool(tellable([event("t-1", more.pop("text", HALT.quote), (HALT,), **more)], pile))


def test_somebody_must_be_named(pile: Pile) -> None:
    assert told(pile)
    assert told(pile, agent=(), patient=(OSK,))
    assert not told(pile, agent=())
    assert not told(pile, agent=(IT,), patient=(OSK,))


def test_what_did_not_happen_is_told_only_where_it_is_disputed(pile: Pile) -> None:
    for mode in (EventMode.NEGATED, EventMode.POSSIBLE):
        assert not told(pile, mode=mode)
        assert told(pile, mode=mode, status=ClaimStatus.DISPUTED)


def test_acts_outside_the_talks_and_bare_nouns_are_left_to_the_tables(pile: Pile) -> None:
    assert not told(pile, type="protest")
    assert not told(pile, text="the suspension")
    assert not told(pile, type="protest", status=ClaimStatus.DISPUTED)


def rows(*more: dict[str, Any]) -> list[TimelineRow]:
    return [event(f"t-{n}", HALT.quote, fields.pop("items", (HALT,)), **fields) for n, fields in enumerate(more)]


def test_two_that_tell_the_same_are_one_with_the_evidence_of_both(pile: Pile) -> None:
    found = important(rows({}, {"items": (HALT, HALT_COPY)}), 9, pile)
    assert [row.evidence for row in found] == [(HALT, HALT_COPY)]


@pytest.mark.parametrize(
    "other",
    [
        {"agent": (OSK,)},
        {"mode": EventMode.PLANNED},
        {"items": (DENIAL,)},
        {"type": "withdraw", "items": (HALT.but(start=900, end=930),)},
        {"begin": MARCH_8.replace(day=1), "end": MARCH_8.replace(day=2)},
    ],
)
def test_what_differs_stays_apart(pile: Pile, other: dict[str, Any]) -> None:
    assert len(important(rows({}, other), 9, pile)) == 2


def test_acts_of_the_talks_come_before_others_and_known_days_before_unknown(pile: Pile) -> None:
    stranger = ActorRef(id="a-far", name="Farland")
    found = rows(
        {"agent": (stranger,), "items": (DENIAL,)},
        {"type": "attack", "agent": (COUNCIL,), "items": (DENIAL,)},
        {"begin": None},
        {"agent": (COUNCIL,), "patient": (VARRA,)},
    )
    order = [row.id for most in range(1, 5) for row in important(found, most, pile)]
    assert order[0] == "t-3"
    assert {row.id for row in important(found, 2, pile)} == {"t-2", "t-3"}
    assert {row.id for row in important(found, 3, pile)} == {"t-1", "t-2", "t-3"}


def test_weights_are_of_event_types() -> None:
    assert weighted() <= set(TYPES)
    assert weight("suspend_mediation") < weight("attack") < weight("praise")
