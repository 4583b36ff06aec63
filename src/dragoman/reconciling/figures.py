"""Figures in series: the rows."""

from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item
from dragoman.reconciling.series import Count, printed_on
from dragoman.reconciling.voices import Voice
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import Sourcing
from dragoman.records.rows.happenings import FigurePoint, FigureRow
from dragoman.records.time import Interval


class Series(NamedTuple):
    """Tellings of one quantity, and their row."""

    counts: tuple[Count, ...]
    row: FigureRow


def series_of(members: list[Count], actors: Actors) -> Series:
    """A series of tellings of one quantity, with its row."""
    counts = sorted(members, key=lambda c: (_day(c), c.figure.low or 0, c.item.id, c.figure.span))
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
    return Series(tuple(counts), row)


def _label(counts: list[Count]) -> str:
    names = [c.figure.of for c in counts if c.figure.of]
    return min(names, key=lambda n: (-names.count(n), len(n), n)) if names else (counts[0].figure.unit or "count")


def _day(count: Count) -> str:
    as_of = _as_of(count)
    return as_of.begin.isoformat() if as_of and as_of.begin else "9999"


def _as_of(count: Count) -> Interval | None:
    """The days that a number is of; a toll is of the day on which it was printed, where no other is told."""
    if count.as_of is not None or not count.toll:
        return count.as_of
    printed = printed_on(count)
    return printed if printed.known else None


def _point(count: Count, actors: Actors) -> FigurePoint:
    voice = count.voice
    return FigurePoint(
        low=count.figure.low,
        high=count.figure.high,
        hedge=count.figure.hedge,
        as_of=_as_of(count),
        who=who_says(voice, count.item, actors),
        sourcing=voice.sourcing if voice else Sourcing.OUTLET,
        evidence=(count.item.evidence(count.figure.span),),
    )


def who_says(voice: Voice | None, item: Item, actors: Actors) -> str | None:
    """Who stands behind something, in a few words: the source's name or wording, or the outlet's name."""
    if voice is None or voice.attribution is None:
        return item.report.outlet
    on_the_record = voice.sourcing in (Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT)
    if on_the_record and voice.actor and actors.is_named(voice.actor):
        return actors.joined[voice.actor].name
    return voice.attribution.wording
