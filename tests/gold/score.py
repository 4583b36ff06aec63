"""Scoring a dossier's tables against the gold sheet."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .by_event import score_events
from .by_figure import score_figures
from .by_pair import score_conflicts, score_origins
from .by_state import score_boilerplate, score_conditions, score_hosting, score_reports, score_states
from .by_statement import score_statements
from .placing import Ground, Tables
from .sheet import Sheet, load
from .tally import Tally
from .texts import Texts, texts_of

if TYPE_CHECKING:
    from dragoman.workbench import Dossier

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_KINDS = (
    score_statements,
    score_events,
    score_figures,
    score_origins,
    score_conflicts,
    score_states,
    score_hosting,
    score_conditions,
    score_reports,
    score_boilerplate,
)


def example() -> tuple[Sheet, Texts]:
    """The example's sheet and texts."""
    return load(EXAMPLES / "gold.yaml"), texts_of(EXAMPLES / "reports")


def tables_of(dossier: "Dossier") -> Tables:
    """The tables of an open dossier that the sheet speaks of."""
    return Tables(
        reports=tuple(dossier.reports()),
        statements=tuple(dossier.statements()),
        timeline=tuple(dossier.timeline()),
        figures=tuple(dossier.figures()),
        conflicts=tuple(dossier.conflicts()),
        channels=tuple(dossier.channels()),
        conditions=tuple(dossier.conditions()),
        hosting=tuple(dossier.hosting()),
    )


def score(sheet: Sheet, texts: Texts, tables: Tables) -> dict[str, Tally]:
    """A tally for each kind, by name."""
    ground = Ground(sheet, texts)
    return {tally.kind: tally for kind in _KINDS for tally in kind(ground, tables)}


def table(tallies: Iterable[Tally]) -> str:
    """The tallies as a table to print."""
    lines = [f"{'kind':16} {'recall':>7} {'':9} {'precision':>9}"]
    for tally in tallies:
        right = "" if tally.right is None or tally.given is None else f"{tally.right}/{tally.given}"
        lines.append(
            f"{tally.kind:16} {_two(tally.recall):>7} {f'{tally.found}/{tally.wanted}':9} "
            f"{_two(tally.precision):>9} {right}".rstrip()
        )
    return "\n".join(lines)


def _two(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
