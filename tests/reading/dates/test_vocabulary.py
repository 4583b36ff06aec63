"""The vocabularies are whole: every word is usable, and every kind that a rule names exists."""

import datetime
from importlib import resources

import pytest

from dragoman.reading.dates import lexicon
from dragoman.reading.dates.days import make, nth_weekday, plus, plus_months, week_range
from dragoman.reading.dates.grammar import letters, rule
from dragoman.reading.dates.lexing import lexemes
from dragoman.reading.dates.placing import grammar
from dragoman.reading.dates.units import CODES, period

FILES = ("lexicon.yaml", "contexts.yaml", "happenings.yaml", "tense_words.yaml", "feasts.yaml")
D = datetime.date


@pytest.mark.parametrize("file", FILES)
def test_each_file_says_where_it_comes_from(file: str) -> None:
    text = resources.files("dragoman.reading.dates").joinpath(file).read_text(encoding="utf-8")
    assert text.startswith("#")
    assert "written by hand" in text or "Written from" in text


def test_words_are_lower_case_text_of_one_kind() -> None:
    for word, kinds in lexicon.words().items():
        assert isinstance(word, str)
        assert word == word.lower()
        assert len(kinds) == 1, word


def test_units_have_codes() -> None:
    told = {value for rows in lexicon.words().values() for kind, value in rows if kind in ("unit", "units")}
    assert told <= set(CODES)


def test_holidays_exist_every_year() -> None:
    for rule_of in lexicon.holidays().values():
        for year in (2023, 2024):
            assert (make(year, *rule_of) if len(rule_of) == 2 else nth_weekday(year, *rule_of)) is not None


def test_kinds_have_letters_of_their_own() -> None:
    assert len(set(letters().values())) == len(letters())
    assert grammar().next_start("", 0) is None


def test_a_pattern_with_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        rule("month nonsense", lambda found: None)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("twenty-five", "num", 25),
        ("two hundred and", "num", 200),
        ("nineteen ninety-four", "year", 1994),
        ("two thousand", "year", 2000),
        ("1,500", "num", 1500),
        ("2 1/2", "num", 2.5),
        ("twenty-first", "ord", 21),
        ("21st", "ord", 21),
    ],
)
def test_numbers(text: str, kind: str, value: float) -> None:
    first = lexemes(text)[0]
    assert (first.kind, first.value) == (kind, value)


@pytest.mark.parametrize(
    ("unit", "n", "value"),
    [
        ("day", 60, "P60D"),
        ("hour", 2, "PT2H"),
        ("year", 2.5, "P2Y6M"),
        ("minute", 1.5, "PT1M30S"),
        ("decade", 2, "P20Y"),
        ("fortnight", 1, "P2W"),
        ("week", "X", "PXW"),
        ("century", 0.5, "P50Y"),
    ],
)
def test_periods(unit: str, n: float | str, value: str) -> None:
    assert period(unit, n) == value


def test_calendar_arithmetic_stays_on_the_calendar() -> None:
    assert make(2023, 2, 29) is None
    assert make(0, 1, 1) is None
    assert plus_months(D(2024, 1, 31), 1) == D(2024, 2, 29)
    assert plus_months(D(9999, 12, 1), 1) is None
    assert plus(D(1, 1, 1), "year", -1) is None
    assert plus(D(2024, 1, 1), "day", 10**9) is None
    assert week_range(D(2024, 11, 9)) == (D(2024, 11, 4), D(2024, 11, 10))
