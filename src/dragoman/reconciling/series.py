"""Series: which tellings of numbers are of one quantity."""

import functools
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.unionfind import Groups
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import ReadEvent, ReadFigure
from dragoman.records.time import Interval, Precision
from dragoman.records.vocabularies import from_yaml

# Two tellings this many times apart are not the same quantity told differently.
_SAME_QUANTITY = 1.6
# And this many times apart they are of another size altogether, whatever the time.
_OTHER_SIZE = 5
# A count over more days than this is a running total, not the count of one event.
_ONE_EVENT = 45


class Count(NamedTuple):
    """One telling of a figure in one report."""

    item: Item
    figure: ReadFigure
    event: ReadEvent | None
    voice: Voice | None
    whom: str | None  # the record's id of whom the counted belong to
    as_of: Interval | None
    nouns: frozenset[str]  # who is counted, in words that tell something

    @property
    def act(self) -> str | None:
        """What was done to the counted."""
        return self.event.type if self.event is not None and self.event.type in vocabulary().counting else None

    @property
    def running(self) -> bool | None:
        """Whether it is a total over time rather than the count of one event; None where that can't be told."""
        when = self.as_of
        if when is None or when.begin is None:
            return None
        return when.end is None or (when.end - when.begin).days > _ONE_EVENT


class Vocabulary(NamedTuple):
    """`figures.yaml`."""

    generic: frozenset[str]
    done: frozenset[str]
    repeated: frozenset[str]
    counting: frozenset[str]
    lengths: frozenset[str]
    alike: dict[str, str]


@functools.cache
def vocabulary() -> Vocabulary:
    """How figures are told to be of one series."""
    data = from_yaml(resources.files(__package__).joinpath("figures.yaml").read_text("utf-8"))
    alike = {noun: group[0] for group in data["alike"] for noun in group}
    names = ("generic", "done", "repeated", "counting", "lengths")
    return Vocabulary(**{name: frozenset(data[name]) for name in names}, alike=alike)


def find_counts(pile: Pile, actors: Actors, voices: tuple[Voice, ...]) -> Iterator[Count]:
    """Every figure of the pile, with what it is about."""
    by_id = {voice.id: voice for voice in voices}
    for item in pile:
        events = {event.id: event for event in item.reading.events}
        for figure in item.reading.figures:
            event = events.get(figure.event) if figure.event else None
            yield Count(
                item=item,
                figure=figure,
                event=event,
                voice=by_id.get(figure.attribution) if figure.attribution else None,
                whom=_whom(item, event, actors),
                as_of=_told(figure.as_of) or _told(event.when if event else None),
                nouns=_nouns(figure),
            )


def group(counts: list[Count]) -> Iterator[list[Count]]:
    """Counts in series: of one unit and one act, running totals apart from counts of one event.

    Counts that name who is counted are joined by the nouns that they share. One that does not ("64 people"), or of
    which it can't be told whether it is a total, goes to the only series with a number like it; where there are
    several, or none, such counts stay with each other. A count of no act goes to the only series that has its very
    number, if that is not a round one.
    """
    by_kind: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for count in counts:
        by_kind[_kind(count)].append(count)
    series: list[list[Count]] = []
    actless: list[list[Count]] = []
    for kind in sorted(by_kind):
        (series if kind[1] else actless).extend(_by_nouns(by_kind[kind]))
    for members in actless:
        homes = [s for s in series if len(members) == 1 and any(_same_number(members[0], c) for c in s)]
        if len(homes) == 1:
            homes[0].extend(members)
        else:
            yield members
    yield from series


