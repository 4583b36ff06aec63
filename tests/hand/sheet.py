"""The labels and the passages that they are of: loading them, and the reports behind."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import yaml

from dragoman.records.errors import InputError
from dragoman.records.reading import EventMode, Hedge
from dragoman.records.report import Report
from dragoman.records.span import Span, Spans
from dragoman.reports import load as load_reports

HERE = Path(__file__).parent
# Of this negotiation only totals are ever shown.
CLOSED = "greece-bailout-2015"


class Role(StrEnum):
    """Who takes part in an event; `patient` takes in recipients."""

    AGENT = "agent"
    PATIENT = "patient"


class Holding(StrEnum):
    """A proposal, a position by its stance, or a condition."""

    PROPOSAL = "proposal"
    WANTS = "wants"
    REFUSES = "refuses"
    COULD_ACCEPT = "could_accept"
    CONDITION = "condition"


class _Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Passage(_Struct, frozen=True, kw_only=True):
    """A place in a report; with the reason where it was passed over."""

    file: str
    span: Span
    passed_over: str | None = None

    @property
    def cluster(self) -> str:
        """The negotiation's folder."""
        return self.file.split("/")[0]


class Drawn(_Struct, frozen=True, kw_only=True):
    """`draw.yaml`: all passages by their id, and the SHA-256 of each report's text."""

    texts: dict[str, str]
    passages: dict[str, Passage]


class Label(_Struct, frozen=True, kw_only=True):
    """What all labels have."""

    id: str
    optional: bool = False

    @property
    def passage(self) -> str:
        """The id of the passage that it stands in."""
        return self.id.split("-")[0]


class EventLabel(Label, frozen=True, kw_only=True):
    """An event."""

    trigger: Span
    types: tuple[str, ...]
    modes: tuple[EventMode, ...] = tuple(EventMode)
    agent: Spans = ()
    patient: Spans = ()
    unjudged: tuple[Role, ...] = ()


class FigureLabel(Label, frozen=True, kw_only=True):
    """A figure."""

    number: Span
    bounds: tuple[tuple[float | None, float | None], ...] = ()
    hedges: tuple[Hedge, ...] = ()
    units: tuple[str, ...] = ()
    counts: Span | None = None


class PositionLabel(Label, frozen=True, kw_only=True):
    """A proposal, a position or a condition."""

    kinds: tuple[Holding, ...]
    clause: Span
    actor: Spans = ()
    issues: tuple[str, ...] = ()
    cue: Span | None = None
    governs: Span | None = None


class Sheet(_Struct, frozen=True, kw_only=True):
    """The labels of one negotiation."""

    events: tuple[EventLabel, ...]
    figures: tuple[FigureLabel, ...]
    positions: tuple[PositionLabel, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """All of them."""
        return (*self.events, *self.figures, *self.positions)


def drawn() -> Drawn:
    """The passages in `draw.yaml`. Raises msgspec.ValidationError for one that is not well formed."""
    return msgspec.convert(_yaml(HERE / "draw.yaml"), type=Drawn)


def sheet() -> Sheet:
    """All labels. Raises msgspec.ValidationError for one that is not well formed."""
    parts = [msgspec.convert(_yaml(path), type=Sheet) for path in sorted((HERE / "labels").glob("*.yaml"))]
    return Sheet(
        events=tuple(label for part in parts for label in part.events),
        figures=tuple(label for part in parts for label in part.figures),
        positions=tuple(label for part in parts for label in part.positions),
    )


def spans_of(label: Label) -> Iterable[Span]:
    """Every span of a label."""
    match label:
        case EventLabel():
            return (label.trigger, *label.agent, *label.patient)
        case FigureLabel():
            return tuple(span for span in (label.number, label.counts) if span is not None)
        case PositionLabel():
            own = (span for span in (label.cue, label.governs) if span is not None)
            return (label.clause, *label.actor, *own)
    return ()


def report(clusters: Path, file: str) -> Report:
    """The report of `file` below the folder of clusters. Raises the InputError of one that cannot be read."""
    (found,) = load_reports(clusters / file)
    if isinstance(found, InputError):
        raise found
    return found


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
