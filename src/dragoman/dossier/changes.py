"""Which reports have changed since the record was last brought up to date, and with what it was."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.dossier.schema import changes, meta
from dragoman.dossier.writing import put

_MADE, _UPTO = "record.made_by", "record.upto"


class Standing(NamedTuple):
    """How the record stands: by which code it was made, up to which change; and what has changed since."""

    made_by: str | None  # None: it has not been made
    latest: int  # the number of the latest change
    reports: tuple[str, ...]  # those that have changed since


def note(connection: Connection, reports: Iterable[str]) -> None:
    """Note that these reports have changed, or that something was said of them."""
    rows = [{"report": report} for report in dict.fromkeys(reports)]
    if rows:
        connection.execute(insert(changes), rows)


def standing(connection: Connection) -> Standing:
    """How the record stands."""
    known = select(meta.c.key, meta.c.value).where(meta.c.key.in_((_MADE, _UPTO)))
    kept = {row.key: row.value for row in connection.execute(known)}
    upto = int(kept.get(_UPTO, 0))
    latest = connection.execute(select(func.max(changes.c.number))).scalar_one()
    if latest is None or latest <= upto:
        return Standing(kept.get(_MADE), upto, ())
    asked = select(changes.c.report).where(changes.c.number > upto).distinct()
    return Standing(kept.get(_MADE), int(latest), tuple(sorted(connection.execute(asked).scalars())))


def settle(connection: Connection, made_by: str, upto: int) -> None:
    """Note that the record is up to date with all changes up to one, which need not be kept any more."""
    put(connection, meta, {"key": _MADE, "value": made_by})
    put(connection, meta, {"key": _UPTO, "value": str(upto)})
    connection.execute(delete(changes).where(changes.c.number <= upto))


def unsettle(connection: Connection) -> None:
    """Note that there is no record."""
    connection.execute(delete(meta).where(meta.c.key == _MADE))
