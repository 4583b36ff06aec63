"""Bounds from what an undated report and another one both tell of: whose day the other one knows."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.wording import days_in_words
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words import name_key
from dragoman.records.reading import ActorKind, EventMode, MentionedActor, Offset, ReadEvent, TimeExpression
from dragoman.records.time import Ground, Interval

# A time of the other report that is wider pins nothing down.
_WIDEST = 31
# What "about two weeks ago" may be off by, in days of each unit.
_SLACK = {"day": 2, "week": 4, "month": 16, "year": 190}
# Acts that one person does to another in words: told as pressing by one, as a message by the other.
_VERBAL = frozenset(("press", "request", "consult", "meet", "demand", "threaten", "propose", "promise"))
# Acts of a negotiation that are seldom done twice by the same to the same.
_RARE = frozenset(
    (
        "suspend_mediation",
        "resume_mediation",
        "ask_to_leave",
        "expel",
        "review_role",
        "declare_ceasefire",
        "agree",
        "accept",
        "appoint",
        "resign",
        "withdraw",
        "host",
    )
)
_VERBAL_ACT = "in words"

Key = tuple[str, str, str]


class Pin(NamedTuple):
    """An act in one report, by what it is, who did it and to whom."""

    report: str
    event: ReadEvent


def keyed(item: Item) -> Iterator[tuple[Key, Pin]]:
    """The acts told as having happened that can be known again, with the keys that they are known by."""
    actors = {actor.id: actor for actor in item.reading.actors}
    for event in item.reading.events:
        if event.mode is not EventMode.HAPPENED or event.timing is None or event.negated:
            continue
        doers = [actors[one] for one in event.agent if actors[one].named]
        others = [actors[one] for one in (*event.done_to, *event.recipient) if actors[one].named]
        for doer in doers:
            for other in others:
                people = doer.kind is ActorKind.PERSON and other.kind is ActorKind.PERSON
                if people and event.type in _VERBAL:
                    yield (_VERBAL_ACT, name_of(doer), name_of(other)), Pin(item.id, event)
                elif event.type in _RARE:
                    yield (event.type, name_of(doer), name_of(other)), Pin(item.id, event)


def index(pile: Pile) -> Mapping[Key, tuple[Pin, ...]]:
    """All acts of the pile by key."""
    found: dict[Key, list[Pin]] = defaultdict(list)
    for item in pile:
        for key, pin in keyed(item):
            found[key].append(pin)
    return {key: tuple(found[key]) for key in sorted(found)}


def bounds(item: Item, by_key: Mapping[Key, tuple[Pin, ...]], items: Mapping[str, Item]) -> Iterator[Bound]:
    """What the days that others know of its acts say of when `item` was published."""
    expressions = {one.span: one for one in item.reading.dates}
    for key, pin in keyed(item):
        timing = pin.event.timing
        if timing is None or len(timing.spans) != 1:
            continue
        expression = expressions[timing.spans[0]]
        for other in by_key.get(key, ()):
            if other.report == item.id:
                continue
            told = _told(items[other.report], other)
            inverse = None if told is None else published_given(expression, told)
            if inverse is not None and told is not None:
                quote = pin.event.span.of(item.report.text)
                words = expression.span.of(item.report.text)
                says = f"tells as “{words}” what {items[other.report].name} tells {days_in_words(told, 'of')}"
                yield Bound(*inverse, Ground(says=says, quote=quote, span=pin.event.span))


def published_given(expression: TimeExpression, told: Interval) -> tuple[datetime.date, datetime.date] | None:
    """The days on which `expression` can be written of what was in `told`: where it is told from the report's day."""
    offset = expression.offset
    if offset is None or offset.anchor != "published" or told.begin is None or told.end is None or offset.n is None:
        return None
    if offset.unit == "weekday":
        week = datetime.timedelta(days=6)
        return (told.begin - week, told.end) if offset.n > 0 else (told.begin, told.end + week)
    if offset.unit not in _SLACK:
        return None
    return _whole_units(offset, told) if offset.n == -1 and offset.unit in ("month", "year") else _counted(offset, told)


def _whole_units(offset: Offset, told: Interval) -> tuple[datetime.date, datetime.date] | None:
    """The month or year after it: "last month", "last year"."""
    if told.begin is None or told.end is None:
        return None
    months = 12 if offset.unit == "year" else 1
    begin = told.begin.replace(day=1, month=1) if months != 1 else told.begin.replace(day=1)
    end = told.end.replace(day=1, month=1) if months != 1 else told.end.replace(day=1)
    last = _plus_months(end, 2 * months) - datetime.timedelta(days=1)
    return _plus_months(begin, months), last


def _counted(offset: Offset, told: Interval) -> tuple[datetime.date, datetime.date] | None:
    if told.begin is None or told.end is None or offset.n is None:
        return None
    length = {"day": 1, "week": 7, "month": 30, "year": 365}[offset.unit]
    away, slack = round(-offset.n * length), 0 if offset.unit == "day" and abs(offset.n) <= 1 else _SLACK[offset.unit]
    return (
        told.begin + datetime.timedelta(days=away - slack),
        told.end + datetime.timedelta(days=away + slack),
    )


def _plus_months(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


def _told(item: Item, pin: Pin) -> Interval | None:
    """The days of an act as another report tells them, where they are few."""
    expressions = {one.span: one for one in item.reading.dates}
    timing, when = pin.event.timing, pin.event.when
    if timing is None or when.begin is None or when.end is None or (when.end - when.begin).days >= _WIDEST:
        return None
    return when if all(expressions[span].value[:1].isdecimal() for span in timing.spans) else None


def name_of(actor: MentionedActor) -> str:
    """A gazetteer's key, else a person's last name: what two reports both call them."""
    if actor.key is not None:
        return actor.key
    words = name_key(actor.name).split()
    return words[-1] if actor.kind is ActorKind.PERSON and words else " ".join(words)
