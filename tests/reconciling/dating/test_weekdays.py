"""Weekdays told as just past leave few of some days."""

import pytest

from dragoman.reconciling.dating import weekdays
from dragoman.records.time import Interval
from tests.reconciling.dating.piles import day, item

LONG = " The museum has a new roof of glass, and the ferries were late again." * 3


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (f"The envoy met the council on Tuesday.{LONG}", "2031-03-11", "2031-03-14"),
        (
            f"The envoy met the council on Tuesday. He met the mayor of Norland on Thursday.{LONG}",
            "2031-03-13",
            "2031-03-14",
        ),
        (
            f"The envoy met the council on Tuesday.{LONG} He had met the mayor of Norland on Thursday.",
            "2031-03-11",
            "2031-03-14",
        ),
        (f"The envoy will meet the council on Tuesday.{LONG}", None, None),
        (LONG, None, None),
    ],
)
def test_a_bare_weekday_is_few_days_back(text: str, first: str | None, last: str | None) -> None:
    week = Interval(begin=day("2031-03-10"), end=day("2031-03-16"))
    found = weekdays.bound(item(text), week)
    assert (None if found is None else (found.begin, found.end)) == (
        None if first is None or last is None else (day(first), day(last))
    )


def test_of_many_weeks_it_tells_nothing() -> None:
    year = Interval(begin=day("2031-01-01"), end=day("2031-12-31"))
    assert weekdays.bound(item(f"The envoy met the council on Tuesday.{LONG}"), year) is None
