"""Runs of words that undated reports share with others."""

import pytest

from dragoman.reconciling.dating.passages import said_at, shared
from dragoman.reconciling.passages import COMMON
from dragoman.records.span import Span
from tests.reconciling.dating.piles import item, pile

WORDS = "the harbour stays open for as long as the talks in Norland go on"
DATED = item(f"“We say that {WORDS},” the mayor said on Tuesday.", "2031-03-12", "Daily Post")


@pytest.mark.parametrize(
    ("text", "outlet", "count"),
    [
        (f"The mayor promised that {WORDS}.", "Evening Post", 1),
        (f"The mayor promised that {WORDS}.", None, 1),
        (f"The mayor promised that {WORDS}.", "Daily Post", 0),  # an outlet's own furniture
        ("The harbour stays open for as long as that.", "Evening Post", 0),  # too few
        ("", None, 0),
    ],
)
def test_a_long_run_is_shared(text: str, outlet: str | None, count: int) -> None:
    bare = item(text or "Ferries.", outlet=outlet)
    found = shared(pile(DATED, bare), [bare.id])
    assert [(one.report, one.other) for one in found] == [(bare.id, DATED.id)] * count
    assert all(one.span.of(bare.report.text).endswith("go on.") and one.runs >= 5 for one in found)


def test_what_many_have_is_a_formula() -> None:
    many = [item(f"Number {n}: the mayor said that {WORDS}.", "2031-03-12", f"Post {n}") for n in range(COMMON)]
    bare = item(f"The mayor promised that {WORDS}.", outlet="Evening Post")
    assert len(shared(pile(*many[1:], bare), [bare.id])) == COMMON - 1
    assert shared(pile(*many, bare), [bare.id]) == ()


def test_who_said_the_words() -> None:
    (sentence,) = DATED.reading.sentences
    found = said_at(DATED, sentence, f"He promised that {WORDS}.")
    assert found is not None and any(WORDS in part.of(DATED.report.text) for part in found.content)
    assert said_at(DATED, sentence, "the mayor said on Tuesday") is None
    assert said_at(DATED, Span(0, 1), "Ferries were late.") is None
