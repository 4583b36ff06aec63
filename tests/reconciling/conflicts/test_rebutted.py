"""What a report has somebody deny right after another voice has said it."""

import pytest

from dragoman.records.rows.happenings import ConflictKind
from tests.reconciling.conflicts.reports import conflicts, item, says

REBUTTALS = [
    (
        "The talks in Osk had stalled by evening, two officials said. A spokesman for Norway's foreign ministry, Per "
        "Lind, disputed that description. The talks were in a pause, he said.",
        "The talks in Osk had stalled by evening",
        "that description",
    ),
    (
        "Anna Tamm, for Chile, called it a violation of the lull that both sides had promised the envoys. Canada "
        "made no such promise, Per Lind said.",
        "a violation of the lull that both sides had promised the envoys",
        "Canada made no such promise",
    ),
]


@pytest.mark.parametrize(("text", "said", "denied"), REBUTTALS)
def test_a_rebuttal_finds_what_it_rebuts(text: str, said: str, denied: str) -> None:
    found = [says(row) for row in conflicts(item(text, outlet="Gazette"), kind=ConflictKind.WHETHER)]
    assert any(any(said in quote for quote in one) and any(denied in quote for quote in other) for one, other in found)


def test_a_proposal_that_is_rejected_is_no_rebuttal() -> None:
    text = "Sweden put a plan for a truce to both sides on Monday, its envoy said. Chile rejected it on Tuesday."
    assert conflicts(item(text, outlet="Gazette"), kind=ConflictKind.WHETHER) == []


def test_charges_of_another_time_are_not_those_told_beside_them() -> None:
    text = (
        "Chile's planes bombed a village in Canada on Monday, officials there said. "
        "Chile has denied {} charges of bombing villages in Canada."
    )
    assert conflicts(item(text.format("the"), outlet="Gazette"), kind=ConflictKind.WHETHER)
    assert conflicts(item(text.format("previous"), outlet="Gazette"), kind=ConflictKind.WHETHER) == []


def test_what_follows_but_is_not_denied() -> None:
    text = (
        "The main parties would continue bilateral talks, the chairman, Ivo Brand, said. Chile's delegate, Ana Lund, "
        "said that Canada's complaint was unfounded, but they would continue bilateral talks."
    )
    assert conflicts(item(text, outlet="Gazette"), kind=ConflictKind.WHETHER) == []


@pytest.mark.parametrize(
    "denial",
    [
        "Otherwise, our answer will be very negative, the envoy, Per Lind, said.",
        "The group has been reported to hold Canadian captives but has denied the reports.",
        "Minister Per Lind dismissed the claims as fanciful.",
    ],
)
def test_what_answers_something_else_rebuts_nothing_before_it(denial: str) -> None:
    text = f"The port of Lima is owned by the state. It has four piers. {denial}"
    assert conflicts(item(text, outlet="Gazette"), kind=ConflictKind.WHETHER) == []
