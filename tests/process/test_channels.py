"""Channels, their states and the state on a day, on piles made by hand."""

import datetime
from itertools import pairwise

import pytest

from dragoman.process import Accounts, state_on, talks
from dragoman.process.rules import rank, seat_acts, transitions
from dragoman.reading.events import event_types
from dragoman.reconciling import Pile, reconcile
from dragoman.records.reading import ActorKind, EventMode, Sourcing
from dragoman.records.record import Reconciled, Talks
from dragoman.records.rows.talks import ChannelState, HostingStatus, StateRow
from dragoman.records.time import Interval
from tests.reconciling.builders import Maker, day, pile


def report(text: str, file: str, published: str | None = None) -> Maker:
    return Maker(text, file=file, outlet="Gazette", published=published)


def act(made: Maker, words: str, type_: str, *, agent: str, when: Interval | None = None, mode: EventMode = EventMode.HAPPENED, patient: str | None = None) -> None:  # fmt: skip # noqa: E501
    doer = made.actor(agent)
    other = made.actor(patient) if patient else None
    made.event(words, type_, agent=doer, patient=other, when=when or Interval(), mode=mode)


def run(*makers: Maker) -> tuple[Reconciled, Talks]:
    record = reconcile(pile(*makers))
    return record, talks(record)


def on(record: Reconciled, found: Talks, iso: str) -> StateRow:
    (row,) = state_on(
        datetime.date.fromisoformat(iso),
        found.channels,
        found.conditions,
        Accounts(found.channels, record.conflicts, record.statements),
    )
    return row


def story() -> tuple[Maker, ...]:
    first = report("Brenn mediates between Ossary and Lisse.", "a.txt", "2031-01-10")
    brenn = first.actor("Brenn")
    ossary, lisse = first.actor("Ossary"), first.actor("Lisse")
    first.event("Brenn mediates", "mediate", agent=brenn, patient=ossary, when=day("2031-01-10"))
    first.events[0] = first.events[0].but(patient=(ossary, lisse))
    second = report("Brenn suspended its mediation.", "b.txt", "2031-02-03")
    act(second, "Brenn suspended its mediation", "suspend_mediation", agent="Brenn", when=day("2031-02-02"))
    third = report("Brenn resumed its mediation.", "c.txt", "2031-03-05")
    act(third, "Brenn resumed its mediation", "resume_mediation", agent="Brenn", when=day("2031-03-04"))
    return first, second, third


@pytest.mark.parametrize(
    ("iso", "state"),
    [
        ("2031-01-09", ChannelState.NONE),
        ("2031-01-10", ChannelState.OPEN),
        ("2031-02-01", ChannelState.OPEN),
        ("2031-02-02", ChannelState.SUSPENDED),
        ("2031-03-03", ChannelState.SUSPENDED),
        ("2031-03-04", ChannelState.OPEN),
        ("2032-01-01", ChannelState.OPEN),
    ],
)
def test_the_state_on_a_day_is_that_of_the_last_transition(iso: str, state: ChannelState) -> None:
    record, found = run(*story())
    assert on(record, found, iso).state is state


def test_spells_follow_each_other_without_gap_or_overlap() -> None:
    _, found = run(*story())
    (channel,) = found.channels
    for one, following in pairwise(channel.states):
        assert one.end is not None
        assert following.begin == one.end + datetime.timedelta(days=1)


def test_inside_a_transition_s_interval_the_state_is_not_certain_and_both_readings_are_given() -> None:
    first, *_ = story()
    wide = Interval(begin=datetime.date(2031, 2, 1), end=datetime.date(2031, 2, 28))
    second = report("Brenn suspended its mediation.", "b.txt", "2031-03-03")
    act(second, "Brenn suspended its mediation", "suspend_mediation", agent="Brenn", when=wide)
    row = on(*run(first, second), "2031-02-10")
    assert (row.state, row.certain) == (ChannelState.SUSPENDED, False)
    assert [reading.state for reading in row.readings] == [ChannelState.SUSPENDED, ChannelState.OPEN]
    assert on(*run(first, second), "2031-02-28").certain


def test_a_transition_of_no_told_day_counts_from_the_day_it_was_reported() -> None:
    first, *_ = story()
    second = report("Brenn suspended its mediation.", "b.txt", "2031-02-20")
    act(second, "Brenn suspended its mediation", "suspend_mediation", agent="Brenn")
    record, found = run(first, second)
    assert on(record, found, "2031-02-19").state is ChannelState.OPEN
    assert on(record, found, "2031-02-20").state is ChannelState.SUSPENDED


def test_what_is_only_planned_suspends_nothing() -> None:
    first, *_ = story()
    second = report("Brenn will suspend its mediation.", "b.txt", "2031-02-20")
    act(second, "Brenn will suspend", "suspend_mediation", agent="Brenn", mode=EventMode.PLANNED)
    record, found = run(first, second)
    assert on(record, found, "2031-03-01").state is ChannelState.OPEN


