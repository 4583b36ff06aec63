"""Which events move a channel, and which do not, on piles made by hand."""

import datetime

import pytest

from dragoman.process.rules import guards, moves_nothing, one_course, transitions
from dragoman.process.wording import entries
from dragoman.reading.events import event_types
from dragoman.records.reading import ActorKind, EventMode, Sourcing
from dragoman.records.rows.talks import ChannelState
from tests.process.talking import mediated, names, on, run, states, tell
from tests.reconciling.builders import Maker, day

BOTH = ("Ossary", "Lisse")


def truce(text: str = "Ossary and Lisse agreed to a truce.", published: str = "2031-02-02", when: str | None = "2031-02-01") -> Maker:  # fmt: skip # noqa: E501
    return tell(text, "agree", published, by=BOTH, when=when)


def channel_states(*told: Maker) -> list[tuple[str, str]]:
    (channel,) = run(mediated(), *told)[1].channels
    return states(channel)


def test_an_agreement_of_the_parties_moves_the_mediator_s_channel() -> None:
    assert channel_states(truce()) == [("2031-01-10", "open"), ("2031-02-01", "agreed")]


def test_what_a_mediator_announces_the_parties_agreed() -> None:
    told = tell("Brenn announced a ceasefire.", "declare_ceasefire", "2031-02-02", by=["Brenn"], when="2031-02-01")
    assert channel_states(told)[-1] == ("2031-02-01", "agreed")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ossary agreed to a truce.", ("Ossary",)),
        ("Brenn agreed to expel the envoys.", ("Brenn",)),
        ("reaching a truce agreement between Ossary and Lisse.", BOTH),
        ("Ossary and Lisse are close to a deal to be signed.", BOTH),
        ("Ossary and Lisse failed to reach an agreement.", BOTH),
        ("Ossary and Lisse signed a truce in 2009.", BOTH),
        ("Ossary and Lisse agreed on the weather.", BOTH),
    ],
)
def test_what_is_no_agreement_of_the_parties_moves_nothing(text: str, by: tuple[str, ...]) -> None:
    told = tell(text, "agree", "2031-02-02", by=by, others=[name for name in BOTH if name in text and name not in by])
    assert channel_states(told) == [("2031-01-10", "open")]


def test_a_truce_in_force_is_implemented_and_a_breach_changes_nothing() -> None:
    force = tell("The truce took effect at dawn.", "declare_ceasefire", "2031-02-03", when="2031-02-02")
    breach = tell("Ossary violated the truce.", "violate", "2031-02-05", by=["Ossary"], when="2031-02-04")
    assert channel_states(truce(), force, breach)[-1] == ("2031-02-02", "implementing")


def test_a_truce_that_falls_apart_has_lapsed() -> None:
    over = tell("The truce between Ossary and Lisse fell apart.", "stall", "2031-03-03", others=BOTH, when="2031-03-02")
    assert channel_states(truce(), over)[-1] == ("2031-03-02", "lapsed")


def test_what_is_in_force_is_not_so_before_it_was_agreed() -> None:
    force = tell("The truce took effect.", "declare_ceasefire", "2031-02-03", when="2031-01-30")
    assert channel_states(truce(), force)[1:] == [("2031-02-01", "agreed"), ("2031-02-01", "implementing")]


def test_one_agreement_told_of_several_days_has_the_day_of_most_tellings() -> None:
    told = [
        truce(),
        truce("Ossary and Lisse signed a truce accord.", "2031-02-03"),
        truce("Ossary and Lisse reached a truce.", "2031-02-04", "2031-01-25"),
        truce("Ossary and Lisse struck a truce deal.", "2031-01-31", None),
    ]
    assert channel_states(*told) == [("2031-01-10", "open"), ("2031-02-01", "agreed")]


def test_an_agreement_told_without_who_reached_it_makes_none() -> None:
    told = tell("The deal was reached in Varra.", "agree", "2031-02-02", when="2031-02-01")
    assert channel_states(told) == [("2031-01-10", "open")]


