"""One file's transactions: each question sees one state, each change is whole or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from dragoman.dossier.connecting import WRITES
from dragoman.dossier.schema import meta
from dragoman.dossier.trouble import explained
from dragoman.records.errors import DossierError, Dossiers


class Transactions:
    """The connections to one dossier's file; those of one thread inside each other are one."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool, patience: float) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        self._patience = patience
        self._view = threading.local()
        self._turn = threading.Lock()  # SQLite lets writers queue, but not in their order
        self._pinned: Connection | None = None  # what all threads ask, one after the other
        self._is_pinned = False
        self._asking = threading.RLock()

    def close(self) -> None:
        """Let go of the file."""
        with self._asking:
            if self._pinned is not None:
                self._pinned.close()
            self._pinned, self._is_pinned = None, False
        self._engine.dispose()

    def pin(self) -> int:
        """From now on every thread asks the dossier as it is now, until `unpin`.

        The number given is another one than at the last time if anything was written in between.
        """
        with self._asking, explained(self.path, self._patience):
            if self._pinned is None:
                self._pinned = self._engine.connect()
            self._pinned.rollback()
            self._pinned.execute(select(meta.c.key).limit(1)).all()  # SQLite stands still from the first query on
            self._is_pinned = True
            return int(self._pinned.exec_driver_sql("PRAGMA data_version").scalar_one())

    @property
    def is_pinned(self) -> bool:
        """Whether it stands still for every thread."""
        return self._is_pinned

    def unpin(self) -> None:
        """Ask the dossier as it is then again. What is pinned keeps the log from being written back."""
        with self._asking:
            self._is_pinned = False
            if self._pinned is not None:
                self._pinned.rollback()

    @contextmanager
    def still(self) -> Iterator[None]:
        """What this thread asks inside is answered from the dossier as it is on entry."""
        with self.asking() as connection:
            connection.execute(select(meta.c.key).limit(1)).all()  # SQLite stands still from the first query on
            self._view.connection, before = connection, getattr(self._view, "connection", None)
            try:
                yield
            finally:
                self._view.connection = before

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection that sees the dossier as it is now, whatever is written meanwhile."""
        standing: Connection | None = getattr(self._view, "connection", None)
        with explained(self.path, self._patience):
            if standing is not None:
                yield standing
            elif self._is_pinned and self._pinned is not None:
                with self._asking:
                    yield self._pinned
            else:
                with self._engine.connect() as connection:
                    yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all of it is committed at the end, or none."""
        if self.read_only:
            raise DossierError(Dossiers.OPENED_TO_READ.format(path=self.path))
        writer = self._engine.execution_options(**{WRITES: True})
        standing: Connection | None = getattr(self._view, "writer", None)
        if standing is not None:
            yield standing
            return
        with self._turn, explained(self.path, self._patience), writer.begin() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All that this thread writes inside is committed at once at the end, or none; it asks what it wrote."""
        with self.writing() as connection, self.inside(connection):
            yield

    @contextmanager
    def inside(self, connection: Connection) -> Iterator[None]:
        """What this thread asks and writes inside goes through that connection."""
        before = getattr(self._view, "connection", None), getattr(self._view, "writer", None)
        self._view.connection = self._view.writer = connection
        try:
            yield
        finally:
            self._view.connection, self._view.writer = before

    def empty_log(self) -> None:
        """Write the log back into the file and empty it: it holds pages as they were before."""
        with explained(self.path, self._patience):
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()
