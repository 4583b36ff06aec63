import json
from collections.abc import Callable

import pytest
import typst

from dragoman.showing.brief import brief
from dragoman.showing.page.model import Page
from dragoman.showing.page.pdf import _page, _template, pdf, png
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.page.pages import PAGES, full


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_page_can_be_set(make: Callable[[], Page]) -> None:
    made = pdf(make())
    assert made.startswith(b"%PDF-")
    assert b"%%EOF" in made[-32:]


def test_it_is_tagged_for_reading_aloud_and_says_nothing_of_when_it_was_made() -> None:
    made = pdf(full())
    assert b"/StructTreeRoot" in made
    assert b"/CreationDate" not in made
    assert b"/JavaScript" not in made


def test_the_same_page_is_the_same_bytes() -> None:
    assert pdf(brief(in_memory(full_tables()))) == pdf(brief(in_memory(full_tables())))


def test_a_picture_in_dots() -> None:
    picture = next(section.picture for section in full().sections if section.picture)
    made = png(picture)
    assert made.startswith(b"\x89PNG")
    assert made == png(picture)


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_page_settles(make: Callable[[], Page]) -> None:
    """A layout that asks where it is can go round in circles: numbers of pages would be wrong then."""
    words = json.dumps(_page(make()))
    _, warnings = typst.compile_with_warnings(_template(), format="pdf", sys_inputs={"page": words})
    assert [warning.message for warning in warnings if "converge" in warning.message] == []


def test_what_is_read_through_stands_before_what_is_looked_up() -> None:
    annexes = [part["annex"] for part in _page(full())["sections"]]
    assert annexes == sorted(annexes)
    assert {True, False} == set(annexes)
