"""Proposals, their versions and answers, on invented texts that are read."""

import pytest

import dragoman
from dragoman.process import talks
from dragoman.reconciling import Item, Pile, reconcile
from dragoman.records.report import Source
from dragoman.records.rows.talks import ProposalRow
from dragoman.reports import from_text

TEXTS = (
    "The truce proposal that Sweden delivered on Monday to Norway and Denmark does not say the same to both, they"
    " said. In the copy handed to Norway, its troops may stay on the dam. The copy that went to Denmark has them"
    " pulling back to the river line."
)


def proposals(text: str, published: str = "2031-03-07") -> tuple[ProposalRow, ...]:
    report = from_text(text, published=published, outlet="Gazette", source=Source(file="a.txt"))
    reading = dragoman.annotate(text, published, "Gazette")
    return talks(reconcile(Pile([Item(report=report, reading=reading)]))).proposals


def test_versions_by_recipient_and_the_issue_on_which_they_differ() -> None:
    (row,) = [row for row in proposals(TEXTS) if row.author is not None and row.author.name == "Sweden"]
    texts = {version.to[0].name: version.terms[0].text for version in row.versions if len(version.to) == 1}
    assert set(texts) == {"Norway", "Denmark"}
    assert texts["Denmark"].startswith("has them pulling back")
    assert row.differs_on == ("withdrawal",)


def test_accepted_with_changes_is_not_accepted() -> None:
    text = "Norway has accepted the Swedish proposal for a phased withdrawal, with changes that could sink it."
    (row,) = proposals(text)
    assert [(a.who.name, a.response.value) for a in row.responses] == [("Norway", "accepted_with_changes")]


ANSWERED = (
    "Sweden brokered talks between Norway and Denmark on Monday. Sweden has put a truce proposal to Norway and Denmark."
    " {who} rejected the truce proposal on Wednesday."
)


@pytest.mark.parametrize(("who", "answers"), [("Denmark", ["Denmark"]), ("The hospital director, Kari Lund,", [])])
def test_only_who_has_a_part_in_the_talks_answers_a_proposal(who: str, answers: list[str]) -> None:
    rows = proposals(ANSWERED.format(who=who))
    assert {row.author.name for row in rows if row.author} == {"Sweden"}
    assert [answer.who.name for row in rows for answer in row.responses] == answers


@pytest.mark.parametrize("text", ["In 1994, Norway made a proposal to Denmark for a phased withdrawal."])
def test_what_was_proposed_long_ago_is_on_no_table(text: str) -> None:
    assert not proposals(text)
