"""How the press of today tells talks: its news, its datelines, its sides of many names, its provisos."""

import dragoman
from dragoman.process.provisos import _loaded
from dragoman.records.reading import Stance
from dragoman.reports.dateline import read_dateline


def events(text: str) -> list[tuple[str, str, str]]:
    found = dragoman.annotate(text, published="2031-04-20").events
    return [(event.type, event.mode.value, str(event.when.begin)) for event in found]


def test_a_day_after_what_was_agreed_is_the_day_of_the_agreement() -> None:
    assert ("agree", "happened", "2031-04-14") in events("Osk and Varra reached an agreement on Monday on the loan.")
    assert ("agree", "happened", "2031-04-14") in events(
        "Osk and Varra reached an agreement on Monday to stop the war."
    )


def test_who_returns_to_war_does_not_return() -> None:
    told = [kind for kind, _, _ in events("Osk would return to war if the captives were not freed.")]
    assert "return" not in told


def test_a_text_presented_to_both_sides_is_a_proposal_to_them() -> None:
    reading = dragoman.annotate(
        "Varra and Tamm presented Osk and the Ridge Council with a proposal for a truce.", published="2031-04-20"
    )
    names = {actor.id: actor.name for actor in reading.actors}
    (put,) = [event for event in reading.events if event.type == "propose"]
    assert {names[one] for one in put.agent} == {"Varra", "Tamm"}
    assert {names[one] for one in put.recipient} == {"Osk", "Ridge Council"}


def test_a_demand_that_was_given_up_is_no_position() -> None:
    held = dragoman.annotate("Osk repeated its demand for a written guarantee.").stances
    given_up = dragoman.annotate("Osk gave up its demand for a written guarantee.").stances
    assert [one.stance for one in held] == [Stance.WANTS]
    assert Stance.WANTS not in [one.stance for one in given_up]


def test_there_will_be_none_before_is_a_refusal() -> None:
    reading = dragoman.annotate('"There will be no debt relief before there are reforms," Lina Taro of Osk said.')
    assert Stance.REFUSES in [one.stance for one in reading.stances]


def test_the_rebels_are_the_one_armed_group_of_a_text() -> None:
    reading = dragoman.annotate(
        "The Ridge Liberation Army took up arms in 1986. The Oskan government accepted the text on Thursday. "
        "The rebels rejected the text.",
        published="2031-04-20",
    )
    names = {actor.id: actor.name for actor in reading.actors}
    doers = {event.type: [names[one] for one in event.agent] for event in reading.events}
    assert doers["reject"] == ["Ridge Liberation Army"]


def test_a_town_and_its_state_before_a_dash_are_a_dateline() -> None:
    assert read_dateline("Port Varra, Varra -- Talks began on Monday.") is not None
    assert read_dateline("Osk, Varra -- old enemies -- met.") is None
    assert read_dateline("Port Varra -- Talks began.") is None


def test_provisos_tell_the_condition_and_its_act() -> None:
    patterns, acts = _loaded()
    told = {
        "There will be no debt relief before there are reforms.": ("provide_aid", "before there are reforms"),
        "The Fund could join a programme only if lenders granted relief.": (
            "provide_aid",
            "only if lenders granted relief",
        ),
        "The talks are suspended until these people are released.": ("meet", "until these people are released"),
        "He said that the truce would end if the army attacked.": ("agree", "if the army attacked"),
    }
    for sentence, (act, words) in told.items():
        found = [match for pattern in patterns for match in pattern.told.finditer(sentence)]
        assert found, sentence
        assert found[0].group("if") == words
        assert next(kind for kind, known in acts if known.search(found[0].group("what"))) == act
    assert not any(pattern.told.search("There is no truce, and nobody asked for one.") for pattern in patterns)
