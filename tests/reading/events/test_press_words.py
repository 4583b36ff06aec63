"""Words and idioms of the talks press, each in a sentence of its own. All names and happenings are invented."""

import pytest

from .conftest import Tell

# text, type, mode, a word of the agent's name (None: nobody), a word of the patient's
TOLD = [
    ("The union came up with a solution.", "propose", "happened", "union", None),
    ("Norway put the offer on the table on Monday.", "propose", "happened", "Norway", None),
    ("The envoys received an offer from Sweden.", "propose", "happened", "Sweden", "envoys"),
    ("The rebels countered by suggesting a longer truce.", "counter_propose", "happened", "rebels", None),
    ("The company launched a counter-proposal.", "counter_propose", "happened", "company", None),
    ("Norway handed the rebels a draft treaty.", "propose", "happened", "Norway", "rebels"),
    ("The envoy presented the draft treaty on Friday.", "propose", "happened", "envoy", None),
    ("Norway and Sweden have completed the text of a treaty.", "agree", "happened", "Norway", None),
    ("Norway acquiesced to the demand.", "accept", "happened", "Norway", None),
    ("The minister signed off on the deal.", "accept", "happened", "minister", None),
    ("Parliament has already ratified it.", "accept", "happened", "Parliament", None),
    ("The workers voted to accept the contract.", "accept", "happened", "workers", None),
    ("The government brushed aside the proposal.", "reject", "happened", "government", None),
    ("The rebels did not budge.", "reject", "happened", "rebels", None),
    ("Norway is opposed to the plan.", "reject", "happened", "Norway", None),
    ("The banks softened their stance.", "concede", "happened", "banks", None),
    ("Norway backed away from its demand.", "concede", "happened", "Norway", None),
    ("The rebels gave ground on Friday.", "concede", "happened", "rebels", None),
    ("The miners returned to their jobs.", "concede", "happened", "miners", None),
    ("Norway and the banks hammered out a compromise.", "agree", "happened", "Norway", None),
    ("The union settled for a smaller rise.", "agree", "happened", "union", None),
    ("The two sides agreed to disagree.", "stall", "happened", None, None),
    ("The talks went nowhere.", "stall", "happened", None, None),
    ("The accord fell apart in May.", "stall", "happened", None, None),
    ("Talks were scheduled for Monday.", "meet", "planned", None, None),
    ("Sweden dropped out of the coalition.", "withdraw", "happened", "Sweden", None),
    ("Norway tore up the treaty.", "withdraw", "happened", "Norway", None),
    ("The negotiations broke off at noon.", "withdraw", "happened", None, None),
    ("Nor did Norway withdraw its troops.", "withdraw_forces", "negated", "Norway", None),
    ("Sweden stayed away, nor has Norway accepted the plan.", "accept", "negated", "Norway", None),
    ("No party accepted the plan.", "accept", "negated", None, None),
    ("Norway sought a loan from the banks.", "request", "happened", "Norway", "banks"),
    ("The envoys forced both sides to the table.", "press", "happened", "envoys", "sides"),
    ("The minister declared that Sweden must pay.", "press", "happened", "minister", "Sweden"),
    ("The union authorised a strike.", "threaten", "happened", "union", None),
    ("A bishop intervened in the dispute.", "mediate", "happened", "bishop", None),
    ("Norway adheres to the programme.", "implement", "happened", "Norway", None),
    ("Sweden went back on its promise.", "violate", "happened", "Sweden", None),
    ("Farmers blocked the road to the port.", "protest", "happened", "Farmers", None),
    ("The senator attacked the governor for his silence.", "criticise", "happened", "senator", "governor"),
]


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[0])
def test_words_of_the_talks_press(tell: Tell, row: tuple[str, str, str, str | None, str | None]) -> None:
    text, kind, mode, agent, patient = row
    found = [one for one in tell(text) if one.type == kind]
    assert found, tell(text)
    (event,) = found[:1]
    assert event.mode == mode
    assert agent is None or any(agent in name for name in event.agent), event
    assert patient is None or any(patient in name for name in (*event.patient, *event.recipient)), event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Their jobs are threatened by the slump.", "threaten"),
        ("The bankers were reluctant to predict the outcome.", "reject"),
        ("The minister declined to be specific.", "reject"),
    ],
)
def test_what_is_no_act_of_the_talks(tell: Tell, text: str, kind: str) -> None:
    assert kind not in {one.type for one in tell(text)}


def test_who_puts_out_a_text_does_what_it_does(tell: Tell) -> None:
    (event,) = [one for one in tell("Norway issued a statement condemning Sweden.") if one.type == "criticise"]
    assert event.agent == ("Norway",)
    assert event.patient == ("Sweden",)


def test_a_place_beside_those_without_a_name_is_only_affected(tell: Tell) -> None:
    (event,) = [one for one in tell("Norway helped people in Sweden.") if one.type == "provide_aid"]
    assert "Sweden" in event.patient
    assert len(event.event.affected) == 1
    assert len(event.event.done_to) == 1


def test_whose_homes_they_are_comes_before_where_they_stand(tell: Tell) -> None:
    (event,) = [one for one in tell("The army demolished Norwegian homes in Geneva.") if one.type == "attack"]
    assert any("Norw" in name for name in event.patient), event
