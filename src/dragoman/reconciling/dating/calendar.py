"""Bounds from days told without their year ("on Nov. 20"): the pile tells the year, the tense which side of it."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.told import past
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.reading import TimeExpression
from dragoman.records.time import Ground

# Days before the first and after the last dated report of the pile in which a day without a year is looked for.
AROUND = 60
# Words without which a day is seldom one to come: under a picture, a day is that of the picture whatever the tense.
_AHEAD = re.compile(
    r"\b(?:will|shall|would|scheduled|set|due|expected|planned|plans?|planning|prepar\w+|upcoming|next|again|ahead|"
    r"until|by|deadline|resumes?|begins?|starts?|(?:are|is|was|were) to)\b"
)
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")


class Reach(NamedTuple):
    """The days that the dated reports of a pile span."""

    begin: datetime.date
    end: datetime.date


def bounds(pile: Pile, undated: Iterable[str]) -> Mapping[str, tuple[Bound, ...]]:
    """For each undated report the bounds that its days without a year give; none where no report is dated."""
    wanted = sorted(undated)
    known = frozenset(wanted)
    own = [item.published for item in pile if item.id not in known]
    begins = [one.begin for one in own if one.begin is not None]
    ends = [one.end for one in own if one.end is not None]
    if not begins or not ends:
        return {}
    reach = Reach(min(begins), max(ends))
    return {one: tuple(_bounds(pile[one], reach)) for one in wanted}


def contradicts(item: Item) -> bool:
    """Whether a dated report tells of a calendar day after its own as past: one of the two days is wrong."""
    end = item.published.end
    if end is None:
        return False
    behind = past(item)
    return any(
        (one.tense == "past" or one.span in behind) and _is_day(one) and one.begin is not None and one.begin > end
        for one in item.reading.dates
    )


def _is_day(one: TimeExpression) -> bool:
    whole = one.offset is None or one.offset.unit == "date"
    return whole and one.begin is not None and one.begin == one.end


def _bounds(item: Item, reach: Reach) -> Iterator[Bound]:
    behind = past(item)
    for one in item.reading.dates:
        day = _day(one, reach)
        if day is None:
            continue
        quote = one.span.of(item.report.text)
        if one.tense == "past" and one.span in behind:
            says = f"tells of “{quote}” as past: in this pile {day.isoformat()}"
            yield Bound(day, None, Ground(says=says, quote=quote, span=one.span))
        elif one.tense == "future" and _is_ahead(item, one):
            says = f"tells of “{quote}” as still to come: in this pile {day.isoformat()}"
            yield Bound(None, day, Ground(says=says, quote=quote, span=one.span))


def _is_ahead(item: Item, one: TimeExpression) -> bool:
    around = (span for span in item.reading.sentences if span.start <= one.span.start < span.end)
    return any(_AHEAD.search(span.of(item.report.text)) for span in around)


def _day(one: TimeExpression, reach: Reach) -> datetime.date | None:
    """The one day near the pile's own that it can mean; None where there is none, or more than one."""
    told = _YEARLESS.match(one.value)
    if told is None or one.begin is not None:
        return None
    month, number = int(told[1]), int(told[2])
    first, last = reach.begin.toordinal() - AROUND, reach.end.toordinal() + AROUND
    leap = (month, number) == (2, 29)
    found = [
        day
        for year in range(reach.begin.year - 1, reach.end.year + 2)
        if not leap or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        for day in (datetime.date(year, month, number),)
        if first <= day.toordinal() <= last
    ]
    return found[0] if len(found) == 1 else None
