"""A series of numbers as a picture: by day, ranges as bars, each source with a shape of its own besides its colour."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from dragoman.records.base import Frozen
from dragoman.records.rows.happenings import FigurePoint, FigureRow
from dragoman.records.rows.reports import ReportRow
from dragoman.showing import days, words
from dragoman.showing.drawing.scale import Scale
from dragoman.showing.numbers import value
from dragoman.showing.plain import clipped, one_line

HIGH, TOP, BOTTOM = 150.0, 10.0, 22.0
WIDE, NARROW = 600.0, 290.0  # on a wide screen and on a telephone's
BESIDE = 11.0  # how far apart marks of one number on one day stand
SIZE, LETTER = 12.0, 0.6  # of the letters, and a letter's usual width in parts of it
SOURCES = 6  # with a shape of their own; the rest share the last
# Okabe and Ito's palette again; shapes tell the sources apart without colour.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8A6D00", "#6B6B6B")
DAY = datetime.timedelta(days=1)
LONGEST_NAME = 40


class Dot(Frozen, frozen=True, kw_only=True):
    """One number on one day."""

    day: datetime.date
    low: float
    high: float
    source: int
    told: str


class Series(Frozen, frozen=True, kw_only=True):
    """A drawn series."""

    svg: str
    narrow: str  # the same for a telephone's screen
    sources: tuple[tuple[str, str], ...]  # the sources' marks and names


def series(row: FigureRow, reports: Mapping[str, ReportRow]) -> Series | None:
    """The picture of a series; None where it has fewer than two numbers on two days."""
    names: dict[str, int] = {}
    dots = [dot for point in row.points if (dot := _dot(point, reports, names))]
    if len({dot.day for dot in dots}) < 2 or len({(dot.low, dot.high) for dot in dots}) < 2:
        return None
    listed = tuple(
        (_glyph(8, 8, index), clipped(name, LONGEST_NAME)) for name, index in names.items() if index < SOURCES
    )
    marked = tuple(
        (f'<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{glyph}</svg>', name)
        for glyph, name in listed
    )
    return Series(svg=_drawn(row, dots, WIDE), narrow=_drawn(row, dots, NARROW), sources=marked)


def _drawn(row: FigureRow, dots: list[Dot], wide: float) -> str:
    title = f"{row.of or row.series}{f', {row.place}' if row.place else ''}"
    told = "; ".join(f"{days.day(dot.day)}: {dot.told}" for dot in sorted(dots, key=lambda dot: dot.day)[:12])
    key = f"{escape(row.id)}-{wide:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {HIGH:.0f}" role="img" '
        f'aria-labelledby="{key}-title {key}-told" font-size="{SIZE:.0f}"><title id="{key}-title">'
        f'{escape(one_line(title))}</title><desc id="{key}-told">{escape(one_line(told))}</desc>'
        f"{''.join(_shapes(dots, wide))}</svg>"
    )


def _dot(point: FigurePoint, reports: Mapping[str, ReportRow], names: dict[str, int]) -> Dot | None:
    day = (point.as_of.end or point.as_of.begin) if point.as_of else None
    if day is None:
        published = [reports[item.report].published.begin for item in point.evidence if item.report in reports]
        day = next((one for one in published if one), None)
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    if day is None or low is None or high is None:
        return None
    source = names.setdefault(point.who or words.word("sourcing", point.sourcing), min(len(names), SOURCES - 1))
    return Dot(day=day, low=float(low), high=float(high), source=source, told=value(point))


def _shapes(dots: list[Dot], wide: float) -> Iterator[str]:
    first, last = min(dot.day for dot in dots), max(dot.day for dot in dots)
    top = max(dot.high for dot in dots) or 1.0
    numbers = {part: _short(top * part) for part in (0.0, 0.5, 1.0)}
    start, end = 12 + max(map(len, numbers.values())) * SIZE * LETTER, wide - 8
    scale = Scale(begin=first - DAY, end=last + DAY, left=start, right=end)
    floor, room = HIGH - BOTTOM, HIGH - BOTTOM - TOP
    for part, number in numbers.items():
        y = floor - room * part
        yield _line(start, y, end, y, 0.25)
        yield f'<text x="{start - 6:.1f}" y="{y + 4:.1f}" text-anchor="end" fill="currentColor">{number}</text>'
    for day, name in scale.ticks(int((end - start) // (SIZE * 5.5))):
        x = scale.middle(day)
        yield _line(x, floor, x, floor + 4, 0.5)
        half = len(name) * SIZE * LETTER / 2
        x = min(max(x, start + half - 12), wide - half)
        yield f'<text x="{x:.1f}" y="{HIGH - 6:.1f}" text-anchor="middle" fill="currentColor">{escape(name)}</text>'
    there: Counter[tuple[datetime.date, float]] = Counter()
    for dot in sorted(dots, key=lambda dot: (dot.day, dot.source)):
        x = scale.middle(dot.day) + BESIDE * there[dot.day, dot.low + dot.high]
        there[dot.day, dot.low + dot.high] += 1
        low, high = floor - room * dot.low / top, floor - room * dot.high / top
        colour = COLOURS[dot.source]
        if high < low:
            yield (
                f'<line x1="{x:.1f}" y1="{low:.1f}" x2="{x:.1f}" y2="{high:.1f}" stroke="{colour}" stroke-width="3" '
                'stroke-opacity="0.6"/>'
            )
        yield _glyph(x, (low + high) / 2, dot.source)


def _glyph(x: float, y: float, source: int) -> str:
    """A source's shape: disc, square, triangle, diamond, cross, ring."""
    colour = COLOURS[source]
    edge = 'stroke="var(--paper, #fff)" stroke-width="0.8"'
    match source:
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}" {edge}/>'
        case 1:
            return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="{colour}" {edge}/>'
        case 2:
            points = f"{x:.1f},{y - 6:.1f} {x + 5.5:.1f},{y + 4.5:.1f} {x - 5.5:.1f},{y + 4.5:.1f}"
            return f'<polygon points="{points}" fill="{colour}" {edge}/>'
        case 3:
            points = f"{x:.1f},{y - 6:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 6:.1f} {x - 6:.1f},{y:.1f}"
            return f'<polygon points="{points}" fill="{colour}" {edge}/>'
        case 4:
            path = f"M{x - 4.5:.1f},{y - 4.5:.1f} l9,9 m0,-9 l-9,9"
            return f'<path d="{path}" stroke="{colour}" stroke-width="2.6" fill="none"/>'
        case _:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="none" stroke="{colour}" stroke-width="2"/>'


def _line(x1: float, y1: float, x2: float, y2: float, strength: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="currentColor" '
        f'stroke-opacity="{strength}" stroke-width="0.8"/>'
    )


def _short(number: float) -> str:
    for limit, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if number >= limit:
            return f"{number / limit:.3g}{name}"
    return words.number(round(number, 2))
