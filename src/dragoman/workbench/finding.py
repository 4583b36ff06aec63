"""One row by its id, whatever table it is in."""

from collections.abc import Iterator

from dragoman.dossier import Store
from dragoman.records.errors import Missing, UsageError
from dragoman.records.rows.evidence import Row
from dragoman.workbench.answering import RECONCILED, TALKS, Answers
from dragoman.workbench.deriving import bring_up_to_date
from dragoman.workbench.filters import NO_FILTERS
from dragoman.workbench.keeping import row_of

_RECONCILED = frozenset("rsaotcxn")  # with what the ids of their rows begin: `records.ids.Prefix`


def find(store: Store, answers: Answers, row_id: str) -> tuple[str, Row]:
    """A row by its id, with its table; a former id by the row that has most of its members now. Raises UsageError."""
    if row_id[:1] in _RECONCILED and bring_up_to_date(store):
        with store.rows() as rows:
            for one in _by_names(row_id, store):
                kept = rows.sheet_of(one, RECONCILED)
                if kept is not None:
                    return kept[0], row_of(*kept)
    for table in TALKS if answers.is_kept() else (*RECONCILED, *TALKS):
        for row in answers.table(table, NO_FILTERS):
            if row.id == row_id:
                return table, row
    raise UsageError(Missing.ROW.format(id=row_id, path=store.path))


def _by_names(row_id: str, store: Store) -> Iterator[str]:
    """The id itself; those that have its members now are asked for only where it is not one any more."""
    yield row_id
    yield from store.heirs_of(row_id)
