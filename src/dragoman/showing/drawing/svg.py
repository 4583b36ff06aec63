"""A picture as SVG: no script, no style from outside, nothing but shapes and escaped words."""

import datetime
import math
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from html import escape

from dragoman.records.base import Frozen
from dragoman.showing import words
from dragoman.showing.drawing.colours import MARK, ON_MARK, of_state
from dragoman.showing.drawing.placing import Label, Placed, height, placed, placed_right
from dragoman.showing.drawing.scale import Scale, span
from dragoman.showing.drawing.shapes import n, rule, text
from dragoman.showing.page.model import Lane, Mark, Picture, Spell
from dragoman.showing.plain import clipped, one_line

EDGE = 2.0
BAR = 18.0
ROW = 14.0  # a line of words
SPAN = 5.0
LEAST = 3.0  # the narrowest bar that is seen
CAPITALS = 1.25  # how much wider they are: states are named in them
STRIP = 3.0  # of a row is left free above the paper that its words stand on
ROWS = 8  # of words below bars and marks
GAP = 8.0
HATCHED = 'fill="url(#disputed)"'  # made the picture's own: ids are shared by all that a file holds
SMALLEST, GROWTH, LARGEST = 3.5, 2.0, 12.0  # radii of marks


class Style(Frozen, frozen=True, kw_only=True):
    """How wide a picture is drawn and in which letters. `letter` is a letter's usual width in parts of the size."""

    width: float
    size: float
    letter: float
    font: str | None = None
    paper: str = "var(--paper, #fff)"  # what words stand on

    @property
    def ticks(self) -> int:
        """How many days can be named below it."""
        return int(self.width // (self.size * 6))

    def wide(self, text: str) -> float:
        """About how wide words are."""
        return len(text) * self.letter * self.size


SCREEN = Style(width=760, size=12, letter=0.55)
BROAD = Style(width=1200, size=12, letter=0.55)
PAGE = Style(width=1080, size=13, letter=0.55)
SMALL = Style(width=330, size=12.5, letter=0.56)
PRINT = Style(width=640, size=10.5, letter=0.5, font="Libertinus Serif", paper="#FFFFFF")


def drawn(picture: Picture, style: Style = SCREEN, name: str = "picture") -> str:
    """The picture as an SVG element. `name` makes the ids of its title and description."""
    scale = Scale(begin=picture.begin, end=picture.end, left=EDGE, right=style.width - EDGE)
    below, shapes = 4.0, []
    for part in (_lanes(picture, scale, style), _marks(picture, scale, style)):
        below, made = _stacked(part, below)
        shapes += made
    shapes += _axis(scale, style, below)
    high = below + ROW + 6
    font = f' font-family="{escape(style.font)}"' if style.font else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(style.width)} {n(high)}" width="{n(style.width)}" '
        f'height="{n(high)}" role="img" aria-labelledby="{name}-title {name}-told" font-size="{n(style.size)}"{font}>'
    )
    title = f'<title id="{name}-title">{escape(one_line(picture.title))}</title>'
    title += f'<desc id="{name}-told">{escape(one_line(picture.told))}</desc>'
    hatch = (
        f'<defs><pattern id="{name}-disputed" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="1.4" height="6" fill="#1A1A1A"/></pattern></defs>'
    )
    body = "".join(shapes).replace(HATCHED, HATCHED.replace("#", f"#{name}-"))
    return f"{head}{title}{hatch}{body}</svg>"


Part = tuple[float, list[str]]  # how high it is, and its shapes with {y} for its top


def _stacked(part: Iterator[Part], top: float) -> tuple[float, list[str]]:
    """The rows of a part one below the other, from `top` on; where they end."""
    made = []
    for tall, shapes in part:
        made.append(f'<g transform="translate(0 {n(top)})">{"".join(shapes)}</g>')
        top += tall
    return top, made


