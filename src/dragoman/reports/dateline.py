"""The dateline: the place, the agency and the day that a wire report begins with, as they stand."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.records.span import Span
from dragoman.reports.lines import Page
from dragoman.reports.vocabulary import choice, wording

_DASH = r"\s*(?:--+|[-–—]+|_(?= ))\s?(?=[\S])"  # wire copy of the nineties has an underscore
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_HEAD = 10  # lines from the start in which the story begins
_LONGEST = 120
_PLACE_LETTERS = 3
_TOWN_AND_STATE = 2
_OPENING = frozenset("\"'“‘")


class Dateline(NamedTuple):
    """A dateline: its words without the dash, where it stands with the dash, and the agency it names."""

    words: str
    span: Span
    agency: str | None


def find_dateline(page: Page) -> Dateline | None:
    """The dateline of the first lines that begin with one."""
    for line in page.lines[:_HEAD]:
        found = read_dateline(line.words)
        if found is not None:
            start = line.span.start
            return found._replace(span=Span(start + found.span.start, start + found.span.end))
    return None


def read_dateline(words: str) -> Dateline | None:
    """The dateline that `words` begin with; its span is into `words`."""
    match = _pattern().match(words[: 2 * _LONGEST])
    if match is None:
        return None
    told = match["told"].strip()
    # A place in capitals, an agency in brackets or a day: a dash alone makes no dateline.
    known = match["agency"] in _known_agencies()
    if len(told) > _LONGEST or not (known or match["day"] or _shouts(match["place"]) or _is_town_of(match, words)):
        return None
    return Dateline(told, Span(match.start("told"), match.end()), match["agency"])


@cache
def _known_agencies() -> frozenset[str]:
    return frozenset(agency_names())


def _shouts(place: str) -> bool:
    first = re.split(r"[,/]", place)[0]
    return first.isupper() and sum(map(str.isalpha, first)) >= _PLACE_LETTERS and first not in wording("not_places")


def _is_town_of(match: re.Match[str], words: str) -> bool:
    """Whether it is a town and its state with a dash apart before a sentence: "Port Varra, Varra -- Talks began"."""
    parts = match["told"].split(",")
    dash = words[match.end("told") : match.end()]
    following = words[match.end() : match.end() + 1]
    return (
        len(parts) == _TOWN_AND_STATE
        and "(" not in match["told"]
        and dash[:1].isspace()
        and dash[-1:].isspace()
        and (following.isupper() or following in _OPENING)
    )


@cache
def _pattern() -> re.Pattern[str]:
    agency = choice("agencies")
    word = r"[A-Z][\w.'’-]*"
    place = rf"{word}(?:(?: |, ?|/| and | al-| de | of the | of ){word}){{0,7}}"
    # Any capitalised name in brackets may be an agency's; alone it makes no dateline.
    name = r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}"
    day = (
        rf"(?:{_MONTHS}\.?|{_MONTHS.upper()}\.?)\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTHS}\.?(?:,?\s+\d{{4}})?"
    )
    return re.compile(
        rf"\W{{0,3}}(?P<told>(?P<place>{place}?)(?:,?\s+(?P<day>{day}))?"
        rf"(?:,?\s*\((?P<agency>{agency}|{name})(?:[ ,/][^()]{{0,40}})?\))?(?:,?\s+(?P<later>{day}))?){_DASH}"
    )


def agency_names() -> tuple[str, ...]:
    """The news agencies that datelines name."""
    return wording("agencies")
