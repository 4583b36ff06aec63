"""The talks over time as one picture: tracks of bars and dots under each other, each a link to its row."""

import datetime
import math
from collections.abc import Iterator, Sequence
from html import escape

from dragoman.records.base import Frozen
from dragoman.records.rows.talks import ChannelState
from dragoman.showing import days
from dragoman.showing.drawing.colours import MARK, ON_MARK, of_state
from dragoman.showing.drawing.placing import Label, height, placed_right
from dragoman.showing.drawing.scale import Scale
from dragoman.showing.drawing.shapes import n, rule, text
from dragoman.showing.drawing.svg import CAPITALS, EDGE, ROW, Style, day_named, placed_words
from dragoman.showing.plain import clipped, one_line

TARGET = 26.0  # how large a link is, and how far apart two are: wide enough for a finger
BAR = 20.0
LEAST = 3.0
NAMES = 4  # rows of words below bars
SMALLEST, GROWTH, LARGEST = 4.0, 2.0, 11.0  # radii of dots
PLAIN_FILL, PLAIN_INK = "#D9D9D4", "#1A1A1A"


class Bar(Frozen, frozen=True, kw_only=True):
    """What lasts, from `begin` (None: before the picture) to `end` (None: to its end)."""

    begin: datetime.date | None
    end: datetime.date | None
    label: str
    title: str
    address: str
    state: ChannelState | None = None
    disputed: bool = False


class Dot(Frozen, frozen=True, kw_only=True):
    """What happened on a day, or on one from `begin` to `end`; larger where more origins tell it."""

    begin: datetime.date
    end: datetime.date
    origins: int
    title: str
    address: str
    hollow: bool = False


class Track(Frozen, frozen=True, kw_only=True):
    """Bars or dots of one kind. Of dots that find no room `rest` gives the address where those of some days are."""

    title: str
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()  # the weightiest first: they get the room there is
    rows: int = 4  # of dots above each other
    rest: str | None = None  # an address with {begin} and {end}


class Board(Frozen, frozen=True, kw_only=True):
    """Tracks over the days from `begin` to `end`."""

    title: str
    begin: datetime.date
    end: datetime.date
    tracks: tuple[Track, ...]


def board(picture: Board, style: Style, name: str) -> str:
    """The board as an SVG element. What is drawn is told in the links' titles."""
    scale = Scale(begin=picture.begin, end=picture.end, left=EDGE, right=style.width - EDGE)
    below, made = 2.0, []
    for track in picture.tracks:
        tall, shapes = _track(track, scale, style, name)
        made.append(f'<g transform="translate(0 {n(below)})">{"".join(shapes)}</g>')
        below += tall
    made.insert(0, _axis(scale, style, below))
    high = below + ROW + 6
    font = f' font-family="{escape(style.font)}"' if style.font else ""
    hatch = (
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="1.4" height="6" fill="#1A1A1A"/></pattern></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(style.width)} {n(high)}" width="{n(style.width)}" '
        f'height="{n(high)}" role="group" aria-label="{escape(one_line(picture.title))}" '
        f'font-size="{n(style.size)}"{font}>{hatch}{"".join(made)}</svg>'
    )


def _track(track: Track, scale: Scale, style: Style, name: str) -> tuple[float, list[str]]:
    head = text(EDGE, style.size, clipped(track.title, int(style.width / (style.letter * style.size))), bold=True)
    top = ROW + 3
    if track.bars:
        tall, shapes = _bars(track.bars, scale, style, name)
    else:
        tall, shapes = _dots(track, scale, style)
    return top + tall + 8, [head, f'<g transform="translate(0 {n(top)})">{"".join(shapes)}</g>']


def _link(address: str, title: str, shapes: str) -> str:
    told = escape(one_line(title))
    return f'<a href="{escape(address)}" aria-label="{told}"><title>{told}</title>{shapes}</a>'