def same_quantity(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two numbers are near enough to be tellings of one quantity."""
    a, b = _size(one), _size(other)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= _SAME_QUANTITY


def _kind(count: Count) -> tuple[str, str, str]:
    figure = count.figure
    unit = figure.unit or ""
    if unit in vocabulary().lengths:
        return (unit, "", f"{figure.low}-{figure.high} {' '.join(sorted(count.nouns)) or figure.id}")
    if count.act is not None:
        return (unit, count.act, "")
    return (unit, "", " ".join(sorted(tokens(figure.of or ""))) or figure.id)


def _by_nouns(counts: list[Count]) -> Iterator[list[Count]]:
    told = [c for c in counts if c.nouns and (c.running is not None or c.act is None)]
    series = list(_joined(told))
    # Next those that name who is counted but no time, last those that name nobody: what tells more comes first.
    known = {c.figure.id for c in told}
    rest = [c for c in counts if c.figure.id not in known]
    kinds = ((True, True), (True, False), (False, True), (False, False))
    for some in ([c for c in rest if (bool(c.nouns), c.running is not None) == kind] for kind in kinds):
        homes = [(count, [s for s in series if _could_be_of(count, s)]) for count in some]
        for count, fits in homes:
            if len(fits) == 1:
                fits[0].append(count)
        series.extend(_joined([count for count, fits in homes if len(fits) != 1]))
    yield from series


def _joined(counts: list[Count]) -> Iterator[list[Count]]:
    """Counts joined by shared nouns and one kind of time; those that name nobody by the kind of time alone."""
    groups = Groups(c.figure.id for c in counts)
    first: dict[tuple[str, bool | None], str] = {}
    for count in counts:
        for noun in sorted(count.nouns) or [""]:
            groups.join(first.setdefault((noun, count.running), count.figure.id), count.figure.id)
    by_id = {c.figure.id: c for c in counts}
    for members in groups.all():
        yield from _of_like_size([by_id[i] for i in members])


def _of_like_size(counts: list[Count]) -> Iterator[list[Count]]:
    """Counts of no known time, parted where the next greater one is of another size altogether."""
    part: list[Count] = []
    for count in sorted(counts, key=lambda c: (_size(c.figure), c.figure.id)):
        if part and count.running is None and _size(count.figure) > _OTHER_SIZE * _size(part[-1].figure):
            yield part
            part = []
        part.append(count)
    if part:
        yield part


def _could_be_of(count: Count, series: list[Count]) -> bool:
    """Whether a count may be of a series: a number like its numbers, no other kind of time, nobody else counted."""
    kinds = {c.running for c in series}
    nouns = frozenset().union(*(c.nouns for c in series))
    time = count.running is None or None in kinds or count.running in kinds
    who = not count.nouns or not nouns or bool(count.nouns & nouns)
    return time and who and any(_alike(count, c) for c in series)


def _same_number(one: Count, other: Count) -> bool:
    a, b = one.figure, other.figure
    exact = a.low is not None and a.low == a.high == b.low == b.high
    return exact and a.unit == b.unit and a.low is not None and a.low > 12 and a.low % 10 != 0


def _alike(one: Count, other: Count) -> bool:
    times = one.as_of is None or other.as_of is None or one.as_of.meets(other.as_of)
    return times and same_quantity(one.figure, other.figure)


def _nouns(figure: ReadFigure) -> frozenset[str]:
    known = vocabulary()
    plain = (token for token in tokens(figure.of or "") if token not in known.generic | known.done)
    return frozenset(known.alike.get(noun, noun) for noun in (token.removesuffix("s") for token in plain))


def _whom(item: Item, event: ReadEvent | None, actors: Actors) -> str | None:
    if event is None:
        return None
    found = (actors.of_local(item.id, local) for local in event.patient)
    principals = (actors.principal(actor) for actor in found if actor)
    return next((actor for actor in principals if actors.is_named(actor)), None)


def _told(when: Interval | None) -> Interval | None:
    """A time that was told of the count itself, not taken over from the story around it."""
    return when if when is not None and when.known and when.precision is not Precision.NARRATIVE else None


def _size(figure: ReadFigure) -> float:
    bounds = [float(n) for n in (figure.low, figure.high) if n is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0
