"""What SQLite's errors mean to a person: each becomes a `DossierError` that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dragoman.records.errors import DossierError, Dossiers

_PRIMARY = 0xFF  # an extended code's low byte is its family
_READS = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS})
_MESSAGES = {
    sqlite3.SQLITE_NOTADB: Dossiers.NOT_A_DOSSIER,
    sqlite3.SQLITE_CORRUPT: Dossiers.DAMAGED,
    sqlite3.SQLITE_BUSY: Dossiers.BUSY,
    sqlite3.SQLITE_LOCKED: Dossiers.BUSY,
    sqlite3.SQLITE_FULL: Dossiers.NO_SPACE,
    sqlite3.SQLITE_IOERR: Dossiers.NO_SPACE,  # a file-size limit or quota shows as a failed write
    sqlite3.SQLITE_READONLY: Dossiers.READ_ONLY,
    sqlite3.SQLITE_PERM: Dossiers.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Dossiers.UNREADABLE,
}


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended error code; 0 where the error did not come from SQLite itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code


def _explained(error: sqlite3.Error, path: Path, patience: float) -> DossierError | None:
    code = code_of(error)
    message = Dossiers.FAILING if code in _READS else _MESSAGES.get(code & _PRIMARY)
    return DossierError(message.format(path=path, detail=error, seconds=patience)) if message else None


@contextmanager
def explained(path: Path, patience: float) -> Iterator[None]:
    """Say SQLite's errors about `path` in a person's words; our own mistakes pass as they are."""
    try:
        yield
    except DBAPIError as wrapped:
        known = _explained(wrapped.orig, path, patience) if isinstance(wrapped.orig, sqlite3.Error) else None
        if known is None:
            raise
        raise known from wrapped
    except sqlite3.Error as bare:
        known = _explained(bare, path, patience)
        if known is None:
            raise
        raise known from bare