def test_talks_agreed_on_are_talks_and_no_agreement() -> None:
    stalled = tell("The talks stalled.", "stall", "2031-01-20", when="2031-01-19")
    told = tell("Ossary and Lisse agreed to resume talks.", "agree", "2031-02-02", by=BOTH, when="2031-02-01")
    assert channel_states(stalled, told)[-2:] == [("2031-01-19", "stalled"), ("2031-02-01", "open")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tarn changed its line because the talks failed.", "the talks failed"),
        ("The talks failed decades ago.", None),
        ("The talks failed in 1987.", None),
        ("The February talks collapsed.", None),
    ],
)
def test_a_stall_told_in_passing_moves_nothing(text: str, words: str | None) -> None:
    assert channel_states(tell(text, "stall", "2031-03-20", words=words)) == [("2031-01-10", "open")]


def test_after_an_agreement_older_talks_that_failed_are_no_stall() -> None:
    assert channel_states(truce(), tell("The talks failed.", "stall", "2031-02-20"))[-1][1] == "agreed"


def test_history_moves_nothing() -> None:
    old = tell("Brenn suspended its mediation.", "suspend_mediation", "2031-02-01", by=["Brenn"], when="2019-02-01")
    assert channel_states(old) == [("2031-01-10", "open")]


def test_rounds_pauses_and_resumptions() -> None:
    told = [
        tell("The talks ended without a deal.", "stall", "2031-01-21", when="2031-01-20"),
        tell("Talks between Ossary and Lisse resumed.", "meet", "2031-02-02", by=BOTH, when="2031-02-01"),
        tell("Brenn suspended its mediation.", "suspend_mediation", "2031-02-11", by=["Brenn"], when="2031-02-10"),
        tell("Brenn resumed its mediation.", "resume_mediation", "2031-02-21", by=["Brenn"], when="2031-02-20"),
    ]
    assert [state for _, state in channel_states(*told)] == ["open", "stalled", "open", "suspended", "open"]


def test_what_rests_on_one_unnamed_origin_is_not_certain_and_the_state_before_is_the_other_reading() -> None:
    told = tell(
        "Brenn suspended its mediation, a diplomat said.", "suspend_mediation", "2031-02-02", by=["Brenn"],
        when="2031-02-01", words="Brenn suspended its mediation", said=("a diplomat", Sourcing.UNNAMED),
    )  # fmt: skip
    (row,) = on(run(mediated(), told), "2031-02-05")
    assert (row.state.value, row.certain, row.disputed) == ("suspended", False, False)
    assert [reading.state.value for reading in row.readings] == ["suspended", "open"]


def test_what_the_mediator_says_on_the_record_is_a_second_reading() -> None:
    told = tell(
        "Brenn suspended its mediation, a diplomat said.", "suspend_mediation", "2031-02-02", by=["Brenn"],
        when="2031-02-01", words="Brenn suspended its mediation", said=("a diplomat", Sourcing.UNNAMED),
    )  # fmt: skip
    named = tell(
        "Brenn's spokesman Kay Lund said its efforts to mediate are stalled.", "mediate", "2031-02-03", by=["Brenn"],
        words="its efforts to mediate are stalled", mode=EventMode.POSSIBLE,
        said=("Brenn's spokesman Kay Lund", Sourcing.NAMED),
    )  # fmt: skip
    (row,) = on(run(mediated(), told, named), "2031-02-05")
    assert row.disputed
    assert {reading.state.value for reading in row.readings} >= {"suspended", "stalled"}


def test_the_rules_name_what_exists_and_say_why() -> None:
    rules = [rule for told in transitions().values() for rule in told]
    assert {rule.event for rule in rules} | set(moves_nothing()) <= set(event_types())
    assert {entry for rule in rules for entry in rule.says} <= entries()
    assert {guard for rule in rules for guard in rule.guards} == set(guards())
    assert all(rule.reason for rule in rules)
    assert all(guard["reason"] for guard in guards().values())


def test_talks_told_to_stand_still_now_do_so_on_the_day_of_the_telling_whatever_was_reviewed_before() -> None:
    review = tell("Brenn reviewed its role.", "review_role", "2031-02-02", by=["Brenn"], when="2031-02-01")
    told = tell("The talks are at a stalemate.", "stall", "2031-03-01")
    assert channel_states(review, told)[1:] == [("2031-02-01", "under_review"), ("2031-03-01", "stalled")]
    assert channel_states(review, tell("The talks had stalled.", "stall", "2031-03-01"))[-1][1] == "under_review"


