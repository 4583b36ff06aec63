"""When: one act that is done once, told of days that do not meet; what lasts, told to have begun at different times."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.happenings import Happening, Telling
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.reading import EventMode, TimeExpression, TimexType
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength

RULE = "one lasting act of the same actors, told to have begun at times that do not meet"
_ABOUT = {"host": "since when the guest is hosted", "mediate": "since when there is mediation"}
LASTING = frozenset(_ABOUT)
_YEARS = re.compile(r"P(\d+)Y")
_MORE = re.compile(r"\b(?:over|more than|at least|well over|longer than)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:under|less than|nearly|almost|up to|close to)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|past|last)\s+(?:the\s+(?:past|last)\s+)?$", re.IGNORECASE)
_YEAR = 365.25  # days


class _Begun(NamedTuple):
    """One telling of when something that lasts began: days that it can have been."""

    first: datetime.date | None
    last: datetime.date | None
    word: Word


def when(happenings: tuple[Happening, ...], pile: Pile) -> Iterator[Draft]:
    """A conflict for each lasting act whose beginnings, as told, cannot be one."""
    by_key: dict[tuple[str, frozenset[str], frozenset[str]], list[_Begun]] = defaultdict(list)
    for happening in happenings:
        if happening.act in LASTING and happening.key.agents and happening.key.others:
            key = (happening.act, happening.key.agents, happening.key.others)
            for telling in happening.in_mode(EventMode.HAPPENED):
                begun = _begun(telling, pile[telling.report])
                if begun is not None:
                    by_key[key].append(begun)
    for key in sorted(by_key, key=lambda k: (k[0], sorted(k[1]), sorted(k[2]))):
        sides = _sides(by_key[key])
        if len(sides) > 1:
            words = tuple(tuple(one.word for one in side) for side in sides)
            about = _ABOUT[key[0]]
            yield Draft(ConflictKind.WHEN, ConflictStrength.DIFFERS, about, RULE, (), words)


def _sides(told: list[_Begun]) -> list[list[_Begun]]:
    sides: list[list[_Begun]] = []
    for one in sorted(told, key=lambda b: (str(b.first or ""), str(b.last or ""), b.word.report, b.word.span)):
        home = next((side for side in sides if all(_meet(one, other) for other in side)), None)
        if home is None:
            sides.append([one])
        else:
            home.append(one)
    return sides


def _meet(one: _Begun, other: _Begun) -> bool:
    early = one.first is not None and other.last is not None and one.first > other.last
    late = one.last is not None and other.first is not None and other.first > one.last
    return not early and not late


def _begun(telling: Telling, item: Item) -> _Begun | None:
    """When the act began, where its clause says since when or for how long it has lasted."""
    text = item.report.text
    word = Word(telling.report, telling.event.span, telling.voice)
    timing = telling.event.timing
    for one in item.reading.dates:
        if not telling.event.span.touches(one.span):
            continue
        if timing is not None and one.span in timing.spans and timing.before[timing.spans.index(one.span)] == "since":
            if one.begin is not None and one.end is not None:
                return _Begun(one.begin, one.end, word)
        elif one.type is TimexType.DURATION and _FOR.search(text[max(0, one.span.start - 20) : one.span.start]):
            found = _by_length(one, text, item, word)
            if found is not None:
                return found
    return None


def _by_length(one: TimeExpression, text: str, item: Item, word: Word) -> _Begun | None:
    """The beginning of what has lasted some years when it is told: half a year is left to either side of "about"."""
    years = _YEARS.fullmatch(one.value)
    begin, end = item.published.begin, item.published.end
    if years is None or end is None:
        return None
    said = one.span.of(text)
    days = round(int(years.group(1)) * _YEAR)
    slack = round(_YEAR)
    last = end - datetime.timedelta(days=days)
    first = (begin or end) - datetime.timedelta(days=days + slack)
    if _MORE.search(said):
        return _Begun(None, last, word)
    if _LESS.search(said):
        return _Begun(last, None, word)
    return _Begun(first, last + datetime.timedelta(days=slack), word)
