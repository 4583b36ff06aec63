"""Bounds from sentences alike: an undated report tells of a bare weekday what a dated one tells of that day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.calendar import contradicts
from dragoman.reconciling.dating.telling import rarities, stems_of
from dragoman.reconciling.dating.wording import day_in_words, weekday_of
from dragoman.reconciling.passages import COMMON
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.reading import TimeExpression
from dragoman.records.span import Span
from dragoman.records.time import Ground

# What two sentences must share to tell the same: the rarity of their words in the pile, summed, in that of a word which
# one report alone has; less where both tell of an act of one type. And how many words; and how much more than with any
# sentence on another day.
ENOUGH, WITH_ACT, WORDS, CLEARLY = 1.4, 1.1, 3, 1.7
# Days between the day of publication and a bare weekday that it tells of as past.
WEEK = 6
# Days around its own day of publication on which a dated report's bare day is taken at its word.
AROUND = 7

Words = frozenset[str]


class Told(NamedTuple):
    """A sentence that tells of one day, and its words that are no names."""

    report: str
    span: Span
    day: datetime.date
    words: Words
    acts: frozenset[str]  # the types of the events that it tells of


class Match(NamedTuple):
    """Two sentences and how much they share; the greater the likelier the same is told."""

    score: float
    told: Told
    span: Span
    common: Words


def bounds(pile: Pile, undated: Iterable[str]) -> Mapping[str, tuple[Bound, ...]]:
    """For each undated report the bound from its clearest match; none where another day is about as likely."""
    wanted = sorted(undated)
    words = {item.id: {span: stems_of(span.of(item.report.text)) for span in item.reading.sentences} for item in pile}
    known = frozenset(wanted)
    dated = [item for item in pile if item.id not in known]
    rarity = rarities(frozenset().union(*own.values()) for own in words.values())
    index: dict[str, list[Told]] = defaultdict(list)
    for item in dated:
        for told in _anchored(item, words[item.id]):
            for word in sorted(told.words):
                index[word].append(told)
    return {one: tuple(_bounds(pile[one], words[one], index, rarity, pile)) for one in wanted}


def _bounds(
    item: Item,
    words: Mapping[Span, Words],
    index: Mapping[str, list[Told]],
    rarity: Mapping[str, float],
    pile: Pile,
) -> Iterator[Bound]:
    matches = [
        match
        for span, weekdays in _weekdays(item).items()
        for match in _matches(span, words[span], weekdays, index, rarity)
        if match.score >= (WITH_ACT if match.told.acts & _acts(item, span) else ENOUGH)
    ]
    if not matches:
        return
    best = max(matches, key=lambda one: (one.score, -one.told.day.toordinal(), one.told.report, one.span))
    rival = max((one.score for one in matches if abs((one.told.day - best.told.day).days) > WEEK), default=0.0)
    if len(best.common) < WORDS or best.score < CLEARLY * rival:
        return
    other, day = pile[best.told.report], best.told.day
    says = (
        f"tells of a weekday what {other.name} tells of {day_in_words(day)} "
        f"({', '.join(sorted(best.common))}): a bare weekday is at most {WEEK} days back"
    )
    ground = Ground(says=says, quote=best.span.of(item.report.text), span=best.span)
    yield Bound(day, day + datetime.timedelta(days=WEEK), ground)


def _matches(
    span: Span,
    words: Words,
    weekdays: frozenset[int],
    index: Mapping[str, list[Told]],
    rarity: Mapping[str, float],
) -> Iterator[Match]:
    """The sentences on one of those weekdays that share rare words: found by their rarer words alone."""
    near: dict[tuple[str, Span, datetime.date], Told] = {}
    for word in sorted(words):
        postings = index.get(word, [])
        if len(postings) <= COMMON:
            near.update(((one.report, one.span, one.day), one) for one in postings if one.day.weekday() in weekdays)
    for key in sorted(near):
        told = near[key]
        common = frozenset(word for word in words & told.words if word in rarity)
        yield Match(sum(rarity[word] for word in sorted(common)), told, span, common)


def _anchored(item: Item, words: Mapping[Span, Words]) -> Iterator[Told]:
    """The sentences of a dated report that tell of a day near its own."""
    published = item.published
    if published.begin is None or published.begin != published.end or contradicts(item):
        return
    for one in item.reading.dates:
        if one.begin is None or one.begin != one.end or abs((one.begin - published.begin).days) > AROUND:
            continue
        for span in _around(item, one):
            yield Told(item.id, span, one.begin, words[span], _acts(item, span))


def _weekdays(item: Item) -> Mapping[Span, frozenset[int]]:
    """The sentences of an undated report that tell of bare weekdays, and which (0 for Monday)."""
    found: dict[Span, set[int]] = defaultdict(set)
    for one in item.reading.dates:
        if one.offset is not None and one.offset.unit == "weekday" and one.tense != "future" and one.begin is None:
            for span in _around(item, one):
                found[span].add(weekday_of(one))
    return {span: frozenset(days) for span, days in found.items()}


def _acts(item: Item, span: Span) -> frozenset[str]:
    return frozenset(event.type for event in item.reading.events if event.span.touches(span))


def _around(item: Item, one: TimeExpression) -> Iterator[Span]:
    yield from (span for span in item.reading.sentences if span.start <= one.span.start < span.end)
