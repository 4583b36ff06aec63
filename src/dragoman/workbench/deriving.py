"""Whether the record in a dossier is up to date, and how it is brought there.

What derives is loaded when there is something to derive: it loads the parser, and a query does without.
"""

import datetime
import functools
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from dragoman.dossier import Store
from dragoman.dossier.changes import Standing
from dragoman.reading.version import reader_version
from dragoman.records.fingerprint import package_digest
from dragoman.records.record import Reconciled, Record, Talks
from dragoman.workbench.corrections import in_force
from dragoman.workbench.keeping import row_of
from dragoman.workbench.kept import KeptBrief

PACKAGES = ("dragoman.records", "dragoman.reconciling", "dragoman.process", "dragoman.workbench", "dragoman.dossier")
# Of how many reports, and of what share of all, what is new is still derived by itself and not all at once.
_FEW, _SHARE = 40, 0.05
_PORTION = 500  # rows
GROUNDS = ("reports", "statements", "actors", "timeline", "conflicts", "stances", "offers")
"""The tables that talks are made of."""


def bring_up_to_date(store: Store) -> bool:
    """See that the store's rows are the record of what it holds; whether they are.

    They are not in a dossier that is opened to look at alone, and not up to date.
    """
    while True:
        standing = store.standing()
        if _is_up_to_date(standing):
            return True
        if store.read_only:
            return False
        from dragoman.workbench import updating  # noqa: PLC0415

        if is_small(store):
            updating.step(store, standing)
        else:
            updating.rebuild(store)


def is_up_to_date(store: Store) -> bool:
    """Whether the store's rows are the record of what it holds."""
    return _is_up_to_date(store.standing())


def _is_up_to_date(standing: Standing) -> bool:
    return standing.made_by == made_by() and not standing.reports


def is_small(store: Store) -> bool:
    """Whether what has changed since the record was made is little beside it."""
    standing = store.standing()
    if standing.made_by != made_by():
        return False
    with store.rows() as rows:
        return len(standing.reports) <= max(_FEW, int(_SHARE * rows.count("reports")))


def made_by() -> str:
    """By what a record is made: the reader, and the code that reconciles."""
    return ":".join((reader_version(), *map(package_digest, PACKAGES)))


def derive(store: Store, known_by: datetime.date | None = None, kept: KeptBrief | None = None) -> Record:
    """The record of a store, derived whole; out of the store's cache when nothing has changed.

    With `known_by`, from the reports alone that are known to be published by that day; with `kept`, from the reports
    and corrections that there were when that brief was kept.
    """
    from dragoman.workbench import updating  # noqa: PLC0415

    return updating.derive(store, known_by, kept)


def kept_talks(store: Store) -> Talks | None:
    """The talks of a store that is up to date, if they are kept beside its rows."""
    kept = store.cached(_talks_key(store.standing()))
    return None if kept is None else msgspec.json.decode(kept, type=Talks)


def all_rows(store: Store, name: str, read: Callable[[bytes], Any] | None = None) -> Iterator[Any]:
    """The rows of a table, some at a time: others who ask a pinned store have their turn in between.

    `read` makes what is wanted of a packed row, where that is less than the row.
    """
    place, decode = b"", read or functools.partial(row_of, name)
    while True:
        with store.rows() as rows:
            bodies, place = rows.after(name, place, _PORTION)
        yield from map(decode, bodies)
        if len(bodies) < _PORTION:
            return


def keep_talks(store: Store, talks: Talks, then: Standing | None = None) -> None:
    """Keep the talks beside the rows of a store that is up to date, where they are not yet, and it still is as then."""
    with store.changing():
        standing = store.standing()
        is_so = then is None or then == standing
        if is_so and _is_up_to_date(standing) and store.cached(_talks_key(standing)) is None:
            store.cache(_talks_key(standing), msgspec.json.encode(talks))


def _talks_key(standing: Standing) -> str:
    return f"talks:{standing.made_by}:{standing.latest}"


def talks_by(store: Store, table: Callable[[str], tuple[Any, ...]]) -> Talks:
    """The talks of a store that is up to date: those that are kept, else by the tables that they are made of."""
    standing = store.standing()
    kept = kept_talks(store)
    if kept is not None:
        return kept
    from dragoman.workbench import updating  # noqa: PLC0415

    found = updating.talks_of(Reconciled(**{name: table(name) for name in GROUNDS}), in_force(store.entries()))
    if not store.read_only and not store.is_pinned:
        keep_talks(store, found, standing)
    return found


def forgotten(store: Store) -> None:
    """Take what a forgotten report says out of the record, in the transaction in which it is forgotten."""
    standing = store.standing()
    if standing.made_by == made_by():
        from dragoman.workbench import updating  # noqa: PLC0415

        updating.derive_changed(store, standing)
    else:
        store.unsettle()
