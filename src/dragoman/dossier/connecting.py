"""Connections to a dossier's file: how SQLite is asked to keep what it was given."""

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

WRITES = "dragoman_writes"  # the execution option of a connection that is going to write


class Way(StrEnum):
    """The ways to open a file, as the query of an SQLite URI."""

    MAKE = "mode=rwc"
    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "immutable=1"  # a file that nobody writes, where no lock or log file can be made beside it


def engine(path: Path, way: Way, *, patience: float, query_only: bool) -> Engine:
    """An engine on one file. `patience`: seconds to wait for another writer. `query_only` never writes."""
    uri = f"{path.absolute().as_uri()}?{way}"

    def connect() -> sqlite3.Connection:
        # isolation_level=None: the module begins no transaction by itself; `_begin` does.
        made = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("PRAGMA synchronous = FULL")  # a committed report survives the loss of power
        made.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
        if query_only:
            made.execute("PRAGMA query_only = ON")
        return made

    made = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    # A writer takes the write lock at once: one that has read first could not wait for it.
    writes: Any = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
