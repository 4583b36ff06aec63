"""What a request asks for and a promise promises, on invented sentences."""

import pytest

import dragoman

CONTENTS = [
    ("Lorne asked Norway to expel the delegates.", "request", ["expel"]),
    ("Norway has requested the closure of the delegates' office.", "request", ["expel"]),
    ("Norway promised to release the prisoners.", "promise", ["release"]),
    ("Norway agreed to expel the delegates.", "agree", ["expel"]),
]


@pytest.mark.parametrize(("text", "kind", "inside"), CONTENTS)
def test_an_act_has_the_acts_that_it_is_about(text: str, kind: str, inside: list[str]) -> None:
    reading = dragoman.annotate(text, "2031-03-09")
    types = {event.id: event.type for event in reading.events}
    found = [[types[one] for one in event.content] for event in reading.events if event.type == kind]
    assert found == [inside]


def test_an_act_beside_a_request_is_not_asked_for() -> None:
    text = "Lorne asked Norway to expel the delegates, and Sweden released two pilots."
    reading = dragoman.annotate(text, "2031-03-09")
    types = {event.id: event.type for event in reading.events}
    assert {types[one] for event in reading.events for one in event.content} == {"expel"}


def test_doers_of_parts_of_what_was_done() -> None:
    text = "Some 1,200 people were killed, including some by Norway and others by Swedish forces."
    reading = dragoman.annotate(text, "2031-03-09")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[one] for event in reading.events for one in event.agent] == ["Norway", "Swedish forces"]
