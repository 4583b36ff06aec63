"""Inputs that could not be read, so that a brief can say what it rests on and what it does not."""

import datetime

from sqlalchemy import Connection, delete, select

from dragoman.dossier.packing import storable
from dragoman.dossier.schema import failures
from dragoman.dossier.writing import put
from dragoman.records.base import Frozen


class Failure(Frozen, frozen=True, kw_only=True):
    """One input that could not be read, why, and when that was first found."""

    file: str
    reason: str
    at: datetime.datetime


def note(connection: Connection, file: str, reason: str, *, at: datetime.datetime) -> None:
    """Keep a failure; the same one again changes nothing, another reason replaces the former."""
    row = {"file": storable(file), "reason": storable(reason), "at": at}
    old = connection.execute(select(failures.c.reason).where(failures.c.file == row["file"])).scalar_one_or_none()
    if old != row["reason"]:
        put(connection, failures, row)


def is_known(connection: Connection, file: str) -> bool:
    """Whether a failure is kept for this input."""
    found = connection.execute(select(failures.c.file).where(failures.c.file == storable(file))).first()
    return found is not None


def clear(connection: Connection, file: str) -> None:
    """Take back a failure: the input has been read since."""
    connection.execute(delete(failures).where(failures.c.file == storable(file)))


def every(connection: Connection) -> tuple[Failure, ...]:
    """All failures, by file name."""
    rows = connection.execute(select(failures)).all()
    kept = (Failure(file=row.file, reason=row.reason, at=row.at) for row in rows)
    return tuple(sorted(kept, key=lambda failure: failure.file))
