"""Copies and revisions: reports that repeat another one's text, and later texts at one address."""

from collections import defaultdict

from dragoman.reconciling.passages import COMMON
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words import tokens

_RUN = 8  # words in a row; long enough that stock phrases do not count as copied
_SHARE = 0.6  # share of the shorter report's runs that stand in the other one
_LEAST = 20  # runs that a report must have to be called a copy of anything


def copies_of(pile: Pile) -> dict[str, str]:
    """For each report that mostly repeats another one: that other one, the earliest of all that share the text."""
    runs = {item.id: frozenset(_runs(item)) for item in pile}
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for report, found in runs.items():
        for run in found:
            where[run].append(report)
    overlap: dict[tuple[str, str], int] = defaultdict(int)
    for reports in where.values():
        if 1 < len(reports) <= COMMON:
            reports.sort()
            for i, one in enumerate(reports):
                for other in reports[i + 1 :]:
                    overlap[one, other] += 1
    found_copies: dict[str, str] = {}
    for (one, other), count in sorted(overlap.items()):
        least = min(len(runs[one]), len(runs[other]))
        if least >= _LEAST and count >= _SHARE * least:
            first, second = sorted((one, other), key=lambda r: _order(pile[r]))
            known = found_copies.get(second)
            if known is None or _order(pile[first]) < _order(pile[known]):
                found_copies[second] = first
    return {report: _first(report, found_copies) for report in found_copies}


def revisions_of(pile: Pile) -> dict[str, str]:
    """For each report whose address another text of the pile has too: the one published before it.

    Where publication intervals overlap nothing is said to revise anything.
    """
    by_url: dict[str, list[Item]] = defaultdict(list)
    for item in pile:
        if item.report.url:
            by_url[item.report.url].append(item)
    found: dict[str, str] = {}
    for items in by_url.values():
        for item in items:
            day = item.published.begin
            before = [o for o in items if day and o.published.end and o.published.end < day]
            if before:
                found[item.id] = max(before, key=_order).id
    return found


def _first(report: str, found: dict[str, str]) -> str:
    while report in found:
        report = found[report]
    return report


def _order(item: Item) -> tuple[str, bool, str]:
    """By publication day; of one day, who is named in the dateline comes before who printed it."""
    outlet, dateline = item.report.outlet, item.report.dateline
    own = outlet is not None and dateline is not None and outlet in dateline
    return (item.published.begin.isoformat() if item.published.begin else "9999", not own, item.id)


def _runs(item: Item) -> list[tuple[str, ...]]:
    text = item.report.text
    words = [token for span in item.reading.sentences for token in tokens(span.of(text))]
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
