"""Who stands between whom: mediators, direct talks, several negotiations in one pile, on piles made by hand."""

import pytest

from dragoman.records.reading import ActorKind, EventMode
from tests.process.talking import mediated, names, on, run, states, tell
from tests.reconciling.builders import Maker


def direct() -> tuple[Maker, ...]:
    return (
        tell("Talks between Ossary and Lisse began.", "meet", "2031-02-01", by=["Ossary", "Lisse"], when="2031-02-01"),
        tell("Ossary and Lisse negotiated for a second day.", "meet", "2031-02-02", by=["Ossary", "Lisse"]),
        tell("Ossary is negotiating with Lisse again.", "meet", "2031-02-04", by=["Ossary"], to=["Lisse"]),
    )


def test_those_who_negotiate_without_a_mediator_have_a_direct_channel() -> None:
    (channel,) = run(*direct())[1].channels
    assert names(channel) == ([], ["Lisse", "Ossary"])
    assert states(channel) == [("2031-02-01", "open")]


def test_who_is_only_criticised_is_no_party() -> None:
    blamed = tell("Ossary blamed Tarn.", "criticise", "2031-01-11", by=["Ossary"], to=["Tarn"])
    (channel,) = run(mediated(), blamed)[1].channels
    assert names(channel) == (["Brenn"], ["Lisse", "Ossary"])


def test_the_many_of_one_side_are_one_party() -> None:
    told = [
        tell("Talks between growers and roasters began.", "meet", "2031-02-01", by=["growers", "roasters"]),
        tell("the growers negotiated with roasters.", "meet", "2031-02-02", by=["growers"], to=["roasters"]),
        tell(
            "most growers and some roasters agreed a deal.", "agree", "2031-02-03", by=["most growers", "some roasters"]
        ),
        tell("Talks of growers and roasters collapsed.", "stall", "2031-02-04", others=["growers", "roasters"]),
    ]
    (channel,) = run(*told)[1].channels
    assert len(channel.parties) == 2
    assert not channel.mediators


def test_two_negotiations_in_one_pile_are_two_processes() -> None:
    other = tell(
        "Tarn mediates in talks between the Dockers Union and the Port Company.", "mediate", "2031-01-12", by=["Tarn"],
        to=["Dockers Union", "Port Company"], when="2031-01-12",
        kinds={"Dockers Union": ActorKind.ORGANISATION, "Port Company": ActorKind.ORGANISATION},
    )  # fmt: skip
    found = run(mediated(), other)[1]
    assert len({channel.process for channel in found.channels}) == len(found.channels) == 2


def test_two_mediators_between_the_same_parties_are_of_one_process() -> None:
    found = run(mediated(), mediated("2031-01-12", "Tarn"))[1]
    assert len(found.channels) == 2
    assert len({channel.process for channel in found.channels}) == 1


def test_secret_talks_of_the_parties_are_a_line_beside_the_mediator_s() -> None:
    secret = tell(
        "Ossary and Lisse held secret talks in Varra.", "meet", "2031-01-20", by=["Ossary", "Lisse"], when="2031-01-18",
        place="Varra",
    )  # fmt: skip
    found = {names(channel)[0] == []: channel for channel in run(mediated(), secret)[1].channels}
    assert [venue.place for venue in found[True].venues] == ["Varra"]
    assert states(found[True]) == [("2031-01-18", "open")]
    assert found[True].process == found[False].process


@pytest.mark.parametrize("mode", [EventMode.DENIED, EventMode.NEGATED])
def test_who_is_said_not_to_mediate_has_no_channel(mode: EventMode) -> None:
    assert not run(tell("Brenn does not mediate.", "mediate", "2031-01-10", by=["Brenn"], mode=mode))[1].channels


def test_reports_of_no_negotiation_have_no_channel_and_no_state() -> None:
    found = run(tell("Ossary praised Lisse.", "praise", "2031-01-10", by=["Ossary"], to=["Lisse"]))
    assert not found[1].channels
    assert on(found, "2031-01-11") == ()


def test_before_everything_the_state_is_none() -> None:
    (row,) = on(run(mediated()), "1990-01-01")
    assert (row.state.value, row.since.begin, row.evidence) == ("none", None, ())


def test_reports_of_one_day_alone_give_the_state_of_the_strongest_word() -> None:
    halted = tell("Brenn suspended its mediation.", "suspend_mediation", "2031-01-10", by=["Brenn"], when="2031-01-10")
    (row,) = on(run(mediated(), halted), "2031-01-10")
    assert row.state.value == "suspended"


def test_a_side_goes_by_many_names_in_debt_talks() -> None:
    told = [
        tell("Talks between Ossary and its creditors began.", "meet", "2031-02-01", by=["Ossary", "its creditors"]),
        tell(
            "Ossary negotiated with the bank advisory committee.", "meet", "2031-02-02", by=["Ossary"],
            to=["the bank advisory committee"],
        ),
        tell(
            "Ossary and the lenders reached a rescheduling agreement.", "agree", "2031-02-05",
            by=["Ossary", "the lenders"],
        ),
    ]  # fmt: skip
    (channel,) = run(*told)[1].channels
    assert len(channel.parties) == 2
    assert [state for _, state in states(channel)] == ["open", "agreed"]


