"""Impossible dates, no dates, words that only look like dates, very long texts, any text at all."""

import datetime
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading import dates
from dragoman.reading.dates.grammar import string_of
from dragoman.reading.dates.lexing import lexemes
from dragoman.reading.dates.placing import grammar
from dragoman.reading.parsed import Parsed
from dragoman.records.time import Published

DAY = datetime.date(2024, 11, 9)
SATURDAY = Published(begin=DAY, end=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "They met on 31 February.",
        "They met on February 31, 2024.",
        "They met on 30/02/2023 at noon or on 13/13/2024.",
        "They met on 2024-13-45.",
        "The year 0 and the year 99999 are no years of ours.",
        "It lasted 99999999999999999999 years, ended 99999999999 weeks ago, and 1/0 days.",
        "In 9999 and 9999 years later, the following year, the next decade.",
        "At 27:99 p.m. on 99 May they left.",
        "They met on 0000-01-01, on 31.02.2024 and on 2023-02-29.",
        "They met on the 32nd of May 2024 and on the 31st of June.",
        "The 99th century and the 5th quarter of 2024 were long.",
        "In 2024/99 and in the winter of 2008-77 they met.",
        "From 30 to 31 February they met, and between June 31 and 32.",
    ],
)
def test_no_day_is_invented_for_what_is_no_day(text: str, parsed_of: Callable[..., Parsed]) -> None:
    days = [one for one in dates.find(parsed_of(text, SATURDAY)) if one.begin is not None and one.begin == one.end]
    assert [one for one in days if one.type == "DATE"] == []


@pytest.mark.parametrize(
    "text",
    [
        "May the force be with you; they may march on.",
        "Sun Microsystems and Jan Kavan signed.",
        "The 44-year-old spokesman and his 6-year-old son left.",
        "Three-quarters of the town fled.",
        "He would last, and the second man came first.",
        "Prices rose 20 percent to $2024 and 1,998 people left.",
        "It was the second strike in as many days.",
        "As soon as possible, they said.",
        "He is in his late 40s, and she left soon after.",
        "They make two million cars a year and work 24 hours a day.",
        "April Jones and August Smith told the Daily News.",
        "The film runs 02:54, and they won 3:2.",
        "The now-closed office hired those 18 to 35 years old.",
        "At the last minute they gave up on Bloody Sunday.",
        "It is not clear how soon it may end.",
        "The firm made a profit of one ct a share on Easter Island.",
        'He was asked on "This Week" by the China Daily.',
        "The risk falls for those 20 to 54 years of age, he said.",
        "The victim, aged 45 years, was a clerk.",
        "The shrine is of the 6th century B.C. and the bond is of Trust 1986-A.",
    ],
)
def test_words_that_only_look_like_times(text: str, parsed_of: Callable[..., Parsed]) -> None:
    assert [one.span.of(text) for one in dates.find(parsed_of(text, SATURDAY))] == []


@pytest.mark.parametrize("text", ["Nothing.", "…", "12", "-", "’s", "\u0000", "May", "of the", "the the the last"])
def test_scraps(text: str, parsed_of: Callable[..., Parsed]) -> None:
    assert all(one.span.of(text) for one in dates.find(parsed_of(text, SATURDAY)))


def test_a_broken_line_inside_an_expression(parsed_of: Callable[..., Parsed]) -> None:
    text = "The group was told to go about\ntwo weeks ago.\n"
    (found,) = dates.find(parsed_of(text, SATURDAY))
    assert found.span.of(text) == "about\ntwo weeks ago"
    assert found.value == "2024-W43"


def test_a_day_and_month_that_could_be_either_holds_both(parsed_of: Callable[..., Parsed]) -> None:
    (found,) = dates.find(parsed_of("It was signed on 03/04/2023.", SATURDAY))
    assert (found.begin, found.end) == (datetime.date(2023, 3, 4), datetime.date(2023, 4, 3))
    (found,) = dates.find(parsed_of("It was signed on 13/04/2023.", SATURDAY))
    assert found.begin == found.end == datetime.date(2023, 4, 13)


