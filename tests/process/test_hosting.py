"""Where delegations sit over time, on piles made by hand."""

import datetime

from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.talks import HostingRow, HostingStatus
from dragoman.records.time import Interval, Precision
from tests.process.talking import run, tell
from tests.reconciling.builders import Maker, day

APRIL = Interval(begin=datetime.date(2031, 4, 1), end=datetime.date(2031, 4, 30), precision=Precision.MONTH)


def rows(*told: Maker) -> dict[HostingStatus, HostingRow]:
    return {row.status: row for row in run(*told)[1].hosting}


def test_who_was_asked_to_leave_left_and_was_asked_back_sits_no_longer_where_it_went() -> None:
    made = Maker(
        "Brenn asked Lisse envoys to leave in April. Lisse envoys relocated to Tarn. Brenn invited Lisse envoys back.",
        file="a.txt", outlet="Gazette", published="2031-05-31",
    )  # fmt: skip
    brenn, tarn = made.actor("Brenn"), made.actor("Tarn")
    lisse = made.actor("Lisse", ActorKind.GROUP)
    envoys = made.actor("Lisse envoys", ActorKind.GROUP, named=False, of=lisse)
    made.event("Brenn asked Lisse envoys to leave", "ask_to_leave", agent=brenn, patient=envoys, when=APRIL)
    made.event("Lisse envoys relocated to Tarn", "relocate", agent=envoys, recipient=tarn)
    made.event("Brenn invited Lisse envoys back", "return", agent=brenn, patient=envoys)
    found = rows(made)
    assert found[HostingStatus.LEFT].begin == datetime.date(2031, 4, 1)
    assert found[HostingStatus.INVITED].begin == datetime.date(2031, 5, 1)
    stay = found[HostingStatus.HOSTED]
    assert (stay.host and stay.host.name, stay.begin, stay.end) == (
        "Tarn", datetime.date(2031, 4, 1), datetime.date(2031, 4, 30),
    )  # fmt: skip


def test_an_invitation_is_no_return() -> None:
    made = tell(
        "Brenn invited Kay Lund to return to Varra.", "return", "2031-02-02", by=["Brenn"], to=["Kay Lund"],
        mode=EventMode.POSSIBLE, kinds={"Kay Lund": ActorKind.PERSON},
    )  # fmt: skip
    assert set(rows(made)) == {HostingStatus.INVITED}


def test_where_a_guest_left_and_went_to_stands_in_the_sentence() -> None:
    made = tell(
        "Kay Lund has left Varra and flown to Tarn.", "relocate", "2031-02-02", by=["Kay Lund"], to=["Varra"],
        words="Kay Lund has left Varra", others=["Tarn"], when="2031-02-01",
        kinds={"Kay Lund": ActorKind.PERSON, "Varra": ActorKind.OTHER},
    )  # fmt: skip
    found = rows(made, tell("Tarn welcomed Ossary.", "praise", "2031-02-02", by=["Tarn"], to=["Ossary"]))
    assert found[HostingStatus.LEFT].place == "Varra"
    host = found[HostingStatus.HOSTED].host
    assert host is not None
    assert host.name == "Tarn"


def test_a_minister_of_no_party_who_comes_home_is_no_guest() -> None:
    mediated = tell(
        "Brenn mediates in talks between Ossary and Lisse.", "mediate", "2031-01-10", by=["Brenn"],
        to=["Ossary", "Lisse"],
    )  # fmt: skip
    made = Maker("Kay Lund of Tarn returned to Varra.", file="b.txt", outlet="Gazette", published="2031-02-02")
    lund = made.actor("Kay Lund", ActorKind.PERSON, of=made.actor("Tarn"))
    made.event("Kay Lund of Tarn returned to Varra", "return", agent=lund, when=day("2031-02-01"))
    assert not rows(mediated, made)


def test_who_is_told_to_remain_with_a_host_sits_there_on_the_day_of_the_telling() -> None:
    mediated = tell(
        "Brenn mediates in talks between Ossary and Lisse.", "mediate", "2031-01-10", by=["Brenn"],
        to=["Ossary", "Lisse"],
    )  # fmt: skip
    made = tell("Lisse remains in Brenn.", "host", "2031-05-20", by=["Brenn"], to=["Lisse"], kinds={"Lisse": ActorKind.GROUP})  # fmt: skip # noqa: E501
    past = tell("Brenn sheltered Lisse.", "host", "2031-06-20", by=["Brenn"], to=["Lisse"], kinds={"Lisse": ActorKind.GROUP})  # fmt: skip # noqa: E501
    stays = [row for row in run(mediated, made, past)[1].hosting if row.begin is not None]
    assert [(row.begin, row.end, row.status) for row in stays] == [
        (datetime.date(2031, 5, 20), datetime.date(2031, 5, 20), HostingStatus.HOSTED)
    ]


def test_who_is_wanted_out_of_an_office_is_no_guest() -> None:
    person = {"Ivo Brand": ActorKind.PERSON}
    office = tell(
        "The Dock Union wants to oust Ivo Brand.",
        "expel",
        "2031-04-10",
        by=["Dock Union"],
        to=["Ivo Brand"],
        kinds=person,
    )
    guest = tell("Tarn expelled Ivo Brand.", "expel", "2031-04-10", by=["Tarn"], to=["Ivo Brand"], kinds=person)
    assert HostingStatus.ASKED_TO_LEAVE not in rows(office)
    assert HostingStatus.ASKED_TO_LEAVE in rows(guest)
