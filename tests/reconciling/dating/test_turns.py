"""Turns of the talks, told relative to a report's own day and by others of one day."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import dated, turns
from tests.reconciling.dating.piles import item, pile

# 9 March 2031 is a Sunday.
ONE = item("A deal was struck early Sunday in Port Varra, the envoys said.", "2031-03-10", "Daily Post")
TWO = item("Norland and Osk reached an agreement on Sunday.", "2031-03-09", "Evening Post")
THREE = item("The accord signed on March 9 has nine pages.", "2031-03-20", "Morning Post")
ROUND = tuple(
    item(f"{who} said that the talks are to resume on March 19 in Port Varra.", "2031-03-12", outlet)
    for who, outlet in (("Norland", "Daily Post"), ("Osk", "Evening Post"), ("The envoy", "Morning Post"))
)


def _found(bare: Item, *others: Item) -> list[tuple[str, str]]:
    return [(str(one.begin), str(one.end)) for one in turns.bounds(pile(*others, bare), [bare.id])[bare.id]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The pact was signed in Port Varra early on Sunday.", ("2031-03-09", "2031-03-15")),
        ("Sunday’s deal pleased the markets.", ("2031-03-09", "2031-03-15")),
        ("This weekend's surprise deal with Norland pleased the markets.", ("2031-03-09", "2031-03-15")),
        ("A deal announced over the weekend is in doubt.", ("2031-03-09", "2031-03-15")),
        ("The deal reached last week is in doubt.", ("2031-03-10", "2031-03-22")),
        ("The deal was announced yesterday in Port Varra.", ("2031-03-09", "2031-03-11")),
        ("The deal that was signed last month is in doubt.", ("2031-03-10", "2031-05-09")),
    ],
)
def test_a_turn_that_others_tell_of_one_day(text: str, days: tuple[str, str]) -> None:
    assert _found(item(text), ONE, TWO, THREE) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed in Port Varra on Friday.",  # another weekday
        "A deal could be reached on Sunday.",
        "They failed to reach a deal: none was signed on Sunday.",
        "The deal will be announced on Sunday.",
        "The talks ended on Sunday.",  # another turn
        "On Sunday the mayor opened a museum of glass.",
        "The deal was struck.",
    ],
)
def test_else_nothing(text: str) -> None:
    assert _found(item(text), ONE, TWO, THREE) == []


def test_one_teller_is_not_enough_and_without_a_weekday_two_are_not() -> None:
    weekday, week = item("The pact was signed on Sunday."), item("The pact was signed last week.")
    assert _found(weekday, ONE) == [] and _found(weekday, ONE, TWO) != []
    assert _found(week, ONE, TWO) == [] and _found(week, ONE, TWO, THREE) != []


def test_two_days_that_are_as_likely_tell_nothing() -> None:
    again = (
        item("Another deal was struck on Sunday, the envoys said.", "2031-03-17", "Daily Post"),
        item("The second agreement was reached on Sunday.", "2031-03-16", "Evening Post"),
    )
    assert _found(item("The pact was signed on Sunday."), ONE, TWO, *again) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The sides meet again next week.", [("2031-03-06", "2031-03-18")]),
        ("The talks are to resume on Wednesday.", [("2031-03-13", "2031-03-19")]),
        ("A new round of talks began on Wednesday.", [("2031-03-19", "2031-03-25")]),
        ("The talks resumed today in Port Varra.", []),  # every round was "today" once
        ("The talks resumed three weeks ago in Port Varra.", []),
    ],
)
def test_rounds_come_again_and_are_told_beforehand(text: str, days: list[tuple[str, str]]) -> None:
    assert _found(item(text), *ROUND) == days


def test_turns_that_disagree_are_widened_and_said() -> None:
    bare = item("The pact was signed on Sunday. A new round of talks began on Wednesday.")
    bounds = turns.bounds(pile(ONE, TWO, THREE, *ROUND, bare), [bare.id])[bare.id]
    assert [(str(one.begin), str(one.end)) for one in bounds] == [("2031-03-09", "2031-03-25")]
    assert "agree with none" in bounds[0].ground.says


def test_a_report_whose_days_disagree_is_no_teller() -> None:
    wrong = item("A deal was struck on Sunday. The envoys met on March 30, 2031.", "2031-03-10", "Morning Post")
    assert _found(item("The pact was signed on Sunday."), ONE, wrong) == []


def test_the_ground_names_who_tells_and_stands_in_the_text() -> None:
    bare = item("Ferries were late. The pact was signed on Sunday.", outlet="Late Post")
    found = dated(pile(ONE, TWO, bare))[bare.id].published
    (ground,) = (one for one in found.evidence if "turn" in one.says)
    assert ONE.name in ground.says and TWO.name in ground.says and "9 March 2031" in ground.says
    assert ground.quote == "The pact was signed on Sunday."
    assert ground.span is not None and ground.span.of(bare.report.text) == ground.quote


def test_the_vocabulary_is_well_formed() -> None:
    found = turns.turns()
    assert len({one.kind for one in found}) == len(found) > 0
    for one in found:
        assert one.nouns and one.verbs and not one.nouns & one.verbs
        assert not one.vetoes & (one.nouns | one.verbs), one.kind
        assert all(word == word.lower() for word in one.nouns | one.verbs | one.vetoes)