def test_a_denied_suspension_is_disputed_with_both_accounts() -> None:
    first, second, _ = story()
    denial = report("Brenn has not suspended its mediation, Kay Lund said.", "d.txt", "2031-02-05")
    lund = denial.actor("Kay Lund", ActorKind.PERSON)
    brenn = denial.actor("Brenn")
    said = denial.says("Brenn has not suspended its mediation", source="Kay Lund", cue="said", actor=lund)
    denial.event(
        "has not suspended", "suspend_mediation", agent=brenn, mode=EventMode.NEGATED, attribution=said,
        when=day("2031-02-02"),
    )  # fmt: skip
    row = on(*run(first, second, denial), "2031-02-10")
    assert row.disputed
    assert not row.certain
    assert Sourcing.NAMED in {reading.sourcing for reading in row.readings}


def test_two_mediators_have_two_channels_and_loose_stalls_move_neither() -> None:
    first, *_ = story()
    other = report("Tarn mediates too.", "t.txt", "2031-01-12")
    act(other, "Tarn mediates", "mediate", agent="Tarn", when=day("2031-01-12"))
    stalled = report("The talks have stalled.", "s.txt", "2031-02-01")
    stalled.event("The talks have stalled", "stall", when=day("2031-02-01"))
    _, found = run(first, other, stalled)
    assert {channel.mediators[0].name for channel in found.channels} == {"Brenn", "Tarn"}
    assert {spell.state for channel in found.channels for spell in channel.states} == {ChannelState.OPEN}


def test_a_stall_moves_the_only_channel() -> None:
    first, *_ = story()
    stalled = report("The talks have stalled.", "s.txt", "2031-02-01")
    stalled.event("The talks have stalled", "stall", when=day("2031-02-01"))
    assert on(*run(first, stalled), "2031-02-02").state is ChannelState.STALLED


def test_what_nobody_is_said_to_carry_out_moves_no_channel() -> None:
    first, *_ = story()
    told = report("This deal partly fulfils a pledge.", "s.txt", "2031-02-01")
    told.event("fulfils a pledge", "implement", when=day("2031-02-01"))
    assert on(*run(first, told), "2031-02-02").state is not ChannelState.IMPLEMENTING


def test_hosting_tells_who_was_asked_to_leave_by_whom() -> None:
    made = report("Brenn told Lisse to leave.", "a.txt", "2031-02-01")
    act(made, "Brenn told Lisse to leave", "ask_to_leave", agent="Brenn", patient="Lisse", when=day("2031-02-01"))
    (row,) = run(made)[1].hosting
    assert (row.who.name, row.host and row.host.name, row.status) == ("Lisse", "Brenn", HostingStatus.ASKED_TO_LEAVE)


def test_where_a_guest_moved_to_is_host_from_then_on() -> None:
    made = report("The group's leaders relocated to Tarn.", "a.txt", "2031-02-01")
    group = made.actor("The group's leaders", kind=ActorKind.GROUP)
    made.event(
        "leaders relocated to Tarn", "relocate", agent=group, recipient=made.actor("Tarn"), when=day("2031-02-01")
    )
    rows = {row.status: row.host and row.host.name for row in run(made)[1].hosting}
    assert rows == {HostingStatus.LEFT: None, HostingStatus.HOSTED: "Tarn"}


def test_an_empty_record_has_no_talks() -> None:
    found = talks(reconcile(Pile(())))
    assert not (found.channels or found.proposals or found.positions or found.conditions or found.hosting)


def test_rules_name_event_types_that_exist_and_rank_every_state() -> None:
    assert set(transitions()) | set(seat_acts()) <= set(event_types())
    assert set(rank()) == set(ChannelState)


def test_what_would_not_be_done_is_a_condition_of_not_doing_it_and_joins_nothing() -> None:
    made = report("Brenn hosts Lisse, and cannot host it if this goes on.", "a.txt", "2031-02-01")
    brenn, lisse = made.actor("Brenn"), made.actor("Lisse")
    made.event("Brenn hosts Lisse", "host", agent=brenn, patient=lisse)
    made.event("cannot host it if this goes on", "host", agent=brenn, patient=lisse, mode=EventMode.CONDITIONAL)
    made.events[1] = made.events[1].but(condition=made.span("if this goes on"), negated=True)
    record, found = run(made)
    assert [(c.act, c.negated, c.text) for c in found.conditions] == [("host", True, "if this goes on")]
    assert not record.conflicts


def test_a_refusal_that_is_only_a_condition_is_no_position() -> None:
    made = report("It would end the talks if Lisse rejects the plan, Brenn said.", "a.txt", "2031-02-01")
    lisse = made.actor("Lisse")
    made.event("if Lisse rejects the plan", "reject", agent=lisse, mode=EventMode.CONDITIONAL)
    assert not run(made)[1].positions
