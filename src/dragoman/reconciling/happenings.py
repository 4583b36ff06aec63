"""Events of many reports joined into happenings: the same act of the same actors at a time that fits."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.voices import Voice
from dragoman.records.reading import EventMode, Plover, ReadEvent, Sourcing
from dragoman.records.span import Span
from dragoman.records.time import Interval, Precision

# Days that two tellings of one event may lie apart when at least one was told by the narrative alone.
_FAR = 10_000


class Telling(NamedTuple):
    """One report's telling of an event."""

    report: str
    event: ReadEvent
    agents: tuple[str, ...]  # record ids
    patients: tuple[str, ...]
    recipients: tuple[str, ...]
    voice: Voice  # the statement that it stands under

    @property
    def when(self) -> Interval:
        """When the report says it was."""
        return self.event.when


class Happening(NamedTuple):
    """Tellings of one act, whatever their mode."""

    key: tuple[str, ...]
    tellings: tuple[Telling, ...]

    @property
    def type(self) -> str:
        """The event type."""
        return self.tellings[0].event.type

    @property
    def plover(self) -> Plover:
        """The PLOVER code."""
        return self.tellings[0].event.plover

    def in_mode(self, mode: EventMode) -> tuple[Telling, ...]:
        """The tellings in one mode."""
        return tuple(t for t in self.tellings if t.event.mode is mode)


def find_happenings(pile: Pile, actors: Actors, voices: tuple[Voice, ...]) -> tuple[Happening, ...]:
    """Every event of the pile, joined by type, by whom its actors act for, and by time."""
    under = _Under(voices)
    by_key: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for item in pile:
        for event in item.reading.events:
            telling = _telling(item, event, actors, under)
            if telling is not None:
                by_key[_key(telling, actors)].append(telling)
    return tuple(
        Happening(key, tuple(sorted(cluster, key=_order)))
        for key in sorted(by_key)
        for cluster in _by_time(by_key[key])
    )


def _telling(item: Item, event: ReadEvent, actors: Actors, under: "_Under") -> Telling | None:
    voice = under.statement(item.id, event)
    if voice is None:
        return None

    def ids(locals_: tuple[str, ...]) -> tuple[str, ...]:
        found = (actors.of_local(item.id, local) for local in locals_)
        return tuple(dict.fromkeys(actor for actor in found if actor))

    return Telling(item.id, event, ids(event.agent), ids(event.patient), ids(event.recipient), voice)


def _key(telling: Telling, actors: Actors) -> tuple[str, ...]:
    """What two tellings of one act share. An act whose doer nobody names is joined with none."""
    agents = sorted({actors.principal(a) for a in telling.agents})
    others = sorted({actors.principal(a) for a in (*telling.patients, *telling.recipients)})
    if not any(actors.is_named(a) for a in (*agents, *others)) or (not agents and not others):
        return (telling.event.type, telling.event.id)
    return (telling.event.type, "|".join(agents), "|".join(others))


def _by_time(tellings: list[Telling]) -> Iterator[list[Telling]]:
    """Tellings whose times meet, one cluster after the other; undated ones go to the only cluster there is."""
    dated = sorted((t for t in tellings if _is_dated(t.when)), key=lambda t: (_bounds(t.when), t.event.id))
    undated = [t for t in tellings if not _is_dated(t.when)]
    clusters: list[list[Telling]] = []
    end = -_FAR
    for telling in dated:
        begin, last = _bounds(telling.when)
        if clusters and begin <= end:
            clusters[-1].append(telling)
            end = min(end, last)
        else:
            clusters.append([telling])
            end = last
    if len(clusters) == 1:
        clusters[0].extend(undated)
    elif undated:
        clusters.append(undated)
    yield from clusters


def _is_dated(when: Interval) -> bool:
    return when.begin is not None and when.end is not None and when.precision is not Precision.NARRATIVE


def _bounds(when: Interval) -> tuple[int, int]:
    assert when.begin is not None and when.end is not None
    return when.begin.toordinal(), when.end.toordinal()


def _order(telling: Telling) -> tuple[str, Span]:
    return telling.report, telling.event.trigger


class _Under:
    """Which statement an event stands under: its attribution, or the outlet's sentence that tells it."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._by_id = {voice.id: voice for voice in voices}
        self._own: dict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            if voice.sourcing is Sourcing.OUTLET and voice.attribution is None:
                self._own[voice.report].append(voice)

    def statement(self, report: str, event: ReadEvent) -> Voice | None:
        if event.attribution is not None:
            return self._by_id.get(event.attribution)
        return next((v for v in self._own[report] if v.content.touches(event.trigger)), None)
