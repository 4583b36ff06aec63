"""Denials and silences by their wording."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import Attribution, Polarity

Said = Callable[[str], list[Attribution]]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Orsa said he had “heard of no such order”.", Polarity.DENIES),
        ("Nobody had told its people to leave, he said, and they had no plans to do so.", Polarity.DENIES),
        ("The minister said that no one had been asked to go.", Polarity.DENIES),
        ("The ministry disputed that description.", Polarity.DENIES),
        ("The council made no such promise, Orsa replied.", Polarity.DENIES),
        ("The embassy said there was no truth to the reports.", Polarity.DENIES),
        ("He called the reports inaccurate, baseless and a fabrication.", Polarity.DENIES),
        ("The spokesman described the claims as completely false.", Polarity.DENIES),
        ("“This is a fabrication, put about by Varra,” said Orsa.", Polarity.DENIES),
        (
            "Reports that Varra has closed the bureau and left its role as mediator were inaccurate, a spokesman said.",
            Polarity.DENIES,
        ),
        ("Delegates did not agree that the road was open.", Polarity.DENIES),
        ("The envoy said nobody had been hurt in the blast.", Polarity.ASSERTS),
        ("The embassy said it would leave if no such order came.", Polarity.ASSERTS),
        ("The envoy said the report was thorough and the road was open.", Polarity.ASSERTS),
        ("Osk's claims that its port was shelled were a fairy tale, the army said.", Polarity.DENIES),
        ("The panel is made up of nine judges, its chairman said.", Polarity.ASSERTS),
        ("The ministry described the use of fake passports as a crime.", Polarity.ASSERTS),
        ("The minister said it was not so simple.", Polarity.ASSERTS),
        ("The palace has yet to comment.", Polarity.DECLINES),
        ("Efforts to reach the governor were unsuccessful.", Polarity.DECLINES),
        ("There was no immediate comment from the army.", Polarity.DECLINES),
        ("“No comment,” the envoy said.", Polarity.DECLINES),
        ("The ministry said it would not comment on the strike.", Polarity.DECLINES),
        ("The army remained silent on the strike.", Polarity.DECLINES),
        ("The council offered no comment.", Polarity.DECLINES),
        ("The minister took no questions.", Polarity.DECLINES),
        ("Neither side would give a figure.", Polarity.DECLINES),
    ],
)
def test_polarity(said: Said, text: str, polarity: Polarity) -> None:
    assert [a.polarity for a in said(text)] == [polarity]
