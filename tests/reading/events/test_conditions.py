"""Conditions of acts, in sentences as reporters write them. All names and happenings are invented."""

import pytest

from dragoman.reading.events.vocabulary import read_yaml

from .conftest import Tell

# text, the act's type, its mode, the words of the condition
BOUND = [
    (
        "If they refuse, one of the officials said, Corvane would withdraw from the process.",
        "withdraw",
        "conditional",
        "If they refuse",
    ),
    (
        '"If they refuse," one of the officials said, "Corvane would withdraw from the process."',
        "withdraw",
        "conditional",
        "If they refuse",
    ),
    (
        "Sardova would return to talks, Orme said, only when the names of all 64 men and women dragged from the dam "
        "on January 14 had been handed over.",
        "meet",
        "conditional",
        "only when the names of all 64 men and women dragged from the dam on January 14 had been handed over",
    ),
    (
        "Sweden would resume its mediation once both sides had given written answers, the diplomat said.",
        "resume_mediation",
        "conditional",
        "once both sides had given written answers",
    ),
    (
        "Kalder said Marrek would be back in Sweden by May, provided that his safety was guaranteed.",
        "return",
        "conditional",
        "provided that his safety was guaranteed",
    ),
    (
        "As long as neither side will put an answer on paper, we are carrying letters, not mediating, the envoy said.",
        "mediate",
        "conditional",
        "As long as neither side will put an answer on paper",
    ),
    (
        "Norway would not release the prisoners unless the rebels accepted the plan, officials said.",
        "release",
        "conditional",
        "unless the rebels accepted the plan",
    ),
    (
        "Norway will not release the prisoners until the rebels accept the plan.",
        "release",
        "conditional",
        "until the rebels accept the plan",
    ),
    (
        '"Let the guns fall silent for ten days and we will sit down with them," he said.',
        "meet",
        "conditional",
        "Let the guns fall silent for ten days",
    ),
    (
        "The leadership offered to free the wounded — 58 soldiers were captured in that raid — if Norway lets its "
        "prisoners go.",
        "release",
        "conditional",
        "if Norway lets its prisoners go",
    ),
    (
        "Norway warned that it would expel the delegation if the shelling did not stop.",
        "expel",
        "threatened",
        "if the shelling did not stop",
    ),
    (
        "Norway warned that it would expel the delegation if the shelling did not stop.",
        "threaten",
        "happened",
        "if the shelling did not stop",
    ),
]

UNBOUND = [
    ("The group will release ten hostages in exchange for a truce of five days.", "release", "planned"),
    ("When asked about the raid, the minister said that Norway would release the prisoners.", "release", "planned"),
    (
        "The minister said, on condition that he not be named, that Norway would free the prisoners.",
        "release",
        "planned",
    ),
    ("Norway released the prisoners after the rebels accepted the plan.", "release", "happened"),
    ("Norway held on until the rebels accepted the plan and released the prisoners.", "accept", "happened"),
    ("Sweden told the group to leave after the talks had stalled.", "ask_to_leave", "happened"),
    ("Norway will release the prisoners even if the rebels reject the plan.", "release", "planned"),
]


@pytest.mark.parametrize(("text", "kind", "mode", "words"), BOUND)
def test_a_condition_binds_to_the_act_that_it_governs(tell: Tell, text: str, kind: str, mode: str, words: str) -> None:
    found = next(one for one in tell(text) if one.type == kind)
    assert found.mode == mode
    assert found.event.condition is not None
    assert found.event.condition.of(text) == words


@pytest.mark.parametrize(("text", "kind", "mode"), UNBOUND)
def test_times_terms_and_concessions_are_no_conditions(tell: Tell, text: str, kind: str, mode: str) -> None:
    found = next(one for one in tell(text) if one.type == kind)
    assert (found.mode, found.event.condition) == (mode, None)


def test_what_the_condition_tells_has_not_happened(tell: Tell) -> None:
    text = "Corvane would withdraw from the talks, she said, only if both sides rejected the plan."
    assert {one.type: one.mode for one in tell(text)} == {"withdraw": "conditional", "reject": "conditional"}


def test_the_conjunctions_stand_in_one_list_each() -> None:
    data = read_yaml("conditions.yaml")
    lists = [data[name].split() for name in ("strict", "loose", "concessive")]
    words = [word for words in lists for word in words]
    assert len(words) == len(set(words))
    assert set(data["holding_back"].split()) <= set(data["loose"].split())
    assert all(len(phrase.split()) > 1 for phrase in data["phrases"])