def test_the_organisation_in_which_the_sides_sit_is_no_side() -> None:
    kinds = {"Tea Board": ActorKind.ORGANISATION}
    told = [
        tell("Tea Board growers and roasters met for talks that began.", "meet", "2031-02-01",
             by=["growers", "roasters"], others=["Tea Board"], kinds=kinds),
        tell("the growers negotiated with the roasters at the Tea Board.", "meet", "2031-02-02", by=["growers"],
             to=["roasters"], others=["Tea Board"], kinds=kinds),
        tell("Talks of growers and roasters of the Tea Board collapsed.", "stall", "2031-02-04",
             others=["growers", "roasters", "Tea Board"], kinds=kinds),
    ]  # fmt: skip
    (channel,) = run(*told)[1].channels
    assert sorted(ref.name for ref in channel.parties) == ["growers", "roasters"]


def test_who_proposes_a_truce_to_two_others_stands_between_them() -> None:
    known = tell("Ossary attacked Lisse.", "attack", "2031-01-19", by=["Ossary"], to=["Lisse"])
    offer = tell("Brenn has proposed an inquiry while Ossary and Lisse observe a ceasefire.", "propose", "2031-01-20",
                 by=["Brenn"], others=["Ossary", "Lisse"])  # fmt: skip
    (channel,) = run(known, offer)[1].channels
    assert names(channel) == (["Brenn"], ["Lisse", "Ossary"])


def test_letters_to_two_and_lists_of_proposers_show_nobody_between_others() -> None:
    letters = tell("Tarn sent letters about the incident to Brome and Varra.", "propose", "2031-01-20", by=["Tarn"],
                   to=["Brome", "Varra"])  # fmt: skip
    several = tell("Tarn, Brenn, Ossary and Lisse proposed a truce.", "propose", "2031-01-20", by=["Tarn", "Brenn"],
                   others=["Ossary", "Lisse"])  # fmt: skip
    assert run(letters)[1].channels == ()
    assert run(several)[1].channels == ()


def test_who_is_named_as_one_of_the_many_is_on_their_line() -> None:
    told = [
        tell("Talks between Ossary and its creditors began.", "meet", "2031-02-01", by=["Ossary", "its creditors"]),
        tell("Ossary is negotiating with its creditors.", "meet", "2031-02-02", by=["Ossary"], to=["its creditors"]),
        tell("Ossary is negotiating with the Fund.", "meet", "2031-02-03", by=["Ossary"], to=["Fund"]),
        tell("Ossary and the Fund reached an agreement.", "agree", "2031-02-05", by=["Ossary", "Fund"],
             when="2031-02-05"),
    ]  # fmt: skip
    (channel,) = run(*told)[1].channels
    assert names(channel) == ([], ["Fund", "Ossary", "its creditors"])
    assert [state for _, state in states(channel)] == ["open", "agreed"]


@pytest.mark.parametrize(
    ("workers", "owners", "others"),
    [("seamen", "shipowners", "workers"), ("bank workers", "companies", "strikers"), ("miners", "firms", "employees")],
)
def test_workers_of_one_trade_and_their_firms_are_the_sides_of_a_dispute(
    workers: str, owners: str, others: str
) -> None:
    told = [
        tell(f"The {workers} rejected an offer by the {owners}.", "reject", "2031-02-01", by=[workers], to=[owners]),
        tell(f"Talks between the {owners} and the {workers} began.", "meet", "2031-02-02", by=[owners, workers]),
        tell(f"Talks between the {owners} and the {others} went on.", "meet", "2031-02-03", by=[owners, others]),
    ]
    (channel,) = run(*told)[1].channels
    assert set(names(channel)[1]) == {workers, owners}


def test_two_trades_are_two_sides() -> None:
    told = [
        tell("Talks between shipowners and seamen began.", "meet", "2031-02-01", by=["shipowners", "seamen"]),
        tell("The shipowners negotiated with seamen.", "meet", "2031-02-02", by=["shipowners"], to=["seamen"]),
        tell("The teachers accepted the rise.", "accept", "2031-02-03", by=["teachers"]),
    ]
    (channel,) = run(*told)[1].channels
    assert set(names(channel)[1]) == {"seamen", "shipowners"}


def test_companies_are_no_side_where_no_workers_negotiate() -> None:
    told = [
        tell("Talks between the growers and the companies began.", "meet", "2031-02-01", by=["growers", "companies"]),
        tell("The growers negotiated with companies.", "meet", "2031-02-02", by=["growers"], to=["companies"]),
    ]
    assert run(*told)[1].channels == ()


def test_a_mediator_s_parties_come_from_its_own_reports() -> None:
    elsewhere = direct()
    mediator = tell("Brenn mediated in the dispute.", "mediate", "2031-02-20", by=["Brenn"])
    channels = [row for row in run(*elsewhere, mediator)[1].channels if row.mediators]
    assert [names(channel) for channel in channels] == [(["Brenn"], [])]