def _bars(bars: Sequence[Bar], scale: Scale, style: Style, name: str) -> tuple[float, list[str]]:
    """Bars in as many rows as they need so as not to cover each other."""
    ends: list[float] = []
    shapes = []
    below: list[Label] = []  # names of states whose bars are too short for them
    for bar in bars:
        left = scale.start(bar.begin) if bar.begin else scale.left
        right = min(max(scale.start(bar.end) if bar.end else scale.right, left + LEAST), scale.right)
        left = min(left, right - LEAST)
        # A state's name stands in its bar or below; other words stand beside a bar that is too short for them.
        wide = style.wide(bar.label) + 8
        is_beside = bar.state is None and wide + 2 > right - left
        capitals = CAPITALS * style.wide(bar.label)
        is_below = bar.state is not None and capitals + 8 > right - left
        if is_below:
            below.append(Label(x=left + 1, text=bar.label, wide=capitals))
        after = is_beside and right + wide < scale.right
        before = is_beside and not after and left - wide > scale.left
        row = next((at for at, end in enumerate(ends) if left - (wide if before else 0) >= end - 0.5), len(ends))
        ends[row : row + 1] = [right + wide if after else right]
        words = (right + 5, "start") if after else (left - 5, "end") if before else None
        made = _bar(bar.but(label="") if is_below else bar, left, right, style, name, words=words)
        shapes.append(f'<g transform="translate(0 {n(row * TARGET)})">{made}</g>')
    tall = len(ends) * TARGET
    found = placed_right(below, scale.right, NAMES)
    shapes += placed_words(found, tall - TARGET + BAR, tall - TARGET + BAR, style)
    return tall + (ROW * height(found) - (TARGET - BAR) + 4 if found else 0), shapes


def _bar(bar: Bar, left: float, right: float, style: Style, name: str, *, words: tuple[float, str] | None) -> str:
    colours = of_state(bar.state) if bar.state else None
    fill, ink = (colours.fill, colours.ink) if colours else (PLAIN_FILL, PLAIN_INK)
    place = f'x="{n(left)}" y="0" width="{n(right - left)}" height="{n(BAR)}"'
    shapes = f'<rect {place} fill="{fill}" stroke="#1A1A1A" stroke-width="0.6"/>'
    if bar.disputed:
        shapes += f'<rect {place} fill="url(#{name}-hatch)" fill-opacity="0.55"/>'
    room = int((right - left - 8) / (style.letter * style.size))
    if words is not None:
        shapes += text(words[0], BAR - 6, bar.label, anchor=words[1])
    elif said := bar.label if bar.state else _fitting(bar.label, room):
        shapes += text(left + 5, BAR - 6, said, fill=ink, halo=fill if bar.disputed else None)
    return _link(bar.address, bar.title, shapes) if words or right - left >= TARGET else f"<g>{shapes}</g>"


def _fitting(label: str, room: int) -> str:
    """As many whole words as there is room for: what is seen of a link's name is part of its name."""
    if len(label) <= room:
        return label
    cut = label[: max(0, room)].rpartition(" ")[0].rstrip(" ,:(")
    return f"{cut}…" if cut else ""