@pytest.mark.parametrize("day", [datetime.date(2999, 12, 31), datetime.date.max, datetime.date.min])
def test_a_publication_day_far_off(day: datetime.date, parsed_of: Callable[..., Parsed]) -> None:
    text = "They met yesterday, last week, on Friday, in May and at Easter; they will meet next year and in two weeks."
    found = dates.find(parsed_of(text, Published(begin=day, end=day)))
    assert len(found) >= 6
    assert all(one.begin is None or one.end is None or one.begin <= one.end for one in found)


@pytest.mark.parametrize(
    "long",
    [
        "late " * 2000 + "Friday",
        "nineteen " * 1100,
        "two hundred and " * 625,
        "1" * 10_000,
        "1," * 5000,
        "the last " * 1100 + "week",
        "twenty-" * 1400 + "five days ago",
        "of the year " * 830,
        "first quarter of the " * 475 + "year",
    ],
)
def test_an_expression_of_ten_thousand_characters(long: str, parsed_of: Callable[..., Parsed]) -> None:
    text = f"They met {long.strip()}."
    found = dates.find(parsed_of(text, SATURDAY))
    assert all(one.span.end - one.span.start < 200 for one in found)
    assert [one for one in found if one.begin is not None and one.begin.year < 1000] == []


@pytest.mark.parametrize(
    "unit",
    [
        "a week or two ",
        "year-end-",
        "'98 ",
        "early in the ",
        "1986/87 ",
        "twenty ",
        "two weeks ago and ",
        "May 3, ",
        "1,000,",
        "the last next ",
        "9" * 10,
    ],
)
def test_ten_times_the_text_takes_about_ten_times_as_long(unit: str) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        found = lexemes(text)
        string = string_of(found)
        rules = grammar()
        at = rules.next_start(string, 0)
        while at is not None:
            rules.candidates(string, at)
            at = rules.next_start(string, at + 1)
        return time.process_time() - began

    short, long = unit * (10_000 // len(unit)), unit * (100_000 // len(unit))
    seconds(short)
    assert min(seconds(long) for _ in range(2)) < 40 * max(min(seconds(short) for _ in range(3)), 0.002)


_WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "two",
        "3",
        "31",
        "2024",
        "99999",
        "May",
        "Sunday",
        "week",
        "weeks",
        "ago",
        "later",
        "of",
        "and",
        "to",
        "-",
        ",",
        "'s",
        "about",
        "half",
        "a",
        "few",
        "year",
        "quarter",
        "first",
        "Oct.",
        "7",
        "8:30",
        "p.m.",
        "early",
        "end",
        "since",
        "until",
        "Christmas",
        "11/28/89",
        "2024-02-30",
        "1990s",
        "every",
        "said",
        "will",
        "meet",
        ".",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=30).map(" ".join)), dated=st.booleans())
def test_any_text(text: str, dated: bool, parsed_of: Callable[..., Parsed]) -> None:
    if not text.strip():
        return
    parsed = parsed_of(text, SATURDAY if dated else None)
    found = dates.find(parsed)
    assert found == dates.find(parsed)
    ends = 0
    for one in found:
        assert ends <= one.span.start < one.span.end <= len(text)
        ends = one.span.end
        assert one.value
        assert one.begin is None or one.end is None or one.begin <= one.end
    for token in parsed.doc:
        for interval in (dates.bind(parsed, found, token), dates.narrative(parsed, found, token)):
            if interval is not None and interval.begin is not None and interval.end is not None:
                assert interval.begin <= interval.end


@settings(max_examples=30, deadline=None)
@given(day=st.dates())
def test_any_publication_day(day: datetime.date) -> None:
    from dragoman.reading.parsed import parsed_blocks
    from dragoman.records.ids import report_id
    from dragoman.records.report import Report

    text = (
        "Last week, two years ago, on May 3, next winter and the following decade, 900 years earlier; within 20 years."
    )
    report = Report(id=report_id(text, None), text=text, published=Published(begin=day, end=day))
    found = dates.find(next(parsed_blocks(report)))
    assert len(found) >= 6
    assert all(one.begin is None or one.end is None or one.begin <= one.end for one in found)
