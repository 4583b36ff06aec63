"""FIGURES: numbers in their series, with the ones that do not fit together marked."""

import datetime
import re

from dragoman.records.rows.happenings import ConflictRow, ConflictStrength, FigurePoint, FigureRow
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, faint, line, more, said, section
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_pronoun
from dragoman.showing.numbers import value
from dragoman.showing.plain import clipped

SERIES = 6
ENOUGH = 3  # from so many on, other numbers are left to the table
POINTS = 4
WHO = 44
UNDERGONE = re.compile(r"(?:\w{3}ed|taken|slain|held|hurt|lost|dead|missing)$")  # "people killed", not "people"


def figures(pile: Pile, cite: Citations) -> Section | None:
    """Series in conflict first, then those of people, then those told by most reports."""
    ordered = sorted(pile.figures, key=_weight)
    asked_for = [row for row in ordered if _is_asked_for(row)]
    shown = (asked_for if len(asked_for) >= ENOUGH else ordered)[:SERIES]
    heads = [row.of for row in shown]
    shown = sorted(shown, key=lambda row: heads.index(row.of))  # series of one name side by side
    lines = [_series(row, pile, cite) for row in shown]
    left = len(ordered) - len(shown)
    return section(SectionKey.FIGURES, "FIGURES", lines, more=more(left, "figures", pile))


def _weight(row: FigureRow) -> tuple[bool, bool, bool, int, int, str]:
    reports = {item.report for point in row.points for item in point.evidence}
    return (row.conflict is None, not _is_asked_for(row), row.unit != "person", -len(reports), -len(row.points), row.id)


def _is_asked_for(row: FigureRow) -> bool:
    """Whether it is in conflict or counts people that something was done to."""
    return row.conflict is not None or bool(row.unit == "person" and row.of and UNDERGONE.search(row.of))


def _series(row: FigureRow, pile: Pile, cite: Citations) -> Line:
    told = _distinct(row.points)
    conflict = next((item for item in pile.conflicts if item.id == row.conflict), None)
    pieces: list[Piece] = []
    for index, point in enumerate(told[:POINTS]):
        if index:
            pieces.append(said(" or " if conflict else "; "))
        pieces.append(said(value(point)))
        pieces.append(faint(f" ({_note(point, pile)})" if _note(point, pile) else ""))
    if len(told) > POINTS:
        pieces.append(said(f" and {words.count(len(told) - POINTS, 'more value')}"))
    if row.place:
        pieces.append(said(f", {row.place}"))
    pieces += _mark(conflict)
    evidence = [item for point in told for item in point.evidence]
    label = clipped(row.of or row.unit or "number", 48)
    if row.unit and row.of and row.unit not in ("person", row.of):
        label = f"{label}, {clipped(row.unit, 16)}"
    return line(cite, label, pieces, evidence, [row, *([conflict] if conflict else [])])


def _mark(conflict: ConflictRow | None) -> list[Piece]:
    if conflict is None:
        return []
    return [alert("; disputed" if conflict.strength == ConflictStrength.CONTRADICTS else "; these differ")]


def _distinct(points: tuple[FigurePoint, ...]) -> list[FigurePoint]:
    """One point for each value and day, with all evidence for it and whoever says it; in the order of their days.

    The same number of another day stands for itself only where other numbers come between.
    """
    joined: dict[tuple[object, ...], FigurePoint] = {}
    for point in points:
        day = (point.as_of.begin, point.as_of.end) if point.as_of and point.as_of.known else None
        key = (point.low, point.high, point.hedge, day)
        known = joined.get(key)
        joined[key] = point if known is None else _both(known, point)
    ordered = sorted(joined.values(), key=_day)
    told: list[FigurePoint] = []
    for point in ordered:
        if told and (told[-1].low, told[-1].high, told[-1].hedge) == (point.low, point.high, point.hedge):
            told[-1] = _both(told[-1], point)
        else:
            told.append(point)
    return told


def _both(known: FigurePoint, point: FigurePoint) -> FigurePoint:
    """One point of two, with the evidence of both; a third voice and more are "others"."""
    who = known.who if known.who and not is_pronoun(known.who) else None
    more = point.who if point.who and not is_pronoun(point.who) else None
    if who and more and more not in who:
        first, joined, _ = who.partition(" and ")
        who = f"{first} and others" if joined else f"{who} and {more}"
    return known.but(who=who or more, evidence=known.evidence + point.evidence)


def _day(point: FigurePoint) -> datetime.date:
    """Those of no day last, in the record's order."""
    day = (point.as_of.end or point.as_of.begin) if point.as_of else None
    return day or datetime.date.max


def _note(point: FigurePoint, pile: Pile) -> str:
    """Who says it and of which day."""
    outlets = sorted({row.outlet for item in point.evidence if (row := pile.report.get(item.report)) and row.outlet})
    who = point.who if point.who and not is_pronoun(point.who) else words.listing(outlets[:2])
    return ", ".join(part for part in (clipped(who, WHO), _as_of(point.as_of, pile.year)) if part)


def _as_of(when: Interval | None, year: int | None) -> str:
    """The days that a number is of; open at one end it counts from or up to a day."""
    if when is None or not when.known:
        return ""
    if when.begin and not when.end:
        return f"since {days.onset(when.begin, year)}"
    return days.interval(when, year)
