"""What a report's own text tells of its day."""

import pytest

from dragoman.reading.read import read
from dragoman.reconciling import Item
from dragoman.reconciling.dating import told
from dragoman.reports import from_text
from tests.reconciling.dating.piles import item


def _found(one: Item) -> list[tuple[str, str, bool]]:
    return [(str(bound.begin), str(bound.end), bound.firm) for bound in told.bounds(one)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The envoys met on March 3, 2031.", [("2031-03-03", "None", True)]),
        ("The mayor said on March 3, 2031, that he would go.", [("2031-03-03", "None", True)]),
        ("The envoys met in March 2031.", [("2031-03-01", "None", True)]),
        ("The envoys will meet on April 5, 2031.", [("None", "2031-04-05", False)]),
        ("The envoys had planned to meet on April 5, 2031.", []),
        ("The envoys may meet on April 5, 2031.", []),
        ("The envoys did not meet on April 5, 2031.", []),
        ("The envoys met on Monday.", []),
        ("The envoys met for three days.", []),
        ("The treaty of 1931 is long.", []),
        ("Ferries were late.", []),
    ],
)
def test_days_behind_and_ahead(text: str, bounds: list[tuple[str, str, bool]]) -> None:
    assert _found(item(text)) == bounds


def test_a_post_that_is_shown_is_of_these_days() -> None:
    post = "No way over pic.twitter.com/abc123\n— Ana Rell (@anarell) March 9, 2031"
    report = from_text(f"The bridge was shut again, the mayor said.\n{post}")
    one = Item(report=report, reading=read(report))
    assert _found(one) == [("2031-03-09", "None", True), ("2031-03-09", "2031-03-16", False)]
    assert all(bound.ground.quote == "March 9, 2031" for bound in told.bounds(one))
