import pytest

from dragoman.showing.brief.citing import PER_LINE, Citations, lettered
from tests.showing.rows import evidence


@pytest.mark.parametrize(("index", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_lettered(index: int, letters: str) -> None:
    assert lettered(index) == letters


def test_reports_are_numbered_and_quotations_lettered_as_they_are_first_cited() -> None:
    cite = Citations({})
    first, _ = cite.cite([evidence("r-b", "one")])
    second, _ = cite.cite([evidence("r-a", "two"), evidence("r-b", "three", 10)])
    again, _ = cite.cite([evidence("r-b", "one")])
    assert [item.label for item in first] == ["[1a]"]
    assert [item.label for item in second] == ["[2a]", "[1b]"]
    assert again == first
    assert [(report.number, report.report) for report in cite.reports()] == [(1, "r-b"), (2, "r-a")]
    assert [item.quote for item in cite.reports()[0].quotations] == ["one", "three"]


def test_each_report_is_cited_once_before_any_twice_and_the_rest_is_counted() -> None:
    cite = Citations({})
    items = [evidence("r-1", f"word {place}", place) for place in range(6)] + [evidence("r-2", "other")]
    cites, further = cite.cite(items)
    assert [item.number for item in cites] == [1, 2, 1]
    assert len(cites) == PER_LINE
    assert further == 4


def test_the_same_words_are_cited_once() -> None:
    cites, further = Citations({}).cite([evidence("r-1", "same"), evidence("r-1", "same")])
    assert (len(cites), further) == (1, 0)
