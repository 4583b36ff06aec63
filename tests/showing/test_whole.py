"""Pages of the example: whatever day is asked for, a line says no more than what it cites, and nothing of later."""

import datetime

import pytest

from dragoman.showing.brief import brief
from dragoman.showing.compare import compare
from dragoman.showing.page.html import html
from dragoman.showing.page.model import Page, Tone, counted
from dragoman.showing.page.pdf import pdf
from dragoman.showing.page.word import word
from dragoman.showing.plain import inside
from dragoman.workbench import Dossier

DAYS = [datetime.date(2031, 1, 1), datetime.date(2031, 3, 9), datetime.date(2031, 3, 12), datetime.date(2031, 4, 8)]


def check(page: Page, dossier: Dossier) -> int:
    """Every quotation on the page is cited, and is its report's own text; how many there are."""
    quotes = {(item.number, one.letter): inside(one.quote) for item in page.reports for one in item.quotations}
    for item in page.reports:
        text = dossier.report(item.report).text
        assert all(text[one.start : one.end] == one.quote for one in item.quotations)
    found = 0
    for line in counted(page.sections):
        assert line.cites, line.text
        cited = [quotes[cite.number, cite.letter] for cite in line.cites if cite.letter]
        for piece in line.pieces:
            if piece.tone == Tone.QUOTE:
                found += 1
                assert any(piece.text.strip("“”…") in quote for quote in cited), line.text
    return found


@pytest.mark.parametrize("day", DAYS)
def test_a_brief_of_any_day_quotes_what_it_cites(day: datetime.date, example_dossier: Dossier) -> None:
    assert check(brief(example_dossier, day), example_dossier) > 5 or day == DAYS[0]


@pytest.mark.parametrize("day", DAYS)
def test_a_brief_known_by_a_day_rests_on_nothing_later(day: datetime.date, example_dossier: Dossier) -> None:
    page = brief(example_dossier, day, known_by=day)
    check(page, example_dossier)
    for item in page.reports:
        assert item.published is not None
        assert item.published.end is not None
        assert item.published.end <= day


def test_a_brief_since_a_day_tells_nothing_as_new_that_lies_before_and_was_known(example_dossier: Dossier) -> None:
    since = datetime.date(2031, 3, 12)
    page = brief(example_dossier, since=since)
    published = {row.id: row.published.begin for row in example_dossier.reports()}
    events = {row.id: row for row in example_dossier.timeline()}
    lines = [line for section in page.sections if section.key == "new" for line in section.lines]
    told = [events[name] for line in lines for name in line.rows if name in events]
    assert told
    for row in told:
        known_before = any((published[item.report] or since) < since for item in row.evidence)
        assert (row.begin is not None and row.begin >= since) or not known_before


def test_a_comparison_quotes_what_it_cites(example_dossier: Dossier) -> None:
    assert check(compare(example_dossier, DAYS[1], DAYS[3]), example_dossier) > 20
    assert check(compare(example_dossier, DAYS[1], DAYS[2], known_then=True), example_dossier) > 10


def test_two_days_that_are_one_have_nothing_new(example_dossier: Dossier) -> None:
    page = compare(example_dossier, DAYS[2], DAYS[2])
    for section in page.sections:
        assert section.grid is not None
        for row in section.grid.rows:
            second = [cell.text for cell in row.cells[1]]
            assert second in (["nothing new since 12 March"], ["not told of"]), row.head.text


def test_the_forms_of_the_example_s_brief_are_the_same_twice(example_dossier: Dossier) -> None:
    for form in (html, pdf, word):
        assert form(brief(example_dossier)) == form(brief(example_dossier))
