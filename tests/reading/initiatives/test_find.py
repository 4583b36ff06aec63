"""Decisions told as somebody's own, on invented sentences."""

import pytest

import dragoman

OWN = [
    ("A diplomat said that Varra made this decision independently.", "Varra", "independently"),
    ("It was Varra's own idea to bring the envoy back from Osk.", "Varra", "own idea"),
    ("The diplomat said nobody had leaned on the Varrans.", "Varrans", "nobody had leaned"),
    ("Varra is a sovereign country and makes its own decisions, he said.", "Varra", "own decisions"),
    ("Varra closed the office on its own initiative, the envoy said.", "Varra", "on its own initiative"),
    ("Varra invited the delegates back to the capital.", "Varra", "invited"),
    ("Varra halted the talks without consulting the other mediators.", "Varra", "without consulting"),
]


@pytest.mark.parametrize(("text", "whose", "words"), OWN)
def test_a_decision_of_ones_own(text: str, whose: str, words: str) -> None:
    reading = dragoman.annotate(text, "2031-03-09")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [(names[one.whose[0]], one.trigger.of(text)) for one in reading.initiatives] == [(whose, words)]


def test_no_notice_points_back_to_who_decided() -> None:
    text = "Once the Varrans had made their decision, they told Osk. “All sides had no advance warning,” he said."
    reading = dragoman.annotate(text, "2031-03-09")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[one.whose[0]] for one in reading.initiatives] == ["Varrans"]


@pytest.mark.parametrize(
    "text",
    [
        "The two envoys work independently of each other.",
        "Varra did not close the office on its own initiative.",
        "The delegates were invited to a dinner.",
        "Varra has its own army.",
    ],
)
def test_no_decision_of_ones_own(text: str) -> None:
    assert dragoman.annotate(text, "2031-03-09").initiatives == ()
