"""Expressions placed on the calendar, one after the other: later ones lean on what earlier ones told. No parser."""

import datetime
import functools
import re

from dragoman.reading.dates import (
    amount_rules,
    calendar_rules,
    clock_rules,
    fiscal_rules,
    joined_rules,
    part_rules,
    relative_rules,
    season_rules,
    span_rules,
    vague,
)
from dragoman.reading.dates.grammar import NO_STORY, Grammar, Story
from dragoman.reading.dates.lexing import Lexeme
from dragoman.reading.dates.sense import Placed, Sense
from dragoman.records.time import Interval

# Lexemes after a match that a rule may look at.
AHEAD = 7
_MONTHS = frozenset({"P6M", "P9M", "P12M"})
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
            *part_rules.RULES,
            *span_rules.RULES,
            *vague.RULES,
            *joined_rules.RULES,
        )
    )


class Chain:
    """Places each expression of a block in turn and keeps what later ones refer back to."""

    def __init__(self, published: Interval) -> None:
        self.story: Story = NO_STORY
        self._published = published
        self._previous: Interval | None = None

    def place(self, sense: Sense, end: int, *, looks_back: bool) -> Placed:
        """The days of a sense whose words end at `end`; `looks_back` where its words refer to a time told before."""
        placed = _place(sense, self._published, self._previous)
        if placed.begin is not None and placed.end is not None and placed.value[:1].isdecimal():
            self._previous = Interval(begin=placed.begin, end=placed.end)
        if placed.begin is not None and placed.begin == placed.end and placed.value[:1].isdecimal():
            self.story = self.story._replace(day=placed.begin, day_at=end)
            if self._published.end is not None and placed.begin <= self._published.end:
                self.story = self.story._replace(past_day=placed.begin, past_day_at=end)
        if _QUARTER.fullmatch(placed.value) and not looks_back and not _compared(self.story, placed):
            self.story = self.story._replace(quarter=placed.value, quarter_at=end)
        if placed.value in _MONTHS:
            self.story = self.story._replace(months_at=end)
        return placed


def _compared(story: Story, placed: Placed) -> bool:
    """Whether a quarter is the same as the story's of the year before: it is only compared with."""
    return story.quarter is not None and placed.value == f"{int(story.quarter[:4]) - 1:04d}{story.quarter[4:]}"


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


def _place(sense: Sense, published: Interval, previous: Interval | None) -> Placed:
    if sense.place is None:
        return sense.placed
    anchor = published if sense.anchor == "published" else previous
    if anchor is None or anchor.begin is None or anchor.end is None:
        return sense.placed
    first, last = sense.place(anchor.begin), sense.place(anchor.end)
    if first is None or last is None:
        return sense.placed
    unknown = sense.placed.value
    if anchor is previous:  # told from the middle of what was told before: "two years later" than a year
        middle = sense.place(anchor.begin + (anchor.end - anchor.begin) / 2)
        unknown = middle.value if middle is not None else unknown
    return _hull(first, last, unknown)


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
