"""How far from the day of publication the times can lie that are told relative to it."""

import datetime

import pytest

from dragoman.reconciling.dating.relative import reach
from tests.reconciling.dating.piles import item

MONTH = [datetime.date(2031, 3, 1) + datetime.timedelta(days=n) for n in range(31)]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The envoy left Norland today.", -1, 1),
        ("The envoy left Norland yesterday.", 0, 2),
        ("The envoy leaves Norland tomorrow.", -2, 0),
        ("The envoy left Norland last week.", 1, 13),
        ("The envoy will leave Norland next week.", -13, -1),
        ("The envoy left Norland last month.", 1, 61),
        ("The envoy left Norland three days ago.", 1, 5),
        ("The envoy left Norland about two weeks ago.", 10, 18),
        ("The envoy left Norland on Tuesday.", 0, 6),
        ("The envoy will leave Norland on Tuesday.", -6, 0),
        ("The envoy left Norland over the weekend.", 0, 6),
        ("The envoy left Norland last weekend.", 1, 12),
    ],
)
def test_what_is_told_by_its_distance(text: str, least: int, most: int) -> None:
    (one,) = item(text).reading.dates
    found = reach(one)
    assert found is not None and (found.least, found.most) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy is now in Norland.",
        "The envoy left Norland in recent days.",
        "The envoy left Norland weeks ago.",
        "The envoy left Norland on March 3, 2031.",
        "The envoy stayed in Norland for two weeks.",
        "The envoy left Norland on March 3.",
    ],
)
def test_else_nothing(text: str) -> None:
    assert [reach(one) for one in item(text).reading.dates] == [None] * len(item(text).reading.dates) != []


def test_weekdays_and_weekends_are_few_days() -> None:
    for text, weekdays in (("He left on Tuesday.", {1}), ("He left over the weekend.", {5, 6})):
        (one,) = item(text).reading.dates
        found = reach(one)
        assert found is not None
        assert {day.weekday() for day in MONTH if found.fits(day)} == weekdays
