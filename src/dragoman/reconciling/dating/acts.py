"""Bounds from acts on a weekday: several dated reports tell of such an act on one day, and none on another."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.calendar import contradicts
from dragoman.reconciling.dating.wording import day_in_words, weekday_of
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.reading import EventMode, ReadEvent, TimeExpression
from dragoman.records.time import Ground

# Reports that must agree on the day.
TELLERS = 2
# Days between the day of publication and a bare weekday that it tells of as past.
WEEK = 6
# Days around its own day of publication on which a dated report's day is taken at its word.
AROUND = 7

Days = Mapping[tuple[str, int], Mapping[datetime.date, set[str]]]


def bounds(pile: Pile, undated: Iterable[str]) -> Mapping[str, tuple[Bound, ...]]:
    """For each undated report the bounds from the acts that it tells of a bare weekday."""
    wanted = sorted(undated)
    without = frozenset(wanted)
    days: dict[tuple[str, int], dict[datetime.date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in pile:
        published = item.published
        if item.id in without or published.begin is None or published.begin != published.end or contradicts(item):
            continue
        for event, one in _timed(item):
            if one.begin is not None and one.begin == one.end and abs((one.begin - published.begin).days) <= AROUND:
                days[event.type, one.begin.weekday()][one.begin].add(item.id)
    return {one: tuple(_bounds(pile[one], days, pile)) for one in wanted}


def _bounds(item: Item, days: Days, pile: Pile) -> Iterator[Bound]:
    for event, one in _timed(item):
        if one.begin is not None or one.offset is None or one.offset.unit != "weekday" or one.tense == "future":
            continue
        on = days.get((event.type, weekday_of(one)), {})
        if len(on) != 1:
            continue
        ((day, tellers),) = on.items()
        if len(tellers) >= TELLERS:
            names = ", ".join(sorted(pile[teller].name for teller in tellers))
            act = event.type.replace("_", " ")
            says = (
                f"tells of that weekday an act ({act}) that others tell of {day_in_words(day)} alone "
                f"({names}): a bare weekday is at most {WEEK} days back"
            )
            ground = Ground(says=says, quote=event.span.of(item.report.text), span=event.span)
            yield Bound(day, day + datetime.timedelta(days=WEEK), ground)


def _timed(item: Item) -> Iterator[tuple[ReadEvent, TimeExpression]]:
    """The acts told as done, each with what tells its day."""
    expressions = {one.span: one for one in item.reading.dates}
    for event in item.reading.events:
        if event.mode is EventMode.HAPPENED and event.timing is not None and not event.negated:
            yield from ((event, expressions[span]) for span in event.timing.spans)
