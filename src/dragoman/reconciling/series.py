"""Series: which tellings of numbers are of one quantity."""

import functools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item
from dragoman.reconciling.unionfind import Groups
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import ReadEvent, ReadFigure, TimexType
from dragoman.records.span import Span, Spans
from dragoman.records.time import NO_DAY, Interval, Precision
from dragoman.records.vocabularies import from_yaml

# Two tellings this many times apart are not the same quantity told differently.
_SAME_QUANTITY = 1.6
# And this many times apart they are of another size altogether, whatever the time.
_OTHER_SIZE = 5
# A count over more days than this is a running total, not the count of one event.
_ONE_EVENT = 45
# Characters between two counts of one thing that a report sets beside each other, each on another source's word.
_BESIDE = 700
# Characters between a sentence and the one before it or after it.
_NEXT = 4
_SEVERAL = 2


class Count(NamedTuple):
    """One telling of a figure in one report."""

    item: Item
    figure: ReadFigure
    event: ReadEvent | None
    voice: Voice | None
    whom: str | None  # the record's id of whom the counted belong to
    speaker: str | None  # the principal of whoever tells it
    as_of: Interval | None
    nouns: frozenset[str]  # who is counted, in words that tell something
    toll: bool  # whether it is told as a running total, as of when it was printed: "the death toll stands at"
    over: str | None  # the time back over which it counts, as TIMEX3 has it: "in the past hour"

    @property
    def act(self) -> str | None:
        """What was done to the counted: the event that counts them, or the word for it among what is counted."""
        words = tokens(self.figure.of or "")
        if set(words) & vocabulary().joint and len(set(words) & vocabulary().done) > 1:
            return None  # "killed or wounded" is a count of its own
        if self.event is not None and not set(words) & vocabulary().hurt:
            return self.event.type if self.event.type in vocabulary().counting else None
        return next((vocabulary().acts[word] for word in words if word in vocabulary().acts), None)

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
    toll: frozenset[str]
    back: frozenset[str]
    joint: frozenset[str]
    hurt: frozenset[str]
    alike: dict[str, str]
    acts: dict[str, str]  # words among what is counted that say what was done, to the event type


@functools.cache
def vocabulary() -> Vocabulary:
    """How figures are told to be of one series."""
    data = from_yaml(resources.files(__package__).joinpath("figures.yaml").read_text("utf-8"))
    alike = {noun: group[0] for group in data["alike"] for noun in group}
    names = ("generic", "done", "repeated", "counting", "lengths", "toll", "back", "joint", "hurt")
    acts = {word: type_ for type_, words in data["acts"].items() for word in words}
    return Vocabulary(**{name: frozenset(data[name]) for name in names}, alike=alike, acts=acts)


def counts_of(item: Item, actors: Actors, voices: Mapping[str, Voice]) -> Iterator[Count]:
    """Every figure of a report, with what it is about; `voices` are its statements that stand, by id."""
    events = {event.id: event for event in item.reading.events}
    tolling = _tolling(item)
    for figure in item.reading.figures:
        event = events.get(figure.event) if figure.event else None
        count = Count(
            item=item,
            figure=figure,
            event=event,
            voice=voices.get(figure.attribution) if figure.attribution else None,
            whom=_whom(item, event, actors),
            speaker=_speaker(voices.get(figure.attribution) if figure.attribution else None, actors),
            as_of=_told(figure.as_of) or _told(event.when if event else None),
            nouns=_nouns(figure),
            toll=_is_toll(item, figure, tolling),
            over=_over(item, figure),
        )
        yield count if count.act in vocabulary().repeated else count._replace(toll=False)


def number_of(count: Count) -> str | None:
    """The very number by which a count of no act is known to be of a series; None for a round or small one."""
    figure = count.figure
    exact = figure.low is not None and figure.low == figure.high
    return f"{figure.unit}|{figure.low:g}" if exact and figure.low and figure.low > 12 and figure.low % 10 else None


