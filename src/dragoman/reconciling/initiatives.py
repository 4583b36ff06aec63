"""On whose initiative acts were done: by each account its doer's own, or at somebody's asking."""

import datetime
import functools
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item
from dragoman.reconciling.under import Under
from dragoman.reconciling.voices import Voice
from dragoman.records.reading import EventMode, ReadEvent
from dragoman.records.span import Span
from dragoman.records.time import Interval, Precision
from dragoman.records.vocabularies import from_yaml

# Characters between a decision told as somebody's own and the act that was decided, at the most.
_NEAR = 1500
# ... and between an act without a day and the last one before it that has one, of the same story.
_STORY = 700
# An act told without a day is news: it was not long before.
_IN_THE_NEWS = datetime.timedelta(days=45)
# Acts that somebody is said to have wanted, tried or done: any of them can have been asked for.
_SOME_DAY = frozenset(
    (EventMode.HAPPENED, EventMode.PLANNED, EventMode.REQUESTED, EventMode.CONDITIONAL, EventMode.POSSIBLE)
)


class Account(NamedTuple):
    """One account of how an act came to be done."""

    report: str
    span: Span
    voice: Voice
    own: bool  # told as the doer's own decision, or as not asked for; else as asked for
    whose: str | None  # the doer's principal (a record id), where it is told
    by: frozenset[str]  # principals of those who asked; none where it is the doer's own
    decision: str  # the group of acts that are one decision, as `initiatives.yaml` has them
    others: frozenset[str]  # principals of those to whom it was done
    when: Interval  # when it was decided or asked for: days that it can have been


class Decisions(NamedTuple):
    """`initiatives.yaml`."""

    of_act: dict[str, str]  # event types to the decision that they are part of
    asking: frozenset[str]
    named: frozenset[str]  # of these, whose own words may tell only that it was asked for: "at their request"


@functools.cache
def decisions() -> Decisions:
    """Which acts are one decision, and which ask for one."""
    data = from_yaml(resources.files(__package__).joinpath("initiatives.yaml").read_text("utf-8"))
    of_act = {act: name for name, acts in data["decisions"].items() for act in acts}
    return Decisions(of_act, frozenset(data["asking"]), frozenset(data["named"]))


def accounts(item: Item, actors: Actors, voices: tuple[Voice, ...]) -> Iterator[Account]:
    """Every account in a report of how an act came to be done, by place; `voices` are its statements that stand."""
    told = _Told(item, actors, Under(voices))
    yield from told.own()
    yield from told.asked()


class _Told:
    """One report's accounts."""

    def __init__(self, item: Item, actors: Actors, under: Under) -> None:
        self._item = item
        self._actors = actors
        self._under = under
        self._moves = [e for e in item.reading.events if e.type in decisions().of_act and e.mode in _SOME_DAY]
        self._by_id = {event.id: event for event in item.reading.events}
        self._dated = [e for e in item.reading.events if e.when.begin and e.when.precision is not Precision.NARRATIVE]

    def own(self) -> Iterator[Account]:
        """What is told as somebody's own decision."""
        for one in self._item.reading.initiatives:
            voice = self._under.at(self._item.id, one.attribution, one.trigger)
            whose = next(iter(self._principals(one.whose)), None)
            event = self._by_id.get(one.event or "")
            move = event if event is not None and event.type in decisions().of_act else self._before(one.span, whose)
            if voice is None or move is None:
                continue
            whose = whose or next(iter(self._principals(move.agent)), None)
            if whose is None:
                continue
            yield self._account(one.span, voice, move, own=True, whose=whose, by=frozenset(), when=self._when(move))

    def asked(self) -> Iterator[Account]:
        """What is told as asked for by somebody, or denied to have been."""
        for event in self._item.reading.events:
            if event.type not in decisions().asking or event.mode not in (EventMode.HAPPENED, EventMode.DENIED):
                continue
            by = frozenset(self._principals(event.agent))
            voice = self._under.at(self._item.id, event.attribution, event.trigger)
            if not by or voice is None:
                continue
            inside = [self._by_id[one] for one in event.content]
            moves = [one for one in inside if one.type in decisions().of_act and one.mode in _SOME_DAY]
            if not moves and not inside and event.type in decisions().named and not event.done_to:
                before = self._before(event.span, None)
                moves = [before] if before is not None else []
            for move in moves[:1]:
                doers = (*move.agent, *event.done_to, *event.recipient)
                whose = next((p for p in self._principals(doers) if p not in by), None)
                own = event.mode is EventMode.DENIED
                yield self._account(event.span, voice, move, own=own, whose=whose, by=by, when=self._when(event))

    def _account(
        self,
        span: Span,
        voice: Voice,
        move: ReadEvent,
        *,
        own: bool,
        whose: str | None,
        by: frozenset[str],
        when: Interval,
    ) -> Account:
        others = frozenset(self._principals((*move.done_to, *move.recipient))) - by - {whose}
        name = decisions().of_act[move.type]
        return Account(self._item.id, span, voice, own, whose, by, name, others, when)

    def _principals(self, locals_: tuple[str, ...]) -> list[str]:
        """Whom named actors act for, each once."""
        ids = (self._actors.of_local(self._item.id, local) for local in locals_)
        known = (self._actors.principal(actor) for actor in ids if actor)
        return list(dict.fromkeys(p for p in known if self._actors.is_named(p)))

    def _before(self, span: Span, whose: str | None) -> ReadEvent | None:
        """The act that "the decision" or "the order" means: the nearest before it, or around it, by the same doer."""
        near = [
            move
            for move in self._moves
            if move.trigger.start < span.end
            and span.start - move.trigger.end < _NEAR
            and self._could_be_of(move, whose)
        ]
        return max(near, key=lambda move: move.trigger.start, default=None)

    def _could_be_of(self, move: ReadEvent, whose: str | None) -> bool:
        doers = self._principals(move.agent)
        return whose is None or whose in doers or (not doers and move.mode is not EventMode.REQUESTED)

    def _when(self, event: ReadEvent) -> Interval:
        """When an act was, as told; else the days between what was told before it with a day, and its telling."""
        if event.when.known and event.when.precision is not Precision.NARRATIVE:
            return event.when
        published = self._item.published
        before = [e for e in self._dated if e.trigger.start < event.trigger.start < e.trigger.end + _STORY]
        story = max(before, key=lambda e: e.trigger, default=None)
        begin = published.begin - _IN_THE_NEWS if published.begin is not None else None
        if story is not None and story.when.begin is not None:
            begin = story.when.begin if begin is None else min(begin, story.when.begin)
        return Interval(begin=begin, end=published.end, precision=Precision.NARRATIVE)
