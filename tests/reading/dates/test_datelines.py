"""The day of a dateline that stands apart as a line of its own, where the text's head is set aside."""

import datetime

import pytest

from dragoman.reading import dates
from dragoman.reading.parsed import parsed_blocks
from dragoman.records.reading import TimeExpression
from dragoman.reports import from_text

BODY = "The council of Port Varra on Saturday condemned the two raids.\n\nIt gave no reason for the delay.\n"
PUBLISHED = datetime.date(2011, 1, 2)


def found(head: str, published: datetime.date | None = PUBLISHED) -> tuple[str, list[TimeExpression]]:
    """The whole text and the expressions of its first block."""
    report = from_text(f"{head}\n\n{BODY}", published=published)
    return report.text, list(dates.find(next(iter(parsed_blocks(report)))))


@pytest.mark.parametrize(
    ("head", "words", "value"),
    [
        ("VARRA, January 1 (Xinhua) --", "January 1", "2011-01-01"),
        ("VARRA, December 31 (Xinhua) --", "December 31", "2010-12-31"),
        ("VARRA, January 3 (Xinhua) --", "January 3", "2011-01-03"),
    ],
)
def test_the_day_is_told(head: str, words: str, value: str) -> None:
    text, expressions = found(head)
    first = expressions[0]
    assert (first.span.of(text), first.value) == (words, value)
    assert first.begin == first.end == datetime.date.fromisoformat(value)


def test_it_is_told_once() -> None:
    text, expressions = found("VARRA, January 1 (Xinhua) --")
    assert [one.span.of(text) for one in expressions] == ["January 1", "Saturday"]


def test_without_a_publication_day_no_year_is_invented() -> None:
    text, expressions = found("VARRA, January 1 (Xinhua) --", published=None)
    assert [(one.span.of(text), one.value) for one in expressions] == [
        ("January 1", "XXXX-01-01"),
        ("Saturday", "XXXX-WXX-6"),
    ]
    assert all(one.begin is None and one.end is None for one in expressions)


@pytest.mark.parametrize("head", ["VARRA (Xinhua) --", "January sales disappoint", "VARRA, February 31 (Xinhua) --"])
def test_what_tells_no_day(head: str) -> None:
    text, expressions = found(head)
    assert [one.span.of(text) for one in expressions] == ["Saturday"]
