"""A report without a day, or with a vague one: nothing is invented, and what was told is kept."""

import datetime
from collections.abc import Callable

import pytest

from dragoman.reading import dates
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import Offset, TimeExpression
from dragoman.records.time import Precision, Published

D = datetime.date


def only(parsed: Parsed) -> TimeExpression:
    (found,) = dates.find(parsed)
    return found


@pytest.mark.parametrize(
    ("text", "value", "offset"),
    [
        ("The group was told to go about two weeks ago.", "XXXX-WXX", ("week", -2, "published")),
        ("The group was told to go 10 days ago.", "XXXX-XX-XX", ("day", -10, "published")),
        ("The group was told to go last month.", "XXXX-XX", ("month", -1, "published")),
        ("The group was told to go last year.", "XXXX", ("year", -1, "published")),
        ("It said no weeks ago.", "PAST_REF", ("week", None, "published")),
        ("The envoy left yesterday.", "XXXX-XX-XX", ("day", -1, "published")),
        ("Officials said late Friday that talks had stalled.", "XXXX-WXX-5", ("weekday", -1, "published")),
        ("The envoys will meet Friday.", "XXXX-WXX-5", ("weekday", 1, "published")),
        ("In April, the emirate reviewed its role.", "XXXX-04", ("date", -1, "published")),
        ("The truce was signed on May 3.", "XXXX-05-03", ("date", -1, "published")),
        ("The following day the council rejected it.", "XXXX-XX-XX", ("day", 1, "previous")),
        ("Two weeks later the council agreed.", "P2W", ("week", 2, "previous")),
        ("In the past three months 40 people died.", "P3M", ("month", -3, "published")),
        ("The talks are currently stalled.", "PRESENT_REF", ("day", 0, "published")),
    ],
)
def test_relative_times_keep_their_offset_and_get_no_day(
    text: str, value: str, offset: tuple[str, float | None, str], parsed_of: Callable[..., Parsed]
) -> None:
    found = only(parsed_of(text))
    assert (found.value, found.begin, found.end) == (value, None, None)
    unit, n, anchor = offset
    assert found.offset == Offset(unit=unit, n=n, anchor=anchor)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("The truce was signed on May 3, 2022.", D(2022, 5, 3), D(2022, 5, 3)),
        ("The office closed in July 2023.", D(2023, 7, 1), D(2023, 7, 31)),
        ("The office has been there since 2012.", D(2012, 1, 1), D(2012, 12, 31)),
    ],
)
def test_full_dates_need_no_publication_day(
    text: str, begin: datetime.date, end: datetime.date, parsed_of: Callable[..., Parsed]
) -> None:
    found = only(parsed_of(text))
    assert (found.begin, found.end, found.offset) == (begin, end, None)


def test_a_month_of_publication_gives_the_days_of_every_day_in_it(parsed_of: Callable[..., Parsed]) -> None:
    month = Published(begin=D(2024, 11, 1), end=D(2024, 11, 30), precision=Precision.MONTH)
    found = only(parsed_of("The envoy left yesterday.", month))
    assert (found.begin, found.end) == (D(2024, 10, 31), D(2024, 11, 29))
    assert found.value == "XXXX-XX-XX"


def test_what_all_days_of_publication_agree_on_is_told(parsed_of: Callable[..., Parsed]) -> None:
    week = Published(begin=D(2024, 11, 5), end=D(2024, 11, 9), precision=Precision.INTERVAL)
    found = only(parsed_of("The group was told to go last month.", week))
    assert (found.value, found.begin, found.end) == ("2024-10", D(2024, 10, 1), D(2024, 10, 31))


def test_a_half_open_publication_places_nothing(parsed_of: Callable[..., Parsed]) -> None:
    found = only(parsed_of("The envoy left yesterday.", Published(begin=D(2024, 11, 5))))
    assert (found.begin, found.end) == (None, None)


def test_a_time_told_in_full_anchors_the_next(parsed_of: Callable[..., Parsed]) -> None:
    _, later = dates.find(parsed_of("They met on March 4, 2023. The following day the council rejected it."))
    assert (later.begin, later.end) == (D(2023, 3, 5), D(2023, 3, 5))
