import pytest

from dragoman.reconciling.passages import COMMON
from dragoman.reconciling.words import name_key, tokens
from tests.reconciling.shelves import shared

QUOTE = "They were offered three good deals and they answered with three speeches"


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (QUOTE, QUOTE, True),
        (QUOTE, "“They were offered three good deals and they answered with three speeches,”", True),
        (QUOTE, "They were offered three good deals", True),
        (QUOTE, "They were given three deals and answered with speeches", False),
        ("no comment", "no comment", False),
        ("not one word more", "not one word more", True),
    ],
)
def test_what_counts_as_one_passage(one: str, other: str, joined: bool) -> None:
    assert bool(list(shared({"a": tokens(one), "b": tokens(other)}))) is joined


def test_a_long_run_in_long_passages_is_shared() -> None:
    run = "the bridge at the old mill was closed again by order of the prefect"
    one = tokens("Many other things were told at great length before noon that day by clerks. " * 3 + run)
    other = tokens("Nothing like that was in the second account of events which ran on for pages. " * 3 + run)
    assert list(shared({"x": one, "y": other})) == [("x", "y")]


def test_a_formula_of_the_trade_joins_nothing() -> None:
    formula = tokens("declined to comment on the record this week")
    passages = {f"{n:03d}": [*formula, *tokens(f"unlike number {n} of them all")] for n in range(COMMON + 5)}
    assert not [pair for pair in shared(passages) if pair[0] == "000" and pair[1] == "044"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Sayed", "al Sayed"), ("El Sayed", "Al Sayed"), ("Türkmen", "Turkmen"), ("Brenn's", "Brenn")],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
