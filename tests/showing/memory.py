"""A dossier in memory: what showing asks of one, over rows that a test makes."""

import datetime
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from dragoman.records.reading import Reading, ReportHead
from dragoman.records.time import Published
from dragoman.workbench import Counts, Filters
from tests.showing.rows import TABLES


class InMemory:
    """A dossier whose tables are given: what showing needs of one."""

    def __init__(self, tables: dict[str, tuple[Any, ...]], path: str = "talks.dossier") -> None:
        self.path = Path(path)
        self.tables = tables
        self.asked: list[Filters] = []
        for name in TABLES:
            setattr(self, name, self._table(name))

    def _table(self, name: str) -> Any:
        def rows(filters: Filters | None = None) -> tuple[Any, ...]:
            if filters is not None:
                self.asked.append(filters)
            return self.tables.get(name, ())

        return rows

    def record(self, known_by: datetime.date | None = None) -> None:
        """Everything is in memory already."""

    def still(self) -> Any:
        return nullcontext()

    def each(self, table: str, kind: type[Any], known_by: datetime.date | None = None) -> tuple[Any, ...]:
        return self.tables.get(table, ())

    def of_ids(self, table: str, ids: Sequence[str], known_by: datetime.date | None = None) -> dict[str, Any]:
        return {row.id: row for row in self.tables.get(table, ()) if row.id in ids}

    def once(self, key: object, make: Callable[[], Any]) -> Any:
        return make()

    def state(self, as_of: datetime.date, filters: Filters | None = None) -> tuple[Any, ...]:
        return self.tables.get("state", ())

    def kept_briefs(self) -> tuple[Any, ...]:
        return self.tables.get("kept", ())

    def state_kept(self, brief: Any) -> tuple[Any, ...]:
        return self.tables.get("state_kept", ())

    def passages(self, name: str) -> Reading:
        """A reading without text: quotations stay as they are."""
        head = ReportHead(id=name, title=None, outlet=None, byline=None, published=Published(), language=None)
        return Reading(report=head, text="")

    def counts(self) -> Counts:
        reports = self.tables.get("reports", ())
        return Counts(
            report_count=len(reports),
            outlet_count=3,
            origin_count=2,
            undated_count=1,
            failed_count=0,
            excluded_count=0,
            word_count=360,
        )


def in_memory(tables: dict[str, tuple[Any, ...]], path: str = "talks.dossier") -> Any:
    """What stands in for a Dossier where only its tables are asked for."""
    return InMemory(tables, path)