def _dots(track: Track, scale: Scale, style: Style) -> tuple[float, list[str]]:
    """Dots on their days, one above the other where they would touch; those without room are counted."""
    taken: list[dict[int, float]] = [{} for _ in range(track.rows)]  # by the cell, as wide as two dots are apart
    spans: list[str] = []
    shapes: list[str] = []
    left_out: list[tuple[Dot, float]] = []
    middles: dict[tuple[datetime.date, datetime.date], float] = {}
    for dot in track.dots:
        when = dot.begin, dot.end
        if when not in middles:
            middles[when] = _middle(dot, scale, style)
        x = middles[when]
        row = next((at for at, xs in enumerate(taken) if _is_free(x, xs)), None)
        if row is None:
            left_out.append((dot, x))
            continue
        taken[row][int(x // TARGET)] = x
        y = (row + 0.5) * TARGET
        if dot.begin != dot.end:
            spans.append(_span(dot, y, scale))
        shapes.append(_link(dot.address, dot.title, "".join(_dot(dot, x, y, style))))
    used = sum(bool(xs) for xs in taken)
    rest = list(_rest(left_out, track, style, used * TARGET))
    return (used + bool(rest)) * TARGET, spans + shapes + rest


def _is_free(x: float, taken: dict[int, float]) -> bool:
    """Whether no dot of a row is nearer than two may be: one in the same cell is, and others in the next may be."""
    cell = int(x // TARGET)
    return cell not in taken and all(abs(x - taken.get(beside, math.inf)) >= TARGET for beside in (cell - 1, cell + 1))


def _middle(dot: Dot, scale: Scale, style: Style) -> float:
    middle = (scale.start(dot.begin) + scale.start(dot.end) + scale.cell) / 2
    return min(max(middle, TARGET / 2), style.width - TARGET / 2)


def _span(dot: Dot, y: float, scale: Scale) -> str:
    """The days on one of which it was; not part of the link, which is no wider than others leave it."""
    left, right = scale.start(dot.begin), scale.start(dot.end) + scale.cell
    place = f'x="{n(left)}" y="{n(y - 1.5)}" width="{n(right - left)}" height="3"'
    return f'<rect {place} fill="{MARK}" opacity="0.35" pointer-events="none"/>'


def _dot(dot: Dot, x: float, y: float, style: Style) -> Iterator[str]:
    yield f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(TARGET / 2 - 0.5)}" fill="transparent"/>'
    radius = min(LARGEST, SMALLEST + GROWTH * math.sqrt(max(0, dot.origins - 1)))
    paint = (
        f'fill="{style.paper}" stroke="{MARK}" stroke-width="2"' if dot.hollow else f'fill="{MARK}" stroke="#FFFFFF"'
    )
    yield f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" {paint}/>'
    number, size = f"{dot.origins:,}", style.size * 0.8
    if dot.origins > 1 and not dot.hollow and len(number) * style.letter * size <= 2 * radius:
        yield text(x, y + size * 0.35, number, anchor="middle", fill=ON_MARK, size=size)


def _rest(dots: Sequence[tuple[Dot, float]], track: Track, style: Style, y: float) -> Iterator[str]:
    """How many found no room, by the days that they are of."""
    wide = TARGET * 1.8
    columns: dict[int, list[Dot]] = {}
    for dot, x in dots:
        columns.setdefault(int(x // wide), []).append(dot)
    for column, found in sorted(columns.items()):
        first, last = min(dot.begin for dot in found), max(dot.end for dot in found)
        x = min((column + 0.5) * wide, style.width - wide / 2)
        words = f"+{len(found):,}"
        place = f'x="{n(x - wide / 2 + 1)}" y="{n(y)}" width="{n(wide - 2)}" height="{n(TARGET - 1)}"'
        drawn = f'<rect {place} fill="transparent"/>{text(x, y + 17, words, anchor="middle", size=style.size * 0.9)}'
        title = f"{len(found):,} more, {days.compact(first, last)}"
        address = (track.rest or "").replace("{begin}", str(first)).replace("{end}", str(last))
        yield _link(address, title, drawn) if track.rest else f"<g><title>{escape(title)}</title>{drawn}</g>"


def _axis(scale: Scale, style: Style, top: float) -> str:
    shapes = [rule(scale.left, top, scale.right, top)]
    for day, name in scale.ticks(style.ticks):
        x = scale.start(day)
        shapes += [_grid(x, top), rule(x, top, x, top + 4), day_named(day, name, top + ROW + 2, scale, style)]
    return "".join(shapes)


def _grid(x: float, high: float) -> str:
    return f'<line x1="{n(x)}" y1="0" x2="{n(x)}" y2="{n(high)}" stroke="currentColor" stroke-opacity="0.14"/>'
