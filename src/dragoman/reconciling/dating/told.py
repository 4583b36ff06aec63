"""What an undated report tells of its own day: the days that it looks back on, ahead to, and posts that it shows."""

import datetime
import re
from collections.abc import Iterator

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.wording import day_in_words
from dragoman.reconciling.pile import Item
from dragoman.records.reading import EventMode, Polarity, TimeExpression, TimexType
from dragoman.records.report import BoilerplateKind
from dragoman.records.span import Span
from dragoman.records.time import Ground
from dragoman.reports.daylines import find_day

# A post shown inside a report is of the same days: the report comments on it.
POST_DAYS = 7
# Plans as they are told before their day: "would" and "was to" are told of old plans, too.
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:\w+ )?(?:to|scheduled|set|due|expected|planned)|plans? to)\b|[’']ll\b"
)


def bounds(item: Item) -> Iterator[Bound]:
    """The bounds that a report's own text gives, without any other."""
    behind = past(item)
    for one in item.reading.dates:
        if _is_whole(one) and one.begin is not None and one.span in behind:
            says = (
                f"tells of {day_in_words(one.begin)} as past" if one.begin == one.end else "tells of that time as past"
            )
            yield Bound(one.begin, None, _ground(item, says, one.span), firm=True)
    yield from _ahead(item)
    yield from _posts(item)


def _is_whole(one: TimeExpression) -> bool:
    """Whether it is a date of the calendar by itself: the report's own day was not needed to place it."""
    return one.offset is None and one.type in (TimexType.DATE, TimexType.TIME)


def past(item: Item) -> frozenset[Span]:
    """The expressions that date what happened or was said."""
    happened = (e.timing for e in item.reading.events if e.mode is EventMode.HAPPENED and not e.negated)
    said = (a.timing for a in item.reading.attributions if a.polarity is not Polarity.DECLINES)
    return frozenset(span for timing in (*happened, *said) if timing is not None for span in timing.spans)


def _ahead(item: Item) -> Iterator[Bound]:
    """What is planned for a day of the calendar is told by that day, but where an old plan is told again."""
    whole = {one.span: one for one in item.reading.dates if _is_whole(one) and one.tense != "past"}
    for event in item.reading.events:
        if event.mode is not EventMode.PLANNED or event.timing is None:
            continue
        for span in event.timing.spans:
            if span in whole and whole[span].end is not None and _is_to_come(item, span):
                yield Bound(None, whole[span].end, _ground(item, "tells of that day as still to come", span))


def _is_to_come(item: Item, span: Span) -> bool:
    around = (one for one in item.reading.sentences if one.start <= span.start < one.end)
    return any(_TO_COME.search(one.of(item.report.text)) for one in around)


def _posts(item: Item) -> Iterator[Bound]:
    text = item.report.text
    for passage in item.report.boilerplate:
        if passage.kind is not BoilerplateKind.EMBED:
            continue
        found = find_day(passage.span.of(text))
        if found is not None:
            day, start, stop = found
            span = Span(passage.span.start + start, passage.span.start + stop)
            yield Bound(day, None, _ground(item, f"shows a post of {day_in_words(day)}", span), firm=True)
            says = f"shows a post of {day_in_words(day)}, and posts are shown within {POST_DAYS} days"
            yield Bound(day, day + datetime.timedelta(days=POST_DAYS), _ground(item, says, span))


def _ground(item: Item, says: str, span: Span) -> Ground:
    return Ground(says=says, quote=span.of(item.report.text), span=span)
