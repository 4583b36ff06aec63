"""The sheets of the fresh draws: that they are of the passages that the seeds draw, and well formed."""

from pathlib import Path

import pytest

from dragoman.reading.events import event_types
from tests.hand.sheet import spans_of

from .__main__ import sheet
from .draw import ROUNDS, draw, flowing


@pytest.mark.parametrize("number", range(1, ROUNDS + 1))
def test_labels_are_well_formed(number: int) -> None:
    told = sheet(number)
    assert sum(not label.optional for label in told.events) >= 30
    assert len({label.id for label in told.events}) == len(told.events)
    for label in told.events:
        passage = told.passages[label.passage]
        assert label.types and set(label.types) <= set(event_types())
        assert all(passage.span.covers(span) for span in spans_of(label)), label.id


@pytest.mark.shared
@pytest.mark.parametrize("number", range(1, ROUNDS + 1))
def test_the_passages_are_those_that_the_seed_draws(shared: Path, number: int) -> None:
    again = [(place.source, place.doc, place.start, place.end) for place in draw(shared, number)]
    assert again == [(p.source, p.doc, *p.span) for p in sheet(number).passages.values()]


def test_breaks_inside_a_paragraph_are_spaces_of_the_same_length() -> None:
    text = "The talks\nwent on.\n    They ended\nlate.\n\n Tamm"
    assert flowing(text) == "The talks went on.\n    They ended late.\n\n Tamm"
