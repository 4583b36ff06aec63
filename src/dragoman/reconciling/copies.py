"""Copies and revisions: reports that repeat another one's text, and later texts at one address."""

from collections.abc import Iterator

from dragoman.reconciling.pile import Item
from dragoman.reconciling.words import tokens

RUN = 8  # words in a row; long enough that stock phrases do not count as copied
SHARE = 0.6  # share of the shorter report's runs that stand in the other one
LEAST = 20  # runs that a report must have to be called a copy of anything


def order(item: Item) -> tuple[str, bool, str]:
    """By publication day; of one day, who is named in the dateline comes before who printed it."""
    outlet, dateline = item.report.outlet, item.report.dateline
    own = outlet is not None and dateline is not None and outlet in dateline
    return (item.published.begin.isoformat() if item.published.begin else "9999", not own, item.id)


def runs(item: Item) -> Iterator[tuple[str, ...]]:
    """The runs of words of a report."""
    text = item.report.text
    words = [token for span in item.reading.sentences for token in tokens(span.of(text))]
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
