"""Happenings: what several reports tell of one act, as far as they name the same and tell times that fit."""

from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Reader, Stage
from dragoman.reconciling.happenings import (
    Happening,
    Telling,
    asks_for_fuller,
    happenings_of,
    key_of,
    parts_of,
    read_key,
    telling_of,
    written,
)
from dragoman.reconciling.stages.views import ActorsAt, PileAt, origins_at, told_item
from dragoman.reconciling.stages.voices import Voices
from dragoman.reconciling.under import Under

Told = dict[str, tuple[str, ...]]  # by a statement's id: the acts that it tells


def _tellings(report: str, at: Reader) -> Derived:
    """What a report tells of acts, by what kind of act it is and by whom its actors act for."""
    said: Voices = at.value("standing", report) or ()
    if not said:
        return NOTHING
    item, actors, under = told_item(at, report), ActorsAt(at), Under(said)
    by_key: dict[str, list[Telling]] = {}
    told: dict[str, set[str]] = {}
    for event in item.reading.events:
        telling = telling_of(item, event, actors, under)
        if telling is not None:
            key = key_of(telling, actors, item.report.text)
            by_key.setdefault(written(key), []).append(telling)
            told.setdefault(telling.voice.id, set()).add(key.act)
    return Derived(
        {voice: tuple(sorted(acts)) for voice, acts in sorted(told.items())},
        tuple(Entry("act", key, tuple(found)) for key, found in sorted(by_key.items())),
    )


def _parts(key: str, _: Reader) -> Derived:
    """The keys that name less: where they are told, this fuller one may be meant."""
    parts = sorted({written(part) for part in parts_of(read_key(key))})
    return Derived(entries=tuple(Entry("fuller", part) for part in parts))


def _sole(part: str, at: Reader) -> Derived:
    """The one fuller key; None where there are several."""
    found = at.two("fuller", part)
    return Derived(found[0] if len(found) == 1 else None)


def _home(key: str, at: Reader) -> Derived:
    """Where what a key tells belongs: with the one fuller telling that it fits, if there is one.

    Where several fit, which of them is meant can't be told, and they stay apart.
    """
    asked = asks_for_fuller(read_key(key))
    fuller = at.value("sole", written(asked)) if asked is not None else None
    return Derived(entries=(Entry("home", fuller or key),))


def _happenings(home: str, at: Reader) -> Derived:
    """What is told by the keys of one home, parted by time; each by its smallest event."""
    tellings: list[Telling] = [
        telling for key, _ in at.members("home", home) for _, found in at.members("act", key) for telling in found
    ]
    found = happenings_of(read_key(home), tellings, PileAt(at), origins_at(at))
    by_event = {min(t.event.id for t in happening.tellings): happening for happening in found}
    told_in = sorted((t.voice.id, event) for event, happening in by_event.items() for t in happening.tellings)
    told: dict[str, list[str]] = {}
    for voice, event in dict.fromkeys(told_in):
        told.setdefault(voice, []).append(event)
    return Derived(
        entries=(
            *(Entry("drawn", event, by_event[event]) for event in sorted(by_event)),
            *(Entry("told_in", voice, tuple(events)) for voice, events in sorted(told.items())),
        )
    )


STAGES = (
    Stage("tellings", _tellings, type=Told, payloads={"act": tuple[Telling, ...]}),
    Stage("parts", _parts, over="act", payloads={"fuller": None}),
    Stage("sole", _sole, over="fuller", type=str),
    Stage("home", _home, over="act", payloads={"home": None}),
    Stage("drawn_together", _happenings, over="home", payloads={"drawn": Happening, "told_in": tuple[str, ...]}),
)
