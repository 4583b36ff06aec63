"""Feasts that move: against almanac days, and on the edges of the calendars."""

import datetime

import pytest

from dragoman.reading.dates import lexicon
from dragoman.reading.dates.feasts import feasts, first_day, is_long, span

SIGHTED = 1  # days by which the reckoned Islamic calendar may differ from the one that was kept


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", "2013-03-31"),
        ("easter", "2024-03-31"),
        ("easter", "1998-04-12"),
        ("good friday", "2023-04-07"),
        ("easter monday", "2021-04-05"),
        ("ash wednesday", "2024-02-14"),
        ("pentecost", "2024-05-19"),
        ("orthodox easter", "2024-05-05"),
        ("orthodox easter", "2017-04-16"),
        ("passover", "2023-04-06"),
        ("passover", "2024-04-23"),
        ("shavuot", "2024-06-12"),
        ("rosh hashanah", "2023-09-16"),
        ("rosh hashanah", "2024-10-03"),
        ("yom kippur", "1973-10-06"),
        ("sukkot", "2023-09-30"),
        ("hanukkah", "2013-11-28"),
        ("hanukkah", "2024-12-26"),
        ("purim", "2023-03-07"),
        ("purim", "2024-03-24"),
        ("black friday", "2024-11-29"),
        ("cyber monday", "2024-12-02"),
        ("lunar new year", "2024-02-10"),
        ("diwali", "2023-11-12"),
    ],
)
def test_days(name: str, day: str) -> None:
    told = datetime.date.fromisoformat(day)
    assert first_day(name, told.year) == told


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ramadan", "2024-03-11"),
        ("ramadan", "2013-07-09"),
        ("ramadan", "1990-03-28"),
        ("eid al-fitr", "2024-04-10"),
        ("eid al-adha", "2024-06-16"),
        ("ashura", "2024-07-16"),
        ("islamic new year", "2023-07-19"),
        ("mawlid", "2023-09-27"),
    ],
)
def test_islamic_days_by_the_moon(name: str, day: str) -> None:
    told = datetime.date.fromisoformat(day)
    found = first_day(name, told.year)
    assert found is not None
    assert abs((found - told).days) <= SIGHTED
    begin, end = span(name, told.year)
    assert begin is not None and end is not None
    assert begin <= told <= end


def test_a_feast_that_begins_at_sundown_has_its_eve() -> None:
    assert span("yom kippur", 2024) == (datetime.date(2024, 10, 11), datetime.date(2024, 10, 12))


@pytest.mark.parametrize("year", [-5, 0, 1, 622, 9998, 9999, 123456])
@pytest.mark.parametrize("name", sorted(feasts()))
def test_no_year_breaks_it(name: str, year: int) -> None:
    begin, end = span(name, year)
    assert begin is None or end is None or begin <= end


def test_what_no_table_has_is_unknown() -> None:
    assert first_day("diwali", 1950) is None
    assert span("diwali", 1950) == (None, None)


def test_each_named_feast_has_words_and_each_word_a_feast() -> None:
    named = {value for rows in lexicon.words().values() for kind, value in rows if kind == "holiday"}
    named |= {value for rows in lexicon.phrases().values() for _, kind, value in rows if kind == "holiday"}
    assert named == set(feasts()) | set(lexicon.holidays())
    assert {name for name in feasts() if is_long(name)} == {"ramadan", "lent"}
