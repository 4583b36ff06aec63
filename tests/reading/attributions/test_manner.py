"""Polarity, sourcing, count, anonymity, framing, addressee, medium and who had it first."""

from collections.abc import Callable

import pytest

from dragoman.reading.attributions.conditions import anonymity
from dragoman.records.reading import Attribution, Polarity, Sourcing

Said = Callable[[str], list[Attribution]]
Triple = Callable[[Attribution, str], tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ministry said the border was open.", Polarity.ASSERTS),
        ("The ministry denied that the border was closed.", Polarity.DENIES),
        ("The ministry did not deny that the border was closed.", Polarity.DECLINES),
        ("The ministry neither confirmed nor denied that the border was closed.", Polarity.DECLINES),
        ("At no time did the ministry confirm that the border was closed.", Polarity.DECLINES),
        ("Not only did the ministry say that the border was closed.", Polarity.ASSERTS),
        ("The ministry's spokesman said reports about the border were “inaccurate.”", Polarity.DENIES),
        ("The ministry said the claims were baseless.", Polarity.DENIES),
        ("The ministry said the claims were not false.", Polarity.ASSERTS),
        ("The council called the reports “baseless.”", Polarity.DENIES),
        ("The council dismissed the allegations as false.", Polarity.DENIES),
        ("The council rejected the accusation.", Polarity.DENIES),
        ("The council rejected the offer.", Polarity.ASSERTS),
        ("The officials did not say whether a deadline was set.", Polarity.DECLINES),
        ("The ministry declined to comment.", Polarity.DECLINES),
        ("The ministry refused to say who had signed.", Polarity.DECLINES),
        ("The ministry would not confirm that a deal was near.", Polarity.DECLINES),
        ("The ministry did not respond to a request for comment.", Polarity.DECLINES),
        ("The ministry did not comment.", Polarity.DECLINES),
        ("The governor could not be reached for comment.", Polarity.DECLINES),
        ("Council officials were not immediately available for comment.", Polarity.DECLINES),
    ],
)
def test_polarity(said: Said, text: str, polarity: Polarity) -> None:
    assert [a.polarity for a in said(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "sourcing", "count"),
    [
        ("Maria Orsa said the road was safe.", Sourcing.NAMED, 1),
        ("A spokesman for the ministry, Peter Lund, said the road was safe.", Sourcing.NAMED, 1),
        ("The union's spokesman in Port Osk, Beno Kald, said the road was safe.", Sourcing.NAMED, 1),
        ("The ministry said the road was safe.", Sourcing.ORGANISATION, None),
        ("The army said the road was safe.", Sourcing.ORGANISATION, None),
        ("A leaked report said the road was safe.", Sourcing.DOCUMENT, None),
        ("A senior official said the road was safe.", Sourcing.UNNAMED, 1),
        ("Two diplomats said the road was safe.", Sourcing.UNNAMED, 2),
        ("Three officials familiar with the talks said the road was safe.", Sourcing.UNNAMED, 3),
        ("A senior official and two diplomats said the road was safe.", Sourcing.UNNAMED, 3),
        ("One of the diplomats said the road was safe.", Sourcing.UNNAMED, 1),
        ("Officials said the road was safe.", Sourcing.UNNAMED, None),
        ("Half a dozen residents said the road was safe.", Sourcing.UNNAMED, 6),
        ("A pair of aides said the road was safe.", Sourcing.UNNAMED, 2),
        ("A group of 20 lawmakers said the road was safe.", Sourcing.UNNAMED, 20),
        ("A fourth said the road was safe.", Sourcing.UNNAMED, 1),
        ("Two officials familiar with the channel said the road was safe.", Sourcing.UNNAMED, 2),
        ("A diplomatic source who had seen the map said the road was safe.", Sourcing.UNNAMED, 1),
        ("Sources said the road was safe.", Sourcing.SOURCES, None),
        ("Multiple sources said the road was safe.", Sourcing.SOURCES, None),
        ("The Varra Times reported that the road was safe.", Sourcing.RELAYED, None),
        ("Local media reported that the road was safe.", Sourcing.RELAYED, None),
        ("It was reported that the road was safe.", Sourcing.RELAYED, None),
    ],
)
def test_sourcing_and_count(said: Said, text: str, sourcing: Sourcing, count: int | None) -> None:
    (one,) = said(text)
    assert (one.sourcing, one.count) == (sourcing, count)


@pytest.mark.parametrize(
    ("text", "framing"),
    [
        ("The council claimed the road was mined.", "claimed"),
        ("The minister admitted the road was mined.", "admitted"),
        ("The minister insists the road is safe.", "insists"),
        ("The minister said the road was safe.", None),
    ],
)
def test_framing(said: Said, text: str, framing: str | None) -> None:
    assert [a.framing for a in said(text)] == [framing]


@pytest.mark.parametrize(
    ("text", "addressee", "medium", "relayed_by"),
    [
        ("Orsa told reporters the road was safe.", "reporters", None, None),
        ("Two diplomats told Reuters the road was safe.", "Reuters", "Reuters", "Reuters"),
        (
            "“The road is safe,” an official told The Times of Varra.",
            "The Times of Varra", "The Times of Varra", "The Times of Varra",
        ),
        ("The ministry said in a statement that the road was safe.", None, "in a statement", None),
        ("Orsa said on Facebook that the road was safe.", None, "on Facebook", None),
        (
            "Orsa said in an interview with Reuters that the road was safe.",
            None, "in an interview with Reuters", "Reuters",
        ),
    ],
)  # fmt: skip
def test_manner(said: Said, text: str, addressee: str | None, medium: str | None, relayed_by: str | None) -> None:
    (one,) = said(text)
    assert (one.addressee, one.medium, one.relayed_by) == (addressee, medium, relayed_by)


def test_what_an_outlet_reports_is_relayed_by_it(said: Said, triple: Triple) -> None:
    text = "Officials have told the council to leave, The Varra Post reports."
    one = said(text)[-1]
    assert triple(one, text)[0] == "The Varra Post"
    assert (one.sourcing, one.relayed_by) == (Sourcing.RELAYED, "The Varra Post")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A diplomat, speaking on condition of anonymity because the talks are secret, said so.",
            "speaking on condition of anonymity because the talks are secret",
        ),
        ("The official asked not to be named.", "asked not to be named"),
        ("The official spoke on the condition of anonymity to discuss it.",
         "spoke on the condition of anonymity to discuss it"),
        ("The aide was not authorized to speak publicly.", "was not authorized to speak publicly"),
        ("An aide, granted anonymity to speak freely, said no.", "granted anonymity to speak freely"),
        ("A judge whose name is being withheld for her safety said no.",
         "whose name is being withheld for her safety"),
        ("All three spoke on condition that they not be identified.",
         "spoke on condition that they not be identified"),
        ("Speaking anonymously, a member said that they left.", "Speaking anonymously"),
        ("She is to be named envoy.", None),
        ("He was not allowed to leave.", None),
        ("The victims have not been named.", None),
        ("The official was named last week.", None),
        ("The official spoke for an hour.", None),
    ],
)  # fmt: skip
def test_anonymity(text: str, words: str | None) -> None:
    assert anonymity(text) == words


def test_a_condition_in_a_sentence_of_its_own_belongs_to_who_spoke_before(said: Said) -> None:
    first = said("A diplomat said the road was safe. The diplomat spoke on condition of anonymity.")[0]
    assert first.anonymity == "spoke on condition of anonymity"
