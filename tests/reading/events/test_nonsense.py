"""What looks like an event and is none, who is no actor, and clean spans. All names and happenings are invented."""

import datetime

import pytest

from .conftest import Tell

NO_EVENT = [
    ("Mr. Holm told the Tribune in a brief interview that he had never really left.", "ask_to_leave"),
    ('"We cannot go on like this," the mayor told a reporter.', "ask_to_leave"),
    ("The official, who requested anonymity, would not say more.", "request"),
    ("The paper requested comment from the ministry.", "request"),
    ("The envoy asked not to be named.", "request"),
    ("The ministry declined to comment.", "reject"),
    ("As she left the meeting, Ms. Hallow smiled.", "withdraw"),
    ("It depends on whom you ask.", "set_condition"),
    ("Nothing came of an effort to reach a deal.", "agree"),
    ("Residents were given no advance warning of the raid.", "threaten"),
]


@pytest.mark.parametrize(("text", "kind"), NO_EVENT)
def test_what_is_no_event(tell: Tell, text: str, kind: str) -> None:
    assert kind not in [one.type for one in tell(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has accepted the plan.",
        "No one has accepted the plan.",
        "Neither side has accepted the plan.",
        "None of them has accepted the plan.",
    ],
)
def test_nobody_is_no_actor(tell: Tell, text: str) -> None:
    found = next(one for one in tell(text) if one.type == "accept")
    assert found.mode == "negated"
    assert not any(name.lower().startswith(("no", "neither")) for name in found.agent)


@pytest.mark.parametrize(
    ("text", "agent", "patient"),
    [
        ("Talks mediated by Swedish officials have failed.", ("Swedish officials",), ()),
        ("Norway's talks with the two sides came to a halt.", ("Norway",), ("two sides",)),
        ("The talks between Norway and the rebels collapsed.", (), ("Norway", "rebels")),
        ("The collapse of Sweden's mediation came early.", ("Sweden",), ()),
        ("The negotiations stalled.", (), ()),
    ],
)
def test_whose_talks_stall(tell: Tell, text: str, agent: tuple[str, ...], patient: tuple[str, ...]) -> None:
    found = next(one for one in tell(text) if one.type == "stall")
    assert (found.agent, found.patient) == (agent, patient)


def test_who_suspended_what_is_told_as_suspended(tell: Tell) -> None:
    found = next(one for one in tell("Sweden's mediation was suspended in May.") if one.type == "suspend_mediation")
    assert found.agent == ("Sweden",)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Sweden has halted its mediation between the sides and told the group to leave, a diplomat briefed on the "
            "talks said on Sunday.",
            "ask_to_leave",
            "told the group to leave",
        ),
        ("The envoy said that Norway had rejected the plan.", "reject", "Norway had rejected the plan"),
        ("Two villages burned after Norway shelled the town.", "attack", "Norway shelled the town"),
        ("As a gesture, Norway freed ten prisoners.", "release", "As a gesture, Norway freed ten prisoners"),
        (
            'He said Norway would be back "before the end of May".',
            "return",
            'Norway would be back "before the end of May"',
        ),
        (
            "PORT TAMM, March 9 (Wire) - Norway has rejected the plan.",
            "reject",
            "Norway has rejected the plan",
        ),
    ],
)
def test_spans_are_readable_clauses(tell: Tell, text: str, kind: str, words: str) -> None:
    assert next(one for one in tell(text) if one.type == kind).event.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Sweden has halted its mediation, a diplomat said on Sunday 4 May 2031.",
        "A diplomat said late on 4 May 2031 that Sweden had halted its mediation.",
    ],
)
def test_the_day_of_a_statement_is_not_that_of_what_it_tells(tell: Tell, text: str) -> None:
    found = next(one for one in tell(text) if one.type == "suspend_mediation")
    assert found.event.when.begin is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ten soldiers were seized when Norwegian fighters overran the dam on 4 May 2031.", "detain"),
        ("Ten people were killed on 4 May 2031 when the army shelled the market.", "attack"),
        ("They were received on 4 May 2031 by the Swedish president, who praised the group.", "praise"),
    ],
)
def test_what_happened_at_once_shares_its_day(tell: Tell, text: str, kind: str) -> None:
    found = next(one for one in tell(text) if one.type == kind)
    assert found.event.when.begin == found.event.when.end == datetime.date(2031, 5, 4)


def test_the_day_that_something_was_meant_for_is_not_its_own(tell: Tell) -> None:
    found = next(one for one in tell("Norway promised a reply for 4 May 2031.") if one.type == "promise")
    assert found.event.when.begin is None
