"""Figures in series: what is counted, by day and by source."""

from collections import defaultdict
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import ReadEvent, ReadFigure, Sourcing
from dragoman.records.rows.happenings import FigurePoint, FigureRow
from dragoman.records.time import Interval

# Two tellings this many times apart are not the same quantity told differently.
_SAME_QUANTITY = 1.6


class Count(NamedTuple):
    """One telling of a figure in one report."""

    item: Item
    figure: ReadFigure
    event: ReadEvent | None
    voice: Voice | None
    whom: str | None  # the record's id of whom the counted belong to or what was done to
    as_of: Interval | None


class Series(NamedTuple):
    """Tellings of one quantity."""

    key: tuple[str, ...]
    counts: tuple[Count, ...]
    row: FigureRow


def find_series(pile: Pile, actors: Actors, voices: tuple[Voice, ...]) -> tuple[Series, ...]:
    """Every figure of the pile in its series, by id."""
    by_id = {voice.id: voice for voice in voices}
    by_key: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for item in pile:
        events = {event.id: event for event in item.reading.events}
        for figure in item.reading.figures:
            event = events.get(figure.event) if figure.event else None
            voice = by_id.get(figure.attribution) if figure.attribution else None
            whom = _whom(item, event, actors)
            as_of = figure.as_of or (event.when if event and event.when.known else None)
            count = Count(item, figure, event, voice, whom, as_of)
            by_key[_key(count)].append(count)
    found = [_series(key, counts, actors) for key in sorted(by_key) for counts in [by_key[key]]]
    return tuple(sorted(found, key=lambda series: series.row.id))


def _whom(item: Item, event: ReadEvent | None, actors: Actors) -> str | None:
    if event is None:
        return None
    found = (actors.of_local(item.id, local) for local in event.patient)
    principals = (actors.principal(actor) for actor in found if actor)
    return next((actor for actor in principals if actors.is_named(actor)), None)


def _key(count: Count) -> tuple[str, ...]:
    """What the tellings of one series share: the unit and the act, or the noun that is counted."""
    figure = count.figure
    unit = figure.unit or ""
    if count.event is not None:
        return (unit, "act", count.event.type)
    nouns = sorted(set(tokens(figure.of or "")))
    if not nouns:
        return (unit, "alone", figure.id)
    return (unit, "of", " ".join(nouns))


def _series(key: tuple[str, ...], counts: list[Count], actors: Actors) -> Series:
    counts = sorted(counts, key=lambda c: (_day(c), c.figure.low or 0, c.item.id, c.figure.span))
    label = _label(counts)
    row = FigureRow(
        id=derived_id(Prefix.SERIES, [c.figure.id for c in counts]),
        series=label,
        of=label,
        unit=counts[0].figure.unit,
        place=min((c.figure.place for c in counts if c.figure.place), default=None),
        points=tuple(_point(c, actors) for c in counts),
        conflict=None,
    )
    return Series(key, tuple(counts), row)


def _label(counts: list[Count]) -> str:
    names = [c.figure.of for c in counts if c.figure.of]
    return min(names, key=lambda n: (-names.count(n), len(n), n)) if names else (counts[0].figure.unit or "count")


def _day(count: Count) -> str:
    return count.as_of.begin.isoformat() if count.as_of and count.as_of.begin else "9999"


def _point(count: Count, actors: Actors) -> FigurePoint:
    voice = count.voice
    return FigurePoint(
        low=count.figure.low,
        high=count.figure.high,
        hedge=count.figure.hedge,
        as_of=count.as_of,
        who=who_says(voice, count.item, actors),
        sourcing=voice.sourcing if voice else Sourcing.OUTLET,
        evidence=(count.item.evidence(count.figure.span),),
    )


def who_says(voice: Voice | None, item: Item, actors: Actors) -> str | None:
    """Who stands behind something, in a few words: the source's name or wording, or the outlet's name."""
    if voice is None or voice.attribution is None:
        return item.report.outlet
    if voice.actor and actors.is_named(voice.actor):
        return actors.joined[voice.actor].name
    return voice.attribution.wording


def same_quantity(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two numbers are near enough to be tellings of one quantity."""
    a, b = _size(one), _size(other)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= _SAME_QUANTITY


def _size(figure: ReadFigure) -> float:
    bounds = [float(n) for n in (figure.low, figure.high) if n is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0
