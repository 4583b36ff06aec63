"""What somebody wants, refuses or could accept, on invented sentences."""

import pytest

import dragoman
from dragoman.records.reading import Reading, Stance


def _told(text: str) -> list[tuple[str, str, str]]:
    reading = dragoman.annotate(text, "2031-03-09")
    return [(_name(reading, one.actor), one.stance.value, one.content.of(reading.text)) for one in reading.stances]


def _name(reading: Reading, actor: str) -> str:
    return next(one.name for one in reading.actors if one.id == actor)


TOLD = [
    ("Norway demands an end to the siege of the port.", "Norway", "wants", "an end to the siege of the port"),
    ("Norway wants Sweden to withdraw its troops.", "Norway", "wants", "Sweden to withdraw its troops"),
    ("Sweden does not want a long truce.", "Sweden", "refuses", "a long truce"),
    (
        "Sweden rejected the plan for an exchange of prisoners.",
        "Sweden",
        "refuses",
        "the plan for an exchange of prisoners",
    ),
    ("Sweden has ruled out a partial withdrawal.", "Sweden", "refuses", "a partial withdrawal"),
    ("Sweden has not ruled out a partial withdrawal.", "Sweden", "could_accept", "a partial withdrawal"),
    ("Norway would never accept a foreign pilot, its minister said.", "Norway", "refuses", "a foreign pilot"),
    ("Norway is not prepared to give the rebels more money.", "Norway", "refuses", "to give the rebels more money"),
    ("A foreign base is a red line for Norway.", "Norway", "refuses", "A foreign base"),
    ("Norway said there could be no deal without a debt cut.", "Norway", "wants", "a debt cut"),
    ("Norway said that a debt cut was essential.", "Norway", "wants", "a debt cut"),
    ("The union is holding out for a higher wage.", "union", "wants", "a higher wage"),
    ("Nor does Norway want a long truce.", "Norway", "refuses", "a long truce"),
    ("Norway rejected the plan, nor has Sweden accepted the map.", "Sweden", "refuses", "the map"),
    ("Neither Norway nor Sweden accepted the plan.", "Sweden", "refuses", "the plan"),
    ("Norway is not ready to sign the accord.", "Norway", "refuses", "the accord"),
    ("Norway said Sweden needed to lift its siege.", "Norway", "wants", "Sweden needed to lift its siege"),
    ("Norway is ready to extend the truce.", "Norway", "could_accept", "to extend the truce"),
    ("Norway is not willing to extend the truce.", "Norway", "refuses", "to extend the truce"),
    ("Norway could accept a shorter pause.", "Norway", "could_accept", "a shorter pause"),
    ("Norway repeated its demand for a full withdrawal.", "Norway", "wants", "a full withdrawal"),
    ("Norway is opposed to a second round of inspections.", "Norway", "refuses", "a second round of inspections"),
]


@pytest.mark.parametrize(("text", "actor", "stance", "content"), TOLD)
def test_a_stance_with_its_holder_and_content(text: str, actor: str, stance: str, content: str) -> None:
    assert (actor, stance, content) in _told(text)


def test_what_a_source_says_must_be_is_what_it_wants() -> None:
    found = _told("The siege must end within days, Norway's foreign minister, Anna Tamm, said on Monday.")
    assert [(actor, stance) for actor, stance, _ in found] == [("Anna Tamm", "wants")]


def test_we_are_who_speaks() -> None:
    found = _told("“We will not accept inspections of the harbour,” the foreign minister, Anna Tamm, told reporters.")
    assert [(actor, stance) for actor, stance, _ in found] == [("Anna Tamm", "refuses")]


@pytest.mark.parametrize(
    "text",
    [
        "The siege must end within days.",  # nobody says so but the outlet
        "If Norway rejects the plan, the truce will lapse.",
        "Would Norway reject the plan?",
        "Norway may reject the plan.",
        "Norway refused to comment.",
        "Sweden did not demand a withdrawal.",
        "It wants it.",
        "Nobody has accepted the plan.",
        "No deal has been signed by Norway.",
        "Norway almost accepted the plan.",
        "Norway neither accepted nor rejected the plan.",
        "Norway was nowhere near accepting the plan.",
        "It is not true that Norway accepted the plan.",
        "Had Norway accepted the plan, the war would have ended.",
        "The plan calls for a withdrawal of troops.",  # a text has no stance
        "",
    ],
)
def test_no_stance(text: str) -> None:
    assert _told(text) == []


def test_a_denied_stance_is_none() -> None:
    assert _told("Norway's foreign minister, Anna Tamm, denied that Norway wants a long truce.") == []


def test_spans_cover_the_words() -> None:
    reading = dragoman.annotate("On Monday, Norway rejected the plan.\n\nSweden wants a longer truce.", "2031-03-12")
    assert [one.trigger.of(reading.text) for one in reading.stances] == ["rejected", "wants"]
    assert all(one.span.covers(one.content) and one.span.covers(one.trigger) for one in reading.stances)
    assert {one.stance for one in reading.stances} == {Stance.REFUSES, Stance.WANTS}
