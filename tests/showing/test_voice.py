"""Who says it, and how it is sourced, as a line tells it."""

from typing import Any

import pytest

from dragoman.records.reading import Sourcing
from dragoman.showing.brief.lines import voice
from dragoman.showing.brief.pile import gather


@pytest.mark.parametrize(
    ("article", "state", "told"),
    [("", True, "a state, on the record"), ("The ", True, "a state, on the record"), ("", False, "an organisation")],
)
def test_a_state_is_called_a_state_with_its_article_too(full: Any, article: str, state: bool, told: str) -> None:
    pile = gather(full)
    name = min(pile.state_names) if state else "Harbour Wire Service"
    assert told in voice(f"{article}{name}", Sourcing.ORGANISATION, (), pile)
