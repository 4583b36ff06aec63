import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.showing.drawing.scale import Scale, span

BEGIN = datetime.date(2031, 2, 27)


def scale(begin: datetime.date, end: datetime.date) -> Scale:
    return Scale(begin=begin, end=end, left=0, right=700)


@pytest.mark.parametrize(
    ("end", "first", "last"),
    [
        (datetime.date(2031, 3, 5), "27 Feb", "5 Mar"),
        (datetime.date(2031, 4, 8), "4 Mar", "8 Apr"),
        (datetime.date(2031, 12, 24), "Mar 2031", "Nov"),
        (datetime.date(2033, 12, 24), "Jul 2031", "Jul"),
        (datetime.date(2090, 1, 1), "2032", "2088"),
    ],
)
def test_days_weeks_months_and_years_are_named(end: datetime.date, first: str, last: str) -> None:
    ticks = scale(BEGIN, end).ticks(8)
    assert (ticks[0][1], ticks[-1][1]) == (first, last)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.integers(0, 60_000), st.integers(3, 12))
def test_ticks_lie_within_in_order_and_are_not_too_many(begin: datetime.date, length: int, most: int) -> None:
    end = begin + datetime.timedelta(days=length)
    found = [day for day, _ in scale(begin, end).ticks(most)]
    assert found == sorted(found)
    assert len(found) <= most + 1
    assert all(begin <= day <= end for day in found)


def test_a_day_before_or_after_the_picture_lies_at_its_edge() -> None:
    made = scale(BEGIN, BEGIN)
    assert made.start(BEGIN - datetime.timedelta(days=9)) == 0
    assert made.start(BEGIN + datetime.timedelta(days=9)) == 700


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (BEGIN, "27 Feb"),
        (datetime.date(2031, 2, 28), "27–28 Feb"),
        (datetime.date(2031, 3, 2), "27 Feb – 2 Mar"),
    ],
)
def test_spans_are_short(end: datetime.date, said: str) -> None:
    assert span(BEGIN, end) == said


def test_a_whole_month_is_told_as_one() -> None:
    assert span(datetime.date(2031, 2, 1), datetime.date(2031, 2, 28)) == "Feb"
