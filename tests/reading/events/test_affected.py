"""Whom an act bears on where its object names nobody. All names and happenings are invented."""

import pytest

from .conftest import Tell

TOLD = [
    # text, type, a word of the name on the other side
    ("Norway sent a mission to the islands of Tarn.", None, "islands"),
    ("Norway mobilised troops against Sweden.", "mobilize", "Sweden"),
    ("Norway has suspended military aid to Sweden.", "cut_relations", "Sweden"),
    ("Norway and Sweden signed an agreement.", "agree", "Sweden"),
    ("Norway and Sweden failed to reach an agreement.", "reject", None),
]


@pytest.mark.parametrize(("text", "kind", "other"), TOLD)
def test_the_other_side_is_found_below_the_act(tell: Tell, text: str, kind: str | None, other: str | None) -> None:
    found = [one for one in tell(text) if kind is None or one.type == kind]
    if other is None:
        assert all("Norway" not in one.patient for one in found)
        return
    assert any(other in name for one in found for name in (*one.patient, *one.recipient)), found


@pytest.mark.parametrize(
    "text",
    [
        "Workers stopped work in a strike for higher wages on Tuesday.",
        "Norway declared a unilateral ceasefire on Friday.",
        "Norway withdrew its troops in March.",
    ],
)
def test_a_day_is_nobody(tell: Tell, text: str) -> None:
    days = {"Tuesday", "Friday", "March"}
    assert not [one for one in tell(text) if days & {*one.agent, *one.patient, *one.recipient}]


def test_who_says_they_will_act_stands_for_them(tell: Tell) -> None:
    found = tell("The harbour unions said they would not end the strike.")
    assert all("they" not in one.agent for one in found)


def test_nobody_does_it_to_himself(tell: Tell) -> None:
    for one in tell("The governor said they will lift the blockade of the port."):
        assert not set(one.agent) & set(one.patient), one
