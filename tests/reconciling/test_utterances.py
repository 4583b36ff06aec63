"""What one speaker says alike in several reports is one claim, and what only sounds alike is not."""

import pytest

from dragoman.reconciling import reconcile
from dragoman.records.reading import ActorKind, Polarity
from dragoman.records.rows.happenings import ClaimStatus
from tests.reconciling.builders import Maker, pile

LONG = "“The ridge was never theirs to give, and whoever signs it away signs for himself alone,”"


def told(
    file: str,
    words: str,
    *,
    speaker: str = "Kay Lund",
    published: str = "2031-03-08",
    polarity: Polarity = Polarity.ASSERTS,
) -> Maker:
    made = Maker(f"{words} said {speaker} in {file}.", file=file, outlet=file.title(), published=published)
    actor = made.actor(speaker, ActorKind.PERSON)
    made.says(words, source=speaker, cue="said", actor=actor, polarity=polarity)
    return made


def reports_of_claims(*makers: Maker) -> list[int]:
    return sorted((c.report_count for c in reconcile(pile(*makers)).claims), reverse=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, LONG),
        (LONG, "“whoever signs it away signs for himself alone,” as the ridge was never theirs to give"),
        (LONG, "that the ridge was “never theirs to give”, and that “whoever signs it away signs for himself alone”"),
        ("the accord a “monumental swindle”", "that it all is a “monumental swindle” that costs Varra a harbour"),
        ("that the harbour stays closed until ferries are returned", "the harbour stays closed till ferries return"),
    ],
)  # fmt: skip
def test_one_speaker_s_words_are_one_claim(one: str, other: str) -> None:
    assert reports_of_claims(told("herald", one), told("wire", other)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Turned round, another number, another thing that sounds like it.
        ("that the harbour opens before the winter storms", "that the harbour never opens before the winter storms"),
        ("that 40 prisoners left the island camp on ferries", "that 60 prisoners left the island camp on ferries"),
        ("that the harbour stays closed", "that the hospital stays open"),
        ("that Varra and Osk and the Ridge Council want ferries", "that Varra, Osk and the Ridge Council fear winter"),
    ],
)  # fmt: skip
def test_what_only_sounds_alike_stays_apart(one: str, other: str) -> None:
    assert reports_of_claims(told("herald", one), told("wire", other)) == [1, 1]


def test_other_speakers_words_are_one_only_where_they_are_the_same() -> None:
    other = "that the ridge was never theirs to give and whoever signs it away signs for himself"
    assert reports_of_claims(told("herald", LONG), told("wire", LONG, speaker="Tom Venn")) == [2]
    assert reports_of_claims(told("herald", LONG), told("wire", other[:40], speaker="Tom Venn")) == [1, 1]


def test_months_later_it_is_said_anew() -> None:
    later = told("wire", LONG, published="2031-06-08")
    assert reports_of_claims(told("herald", LONG), later) == [1, 1]


def test_one_speaker_s_words_in_two_outlets_corroborate_nothing() -> None:
    (claim,) = reconcile(pile(told("herald", LONG), told("wire", LONG))).claims
    assert (claim.status, claim.origin_count) == (ClaimStatus.SINGLE_ORIGIN, 1)
    assert len(claim.evidence) == 2


def test_a_long_quotation_does_not_tie_its_two_halves_together() -> None:
    first = "that the deal is a “swindle of the century” for the islands"
    second = "that it was a “cheap betrayal of fishermen” by the mainland"
    both = "the deal “a cheap betrayal of fishermen” and a “swindle of the century”"
    counts = reports_of_claims(told("herald", first), told("wire", second), told("post", both))
    assert counts == [2, 1]


def test_what_names_nothing_is_compared_with_nothing() -> None:
    assert reports_of_claims(
        told("herald", "that they would do so then"), told("wire", "that they would do so then")
    ) == [1, 1]
