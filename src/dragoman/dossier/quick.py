"""SQL said to the driver itself: for the many small questions of one update, which cost more to put than to answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

_CHUNK = 900  # values in one list


class Quick:
    """Asks over an open connection, in its transaction. Values stand as `?`, a list of them as `??`."""

    def __init__(self, connection: Connection) -> None:
        self._cursor: Any = connection.connection.cursor()
        self._mark = "%s" if connection.dialect.paramstyle in ("format", "pyformat") else "?"

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """All rows of an answer."""
        self._cursor.execute(self._said(sql), values)
        return list(self._cursor.fetchall())

    def row(self, sql: str, *values: Any) -> Any:
        """The first row of an answer; None for none."""
        self._cursor.execute(self._said(sql), values)
        return self._cursor.fetchone()

    def among(self, sql: str, listed: Iterable[Any], *values: Any) -> Iterator[Any]:
        """The rows of an answer for a list of values, some at a time; the other values stand before the list."""
        for some in _chunks(listed):
            marks = ", ".join("?" * len(some))
            self._cursor.execute(self._said(sql.replace("??", marks)), (*values, *some))
            yield from self._cursor.fetchall()

    def change(self, sql: str, listed: Iterable[Any], *values: Any) -> None:
        """The same for what gives no answer."""
        for some in _chunks(listed):
            marks = ", ".join("?" * len(some))
            self._cursor.execute(self._said(sql.replace("??", marks)), (*values, *some))

    def each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """A change for each of the rows of values."""
        known = list(rows)
        if known:
            self._cursor.executemany(self._said(sql), known)

    def do(self, sql: str) -> None:
        """A change without values."""
        self._cursor.execute(sql)

    def _said(self, sql: str) -> str:
        return sql if self._mark == "?" else sql.replace("?", self._mark)


def _chunks(listed: Iterable[Any]) -> Iterator[Sequence[Any]]:
    known = list(listed)
    for start in range(0, len(known), _CHUNK):
        yield known[start : start + _CHUNK]
