"""Acts that an undated report tells from its own day, and another one of a day of the calendar."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import pins
from tests.reconciling.dating.piles import item, pile

DATED = item("Norland expelled the Ridge Council on March 3, 2031.", "2031-03-20", "Daily Post")


def _found(bare: Item, *others: Item) -> list[tuple[str, str]]:
    whole = pile(*others, bare)
    found = pins.bounds(bare, pins.index(whole), {one.id: one for one in whole})
    return [(str(one.begin), str(one.end)) for one in found]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("yesterday", ("2031-03-04", "2031-03-04")),
        ("about two weeks ago", ("2031-03-13", "2031-03-21")),
        ("last month", ("2031-04-01", "2031-04-30")),
        ("last year", ("2032-01-01", "2032-12-31")),
        ("on Monday", ("2031-03-03", "2031-03-09")),
    ],
)
def test_the_day_that_another_knows_is_counted_back_from(when: str, days: tuple[str, str]) -> None:
    assert _found(item(f"Norland expelled the Ridge Council {when}."), DATED) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Norland expelled the Ridge Council weeks ago.",  # no count
        "Norland expelled the Ridge Council.",  # no time
        "Norland expelled the Ridge Council on March 3, 2031.",  # nothing relative
        "Norland may expel the Ridge Council next week.",  # not done
        "Norland expelled the Harbour League yesterday.",  # someone else
        "The Ridge Council expelled Norland yesterday.",  # the other way round
        "Norland welcomed the Ridge Council yesterday.",  # another act
    ],
)
def test_else_nothing(text: str) -> None:
    assert _found(item(text), DATED) == []


def test_a_day_that_nobody_knows_pins_nothing() -> None:
    wide = item("Norland expelled the Ridge Council in 2031.", "2031-03-20", "Daily Post")
    assert _found(item("Norland expelled the Ridge Council yesterday."), wide) == []


def test_the_ground_says_both_tellings() -> None:
    bare = item("Norland expelled the Ridge Council yesterday.")
    whole = pile(DATED, bare)
    (bound,) = pins.bounds(bare, pins.index(whole), {one.id: one for one in whole})
    assert "yesterday" in bound.ground.says and "3 March 2031" in bound.ground.says and DATED.name in bound.ground.says
