"""Which rows of the record's tables have changed lately: who holds tables in memory amends them, and reads no others.

Each time that rows change the log gets a mark that no other log has. Whoever holds tables remembers the mark that
they were read at; where the log does not have that mark (all rows were made anew, a report was forgotten, it is too
long ago, it is another file), what has changed since is not known, and the tables are read.
"""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.dossier.quick import Quick

_KEPT = 500  # marks
_MARK = ""  # the table whose rows are marks
_PUT = "INSERT INTO row_changes (sheet, id, number) VALUES (?, ?, ?)"


class Mark(NamedTuple):
    """A state of the rows: its number in the log, and a name that no other has."""

    number: int
    name: str


def mark(connection: Connection) -> Mark | None:
    """The mark of the rows as they are; None for rows of before there was a log."""
    asked = "SELECT number, id FROM row_changes WHERE sheet = ? ORDER BY number DESC LIMIT 1"
    row = Quick(connection).row(asked, _MARK)
    return None if row is None else Mark(int(row[0]), str(row[1]))


def begin(connection: Connection) -> None:
    """Know of no row that was before."""
    before, ask = mark(connection), Quick(connection)
    ask.do("DELETE FROM row_changes")
    ask.each(_PUT, [(_MARK, secrets.token_hex(8), before.number + 1 if before else 1)])


def note(connection: Connection, rows: Iterable[tuple[str, str]]) -> None:
    """Note that these rows, by table and id, have come, gone or changed."""
    before = mark(connection)
    if before is None:
        begin(connection)
        return
    ask, number = Quick(connection), before.number + 1
    by_sheet: dict[str, list[str]] = defaultdict(list)
    for sheet, row in sorted(set(rows)):
        by_sheet[sheet].append(row)
    for sheet, ids in by_sheet.items():
        ask.change("DELETE FROM row_changes WHERE sheet = ? AND id IN (??)", ids, sheet)
        ask.each(_PUT, [(sheet, row, number) for row in ids])
    ask.each(_PUT, [(_MARK, secrets.token_hex(8), number)])
    ask.each("DELETE FROM row_changes WHERE number <= ?", [(number - _KEPT,)])


def after(connection: Connection, then: Mark) -> dict[str, list[str]] | None:
    """The ids of the rows that have changed since a mark, by table; None where that is not known."""
    ask = Quick(connection)
    asked = "SELECT 1 FROM row_changes WHERE sheet = ? AND id = ? AND number = ?"
    if ask.row(asked, _MARK, then.name, then.number) is None:
        return None
    found: dict[str, list[str]] = defaultdict(list)
    changed = "SELECT sheet, id FROM row_changes WHERE number > ? AND sheet <> ? ORDER BY sheet, id"
    for sheet, row in ask.rows(changed, then.number, _MARK):
        found[sheet].append(row)
    return dict(found)
