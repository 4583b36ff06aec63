"""Days told without their year: the pile tells the year, the tense which side of it."""

import pytest

from dragoman.reconciling.dating import calendar, dated
from tests.reconciling.dating.piles import day, item, pile

BEFORE = item("The council of Norland met on Monday.", "2031-03-04", "Daily Post")
AFTER = item("The council of Norland signed the charter.", "2031-03-20", "Daily Post")


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("The envoys are scheduled to meet again on March 18.", None, "2031-03-18"),
        ("The envoys met the council on March 11.", "2031-03-11", None),
        ("The envoys met on March 11. They will meet again on March 18.", "2031-03-11", "2031-03-18"),
        ("The envoys met on March 11, 1999.", None, None),  # its year is told: no matter for the pile
        ("The envoys will meet again in the spring.", None, None),
    ],
)
def test_the_pile_tells_the_year(text: str, begin: str | None, end: str | None) -> None:
    bare = item(text)
    found = calendar.bounds(pile(BEFORE, AFTER, bare), [bare.id])[bare.id]
    begins = [one.begin for one in found if one.begin is not None]
    ends = [one.end for one in found if one.end is not None]
    assert (max(begins, default=None), min(ends, default=None)) == (begin and day(begin), end and day(end))
    assert all(one.ground.quote and one.ground.span and one.ground.quote in text for one in found)


def test_a_day_under_a_picture_is_none_to_come() -> None:
    bare = item("Crews rush to the scene of a blast on March 18 in Norland.")
    assert [one.end for one in calendar.bounds(pile(BEFORE, AFTER, bare), [bare.id])[bare.id]] == []


def test_a_pile_of_years_tells_no_year() -> None:
    bare = item("The envoys are scheduled to meet again on March 18.")
    late = item("The charter is two years old.", "2033-03-20", "Daily Post")
    assert calendar.bounds(pile(BEFORE, late, bare), [bare.id])[bare.id] == ()


def test_without_a_dated_report_nothing_is_told() -> None:
    bare = item("The envoys are scheduled to meet again on March 18.")
    assert not dated(pile(bare))[bare.id].published.interval.known


def test_a_report_that_tells_a_later_day_as_past_contradicts_itself() -> None:
    assert calendar.contradicts(item("The envoys met on March 18, 2031.", "2031-03-11"))
    assert not calendar.contradicts(item("The envoys met on March 18, 2031.", "2031-03-19"))
    assert not calendar.contradicts(item("The envoys met on March 18, 2031."))
