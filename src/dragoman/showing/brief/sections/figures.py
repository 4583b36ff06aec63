"""FIGURES: numbers in their series, with the ones that do not fit together marked."""

import datetime

from dragoman.records.reading import Hedge
from dragoman.records.rows.happenings import ConflictRow, ConflictStrength, FigurePoint, FigureRow
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, section
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.series import is_asked_for
from dragoman.showing.brief.shown import counts, words_for
from dragoman.showing.brief.speaking import is_cited
from dragoman.showing.naming import is_pronoun
from dragoman.showing.numbers import value
from dragoman.showing.page.model import Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, faint, said, told, wording
from dragoman.showing.plain import clipped

SERIES = 6
POINTS = 3  # as many as a line cites
WHO = 44


def figures(pile: Pile, cite: Citations) -> Section | None:
    """Series in conflict first, then those of people, then those told by most reports."""
    shown = pile.figures[:SERIES]
    heads = [row.of for row in shown]
    shown = sorted(shown, key=lambda row: heads.index(row.of))  # series of one name side by side
    lines = [made for row in shown if (made := _series(row, pile, cite)) is not None]
    left = pile.figure_count - len(lines)
    return section(SectionKey.FIGURES, wording("section_figures"), lines, more=more(left, "figures", pile))


def _series(row: FigureRow, pile: Pile, cite: Citations) -> Line | None:
    """The values whose sentences say what is counted; None where none does."""
    kept = tuple(shown for point in row.points if (shown := _as_shown(point, row, pile, cite)))
    points = distinct(kept)
    if not points:
        return None
    if not is_asked_for(row) and not _is_telling(row, points):
        return None
    said_by = {(shown.evidence[0], shown.low): shown.who for shown in reversed(kept)}
    points = [point.but(evidence=point.evidence[:1], who=said_by[point.evidence[0], point.low]) for point in points]
    conflict = conflict_of(row, pile) if len(points) > 1 else None
    pieces = series_told(row.but(place=None), points, conflict, pile)
    evidence = [point.evidence[0] for point in points[:POINTS]]
    return line(cite, series_name(row), pieces, evidence, [row, *([conflict] if conflict else [])])


def _is_telling(row: FigureRow, points: list[FigurePoint]) -> bool:
    """Whether a number that nobody disputes and nobody underwent says something: an amount, or told more than once.

    Of several like numbers each may count different things, and heads at a table are none: the table has them.
    """
    point = points[0]
    is_vague = point.hedge is Hedge.RANGE and not any(letter.isdigit() for letter in point.evidence[0].quote)
    reports = {item.report for one in row.points for item in one.evidence}
    is_amount = row.of is not None and row.unit not in ("person", None, row.of)
    return len(points) == 1 and not is_vague and (is_amount or (len(reports) > 1 and row.unit != "person"))


def _as_shown(point: FigurePoint, row: FigureRow, pile: Pile, cite: Citations) -> FigurePoint | None:
    """The value with the evidence that says what is counted, on the word of whom it names; None where none says it."""
    for item in point.evidence:
        (sentence,) = cite.around([item])
        if counts(row.of or row.unit or "", item.quote, sentence.quote):
            who = point.who if point.who and point.who in sentence.quote else None
            if who and (words_for("captions").match(who) or not is_cited(who, item, pile)):
                who = None
            return point.but(evidence=(item,), who=who)
    return None


def series_name(row: FigureRow) -> str:
    """What is counted, and in what where that is not said with it."""
    label = clipped(row.of or row.unit or "number", 48)
    if row.unit and row.of and row.unit not in ("person", row.of):
        label = f"{label}, {clipped(row.unit, 16)}"
    return label


def series_told(
    row: FigureRow, points: list[FigurePoint], conflict: ConflictRow | None, pile: Pile, most: int = POINTS
) -> list[Piece]:
    """The values of a series with who says them and of when."""
    pieces: list[Piece] = []
    at = {(e.report, e.start) for side in conflict.sides for e in side.evidence} if conflict else set()
    clashing = {id(point) for point in points if any((e.report, e.start) in at for e in point.evidence)}
    points = sorted(points, key=lambda point: id(point) not in clashing)  # what differs is told first
    for index, point in enumerate(points[:most]):
        if index:
            pieces += told("or" if id(point) in clashing else "then")
        pieces.append(said(value(point)))
        if note := _note(point, pile):
            pieces.append(faint(wording("note", note=note)))
    if len(points) > most:
        pieces += told("more_values", values=words.count(len(points) - most, "more value"))
    if row.place:
        pieces += told("at_place", place=row.place)
    if conflict:
        contradicts = conflict.strength == ConflictStrength.CONTRADICTS
        pieces.append(alert(wording("figures_disputed" if contradicts else "figures_differ")))
    return pieces


def conflict_of(row: FigureRow, pile: Pile) -> ConflictRow | None:
    """The conflict between values of the series, where there still is one."""
    return next((item for item in pile.conflicts if item.id == row.conflict), None)


def distinct(points: tuple[FigurePoint, ...]) -> list[FigurePoint]:
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
    kept: list[FigurePoint] = []
    for point in ordered:
        if kept and (kept[-1].low, kept[-1].high, kept[-1].hedge) == (point.low, point.high, point.hedge):
            kept[-1] = _both(kept[-1], point)
        else:
            kept.append(point)
    return kept


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
