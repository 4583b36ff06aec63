"""What is told as not done, denied, asked or only thought is never told as done."""

import pytest

from tests.reading.events.conftest import Tell

TOLD = [
    ("Nor did Norway accept the plan.", "accept", "negated"),
    ("Norway neither accepted nor rejected the plan.", "reject", "negated"),
    ("Norway has neither freed the hostages nor withdrawn its troops.", "withdraw_forces", "negated"),
    ("At no point did Norway accept the plan.", "accept", "negated"),
    ("Under no circumstances will Norway accept the plan.", "accept", "negated"),
    ("Not once has Norway accepted the plan.", "accept", "negated"),
    ("Not only did Norway accept the plan, it freed the hostages.", "accept", "happened"),
    ("Only after a week did Norway accept the plan.", "accept", "happened"),
    ("It is not true that Norway accepted the plan.", "accept", "denied"),
    ("It is untrue that Norway withdrew its troops.", "withdraw_forces", "denied"),
    ("It is clear that Norway withdrew its troops.", "withdraw_forces", "happened"),
    ("Norway was nowhere near accepting the plan.", "accept", "negated"),
    ("Norway almost accepted the plan.", "accept", "negated"),
    ("Norway has little interest in signing the accord.", "agree", "possible"),
    ("Norway cancelled plans to withdraw its troops.", "withdraw_forces", "negated"),
    ("Norway doubted that Sweden had released the hostages.", "release", "possible"),
    ("Few believe that Norway withdrew its troops.", "withdraw_forces", "possible"),
    ("Nobody has accepted the plan.", "accept", "negated"),
    ("Norway refrained from attacking Sweden.", "attack", "negated"),
    ("Norway kept Sweden from signing the accord.", "agree", "negated"),
    ("Far from withdrawing its troops, Norway sent more.", "withdraw_forces", "negated"),
    ("Instead of accepting the plan, Norway attacked Sweden.", "accept", "negated"),
    ("Had Norway accepted the plan, the war would have ended.", "accept", "conditional"),
    ("Were Norway to accept the plan, the war would end.", "accept", "conditional"),
    ("Did Norway accept the plan?", "accept", "possible"),
    ("There is no sign that Norway withdrew its troops.", "withdraw_forces", "possible"),
    ("The minister did not deny that Norway had rejected the plan.", "reject", "possible"),
    ("The minister neither confirmed nor denied that Norway had rejected the plan.", "reject", "possible"),
    ("No official would confirm that Norway had rejected the plan.", "reject", "possible"),
    ("The minister has yet to confirm that Norway rejected the plan.", "reject", "possible"),
    ("The minister did not say why Norway rejected the plan.", "reject", "happened"),
    ("Norway rejected the plan, the minister did not say when.", "reject", "happened"),
    ("The minister said Norway had not rejected the plan.", "reject", "negated"),
    ("Sweden's proposal was rejected by Norway on Monday.", "propose", "happened"),
    ("Norway called off the attack on Sweden.", "attack", "negated"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), TOLD, ids=[text for text, _, _ in TOLD])
def test_whether_it_is_told_as_done(tell: Tell, text: str, kind: str, mode: str) -> None:
    assert [one.mode for one in tell(text) if one.type == kind] == [mode]


def test_what_is_called_off_is_no_call(tell: Tell) -> None:
    assert not [one for one in tell("Norway called off the attack on Sweden.") if one.type == "press"]


@pytest.mark.parametrize(
    "text", ["It was Norway that rejected the plan.", "The rejection of the plan by Norway surprised the envoys."]
)
def test_who_did_it(tell: Tell, text: str) -> None:
    assert [one.agent for one in tell(text) if one.type == "reject"] == [("Norway",)]
