"""Dates in a report's text that are no day of the calendar, or that could be two: what a person should look at."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.records.errors import Notices
from dragoman.records.report import Boilerplate
from dragoman.reports.daylines import MONTHS, days_in, two_days
from dragoman.reports.dayorder import Order
from dragoman.reports.published import said

# Warnings of one report: more are counted.
MOST = 5
# A year of five digits or more is none that news is about; so is the year 0.
_YEAR = r"\d{4,9}"
_NAME = "(?:" + "|".join(sorted((name.title() for name in MONTHS), key=lambda name: (-len(name), name))) + r")\.?"
_LAST_YEAR = 9999
_MONTHS_IN_YEAR = 12
_LEAP = 2000  # for a day without its year


def doubtful_dates(text: str, aside: tuple[Boilerplate, ...], order: Order | None) -> Iterator[str]:
    """A notice for each date outside the passages set `aside` that is impossible or of two readings, the first ones."""
    notices = list(dict.fromkeys(_notices(text, aside, order)))
    yield from notices[:MOST]
    if len(notices) > MOST:
        yield Notices.MORE_DATES.format(count=len(notices) - MOST)


def _notices(text: str, aside: tuple[Boilerplate, ...], order: Order | None) -> Iterator[str]:
    for match in _pattern().finditer(text):
        if any(passage.span.start <= match.start() < passage.span.end for passage in aside):
            continue
        words = match[0].rstrip(".")
        two = two_days(words)
        if two is not None:
            decided = said(order) if order is not None else Notices.EITHER_DAY
            yield Notices.TWO_DAYS_IN_TEXT.format(value=words, first=min(two), second=max(two), decided=decided)
        elif not _possible(match):
            yield Notices.IMPOSSIBLE_DATE.format(value=words)


def _possible(match: re.Match[str]) -> bool:
    if match["year0"] is not None:
        return False
    if match["y1"] is not None:
        return _is_day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"] is not None:
        one, two, year = int(match["a2"]), int(match["b2"]), int(match["y2"])
        return _is_day(year, two, one) or (match["s2"] != "." and _is_day(year, one, two))
    name, day, year_words = next(
        (match[f"m{n}"], match[f"d{n}"], match[f"y{n}"]) for n in (3, 4, 5, 6) if match[f"m{n}"] is not None
    )
    year = int(year_words) if year_words is not None else _LEAP
    return _is_day(year, MONTHS[name.rstrip(".").lower()], int(day))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= year <= _LAST_YEAR and 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= days_in(year, month)


@cache
def _pattern() -> re.Pattern[str]:
    """Whole dates in numbers or with a month's name; without a year only where a word before tells that it is a day."""
    number = r"(?P<d{n}>\d{{1,2}})(?:st|nd|rd|th)?"
    before = r"(?<=\b[Oo]n )|(?<=\b[Bb]y )|(?<=\b[Ss]ince )|(?<=\b[Ff]rom )|(?<=\b[Uu]ntil )"
    return re.compile(
        rf"(?<![\w/.,:-])(?:"
        rf"(?P<y1>\d{{4,6}})-(?P<m1>\d\d?)-(?P<d1>\d\d?)"
        rf"|(?P<a2>\d\d?)(?P<s2>[/.])(?P<b2>\d\d?)(?P=s2)(?P<y2>\d{{4,6}})"
        rf"|{number.format(n=3)}(?: of)? (?P<m3>{_NAME}),? (?P<y3>{_YEAR})"
        rf"|(?P<m4>{_NAME}) {number.format(n=4)},? (?P<y4>{_YEAR})"
        rf"|(?:{before})(?:the )?{number.format(n=5)}(?: of)? (?P<m5>{_NAME})(?P<y5>(?!))?"
        rf"|(?:{before})(?P<m6>{_NAME}) {number.format(n=6)}(?P<y6>(?!))?"
        r"|(?P<year0>(?:in|since|until|of) the year (?:0+|\d{5,9}))"
        r")(?![\w/-])(?!\.\d)"
    )
