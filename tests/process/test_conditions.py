"""Conditions: open until the act that they govern is done, on piles made by hand."""

import datetime

from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.talks import ConditionRow, ConditionStatus
from tests.process.talking import mediated, on, run, tell
from tests.reconciling.builders import Maker


def halted() -> tuple[Maker, Maker, Maker]:
    return (
        mediated(),
        tell("Brenn suspended its mediation.", "suspend_mediation", "2031-02-02", by=["Brenn"], when="2031-02-01"),
        tell(
            "Brenn will resume its mediation once both sides have answered.", "resume_mediation", "2031-02-03",
            by=["Brenn"], mode=EventMode.CONDITIONAL, condition="once both sides have answered",
        ),
    )  # fmt: skip


def conditions(*told: Maker) -> tuple[ConditionRow, ...]:
    return run(*told)[1].conditions


def test_a_condition_stays_open_until_the_act_is_done() -> None:
    resumed = tell("Brenn resumed its mediation.", "resume_mediation", "2031-03-02", by=["Brenn"], when="2031-03-01")
    (still,) = conditions(*halted())
    (met,) = conditions(*halted(), resumed)
    assert (still.status, still.end) == (ConditionStatus.OPEN, None)
    assert (met.status, met.end) == (ConditionStatus.MET, datetime.date(2031, 3, 1))


def test_the_state_on_a_day_has_the_conditions_open_on_that_day() -> None:
    resumed = tell("Brenn resumed its mediation.", "resume_mediation", "2031-03-02", by=["Brenn"], when="2031-03-01")
    found = run(*halted(), resumed)
    told = {iso: [row.conditions for row in on(found, iso)] for iso in ("2031-02-01", "2031-02-10", "2031-03-05")}
    assert told == {
        "2031-02-01": [()],
        "2031-02-10": [("once both sides have answered",)],
        "2031-03-05": [()],
    }


def test_a_mediator_that_withdraws_has_failed_the_condition_to_resume() -> None:
    gone = tell("Brenn withdrew.", "withdraw", "2031-03-02", by=["Brenn"], when="2031-03-01")
    (row,) = conditions(*halted(), gone)
    assert row.status is ConditionStatus.FAILED


def test_a_condition_of_the_mediator_s_is_its_channel_s() -> None:
    found = run(*halted())[1]
    assert [row.channel for row in found.conditions] == [found.channels[0].id]


def test_a_time_is_no_condition() -> None:
    told = tell(
        "Ossary will meet Lisse after the holidays.", "meet", "2031-02-03", by=["Ossary"], to=["Lisse"],
        mode=EventMode.CONDITIONAL, condition="after the holidays",
    )  # fmt: skip
    assert not conditions(told)


def test_a_condition_that_follows_the_act_is_one() -> None:
    told = tell(
        "Ossary is open to talks, but only if Lisse shows some flexibility.", "express_willingness", "2031-02-03",
        by=["Ossary"], others=["Lisse"], words="Ossary is open to talks",
    )  # fmt: skip
    (row,) = conditions(told)
    assert row.text == "only if Lisse shows some flexibility"
    (evidence,) = row.evidence
    assert told.text[evidence.start : evidence.end] == evidence.quote


def test_what_only_a_mediator_does_is_the_mediator_s_where_a_pronoun_tells_it() -> None:
    made = Maker(
        "Brenn warned Lisse. As long as nobody answers, they cannot mediate, a diplomat said.",
        file="c.txt", outlet="Gazette", published="2031-02-02",
    )  # fmt: skip
    brenn, lisse, they = made.actor("Brenn"), made.actor("Lisse"), made.actor("they", ActorKind.GROUP, named=False)
    made.event("Brenn warned Lisse", "threaten", agent=brenn, patient=lisse)
    made.event("they cannot mediate", "suspend_mediation", agent=they, mode=EventMode.CONDITIONAL)
    made.events[-1] = made.events[-1].but(condition=made.span("As long as nobody answers"))
    (row,) = conditions(mediated(), made)
    assert [ref.name for ref in row.who] == ["Brenn"]
