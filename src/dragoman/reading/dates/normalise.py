"""All time expressions of a parsed block, placed on the calendar as far as the report's date allows."""

import datetime
import functools
import re

from spacy.tokens import Token

from dragoman.reading.dates import (
    amount_rules,
    calendar_rules,
    choose,
    clock_rules,
    fiscal_rules,
    relative_rules,
    season_rules,
    vague,
)
from dragoman.reading.dates.grammar import NO_STORY, Found, Grammar, Story, string_of
from dragoman.reading.dates.lexing import Lexeme, lexemes
from dragoman.reading.dates.sense import NO_TIME, Placed, Sense
from dragoman.reading.dates.tense import Tokens, direction, stands_before_noun
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimeExpression
from dragoman.records.time import Interval

_AHEAD = 5
_QUARTER = re.compile(r"\d{4}-Q\d")


@functools.cache
def grammar() -> Grammar:
    """All rules; where two match equally long, the earlier stands."""
    return Grammar(
        (
            *clock_rules.RULES,
            *calendar_rules.RULES,
            *season_rules.RULES,
            *fiscal_rules.RULES,
            *amount_rules.RULES,
            *relative_rules.RULES,
            *vague.RULES,
        )
    )


def find(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Every time expression in order of its place in the text. Spans are of the report's text.

    Where the report's day is not known, what is told relative to it has no begin and no end, a value with X for
    what is not known, and keeps its `offset`.
    """
    if not len(parsed.doc):
        return ()
    reader = _Reader(parsed)
    out: list[TimeExpression] = []
    at = reader.next_start(0)
    while at is not None:
        end, expression = reader.read(at)
        if expression is not None:
            out.append(expression)
        at = reader.next_start(end)
    return tuple(out)


class _Reader:
    """Reads one block from left to right and keeps what later expressions refer back to."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._found = lexemes(parsed.doc.text)
        self._string = string_of(self._found)
        self._tokens = Tokens(parsed.doc)
        self._years = told_years(self._found)
        self._story = NO_STORY
        self._previous: Interval | None = None

    def next_start(self, at: int) -> int | None:
        """The next lexeme from `at` on with which an expression could start."""
        return grammar().next_start(self._string, at)

    def read(self, at: int) -> tuple[int, TimeExpression | None]:
        """The expression that starts at a lexeme, if any, and where to go on."""
        for end, one in grammar().candidates(self._string, at):
            match = self._match(at, end)
            sense = one.handler(match)
            if sense is None:
                continue
            return end, None if sense is NO_TIME else self._expression(sense, match)
        return at + 1, None

    def _expression(self, sense: Sense, match: Found) -> TimeExpression:
        placed = _place(sense, self._parsed.published, self._previous)
        if placed.begin is not None and placed.end is not None and placed.value[:1].isdecimal():
            self._previous = Interval(begin=placed.begin, end=placed.end)
        self._story = _told(self._story, placed, match)
        return TimeExpression(
            span=self._parsed.span_of_view(match.start, match.end),
            type=sense.type,
            value=placed.value,
            begin=placed.begin,
            end=placed.end,
            offset=sense.offset,
        )

    def _match(self, at: int, end: int) -> Found:
        found, inside = self._found, tuple(self._found[at:end])

        def root() -> Token:
            return self._tokens.root(inside[0].start, inside[-1].end)

        def tense() -> str:
            told = direction(root())
            return choose.NEAREST if told == choose.FUTURE and stands_before_noun(root()) else told

        return Found(
            lexemes=inside,
            before=found[at - 1] if at else None,
            after=found[end] if end < len(found) else None,
            tense=tense,
            story=self._story,
            ahead=tuple(found[end : end + _AHEAD]),
            years=self._years,
            before_noun=lambda: stands_before_noun(root()),
        )


def told_years(found: list[Lexeme]) -> dict[tuple[int, int], int]:
    """By month and day: the year that the text tells with it somewhere; where it tells several, none."""
    told: dict[tuple[int, int], set[int]] = {}
    for at, month in enumerate(found):
        if month.kind != "month":
            continue
        before, after = found[at - 1] if at else None, [one for one in found[at + 1 : at + 4] if one.kind != "comma"]
        year = next((one for one in after[:2] if one.kind == "year"), None)
        day = after[0] if after and after[0].kind in ("num", "ord") else before
        if year is not None and day is not None and day.kind in ("num", "ord") and isinstance(day.value, int):
            told.setdefault((month.value, day.value), set()).add(year.value)
    return {key: min(years) for key, years in sorted(told.items()) if len(years) == 1}


def _told(story: Story, placed: Placed, match: Found) -> Story:
    if placed.begin is not None and placed.begin == placed.end and placed.value[:1].isdecimal():
        return story._replace(day=placed.begin, day_at=match.end)
    if _QUARTER.fullmatch(placed.value) and not match.has("ago", "shift", "that"):
        return story._replace(quarter=placed.value, quarter_at=match.end)
    return story


def _place(sense: Sense, published: Interval, previous: Interval | None) -> Placed:
    if sense.place is None:
        return sense.placed
    anchor = published if sense.anchor == "published" else previous
    if anchor is None or anchor.begin is None or anchor.end is None:
        return sense.placed
    first, last = sense.place(anchor.begin), sense.place(anchor.end)
    if first is None or last is None:
        return sense.placed
    return _hull(first, last, sense.placed.value)


def _hull(first: Placed, last: Placed, unknown: str) -> Placed:
    """What holds for the whole of an anchor that is more than a day: the days of both its ends and between."""
    if first == last:
        return first
    value = first.value if first.value == last.value else unknown
    begin = _least(first.begin, last.begin)
    end = None if first.end is None or last.end is None else max(first.end, last.end)
    return Placed(value, begin, end)


def _least(one: datetime.date | None, other: datetime.date | None) -> datetime.date | None:
    return None if one is None or other is None else min(one, other)
