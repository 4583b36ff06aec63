"""Answers that one report still awaits and another tells as given."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import awaited
from dragoman.records.time import NO_DAY, Interval
from tests.reconciling.dating.piles import day, item

OPEN = item("The Ridge Council may accept the proposal, an official said.", "2031-03-05", "Daily Post")
GIVEN = item("The Ridge Council rejected the proposal weeks ago.")


def _found(bare: Item, other: Item, awaits: Interval, when: Interval) -> list[tuple[str, str]]:
    found = awaited.bounds(bare, {one.id: one for one in (bare, other)}, {bare.id: when, other.id: awaits})
    return [(str(one.begin), str(one.end)) for one in found]


FIFTH, APRIL = Interval.day(day("2031-03-05")), Interval(begin=day("2031-03-20"), end=day("2031-04-20"))


@pytest.mark.parametrize(
    ("when", "begin"), [("weeks ago", "2031-03-19"), ("days earlier", "2031-03-07"), ("months ago", "2031-05-04")]
)
def test_so_long_after_it_was_awaited(when: str, begin: str) -> None:
    assert _found(item(f"The Ridge Council rejected the proposal {when}."), OPEN, FIFTH, APRIL) == [(begin, "None")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ridge Council rejected the proposal.",
        "The Ridge Council rejected the proposal three weeks ago.",  # a count is another's to use
        "The Ridge Council may reject the proposal within weeks.",
        "The Harbour League rejected the proposal weeks ago.",
    ],
)
def test_else_nothing(text: str) -> None:
    assert _found(item(text), OPEN, FIFTH, APRIL) == []


def test_not_of_another_round_nor_of_a_day_not_known() -> None:
    far = Interval(begin=day("2032-03-20"), end=day("2032-04-20"))
    assert _found(GIVEN, OPEN, FIFTH, APRIL) != []
    assert _found(GIVEN, OPEN, FIFTH, far) == []
    assert _found(GIVEN, OPEN, NO_DAY, APRIL) == []
    assert _found(GIVEN, OPEN, FIFTH, NO_DAY) == []


def test_a_report_that_tells_the_answer_awaits_none() -> None:
    both = item("The Ridge Council rejected the proposal. It may accept the next proposal.", "2031-03-05", "Daily Post")
    assert _found(GIVEN, both, FIFTH, APRIL) == []
