"""Searching the reports' words: SQLite's FTS5 over `texts`, and nothing else of SQLite anywhere."""

import re

from sqlalchemy import Connection, text

_TITLE_WEIGHT = 4.0
_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')

_ADD = text("INSERT INTO report_words(rowid, title, text) SELECT number, title, text FROM texts WHERE number = :n")
_TAKE = text(
    "INSERT INTO report_words(report_words, rowid, title, text) "
    "SELECT 'delete', number, title, text FROM texts WHERE number = :n"
)
_MERGE = text("INSERT INTO report_words(report_words) VALUES ('optimize')")
_SEARCH = text(
    "SELECT reports.id FROM report_words JOIN reports ON reports.number = report_words.rowid "
    "WHERE report_words MATCH :query "
    f"ORDER BY bm25(report_words, {_TITLE_WEIGHT}, 1.0), reports.id LIMIT :limit"
)


def add(connection: Connection, number: int) -> None:
    """Index a text that stands in `texts`."""
    if connection.dialect.name == "sqlite":
        connection.execute(_ADD, {"n": number})


def take(connection: Connection, number: int) -> None:
    """Take a text out of the index; it must still stand in `texts` as it was indexed."""
    if connection.dialect.name == "sqlite":
        connection.execute(_TAKE, {"n": number})


def forget_taken(connection: Connection) -> None:
    """Drop the words of taken texts from the index's older parts too, where they would otherwise linger."""
    if connection.dialect.name == "sqlite":
        connection.execute(_MERGE)


def query_of(words: str) -> str:
    """A query that asks for all of `words`, whatever stands in them.

    "Quoted ones" stand together, `word*` is a beginning. Empty where there is nothing to look for.
    """
    pieces = []
    for phrase, word in _PIECE.findall(words.replace("\0", " ")):
        piece = phrase or word
        if any(char.isalnum() for char in piece):
            pieces.append(f'"{piece}"' + (" *" if word.endswith("*") else ""))
    return " AND ".join(pieces)


def search(connection: Connection, words: str, limit: int) -> tuple[str, ...]:
    """The ids of at most `limit` reports with all of `words`, best first."""
    query = query_of(words)
    if not query:
        return ()
    return tuple(connection.execute(_SEARCH, {"query": query, "limit": limit}).scalars())
