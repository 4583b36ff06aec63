"""The days of undated reports in a pile: sound, with grounds, whatever the order, and not led astray by bad input."""

import itertools

import pytest

from dragoman.reconciling import Item, Pile
from dragoman.reconciling.dating import dated
from dragoman.records.time import Known
from tests.reconciling.dating.piles import day, item, pile

SAID = "“We will keep the harbour open for as long as the talks in Norland go on,” the mayor said on Tuesday."
DATED = item(f"{SAID} Ships came.", "2031-03-12", "Daily Post")
BARE = item(f"Two ferries were late. {SAID}", outlet="Evening Post")
ALONE = item("The museum has a new roof of glass.", outlet="Evening Post")


def test_the_same_words_are_of_the_same_days() -> None:
    found = dated(pile(DATED, BARE, ALONE))[BARE.id].published
    assert found.known is Known.INFERRED
    assert found.begin is not None and found.end is not None
    assert found.begin <= day("2031-03-12") <= found.end and (found.end - found.begin).days < 14
    assert found.evidence and all(one.says and one.quote for one in found.evidence)
    assert all(one.span is not None and one.span.of(BARE.report.text) == one.quote for one in found.evidence)


def test_without_a_reason_there_is_no_interval() -> None:
    found = dated(pile(DATED, BARE, ALONE))[ALONE.id].published
    assert not found.interval.known and found.evidence == ()


@pytest.mark.parametrize("order", list(itertools.permutations((DATED, BARE, ALONE))))
def test_no_order_matters(order: tuple[Item, ...]) -> None:
    assert list(dated(Pile(order))) == list(dated(pile(DATED, BARE, ALONE)))


def test_dated_reports_stay_as_they_are() -> None:
    assert dated(pile(DATED, BARE))[DATED.id] is DATED
    assert list(dated(pile(DATED))) == [DATED]


def test_an_empty_pile() -> None:
    assert len(dated(pile())) == 0


def test_one_outlet_s_furniture_tells_nothing() -> None:
    own = item(f"Three ferries were late. {SAID}", outlet="Daily Post")
    assert not dated(pile(DATED, own))[own.id].published.interval.known


def test_a_report_of_the_far_future_does_not_overrule_what_is_told_as_past() -> None:
    late = item(f"{SAID} Ships came in greater numbers.", "2931-03-12", "Morning Post")
    bare = item(f"The treaty was signed on March 3, 2031. {SAID}", outlet="Evening Post")
    found = dated(pile(DATED, late, bare))[bare.id].published
    assert found.begin is not None and found.begin >= day("2031-03-03")
    assert any("left aside" in one.says for one in found.evidence)


def test_how_a_speaker_is_called_tells_no_day() -> None:
    title = "Anna Berg, the first deputy chairwoman of the upper chamber for roads and harbours of Norland,"
    other = item(f"{title} said on Sunday that she would resign.", "2031-03-17", "Daily Post")
    bare = item(f"{title} praised the ferries after the meeting.", outlet="Evening Post")
    found = dated(pile(other, bare))[bare.id].published
    assert not any("were said" in one.says for one in found.evidence)
