"""Which time governs a clause, and which it inherits."""

import datetime
from collections.abc import Callable

import pytest
from spacy.tokens import Token

from dragoman.reading import dates
from dragoman.reading.parsed import Parsed
from dragoman.records.time import Interval, Precision, Published

DAY = datetime.date(2024, 11, 9)
SATURDAY = Published(begin=DAY, end=DAY)


def token(parsed: Parsed, word: str) -> Token:
    return next(one for one in parsed.doc if one.text == word)


def days(interval: Interval | None) -> tuple[str, str] | None:
    return None if interval is None else (str(interval.begin or ""), str(interval.end or ""))


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The delegation left the capital on Friday.", "left", ("2024-11-08", "2024-11-08")),
        ("On Friday the delegation left the capital.", "left", ("2024-11-08", "2024-11-08")),
        ("Officials said Friday that the delegation had left.", "said", ("2024-11-08", "2024-11-08")),
        ("Officials said Friday that the delegation had left.", "left", None),
        ("The delegation left on Monday, officials said on Friday.", "left", ("2024-11-04", "2024-11-04")),
        ("The delegation left on Monday, officials said on Friday.", "said", ("2024-11-08", "2024-11-08")),
        ("The delegation, which arrived on Monday, left on Friday.", "arrived", ("2024-11-04", "2024-11-04")),
        ("The delegation, which arrived on Monday, left on Friday.", "left", ("2024-11-08", "2024-11-08")),
        ("The army killed dozens of people on Friday.", "killed", ("2024-11-08", "2024-11-08")),
        ("The council condemned the May 3 attack.", "condemned", None),
        ("The council condemned the Friday attack.", "attack", ("2024-11-08", "2024-11-08")),
        ("Dozens were killed in the November 4 attack.", "killed", ("2024-11-04", "2024-11-04")),
        ("She led the bureau from 2017 to July 2024.", "led", ("2017-01-01", "2024-07-31")),
        (
            "Ana Orsa led the bureau from 2017 to July 2024, when she was killed abroad.",
            "killed",
            ("2024-07-01", "2024-07-31"),
        ),
        ("In May Osk had briefly asked Front commanders to leave the country.", "asked", ("2024-05-01", "2024-05-31")),
        ("In May Osk had asked the commanders to leave the country.", "asked", ("2024-05-01", "2024-05-31")),
        ("In May the commanders had left the country.", "left", ("2024-05-01", "2024-05-31")),
        ("In May Osk had asked them to leave, after the envoy announced a review.", "announced", ("", "2024-05-31")),
        ("In May Osk said that it was over, after the envoy announced a review.", "announced", None),
        ("They met in April. The envoys moved to Tarn. Two weeks later, Corvane made an offer.", "made", ("", "")),
        ("They met on May 3. Two weeks later, Corvane made an offer.", "made", ("2024-05-14", "2024-05-20")),
        ("The emirate has hosted the group since 2012.", "hosted", ("2012-01-01", "")),
        ("The group must leave by May 3, 2025.", "leave", ("", "2025-05-03")),
        ("The envoys will meet in Port Varra on Friday.", "meet", ("2024-11-15", "2024-11-15")),
        ("The emirate asked the group to leave about two weeks ago.", "asked", ("2024-10-21", "2024-10-31")),
        ("The emirate asked the group to leave about two weeks ago.", "leave", None),
        ("On Friday the envoy arrived and met the minister.", "met", ("2024-11-08", "2024-11-08")),
        ("The truce lasted two weeks.", "lasted", None),
        ("Trucks enter every Friday.", "enter", None),
        ("The delegation left.", "left", None),
    ],
)
def test_bind(text: str, word: str, told: tuple[str, str] | None, parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of(text, SATURDAY)
    assert days(dates.bind(parsed, dates.find(parsed), token(parsed, word))) == told


def test_a_time_that_cannot_be_placed_is_a_time_without_days(parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of("On May 3, 2022, they signed. The delegation left on Friday.")
    found = dates.find(parsed)
    left = token(parsed, "left")
    assert dates.bind(parsed, found, left) == Interval()
    assert dates.narrative(parsed, found, left) is None
    assert [one.value for one in dates.bound(parsed, found, left)] == ["XXXX-WXX-5"]


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        (
            "Osk agreed and told the leaders about the decision 10 days ago.",
            "agreed",
            ("2024-10-29", "2024-10-31"),
        ),
        ("Osk agreed and said on Friday that it would leave.", "agreed", None),
        ("The group was asked to leave Osk and move to Hesk in April.", "asked", ("2024-04-01", "2024-04-30")),
        ("The group was asked to leave Osk by April.", "asked", None),
        ("On Friday the army entered the town. It took the bridge.", "took", ("2024-11-08", "2024-11-08")),
        ("On Friday the army entered the town.\n\nIt took the bridge.", "took", None),
        ("The envoy said on Friday that it was over. The army took the bridge.", "took", None),
        ("On Friday the army entered the town. It had taken the bridge.", "taken", None),
        ("On Friday the army entered the town. It will take the bridge.", "take", None),
        ("In 2012 the office opened. The army took the bridge.", "took", None),
        ("The army took the bridge.", "took", None),
    ],
)
def test_narrative(text: str, word: str, told: tuple[str, str] | None, parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of(text, SATURDAY)
    found = dates.find(parsed)
    interval = dates.narrative(parsed, found, token(parsed, word))
    assert days(interval) == told
    assert interval is None or interval.precision is Precision.NARRATIVE


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("They met on May 3.", Precision.DAY),
        ("They met last week.", Precision.WEEK),
        ("They met in April.", Precision.MONTH),
        ("They met in early April.", Precision.INTERVAL),
        ("They met last year.", Precision.YEAR),
        ("They met in the third quarter of 2023.", Precision.QUARTER),
        ("They met in the summer of 2006.", Precision.SEASON),
        ("They met in the 1990s.", Precision.DECADE),
        ("They met about two weeks ago.", Precision.INTERVAL),
        ("They recently met.", Precision.INTERVAL),
    ],
)
def test_precision(text: str, precision: Precision, parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of(text, SATURDAY)
    bound = dates.bind(parsed, dates.find(parsed), token(parsed, "met"))
    assert bound is not None
    assert bound.precision is precision
