"""What a sentence shared with a report of known days says of an undated one."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import near
from dragoman.reconciling.dating.passages import shared
from dragoman.records.time import NO_DAY, Interval
from tests.reconciling.dating.piles import day, item, pile

WORDS = "the harbour stays open for as long as the talks in Norland go on"
BARE = item(f"The mayor promised that {WORDS}.", outlet="Evening Post")
TWELFTH = Interval.day(day("2031-03-12"))


def _found(other: Item, when: Interval) -> list[tuple[str, str, bool]]:
    (link,) = shared(pile(other, BARE), [BARE.id])
    found = near.bounds(link, BARE, other, {other.id: when, BARE.id: NO_DAY})
    return [(str(one.begin), str(one.end), one.firm) for one in found]


def test_words_that_were_said_on_a_day_are_printed_from_it_on() -> None:
    other = item(f"“We say that {WORDS},” the mayor said on Tuesday.", "2031-03-12", "Daily Post")
    assert _found(other, TWELFTH) == [
        ("2031-03-11", "None", True),
        ("2031-03-11", "2031-03-17", False),
        ("2031-03-06", "2031-03-18", False),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"It is told that {WORDS}.", ("2031-03-06", "2031-03-18")),
        (
            f"It is told that {WORDS}, and that no ship of the fleet will leave before they end.",
            ("2031-03-06", "2031-03-18"),
        ),
    ],
)
def test_words_that_nobody_said_are_of_those_days(text: str, days: tuple[str, str]) -> None:
    assert (*days, False) in _found(item(text, "2031-03-12", "Daily Post"), TWELFTH)


def test_much_is_printed_nearer() -> None:
    more = " while no ship of the whole fleet may leave its pier before both sides have signed the paper"
    bare = item(f"The mayor promised that {WORDS}{more}.", outlet="Evening Post")
    other = item(f"It is told that {WORDS}{more}.", "2031-03-12", "Daily Post")
    (link,) = shared(pile(other, bare), [bare.id])
    found = list(near.bounds(link, bare, other, {other.id: TWELFTH}))
    assert ("2031-03-09", "2031-03-15") in [(str(one.begin), str(one.end)) for one in found]


def test_a_report_without_a_day_says_nothing() -> None:
    other = item(f"It is told that {WORDS}.", outlet="Daily Post")
    assert _found(other, NO_DAY) == []
