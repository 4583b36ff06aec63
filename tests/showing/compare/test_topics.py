"""Topics laid side by side: what there is no room for is counted."""

import functools

from dragoman.showing.brief.lines import plain_cell
from dragoman.showing.compare.topics import MOST, Topic, side_by_side
from dragoman.showing.page.model import Cell
from dragoman.showing.page.pieces import said


def topic(count: int) -> Topic:
    def cell(place: int) -> Cell:
        return plain_cell(said(f"{place} killed"))

    return Topic("killed", {place: functools.partial(cell, place) for place in range(count)})


def test_a_topic_of_many_parts_tells_some_and_counts_the_others() -> None:
    ((row,), left) = side_by_side({"killed": topic(MOST)}, {"killed": topic(2 * MOST + 3)}, 5, "8 March", whole=False)
    first, second = ([cell.text for cell in held] for held in row.cells)
    assert left == 0
    assert first == [f"{place} killed" for place in range(MOST)]
    assert second == [*(f"{place} killed" for place in range(MOST, 2 * MOST)), "and 3 more"]