def _lanes(picture: Picture, scale: Scale, style: Style) -> Iterator[Part]:
    for lane in picture.lanes:
        yield _lane(lane, scale, style)


def _lane(lane: Lane, scale: Scale, style: Style) -> Part:
    """The channel's name, a bar for each state with its name in it, or below where it is too narrow."""
    shapes = [text(EDGE, style.size, clipped(lane.label, int(style.width / (style.letter * style.size))), bold=True)]
    top = ROW + 2
    beside: list[Label] = []
    for index, spell in enumerate(lane.spells):
        left = scale.start(spell.begin) if spell.begin else scale.left
        right = (
            max(scale.start(spell.end) + (scale.cell if index == len(lane.spells) - 1 else 0), left + LEAST)
            if (spell.end)
            else scale.right
        )
        right = min(right, scale.right)
        left = min(left, right - LEAST)
        shapes += _bar(spell, left, right, top)
        label = _state(spell)
        if style.wide(label) + 6 <= right - left:
            middle = (left + right) / 2
            colours = of_state(spell.state)
            if spell.disputed:
                shapes.append(_plate(middle, top, min(CAPITALS * style.wide(label), right - left - 2), colours.fill))
            shapes.append(text(middle, top + BAR - 5, label, anchor="middle", fill=colours.ink))
            continue
        beside.append(Label(x=left + 1, text=label, wide=style.wide(label)))
    found = placed_right(beside, scale.right, ROWS)
    shapes += placed_words(found, top + BAR, top + BAR, style)
    return top + BAR + ROW * height(found) + GAP + 2, shapes


def _plate(middle: float, top: float, wide: float, fill: str) -> str:
    """What the name of a state stands on where its bar is hatched."""
    place = f'x="{n(middle - wide / 2)}" y="{n(top + 1)}" width="{n(wide)}" height="{n(BAR - 2)}"'
    return f'<rect {place} fill="{fill}"/>'


def _state(spell: Spell) -> str:
    return words.word("state", spell.state) + ("?" if spell.disputed else "")


def _bar(spell: Spell, left: float, right: float, top: float) -> list[str]:
    place = f'x="{n(left)}" y="{n(top)}" width="{n(right - left)}" height="{n(BAR)}"'
    shapes = [f'<rect {place} fill="{of_state(spell.state).fill}" stroke="#1A1A1A" stroke-width="0.6"/>']
    if spell.disputed:
        shapes.append(f'<rect {place} {HATCHED} fill-opacity="0.55"/>')
    return shapes


def _marks(picture: Picture, scale: Scale, style: Style) -> Iterator[Part]:
    """A disc for each day, then the words of those that have any, each below its day."""
    if not picture.marks:
        return
    middle = LARGEST + 2
    shapes = [rule(scale.left, middle, scale.right, middle)]
    discs: list[str] = []
    for mark in picture.marks:
        if mark.begin != mark.end:
            left, right = scale.start(mark.begin), scale.start(mark.end) + scale.cell
            shapes.append(_span(left, right, middle))
    # What most tell of stands on what few do, and a disc whose number others would cover has none.
    behind = sorted(picture.marks, key=lambda mark: mark.origin_count)
    before: list[tuple[float, float]] = []  # the middles and radii of those before a disc, from left to right
    for mark in reversed(behind):
        x = _middle(mark, scale, style)
        discs.append("".join(_disc(mark, x, middle, style, before)))
        insort(before, (x, _radius(mark)))
    discs.reverse()
    told = [_label(mark, scale, style) for mark in picture.marks if mark.label]
    found = placed(told, scale.right, ROWS)
    yield (
        middle + LARGEST + 4 + ROW * height(found) + GAP,
        [
            *shapes,
            *placed_words(found, middle, middle + LARGEST + 2, style),
            *discs,
        ],
    )


def _middle(mark: Mark, scale: Scale, style: Style) -> float:
    middle = (scale.start(mark.begin) + scale.start(mark.end) + scale.cell) / 2
    return min(max(middle, LARGEST + 1), style.width - LARGEST - 1)


