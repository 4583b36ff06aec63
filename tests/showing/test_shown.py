"""What a sentence shows of what the brief would say of it."""

import pytest

from dragoman.records.reading import Stance
from dragoman.records.rows.voices import Role
from dragoman.showing.brief.shown import (
    counts,
    joined,
    lists_of,
    modal,
    named,
    named_itself,
    shows_act,
    shows_proposal,
    shows_readiness,
    shows_role,
    shows_stance,
    without_aside,
    words_for,
)

OSK, VARRA = ("Osk", "Oskans"), ("Varra",)


def test_an_act_is_shown_by_its_verb_near_the_name_of_whoever_does_it() -> None:
    assert shows_act("agree", [OSK, VARRA], (), "Osk and Varra signed a text on Monday.")
    assert not shows_act("agree", [OSK, VARRA], (), "Osk and Varra helped to forge the truce.")
    assert not shows_act("reject", [OSK], (), "Osk was resisting the plan.")
    assert not shows_act("agree", [OSK, VARRA], (), "Osk signed a text on Monday.")
    assert not shows_act("other", [OSK], (), "Osk took a step.")


def test_a_plan_is_shown_by_any_form_of_the_verb_and_every_name() -> None:
    assert shows_act("suspend_mediation", [VARRA], (), "Varra is to suspend its efforts.", happened=False)
    assert not shows_act("suspend_mediation", [VARRA], (), "The efforts are to be suspended.", happened=False)


def test_some_of_its_people_are_not_the_actor() -> None:
    assert named(("Senate",), "The Senate backed it.")
    assert not named(("Senate",), "Some members of the Senate backed it.")
    assert not named(("Osk",), "The Oskar line was closed.")


@pytest.mark.parametrize(
    ("stance", "text", "sentence", "shown"),
    [
        (Stance.WANTS, "a truce", "Osk wants a truce.", True),
        (Stance.WANTS, "a truce", "L. Taro said that Osk needed a truce.", False),
        (Stance.WANTS, "a truce", "He wants a truce.", False),
        (Stance.WANTS, "a truce", "“We seek a truce,” the Osk envoy said.", True),
        (Stance.REFUSES, "to send a text", "Osk doesn't need to send a text.", False),
        (Stance.REFUSES, "a first text", "Osk rejected a first text.", True),
        (Stance.REFUSES, "reports of a text", "Osk rejected reports of a text.", False),
        (Stance.COULD_ACCEPT, "a first text", "Osk could accept a first text.", True),
        (Stance.COULD_ACCEPT, "a first text", "Many fear that Osk could accept a first text.", False),
        (Stance.COULD_ACCEPT, "yields much", "The deal with Osk yields much.", False),
    ],
)
def test_a_stance_is_shown_by_a_word_for_it_before_what_it_is_about(
    stance: Stance, text: str, sentence: str, shown: bool
) -> None:
    assert shows_stance(stance, OSK, text, sentence) is shown


def test_readiness_is_more_than_a_possible_yes() -> None:
    assert shows_readiness("to stay", "Osk is only willing to stay.")
    assert not shows_readiness("to stay", "Osk might agree to stay.")


def test_a_role_is_shown_best_by_talks_between_the_sides() -> None:
    assert shows_role(Role.PARTY, OSK, "The talks between Osk and the Council went on.") == 0
    assert shows_role(Role.PARTY, OSK, "Osk rejected the plan.") == 1
    assert shows_role(Role.PARTY, OSK, "Osk lies by the sea.") is None
    assert shows_role(Role.HOST, VARRA, "Varra hosted them.") is not None
    assert shows_role(Role.HOST, VARRA, "The Varra hostages came home.") is None


def test_a_proposal_stands_near_whose_it_is() -> None:
    assert shows_proposal(OSK, "Osk’s latest offer came by night.")
    assert shows_proposal(OSK, "A plan put forward by Osk came by night.")
    assert not shows_proposal(OSK, "An envoy of Osk, who had been there since noon, told reporters of the new plan.")
    assert not shows_proposal(OSK, "Osk ruled out a new plan.")


def test_a_number_counts_what_its_sentence_says() -> None:
    assert counts("Oskans killed", "12", "The shelling killed 12 Oskans.")
    assert not counts("Oskans killed", "12", "The shelling killed 12 people.")
    assert not counts("Oskans killed", "12", "It left 12 Oskans wounded.")
    assert not counts("people killed", "5", "Women were 5 of the 12 people killed.")
    assert not counts("bags", "60", "They sold many 60-kilo bags.")


def test_a_condition_keeps_its_modal() -> None:
    assert modal("Varra should expel them if they go on.", "if they go on") == "should"
    assert modal("If they go on, Varra may leave.", "If they go on") == "may"
    assert modal("Varra leaves if they go on.", "if they go on") is None


def test_a_people_s_fighters_are_not_their_state() -> None:
    assert named(OSK, "Osk agreed to it.")
    assert not named(("Oskan",), "fighting between the port and Oskan militant groups")
    assert shows_role(Role.PARTY, OSK, "Osk refused to move its guards back.") is None
    assert shows_role(Role.PARTY, OSK, "Osk refused the plan.") is not None


def test_a_name_before_its_people_is_not_who_says_it() -> None:
    assert named_itself("Osk", "Osk rejects that.")
    assert not named_itself("Osk", "Osk officials told the paper.")


def test_the_members_of_a_body_are_listed_after_its_name() -> None:
    assert lists_of(("the Five",), "talks with the Five group (Osk, Varra and Brenn) began") == ["Osk, Varra and Brenn"]
    assert lists_of(("the Five",), "talks with the Five began (in May)") == []


def test_who_stand_right_beside_each_other_did_it_together() -> None:
    assert joined(OSK, VARRA, "a text by Osk and Varra was put to both")
    assert joined(VARRA, OSK, "a text by Osk and Varra was put to both")
    assert not joined(OSK, VARRA, "Osk put a text to the guild and Varra's army")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a lasting truce, a claim that the port denies", "a lasting truce"),
        ("a text by the envoys, sparking joy in the port", "a text by the envoys"),
        ("a truce, the release of captives and aid", "a truce, the release of captives and aid"),
    ],
)
def test_a_position_is_told_without_what_stands_beside_it(text: str, kept: str) -> None:
    assert without_aside(text) == kept


@pytest.mark.parametrize(
    ("cue", "asserts"),
    [
        ("said", True), ("according to", True), ("denied", True), ("stated that", True), ("agreed to resume", False),
        ("approved by", False), ("planning", False), ("gave a defence of", False), ("asked", False),
    ],
)  # fmt: skip
def test_who_asserts_something_and_who_is_only_told_of(cue: str, asserts: bool) -> None:
    assert (words_for("asserting").search(cue) is not None) is asserts
