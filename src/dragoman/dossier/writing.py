"""The one place where an INSERT has to be said in each database's own words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert `rows`, leaving those alone whose key is there already."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)


def put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Insert `row`, or write it over the one with the same key."""
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in keys}
    if connection.dialect.name == "postgresql":
        over = postgresql.insert(table).values(row)
        connection.execute(over.on_conflict_do_update(index_elements=keys, set_=rest))
    else:
        into = sqlite.insert(table).values(row)
        connection.execute(into.on_conflict_do_update(index_elements=keys, set_=rest))