def _label(mark: Mark, scale: Scale, style: Style) -> Label:
    """The day or days and the words, cut to what two thirds of the picture hold."""
    when = span(mark.begin, mark.end)
    text = clipped(f"{when}: {mark.label}", int(style.width * 0.64 / (style.letter * style.size)))
    return Label(x=_middle(mark, scale, style), text=text, wide=style.wide(text))


def placed_words(found: tuple[Placed, ...], lines_from: float, top: float, style: Style) -> list[str]:
    """Lines first, so that words stand on them."""
    baseline = [top + ROW * (one.row + 1) - 2 for one in found]
    lines = [rule(one.label.x, lines_from, one.label.x, y) for one, y in zip(found, baseline, strict=True)]
    return lines + [_beside(one, y, style) for one, y in zip(found, baseline, strict=True)]


def _beside(one: Placed, y: float, style: Style) -> str:
    """The words on a strip of paper no higher than their row: a ring around them would cut into those above."""
    left = one.is_left and one.begin > 0
    strip = (
        f'<rect x="{n(one.begin)}" y="{n(y - ROW + STRIP)}" width="{n(one.label.wide)}" height="{n(ROW - STRIP / 2)}" '
        f'fill="{style.paper}"/>'
    )
    return strip + text(one.end if left else one.begin, y, one.label.text, anchor="end" if left else "start")


def _span(left: float, right: float, y: float) -> str:
    """The days on one of which it happened."""
    place = f'x="{n(left)}" y="{n(y - SPAN / 2)}" width="{n(right - left)}" height="{n(SPAN)}" rx="{n(SPAN / 2)}"'
    return f'<rect {place} fill="{MARK}" fill-opacity="0.4"/>'


def _radius(mark: Mark) -> float:
    return min(LARGEST, SMALLEST + GROWTH * math.sqrt(max(0, mark.origin_count - 1)))


def _disc(mark: Mark, x: float, y: float, style: Style, before: Sequence[tuple[float, float]]) -> list[str]:
    """Larger where more origins tell of the day, with their number where those before it leave room on either side."""
    radius = _radius(mark)
    disc = f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" fill="{MARK}" stroke="#FFFFFF" stroke-width="0.7"/>'
    number = f"{mark.origin_count:,}"
    size = min(style.size * 0.85, radius * 1.3)
    wide = len(number) * style.letter * size
    if mark.origin_count < 2 or wide > 2 * radius - 2 or _is_covered(x, wide / 2, before):
        return [disc]
    return [disc, text(x, y + size * 0.35, number, anchor="middle", fill=ON_MARK, size=size)]


def _is_covered(x: float, half: float, before: Sequence[tuple[float, float]]) -> bool:
    """Whether any disc reaches nearer to a place than `half`; none is larger than the largest."""
    reach = half + LARGEST + 1
    near = before[bisect_left(before, (x - reach, 0.0)) : bisect_left(before, (x + reach, 0.0))]
    return any(abs(place - x) - radius < half for place, radius in near)


def _axis(scale: Scale, style: Style, top: float) -> list[str]:
    shapes = [rule(scale.left, top, scale.right, top)]
    for day, name in scale.ticks(style.ticks):
        x = scale.start(day)
        shapes += [rule(x, top, x, top + 4), day_named(day, name, top + ROW + 2, scale, style)]
    return shapes


def day_named(day: datetime.date, name: str, y: float, scale: Scale, style: Style) -> str:
    """A day's name below it, held at the picture's edge: how wide letters are is known only about."""
    half = style.wide(name) / 2
    place = scale.middle(day) if scale.cell > half else scale.start(day)
    if place + half + EDGE > scale.right:
        return text(scale.right, y, name, anchor="end")
    if place - half - EDGE < scale.left:
        return text(scale.left, y, name)
    return text(place, y, name, anchor="middle")
