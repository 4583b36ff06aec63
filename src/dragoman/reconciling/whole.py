"""Many readings to one reconciled record."""

from collections.abc import Callable
from typing import Any

from dragoman.reconciling.actor_rows import in_order
from dragoman.reconciling.blocks import Changed, Engine, MemoryShelf
from dragoman.reconciling.given import Given
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.stages import STAGES
from dragoman.reconciling.timeline import by_day
from dragoman.records.corrections import NO_CORRECTIONS, Corrections
from dragoman.records.record import Reconciled
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import StatementRow


def reconcile(pile: Pile, corrections: Corrections = NO_CORRECTIONS) -> Reconciled:
    """The record of a pile under the corrections of a journal: a pure function of both, whatever their order was.

    Reports that a person excluded are listed and counted; nothing else of them is in the record.
    """
    return record_on(shelved(pile, corrections))


def shelved(pile: Pile, corrections: Corrections = NO_CORRECTIONS) -> MemoryShelf:
    """All that the stages make of a pile."""
    shelf = MemoryShelf()
    Engine(STAGES, shelf, Given(pile, corrections)).run(Changed(frozenset(item.id for item in pile)), fresh=True)
    return shelf


def record_on(shelf: MemoryShelf) -> Reconciled:
    """The record that stands on a shelf, its tables in their order."""

    def table(name: str) -> tuple[Any, ...]:
        return tuple(sorted((row for _, _, row in shelf.rows[name].values()), key=ORDER.get(name, by_id)))

    return Reconciled(**{name: table(name) for name in TABLES})


def by_id(row: Row) -> Any:
    """The order of tables that have none of their own."""
    return row.id


def _by_report(row: ReportRow) -> Any:
    return str(row.published.begin or "9999"), row.file, row.id


def _by_place(row: Any) -> Any:
    evidence = row.evidence[0] if isinstance(row, StatementRow) else row.evidence
    return evidence.report, evidence.start, evidence.end, row.id


TABLES = (
    "reports", "statements", "actors", "origins", "timeline", "claims", "conflicts", "figures", "stances", "offers",
    "grades",
)  # fmt: skip
ORDER: dict[str, Callable[[Any], Any]] = {
    "reports": _by_report,
    "statements": _by_place,
    "stances": _by_place,
    "offers": _by_place,
    "actors": in_order,
    "timeline": by_day,
}
