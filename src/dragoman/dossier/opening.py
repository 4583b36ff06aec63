"""Opening a dossier: is it one, is it finished, is it ours to read; and bringing it up to date."""

import os
import sqlite3
import time
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, text
from sqlalchemy.exc import OperationalError

from dragoman.dossier import schema
from dragoman.dossier.connecting import WRITES, Way, engine
from dragoman.dossier.trouble import code_of
from dragoman.records.errors import DossierError, Dossiers

_MAGIC = b"SQLite format 3\0"
_PAUSE = 0.02  # seconds between attempts at setting the log mode, while another process does the same


def to_write(path: Path, *, create: bool, patience: float) -> Engine:
    """An engine that reads and writes `path`, made and brought up to date as need be."""
    if not path.exists() and not create:
        raise DossierError(Dossiers.MISSING.format(path=path))
    if not path.parent.is_dir():
        raise DossierError(Dossiers.NO_FOLDER.format(path=path, folder=path.parent))
    _refuse_others(path)
    if not writable(path):
        raise DossierError(Dossiers.READ_ONLY.format(path=path, detail=Dossiers.NO_WRITING))
    made = engine(path, Way.MAKE if create else Way.WRITE, patience=patience, query_only=False)
    try:
        _bring_up_to_date(made, path)
        _set_log_mode(made, patience)
    except BaseException:
        made.dispose()
        raise
    return made


def to_read(path: Path, *, patience: float) -> Engine:
    """An engine that only reads `path` and leaves it as it is; works in a read-only place."""
    if not path.exists():
        raise DossierError(Dossiers.MISSING.format(path=path))
    _refuse_others(path)
    # Where it may be written, SQLite opens it so, and takes its log files away again when it closes.
    made = engine(path, Way.WRITE if writable(path) else Way.READ, patience=patience, query_only=True)
    try:
        found = _revision(made, path)
    except OperationalError as error:
        made.dispose()
        if writable(path) or not _cannot_open(error):
            raise
        # A dossier closed in the middle of a write leaves a log; read without it, it would be silently older.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise DossierError(Dossiers.WAITING.format(path=path)) from error
        made = engine(path, Way.FROZEN, patience=patience, query_only=True)
        found = _revision(made, path)
    except DossierError:
        made.dispose()
        raise
    if found == schema.HEAD:
        return made
    made.dispose()
    if found is None:
        raise DossierError(Dossiers.UNFINISHED.format(path=path))
    raise DossierError(Dossiers.OLDER.format(path=path, found=found))


def writable(path: Path) -> bool:
    """Whether `path` and the log files beside it can be written."""
    effective = os.access in os.supports_effective_ids
    places = [path, path.parent] if path.exists() else [path.parent]
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in places)


def _refuse_others(path: Path) -> None:
    """Raise DossierError for what is plainly no dossier, before SQLite touches it."""
    if path.is_dir():
        raise DossierError(Dossiers.FOLDER.format(path=path))
    if not path.exists() or path.with_name(path.name + "-journal").exists():
        return  # none yet, or one whose making was cut short: SQLite tidies it up
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise DossierError(Dossiers.UNREADABLE.format(path=path, detail=error.strerror)) from error
    if start and start != _MAGIC:
        raise DossierError(Dossiers.NOT_A_DOSSIER.format(path=path, detail=Dossiers.OTHER_FILE))


def _revision(made: Engine, path: Path) -> str | None:
    with made.connect() as connection:
        return _checked_revision(connection, path)


def _checked_revision(connection: Connection, path: Path) -> str | None:
    """The schema's revision; None for a file with nothing in it. Raises DossierError for what is not ours."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    objects = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if application == 0 and objects == 0:
        return None
    if application != schema.APPLICATION_ID:
        raise DossierError(Dossiers.NOT_A_DOSSIER.format(path=path, detail=Dossiers.OTHER_DATABASE))
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if found not in schema.REVISIONS:
        raise DossierError(Dossiers.NEWER.format(path=path, found=found, known=schema.HEAD))
    return found


def _bring_up_to_date(made: Engine, path: Path) -> None:
    """Run the migrations that are missing, all in one transaction: a killed run leaves none half done."""
    if _revision(made, path) == schema.HEAD:
        return
    with made.execution_options(**{WRITES: True}).begin() as connection:
        found = _checked_revision(connection, path)  # another process may have been quicker
        if found == schema.HEAD:
            return
        _migrate(connection)
        if found is None:
            from importlib.metadata import version  # noqa: PLC0415  as slow, and needed once

            connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(insert(schema.meta).values(key="made_by", value=f"dragoman {version('dragoman')}"))


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  slow to import, and most openings do not need it
    from alembic.config import Config  # noqa: PLC0415

    with as_file(files("dragoman.dossier") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _set_log_mode(made: Engine, patience: float) -> None:
    """Use a write-ahead log, so that readers and a writer do not wait for each other.

    SQLite does not wait for others when it changes the mode, so this does.
    """
    connection = made.raw_connection()
    until = time.monotonic() + patience
    try:
        cursor: Any = connection.cursor()
        while not _is_set(cursor, until):
            time.sleep(_PAUSE)
    finally:
        connection.close()


def _is_set(cursor: sqlite3.Cursor, until: float) -> bool:
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
            raise
        return False
    return True


def _cannot_open(error: OperationalError) -> bool:
    return isinstance(error.orig, sqlite3.Error) and code_of(error.orig) & 0xFF in {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }
