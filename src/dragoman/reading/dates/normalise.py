"""All time expressions of a parsed block, placed on the calendar as far as the report's date allows."""

import datetime
import functools

from dragoman.reading.dates import amount_rules, calendar_rules, clock_rules, relative_rules, vague
from dragoman.reading.dates.grammar import Found, Grammar, string_of
from dragoman.reading.dates.lexing import Lexeme, lexemes
from dragoman.reading.dates.sense import Placed, Sense
from dragoman.reading.dates.tense import Tokens, direction
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimeExpression
from dragoman.records.time import Interval


@functools.cache
def grammar() -> Grammar:
    """All rules; where two match equally long, the earlier stands."""
    return Grammar(
        (*clock_rules.RULES, *calendar_rules.RULES, *relative_rules.RULES, *amount_rules.RULES, *vague.RULES)
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
    at = rules.next_start(string, 0)
    while at is not None and tokens is not None:
        step = at + 1
        for end, one in rules.candidates(string, at):
            match = _match(found, at, end, tokens)
            sense = one.handler(match)
            if sense is None:
                continue
            placed = _place(sense, parsed.published, previous)
            span = parsed.span_of_view(match.start, match.end)
            offset = None if sense.offset is None else sense.offset
            out.append(
                TimeExpression(span=span, type=sense.type, value=placed.value, begin=placed.begin, end=placed.end, offset=offset)
            )
            if placed.begin is not None and placed.end is not None and sense.type in ("DATE", "TIME"):
                previous = Interval(begin=placed.begin, end=placed.end)
            step = end
            break
        at = rules.next_start(string, step)
    return tuple(out)


def _match(found: list[Lexeme], at: int, end: int, tokens: Tokens) -> Found:
    inside = tuple(found[at:end])

    def tense() -> str:
        return direction(tokens.root(inside[0].start, inside[-1].end))

    return Found(inside, found[at - 1] if at else None, found[end] if end < len(found) else None, tense)


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
