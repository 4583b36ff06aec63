"""A bare weekday is that of the day of which a dated report tells the same."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import alike
from tests.reconciling.dating.piles import day, item, pile

SAME = "Gunmen shelled the harbour warehouses on Tuesday, and fishermen fled the burning piers."
OTHERS = tuple(
    item(f"The council discussed {what} with visitors.", f"2031-03-{date:02}", "Daily Post")
    for date, what in enumerate(("budgets", "roads", "schools", "bridges", "taxes", "forests"), start=3)
)
DATED = item(f"{SAME} Repairs continue.", "2031-03-13", "Daily Post")  # a Thursday


def _found(bare: Item, *dated: Item) -> list[tuple[str, str]]:
    bounds = alike.bounds(pile(*OTHERS, *dated, bare), [bare.id])[bare.id]
    return [(str(one.begin), str(one.end)) for one in bounds]


def test_the_same_on_that_weekday() -> None:
    bare = item("On Tuesday fishermen fled the burning piers after gunmen shelled warehouses in the harbour.")
    assert _found(bare, DATED) == [("2031-03-11", "2031-03-17")]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday fishermen fled the burning piers after gunmen shelled warehouses in the harbour.",  # another weekday
        "Fishermen fled the burning piers after gunmen shelled warehouses in the harbour.",  # none
        "On Tuesday the mayor of Norland opened a museum of glass.",  # another thing
    ],
)
def test_else_nothing(text: str) -> None:
    assert _found(item(text), DATED) == []


def test_two_days_that_are_as_likely_tell_nothing() -> None:
    bare = item("On Tuesday fishermen fled the burning piers after gunmen shelled warehouses in the harbour.")
    again = item(f"{SAME} It was the second time.", "2031-03-20", "Evening Post")
    assert _found(bare, DATED, again) == []


def test_a_report_whose_days_disagree_anchors_nothing() -> None:
    bare = item("On Tuesday fishermen fled the burning piers after gunmen shelled warehouses in the harbour.")
    wrong = item(f"{SAME} The envoys met on March 30, 2031.", "2031-03-13", "Daily Post")
    assert _found(bare, wrong) == []


def test_the_ground_names_the_day_and_the_words() -> None:
    bare = item("On Tuesday fishermen fled the burning piers after gunmen shelled warehouses in the harbour.")
    (bound,) = alike.bounds(pile(*OTHERS, DATED, bare), [bare.id])[bare.id]
    assert "11 March 2031" in bound.ground.says and "warehous" in bound.ground.says
    assert bound.ground.span is not None and bound.ground.span.of(bare.report.text) == bound.ground.quote
    assert bound.begin == day("2031-03-11")
