from enum import StrEnum

import pytest

from dragoman.records.reading import ActorKind, EventMode, Hedge, Sourcing, Stance
from dragoman.records.rows.happenings import ClaimStatus, ConflictKind, ConflictStrength
from dragoman.records.rows.talks import ChannelState, ConditionStatus, HostingStatus, Response
from dragoman.records.rows.voices import OriginKind, Reliability, Role
from dragoman.records.time import Known
from dragoman.showing import words

COVERED: dict[str, type[StrEnum]] = {
    "sourcing": Sourcing,
    "state": ChannelState,
    "hedge": Hedge,
    "claim_status": ClaimStatus,
    "mode": EventMode,
    "conflict": ConflictKind,
    "strength": ConflictStrength,
    "response": Response,
    "stance": Stance,
    "hosting": HostingStatus,
    "role": Role,
    "actor": ActorKind,
    "condition": ConditionStatus,
    "known": Known,
    "origin": OriginKind,
    "reliability": Reliability,
}


def test_every_vocabulary_is_held_to_an_enumeration() -> None:
    assert set(words.vocabulary()) == set(COVERED)


@pytest.mark.parametrize("name", COVERED)
def test_every_value_has_words_and_nothing_else_is_listed(name: str) -> None:
    assert set(words.vocabulary()[name]) == {value.value for value in COVERED[name]}


def test_states_stand_in_capitals() -> None:
    assert all(said == said.upper() for said in words.vocabulary()["state"].values())


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["Osk"], "Osk"), (["Osk", "Varra"], "Osk and Varra"), (["A", "B", "C"], "A, B and C")],
)
def test_listing(items: list[str], said: str) -> None:
    assert words.listing(items) == said


@pytest.mark.parametrize(("value", "said"), [(3100, "3,100"), (2.5, "2.5"), (40.0, "40"), (0, "0")])
def test_number(value: float, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 report"), (2, "2 reports"), (0, "0 reports"), (1200, "1,200 reports")]
)
def test_count(number: int, said: str) -> None:
    assert words.count(number, "report") == said


@pytest.mark.parametrize(("name", "said"), [("Varra", "Varra's"), ("the Netherlands", "the Netherlands'")])
def test_possessive(name: str, said: str) -> None:
    assert words.possessive(name) == said