def same_quantity(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two numbers are near enough to be tellings of one quantity."""
    a, b = _size(one), _size(other)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= _SAME_QUANTITY


def same_count(one: Count, other: Count) -> bool:
    """Whether two tellings have the very number, of one act, and times that can be one."""
    a, b = one.figure, other.figure
    return one.act == other.act and a.unit == b.unit and (a.low, a.high) == (b.low, b.high) and _alike(one, other)


def kind_of(count: Count) -> tuple[str, str, str]:
    """What counts of one series share: the unit, the act, and where no act tells it, what is counted."""
    figure = count.figure
    unit = figure.unit or ""
    if unit in vocabulary().lengths:
        return (unit, "", f"{figure.low}-{figure.high} {' '.join(sorted(count.nouns)) or figure.id}")
    if is_part(count):  # a part is no telling of its whole
        return (unit, count.act or "", f"{' '.join(sorted(count.nouns))} {figure.id}")
    if count.act is not None:
        return (unit, count.act, "")
    return (unit, "", " ".join(sorted(tokens(figure.of or ""))) or figure.id)


def parted(counts: list[Count]) -> Iterator[list[Count]]:
    """Counts of one kind in series: running totals apart from counts of one event.

    Counts that name who is counted are joined by the nouns that they share. One that does not ("64 people"), or of
    which it can't be told whether it is a total, goes to the only series with a number like it; where there are
    several, or none, such counts stay with each other.
    """
    tolls = [c for c in counts if c.toll]
    series = list(_joined([c for c in tolls if c.nouns]))
    for count in (c for c in tolls if not c.nouns):
        fits = [s for s in series if any(same_quantity(count.figure, c.figure) for c in s)]
        if len(fits) == 1:
            fits[0].append(count)
        else:
            series.append([count])
    counts = [c for c in counts if not c.toll]
    told = [c for c in counts if c.nouns and (c.running is not None or c.act is None)]
    series += _joined(told)
    # Next those that name who is counted but no time, last those that name nobody: what tells more comes first.
    known = {c.figure.id for c in told}
    rest = [c for c in counts if c.figure.id not in known]
    kinds = ((True, True), (True, False), (False, True), (False, False))
    for some in ([c for c in rest if (bool(c.nouns), c.running is not None) == kind] for kind in kinds):
        homes = [(count, [s for s in series if _could_be_of(count, s) or _is_beside(count, s)]) for count in some]
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
        for here in _by_place([by_id[i] for i in members]):
            yield from _of_like_size(here)


def _by_place(counts: list[Count]) -> Iterator[list[Count]]:
    """Counts parted where they are told of places that share no word; those of no place go with the only one."""
    told = [count for count in counts if count.figure.place]
    groups = Groups(c.figure.id for c in told)
    first: dict[str, str] = {}
    for count in told:
        for word in tokens(count.figure.place or ""):
            groups.join(first.setdefault(word, count.figure.id), count.figure.id)
    by_id = {c.figure.id: c for c in told}
    places = [[by_id[i] for i in members] for members in groups.all()]
    rest = [count for count in counts if not count.figure.place]
    if len(places) < _SEVERAL:
        yield counts
        return
    yield from places
    if rest:
        yield rest


def _is_elsewhere(count: Count, series: list[Count]) -> bool:
    """Whether a count and those of a series are told of places that share no word."""
    places = {word for other in series for word in tokens(other.figure.place or "")}
    return bool(count.figure.place and places) and not places & set(tokens(count.figure.place or ""))


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
    return time and who and not _is_elsewhere(count, series) and any(_alike(count, c) for c in series)


def _is_beside(count: Count, series: list[Count]) -> bool:
    """Whether a report sets a count beside one of the series: another source's, that names neither day nor people."""
    return any(are_beside(count, other) for other in series)


def are_beside(one: Count, other: Count) -> bool:
    """Whether two counts stand near each other in one report on the words of two sources, at most one with its day.

    "Seventeen were killed on Monday, doctors said. The army said nine had died."
    """
    if one.item.id != other.item.id or one.act != other.act or one.act is None:
        return False
    if one.voice is None or other.voice is None or one.voice.id == other.voice.id:
        return False
    if one.nouns and other.nouns and not one.nouns & other.nouns:
        return False
    near = min(abs(one.figure.span.start - other.figure.span.end), abs(other.figure.span.start - one.figure.span.end))
    dated = one.as_of is not None and other.as_of is not None
    return near < _BESIDE and not dated and not is_part(one) and not is_part(other) and _is_one_size(one, other)


def _is_one_size(one: Count, other: Count) -> bool:
    a, b = _size(one.figure), _size(other.figure)
    return min(a, b) > 0 and max(a, b) <= _OTHER_SIZE * min(a, b)


def printed_on(toll: Count) -> Interval:
    """The day that a running total reaches up to: the report's, where that is known to a day or two."""
    published = toll.item.published
    if published.begin is None or published.end is None or (published.end - published.begin).days > 1:
        return NO_DAY
    return published.interval


def is_part(count: Count) -> bool:
    """Whether a count is of some of those counted before it, or right after it: "five of them", "54 of the 113"."""
    text, span = count.item.report.text, count.figure.span
    after = text[span.end : span.end + _OF_THEM].lower()
    number = span.of(text).partition(" ")[0]
    within = text[span.start + len(number) : span.start + len(number) + _OF_THEM].lower()
    return after.startswith(_PARTS) or within.startswith(_PARTS)


_PARTS = tuple(f" of {word}" for word in ("them", "whom", "those", "these", "its ", "their ", "his ", "her ", "the "))
_OF_THEM = max(map(len, _PARTS))


def _alike(one: Count, other: Count) -> bool:
    times = one.as_of is None or other.as_of is None or one.as_of.meets(other.as_of)
    return times and same_quantity(one.figure, other.figure)


def _sentence(item: Item, figure: ReadFigure) -> Span:
    return next((one for one in item.reading.sentences if one.touches(figure.span)), figure.span)


def _is_toll(item: Item, figure: ReadFigure, tolling: Spans) -> bool:
    """Whether a number is told as a total up to its day: by its own sentence, or right beside one that is.

    "The fighting has killed 40 in Osk. Two have died in Varra."
    """
    if _told(figure.as_of) is not None:
        return False
    own = _sentence(item, figure)
    return any(own == one or 0 <= _gap(own, one) <= _NEXT for one in tolling)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _tolling(item: Item) -> Spans:
    """The sentences that tell totals up to their day: "have been killed", "the toll"."""
    text = item.report.text.lower()
    counting = {_sentence(item, figure) for figure in item.reading.figures if figure.event}
    return tuple(one for one in sorted(counting) if any(word in one.of(text) for word in vocabulary().toll))


def _over(item: Item, figure: ReadFigure) -> str | None:
    """The length of time back over which a number counts, where its sentence tells one."""
    sentence, text = _sentence(item, figure), item.report.text
    for one in item.reading.dates:
        if one.type is TimexType.DURATION and sentence.touches(one.span):
            before = text[max(sentence.start, one.span.start - _LOOK) : one.span.end].lower()
            if any(word in before for word in vocabulary().back):
                return one.value
    return None


_LOOK = 12  # characters before a length of time in which it is told to reach back


def _nouns(figure: ReadFigure) -> frozenset[str]:
    known = vocabulary()
    plain = (token for token in tokens(figure.of or "") if token not in known.generic | known.done)
    return frozenset(known.alike.get(noun, noun) for noun in (token.removesuffix("s") for token in plain))


def _speaker(voice: Voice | None, actors: Actors) -> str | None:
    return actors.principal(voice.actor) if voice is not None and voice.actor else None


def _whom(item: Item, event: ReadEvent | None, actors: Actors) -> str | None:
    if event is None:
        return None
    found = (actors.of_local(item.id, local) for local in event.done_to)
    principals = (actors.principal(actor) for actor in found if actor)
    return next((actor for actor in principals if actors.is_named(actor)), None)


def _told(when: Interval | None) -> Interval | None:
    """A time that was told of the count itself, not taken over from the story around it."""
    return when if when is not None and when.known and when.precision is not Precision.NARRATIVE else None


def _size(figure: ReadFigure) -> float:
    bounds = [float(n) for n in (figure.low, figure.high) if n is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0
