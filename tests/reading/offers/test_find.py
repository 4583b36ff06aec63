"""Proposals as reports name them, on invented sentences."""

import pytest

import dragoman
from dragoman.records.reading import Reading


def _names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    return [next(a.name for a in reading.actors if a.id == one) for one in ids]


def test_two_texts_of_one_proposal() -> None:
    reading = dragoman.annotate(
        "Officials said Sweden’s separate proposals to Norway and Denmark were not agreed. The proposal to Norway"
        " allowed for continued military action, while the one to Denmark leaned toward a permanent truce.",
        "2031-03-09",
    )
    first, *versions = reading.offers
    assert _names(reading, first.author) == ["Sweden"]
    assert _names(reading, first.to) == ["Norway", "Denmark"]
    assert [one.version_of for one in versions] == [first.id, first.id]
    assert [_names(reading, one.to) for one in versions] == [["Norway"], ["Denmark"]]
    assert versions[1].terms is not None
    assert versions[1].terms.of(reading.text) == "leaned toward a permanent truce"


@pytest.mark.parametrize(
    ("text", "author", "terms"),
    [
        ("The group announced its acceptance of a ceasefire proposal by Sweden.", ["Sweden"], "ceasefire"),
        ("Norway turned down Sweden's proposal for a phased withdrawal.", ["Sweden"], "a phased withdrawal"),
        ("Sweden proposed a pause of ten days to Norway.", ["Sweden"], "a pause of ten days"),
    ],
)
def test_author_and_terms(text: str, author: list[str], terms: str) -> None:
    reading = dragoman.annotate(text, "2031-03-09")
    (one,) = reading.offers
    assert _names(reading, one.author) == author
    assert one.terms is not None
    assert one.terms.of(reading.text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "The proposal is on the table.",
        "There is no proposal by Sweden for a truce.",
        "He showed us the plan of the house.",
        "Sweden will propose a pause.",
        "He was an author of that country's Cordano plan to curb inflation.",
        "",
    ],
)
def test_none(text: str) -> None:
    assert dragoman.annotate(text, "2031-03-09").offers == ()


def test_texts_by_how_they_got_to_each_side() -> None:
    text = (
        "Sweden has put a new plan to Norway and Denmark. The version given to Norway makes the truce permanent; the"
        " text sent to Denmark allows for fighting to resume. Under the draft shown to Norway, its army would stay."
    )
    first, *versions = dragoman.annotate(text, "2031-03-09").offers
    reading = dragoman.annotate(text, "2031-03-09")
    told = [(_names(reading, one.to)[0], one.terms.of(text) if one.terms else None) for one in versions]
    assert _names(reading, first.author) == ["Sweden"]
    assert told == [
        ("Norway", "makes the truce permanent"),
        ("Denmark", "allows for fighting to resume"),
        ("Norway", "its army would stay"),
    ]