def wide(made: Maker, begin: str, end: str) -> Maker:
    """A report that can have been published on several days."""
    first, last = datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)
    made.report = made.report.but(published=made.report.published.but(begin=first, end=last))
    return made


def test_what_a_report_of_several_days_tells_may_hold_from_the_first_and_is_certain_on_the_last() -> None:
    halted = tell("Brenn halted its mediation.", "suspend_mediation", "2031-02-01", by=["Brenn"])
    found = run(mediated(), wide(halted, "2031-02-09", "2031-02-11"))
    assert [row.state.value for row in on(found, "2031-02-08")] == ["open"]
    (row,) = on(found, "2031-02-10")
    assert (row.state.value, row.certain, row.since.end) == ("suspended", False, datetime.date(2031, 2, 11))
    assert {reading.state.value for reading in row.readings} == {"suspended", "open"}
    assert [row.certain for row in on(found, "2031-02-11")] == [True]


def test_a_review_begins_with_its_announcement() -> None:
    made = Maker("Kay Lund of Brenn announced Brenn would review its role.", file="r.txt", outlet="Gazette", published="2031-03-01")  # fmt: skip # noqa: E501
    lund = made.actor("Kay Lund", ActorKind.PERSON, of=made.actor("Brenn"))
    said = made.says("Brenn would review its role", source="Kay Lund", cue="announced", actor=lund)
    made.attributions[-1] = made.attributions[-1].but(when=day("2031-02-14"))
    brenn = made.actor("Brenn")
    made.event("Brenn would review its role", "review_role", agent=brenn, mode=EventMode.PLANNED, attribution=said)
    assert channel_states(made)[-1] == ("2031-02-14", "under_review")


def test_what_came_some_weeks_later_is_counted_from_what_is_told_before_it() -> None:
    made = Maker(
        "In February Tarn was asked to leave. About two weeks later, Corvane brokered talks of Ossary and Lisse.",
        file="l.txt", outlet="Gazette", published="2031-04-30",
    )  # fmt: skip
    tarn, corvane = made.actor("Tarn"), made.actor("Corvane")
    sides = [made.actor(name) for name in BOTH]
    made.event("Tarn was asked to leave", "ask_to_leave", patient=tarn, when=day("2031-02-10"))
    made.event("About two weeks later, Corvane brokered talks of Ossary and Lisse", "mediate", agent=corvane)
    made.events[-1] = made.events[-1].but(patient=tuple(sides))
    rows = {row.mediators[0].name: row for row in run(mediated(), made)[1].channels}
    (spell,) = rows["Corvane"].states
    assert (spell.begin, spell.since.end) == (datetime.date(2031, 2, 17), datetime.date(2031, 4, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Ossary and Lisse agreed on a quota of 55 boats.",
        "Ossary and Lisse signed a three-year contract.",
        "Ossary and Lisse agreed to a rescheduling of the debt.",
        "Ossary and Lisse agreed on a pay rise of 4 per cent.",
    ],
)
def test_debt_trade_and_labour_talks_are_settled_in_their_own_words(text: str) -> None:
    assert channel_states(tell(text, "agree", "2031-02-02", by=BOTH, when="2031-02-01"))[-1][1] == "agreed"


def test_where_one_side_met_somebody_else_the_channel_does_not_meet() -> None:
    sides = dict.fromkeys(("Ossary", "Lisse"), ActorKind.STATE)
    elsewhere = tell("Lisse and Quarn held talks.", "meet", "2031-01-12", by=["Lisse"], to=["Quarn"], place="Tarn", when="2031-01-11", kinds=sides)  # fmt: skip # noqa: E501
    own = tell("Ossary and Lisse held talks.", "meet", "2031-01-12", by=["Ossary", "Lisse"], place="Dunmore", when="2031-01-11", kinds=sides)  # fmt: skip # noqa: E501
    channels = [row for row in run(mediated(), elsewhere, own)[1].channels if row.mediators]
    assert [venue.place for venue in channels[0].venues] == ["Dunmore"]


