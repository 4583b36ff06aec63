"""A report's text cut into paragraphs and pieces: who is cited, when, who, what happened, and what is boilerplate."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dragoman.records.base import Frozen
from dragoman.records.reading import Reading
from dragoman.records.span import Span
from dragoman.records.time import Interval
from dragoman.showing import days

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
LINE = re.compile(r"[^\n]+")
WRAPPED = 100  # characters: lines that are longer on the average are paragraphs
# What is marked as what, the narrower kind before the wider where both cover as much.
LINKED = ("figure", "event", "date", "actor", "cue", "source", "content")


class Mark(Frozen, frozen=True, kw_only=True):
    """Some words of the text, what they are, and the row that they are part of."""

    kind: str
    span: Span
    row: str | None = None
    title: str | None = None


class Segment(Frozen, frozen=True, kw_only=True):
    """Words that are all of the same kinds."""

    text: str
    kinds: tuple[str, ...]
    row: str | None
    title: str | None
    is_at: bool  # what the address asks for
    is_first: bool  # the first of it


class Paragraph(Frozen, frozen=True, kw_only=True):
    """A paragraph with the rows that rest on its words."""

    segments: tuple[Segment, ...]
    rows: tuple[tuple[str, str, str], ...]  # kind, id and words
    is_boilerplate: bool


def marks_of(reading: Reading, rows: dict[str, str]) -> tuple[Mark, ...]:
    """All that is marked in a text. `rows` gives a row's id by that of what the reading found."""
    found: list[Mark] = []
    for one in reading.attributions:
        row = rows.get(one.id)
        found += [Mark(kind="source", span=span, row=row) for span in one.source]
        found += [Mark(kind="cue", span=span, row=row) for span in one.cue]
        found += [Mark(kind="content", span=span, row=row) for span in one.content]
    for timex in reading.dates:
        when = Interval(begin=timex.begin, end=timex.end)
        title = days.interval(when) if when.known else None
        found.append(Mark(kind="date", span=timex.span, title=title))
    for actor in reading.actors:
        if actor.named:
            found += [
                Mark(kind="actor", span=span, row=rows.get(actor.id), title=actor.name) for span in actor.mentions
            ]
    found += [Mark(kind="event", span=event.trigger, row=rows.get(event.id)) for event in reading.events]
    found += [Mark(kind="figure", span=figure.span, row=rows.get(figure.id)) for figure in reading.figures]
    return tuple(mark for mark in found if mark.span[0] < mark.span[1])


def paragraphs(
    text: str,
    marks: Iterable[Mark],
    boilerplate: Sequence[Span],
    beside: Iterable[tuple[Span, str, str, str]],
    at: Span | None,
) -> tuple[Paragraph, ...]:
    """The text in paragraphs; `beside` are the rows to tell of next to theirs: span, kind, id and words."""
    marks = sorted(marks, key=lambda mark: mark.span)
    rows = sorted(set(beside))
    made: list[Paragraph] = []
    is_first = True
    for place in _places(text):
        inside = [mark for mark in marks if mark.span[0] < place.end and place.start < mark.span[1]]
        segments = _segments(text, place, inside, boilerplate, at)
        if any(one.is_at for one in segments):
            segments = tuple(_with_first(segments, is_first))
            is_first = False
        greyed = all("boilerplate" in one.kinds or not one.text.strip() for one in segments)
        mine = tuple(
            dict.fromkeys((kind, name, words) for span, kind, name, words in rows if place.start <= span[0] < place.end)
        )
        made.append(Paragraph(segments=segments, rows=mine, is_boilerplate=greyed))
    return tuple(made)


def _places(text: str) -> Iterable[Span]:
    """Where its paragraphs are: set off by empty lines, or each a line where lines are too long to be wrapped ones."""
    for match in PARAGRAPH.finditer(text):
        lines = [Span(match.start() + one.start(), match.start() + one.end()) for one in LINE.finditer(match[0])]
        if len(match[0]) > WRAPPED * len(lines):
            yield from lines
        else:
            yield Span(match.start(), match.end())


def _with_first(segments: Sequence[Segment], is_first: bool) -> Iterable[Segment]:
    for one in segments:
        yield one.but(is_first=is_first and one.is_at)
        is_first = is_first and not one.is_at


def _segments(
    text: str, place: Span, marks: Sequence[Mark], boilerplate: Sequence[Span], at: Span | None
) -> tuple[Segment, ...]:
    grey = [span for span in boilerplate if span[0] < place.end and place.start < span[1]]
    bounds = {place.start, place.end}
    opens: dict[int, list[Mark]] = defaultdict(list)
    for span in (*(mark.span for mark in marks), *grey, *([at] if at else [])):
        bounds |= {bound for bound in span if place.start < bound < place.end}
    for mark in marks:
        opens[max(mark.span[0], place.start)].append(mark)
    cuts = sorted(bounds)
    active: list[Mark] = []
    made = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span[1] > start] + opens.get(start, [])
        kinds = {mark.kind for mark in active}
        if any(span[0] <= start and end <= span[1] for span in grey):
            kinds.add("boilerplate")
        linked = min((mark for mark in active if mark.row), key=_narrow, default=None)
        titled = next((mark.title for mark in sorted(active, key=_narrow) if mark.title), None)
        made.append(
            Segment(
                text=text[start:end],
                kinds=tuple(sorted(kinds)),
                row=linked.row if linked and text[start:end].strip() else None,  # a space is no link
                title=titled,
                is_at=at is not None and at[0] <= start and end <= at[1],
                is_first=False,
            )
        )
    return tuple(made)


def _narrow(mark: Mark) -> tuple[int, int]:
    return mark.span[1] - mark.span[0], LINKED.index(mark.kind)
