"""What a person set aside dates no other report."""

import pytest

from dragoman.reconciling import Item, reconcile
from dragoman.records.corrections import Corrections, Decision
from dragoman.records.rows.reports import Relevance
from dragoman.records.time import Known
from tests.reconciling.dating.piles import item, pile

WORDS = "“We will keep the harbour open for as long as the talks in Norland go on,” the mayor said on Tuesday."
DATED = item(f"{WORDS} Ships came.", "2031-03-12", "Daily Post")
BARE = item(f"Two ferries were late. {WORDS}", outlet="Evening Post")


def _known(*items: Item, relevance: Relevance | None) -> dict[str, Known]:
    decisions = {DATED.id: Decision(relevance=relevance, reason="of another harbour")} if relevance else {}
    found = reconcile(pile(*items), Corrections(relevance=decisions))
    return {row.id: row.published.known for row in found.reports}


@pytest.mark.parametrize(
    ("relevance", "known"),
    [
        (None, Known.INFERRED),
        (Relevance.INCLUDE, Known.INFERRED),
        (Relevance.BACKGROUND, Known.INFERRED),
        (Relevance.EXCLUDE, Known.UNKNOWN),
    ],
)
def test_an_excluded_report_dates_no_other(relevance: Relevance | None, known: Known) -> None:
    assert _known(DATED, BARE, relevance=relevance) == {DATED.id: Known.STATED, BARE.id: known}


def test_it_keeps_its_own_row_and_date() -> None:
    found = _known(DATED, relevance=Relevance.EXCLUDE)
    assert found == {DATED.id: Known.STATED}