def test_talks_of_others_that_collapsed_move_no_channel() -> None:
    known = tell("Tarn praised Brome.", "praise", "2031-02-19", by=["Tarn"], to=["Brome"])
    others = tell(
        "Tarn tried to help Brome buy the port, but the negotiations collapsed.", "stall", "2031-02-20",
        others=["Tarn", "Brome"], when="2031-02-20",
    )  # fmt: skip
    nobodys = tell("The negotiations collapsed.", "stall", "2031-02-20", when="2031-02-20")
    assert channel_states(known, others) == channel_states()
    assert channel_states(known, nobodys) != channel_states()


def test_who_only_offers_to_sound_out_was_in_no_talks_before() -> None:
    stalled = tell("Talks between Ossary and Lisse collapsed.", "stall", "2031-02-04", others=["Ossary", "Lisse"],
                   when="2031-02-04")  # fmt: skip
    begun = tell(
        "Talks between Ossary and Lisse began.", "meet", "2031-02-01", by=["Ossary", "Lisse"], when="2031-02-01"
    )
    more = tell("Ossary is negotiating with Lisse.", "meet", "2031-02-02", by=["Ossary"], to=["Lisse"])
    effort = tell("Tarn's efforts to mediate between Ossary and Lisse", "mediate", "2031-06-01", by=["Tarn"],
                  to=["Ossary", "Lisse"], mode=EventMode.POSSIBLE)  # fmt: skip
    found = {tuple(names(one)[0]): states(one) for one in run(begun, more, stalled, effort)[1].channels}
    assert all(state == "exploring" for _, state in found.get(("Tarn",), []))


def test_soundings_are_no_other_reading_of_talks_that_are_open() -> None:
    courses = one_course()
    assert {ChannelState.EXPLORING, ChannelState.OPEN} in courses
    assert not any(ChannelState.STALLED in course for course in courses)


def test_what_is_still_to_come_has_moved_nothing() -> None:
    ahead = tell("The truce expires on Friday.", "stall", "2031-02-04", when="2031-02-07")
    assert channel_states(truce(), ahead) == channel_states(truce())
    over = tell("The truce expired on Friday.", "stall", "2031-02-08", when="2031-02-07")
    assert channel_states(truce(), over) != channel_states(truce())


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Two small companies reached a pay deal with the seamen.", ["Two small companies"], ["seamen"]),
        ("The seamen struck individual accords with companies.", ["seamen"], ["companies"]),
        ("The seamen and the companies reached agreement on some minor points.", ["seamen", "companies"], []),
    ],
)
def test_what_a_few_agree_or_on_a_few_points_settles_nothing(text: str, by: list[str], to: list[str]) -> None:
    begun = tell("Talks between the companies and the seamen began.", "meet", "2031-02-01", by=["companies", "seamen"], when="2031-02-01")  # fmt: skip # noqa: E501
    again = tell("The companies negotiated with seamen.", "meet", "2031-02-02", by=["companies"], to=["seamen"])
    (channel,) = run(begun, again, tell(text, "agree", "2031-02-04", by=by, to=to, when="2031-02-04"))[1].channels
    assert "agreed" not in {state for _, state in states(channel)}


def test_a_settlement_told_with_both_sides_in_its_words_settles_their_dispute() -> None:
    begun = tell("Talks between the companies and the seamen began.", "meet", "2031-02-01", by=["companies", "seamen"], when="2031-02-01")  # fmt: skip # noqa: E501
    again = tell("The companies negotiated with seamen.", "meet", "2031-02-02", by=["companies"], to=["seamen"])
    deal = tell(
        "A settlement has been reached in a strike by 900 seamen at the companies.", "agree", "2031-02-04",
        when="2031-02-04",
    )  # fmt: skip
    (channel,) = run(begun, again, deal)[1].channels
    assert states(channel)[-1] == ("2031-02-04", "agreed")


def test_talks_on_a_contract_that_break_down_are_no_contract_that_did() -> None:
    agreed = tell("Ossary and Lisse signed a contract.", "agree", "2031-02-02", by=BOTH, when="2031-02-01")
    broke = tell("Contract talks of Ossary and Lisse broke down.", "stall", "2031-02-20", others=["Ossary", "Lisse"], when="2031-02-20")  # fmt: skip # noqa: E501
    assert channel_states(agreed, broke)[-1] == ("2031-02-20", "stalled")
