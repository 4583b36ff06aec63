"""Dates in numbers of two readings: one day where the outlet's country tells the order, else both."""

import pytest

from dragoman.reading.read import read
from dragoman.reading.redating import redated
from dragoman.records.time import Published
from dragoman.reports import from_text


@pytest.mark.parametrize(
    ("outlet", "first", "last"),
    [
        ("Irish Times", "2031-04-03", "2031-04-03"),
        ("CNN", "2031-03-04", "2031-03-04"),
        ("Evening Post", "2031-03-04", "2031-04-03"),
        (None, "2031-03-04", "2031-04-03"),
    ],
)
def test_the_outlet_s_country_tells(outlet: str | None, first: str, last: str) -> None:
    report = from_text("The treaty was signed on 03/04/2031 in the port.", outlet=outlet, published="2031-05-01")
    reading = read(report)
    (one,) = reading.dates
    assert (str(one.begin), str(one.end)) == (first, last)
    assert [str(event.when.begin) for event in reading.events if event.type == "agree"] == [first]
    bare = report.but(published=Published())
    assert redated(reading, bare, Published()).but(warnings=()) == read(bare).but(warnings=())
