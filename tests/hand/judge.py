"""Whether what was found in one report is what was labelled there."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

import msgspec

from dragoman.records.reading import ReadEvent, ReadFigure, Reading
from dragoman.records.span import Span, Spans

from .sheet import EventLabel, FigureLabel, Holding, Label, Passage, PositionLabel, Role, Sheet

_L = TypeVar("_L", bound=Label)
_F = TypeVar("_F")
_CLOSE = 1e-3  # of two bounds, as a share


class Kind(StrEnum):
    """What is counted."""

    EVENTS = "events"
    FIGURES = "figures"
    PROPOSALS = "proposals"
    POSITIONS = "positions"
    CONDITIONS = "conditions"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A label, or something found: right or not; of a label that was found also whether its details are right."""

    cluster: str
    kind: Kind
    is_label: bool
    right: bool
    details: dict[str, bool] = {}
    note: str  # ids, offsets and grades only, never the report's words


class Held(NamedTuple):
    """A proposal, position or condition of the record, where one report tells it."""

    kind: Holding
    span: Span
    mentions: Spans  # of those whose it is, in this report


def kind_of(holding: Holding) -> Kind:
    """Which of the counted kinds it belongs to."""
    named = {Holding.PROPOSAL: Kind.PROPOSALS, Holding.CONDITION: Kind.CONDITIONS}
    return named.get(holding, Kind.POSITIONS)


def judge(passages: dict[str, Passage], sheet: Sheet, reading: Reading, held: tuple[Held, ...]) -> Iterator[Verdict]:
    """Every verdict on the passages of one report. `sheet` has their labels and no others."""
    inside = [passage.span for passage in passages.values()]
    cluster = next(iter(passages.values())).cluster
    yield from _events(cluster, sheet.events, [e for e in reading.events if _in(e.trigger, inside)], reading)
    yield from _figures(cluster, sheet.figures, [f for f in reading.figures if _in(f.span, inside)], reading)
    yield from _held(cluster, sheet.positions, [h for h in held if _in(h.span, inside)])


def _events(
    cluster: str, labels: tuple[EventLabel, ...], found: list[ReadEvent], reading: Reading
) -> Iterator[Verdict]:
    def same(label: EventLabel, event: ReadEvent) -> bool:
        return label.trigger.touches(event.trigger) and event.type in label.types

    for label in labels:
        near = next((event for event in found if same(label, event)), None)
        if label.optional:
            continue
        other = ", ".join(e.type for e in found if label.trigger.touches(e.trigger)) or "nothing"
        yield Verdict(
            cluster=cluster,
            kind=Kind.EVENTS,
            is_label=True,
            right=near is not None,
            details=_event_details(label, near, reading) if near is not None else {},
            note=f"{label.id} {_told(label.trigger)} {'/'.join(label.types)}: {near.type if near else other}",
        )
    yield from _given(cluster, labels, found, same, lambda e: (Kind.EVENTS, f"{_told(e.trigger)} {e.type} {e.mode}"))


def _event_details(label: EventLabel, event: ReadEvent, reading: Reading) -> dict[str, bool]:
    details = {"mode": event.mode in label.modes}
    roles = {Role.AGENT: (label.agent, event.agent), Role.PATIENT: (label.patient, event.patient + event.recipient)}
    for role, (wanted, ids) in roles.items():
        if role not in label.unjudged:
            details[role.value] = same_actors(wanted, [mentions_of(reading, {one}) for one in ids])
    return details


def same_actors(wanted: Spans, given: list[Spans]) -> bool:
    """Whether those given are among those wanted, one of them at least; nobody where nobody is wanted."""
    if not wanted:
        return not given
    return bool(given) and all(touch(mentions, wanted) for mentions in given)


def mentions_of(reading: Reading, ids: set[str]) -> Spans:
    """Where a reading mentions actors."""
    return tuple(span for actor in reading.actors if actor.id in ids for span in actor.mentions)


def _figures(
    cluster: str, labels: tuple[FigureLabel, ...], found: list[ReadFigure], reading: Reading
) -> Iterator[Verdict]:
    def same(label: FigureLabel, figure: ReadFigure) -> bool:
        if not label.number.touches(figure.span):
            return False
        return label.optional or any(
            _equal(low, figure.low) and _equal(high, figure.high) for low, high in label.bounds
        )

    for label in labels:
        near = next((figure for figure in found if same(label, figure)), None)
        if label.optional:
            continue
        other = ", ".join(f"{f.low}-{f.high}" for f in found if label.number.touches(f.span)) or "nothing"
        yield Verdict(
            cluster=cluster,
            kind=Kind.FIGURES,
            is_label=True,
            right=near is not None,
            details=_figure_details(label, near, reading) if near is not None else {},
            note=f"{label.id} {_told(label.number)} {label.bounds[0]}: {other}",
        )
    yield from _given(
        cluster, labels, found, same, lambda f: (Kind.FIGURES, f"{_told(f.span)} {f.low}-{f.high} {f.hedge} {f.unit}")
    )


def _figure_details(label: FigureLabel, figure: ReadFigure, reading: Reading) -> dict[str, bool]:
    details = {"hedge": figure.hedge in label.hedges, "unit": figure.unit in label.units}
    if label.counts is not None:
        counted = _words(label.counts.of(reading.text))
        details["of"] = label.counts.touches(figure.span) or bool(counted & _words(figure.of or ""))
    return details


def _held(cluster: str, labels: tuple[PositionLabel, ...], found: list[Held]) -> Iterator[Verdict]:
    def about(label: PositionLabel, held: Held) -> bool:
        return label.clause.touches(held.span) and held.kind in label.kinds

    def same(label: PositionLabel, held: Held) -> bool:
        return about(label, held) and (not label.actor or touch(held.mentions, label.actor))

    for label in labels:
        if label.optional:
            continue
        near = next((held for held in found if same(label, held)), None)
        other = [h for h in found if label.clause.touches(h.span)]
        said = ", ".join(f"{h.kind} of {'another' if about(label, h) else 'somebody'}" for h in other) or "nothing"
        yield Verdict(
            cluster=cluster,
            kind=kind_of(label.kinds[0]),
            is_label=True,
            right=near is not None,
            note=f"{label.id} {_told(label.clause)} {'/'.join(label.kinds)}: {near.kind if near else said}",
        )
    yield from _given(cluster, labels, found, same, lambda h: (kind_of(h.kind), f"{_told(h.span)} {h.kind}"))


def _given(
    cluster: str,
    labels: Iterable[_L],
    found: Iterable[_F],
    same: Callable[[_L, _F], bool],
    told: Callable[[_F], tuple[Kind, str]],
) -> Iterator[Verdict]:
    for one in found:
        matched = [label for label in labels if same(label, one)]
        if matched and all(label.optional for label in matched):
            continue
        kind, note = told(one)
        yield Verdict(cluster=cluster, kind=kind, is_label=False, right=bool(matched), note=f"not labelled: {note}")


def touch(some: Spans, others: Spans) -> bool:
    """Whether any of the one touches any of the other."""
    return any(one.touches(other) for one in some for other in others)


def _in(span: Span, passages: list[Span]) -> bool:
    return any(passage.touches(span) for passage in passages)


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalpha() else " " for c in text.casefold()).split())


def _told(span: Span) -> str:
    return f"{span.start}-{span.end}"
