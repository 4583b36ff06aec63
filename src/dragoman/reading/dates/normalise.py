"""All time expressions of a parsed block, placed on the calendar as far as the report's date allows."""

import datetime
import functools
import re

from dragoman.reading.dates import (
    amount_rules,
    calendar_rules,
    clock_rules,
    fiscal_rules,
    relative_rules,
    season_rules,
    vague,
)
from dragoman.reading.dates.grammar import NO_STORY, Found, Grammar, Story, string_of
from dragoman.reading.dates.lexing import Lexeme, lexemes
from dragoman.reading.dates.sense import NO_TIME, Placed, Sense
from dragoman.reading.dates.tense import Tokens, direction
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
    found = lexemes(parsed.doc.text)
    string = string_of(found)
    rules = grammar()
    tokens = Tokens(parsed.doc) if len(parsed.doc) else None
    out: list[TimeExpression] = []
    previous: Interval | None = None
    story = NO_STORY
    at = rules.next_start(string, 0)
    while at is not None and tokens is not None:
        step = at + 1
        for end, one in rules.candidates(string, at):
            match = _match(found, at, end, tokens, story)
            sense = one.handler(match)
            if sense is None:
                continue
            step = end
            if sense is NO_TIME:
                break
            placed = _place(sense, parsed.published, previous)
            span = parsed.span_of_view(match.start, match.end)
            out.append(
                TimeExpression(
                    span=span,
                    type=sense.type,
                    value=placed.value,
                    begin=placed.begin,
                    end=placed.end,
                    offset=sense.offset,
                )
            )
            if placed.begin is not None and placed.end is not None and placed.value[:1].isdecimal():
                previous = Interval(begin=placed.begin, end=placed.end)
            story = _told(story, placed, match)
            break
        at = rules.next_start(string, step)
    return tuple(out)


def _told(story: Story, placed: Placed, match: Found) -> Story:
    if placed.begin is not None and placed.begin == placed.end and placed.value[:1].isdecimal():
        return story._replace(day=placed.begin, day_at=match.end)
    if _QUARTER.fullmatch(placed.value) and not match.has("ago", "shift", "that"):
        return story._replace(quarter=placed.value, quarter_at=match.end)
    return story


def _match(found: list[Lexeme], at: int, end: int, tokens: Tokens, story: Story) -> Found:
    inside = tuple(found[at:end])

    def tense() -> str:
        return direction(tokens.root(inside[0].start, inside[-1].end))

    return Found(
        inside,
        found[at - 1] if at else None,
        found[end] if end < len(found) else None,
        tense,
        story,
        tuple(found[end : end + _AHEAD]),
    )


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
