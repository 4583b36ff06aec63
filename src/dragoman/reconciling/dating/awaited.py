"""Bounds from answers: what one report still awaits and an undated one tells as given was given in between."""

import datetime
from collections.abc import Iterator, Mapping

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.pins import name_of
from dragoman.reconciling.pile import Item
from dragoman.records.reading import EventMode, Offset, ReadEvent, TimeExpression
from dragoman.records.span import Span
from dragoman.records.time import Ground, Interval

_ANSWERS = frozenset(("accept", "reject"))
_OPEN = frozenset((EventMode.REQUESTED, EventMode.CONDITIONAL, EventMode.POSSIBLE, EventMode.PLANNED))
# The least that a bare plural tells: "weeks earlier" is two weeks at least.
_LEAST = {"day": 2, "week": 14, "month": 60, "year": 730}
# Days between two reports of one round of talks: further apart, the answer may be another one's.
_ROUND = 62


def bounds(item: Item, items: Mapping[str, Item], days: Mapping[str, Interval]) -> Iterator[Bound]:
    """What the answers that other reports await say of when `item`, which tells of one as given, was published."""
    when = days[item.id]
    expressions = {one.span: one for one in item.reading.dates}
    for event in _answers(item):
        ago = _ago(event, item, expressions)
        if ago is None or when.begin is None or when.end is None:
            continue
        least, words = ago
        for name in sorted(items):
            other, awaits = items[name], days[name].begin
            if awaits is None or name == item.id or abs((when.begin - awaits).days) > _ROUND:
                continue
            if not _awaits(other, item, event):
                continue
            says = f"tells as “{words}” of an answer that {other.name} of {awaits.isoformat()} still awaits"
            ground = Ground(says=says, quote=event.span.of(item.report.text), span=event.span)
            yield Bound(awaits + datetime.timedelta(days=least), None, ground)


def _answers(item: Item) -> Iterator[ReadEvent]:
    for event in item.reading.events:
        if event.type in _ANSWERS and event.mode is EventMode.HAPPENED and not event.negated:
            yield event


def _ago(event: ReadEvent, item: Item, expressions: Mapping[Span, TimeExpression]) -> tuple[int, str] | None:
    """How many days ago the answer was given at least, and the words that tell it: the event's, or its statement's."""
    said = next((a.timing for a in item.reading.attributions if a.id == event.attribution), None)
    for timing in (event.timing, said):
        for span in timing.spans if timing is not None else ():
            offset = expressions[span].offset
            least = None if offset is None else _least(offset, span.of(item.report.text))
            if least is not None:
                return least, span.of(item.report.text)
    return None


def _least(offset: Offset, words: str) -> int | None:
    lowered = words.lower()
    back = f"{offset.unit}s" in lowered and any(word in lowered for word in ("ago", "earlier", "before"))
    if not back or offset.unit not in _LEAST:
        return None
    return _LEAST[offset.unit] if offset.n is None else None


def _awaits(other: Item, item: Item, event: ReadEvent) -> bool:
    """Whether a report tells this doer's answer as open, and none as given."""
    doers = {name_of(actor) for actor in item.reading.actors if actor.id in event.agent}
    actors = {actor.id: actor for actor in other.reading.actors}
    answers = [
        one
        for one in other.reading.events
        if one.type in _ANSWERS and any(name_of(actors[agent]) in doers for agent in one.agent)
    ]
    given = any(one.type == event.type and one.mode is EventMode.HAPPENED and not one.negated for one in answers)
    return not given and any(one.mode in _OPEN for one in answers)
