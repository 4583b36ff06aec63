"""The rows of a table that a page asks for: by the record's own filters, then by outlet, sourcing and words."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from dragoman.reading.spelling import plain as remembered
from dragoman.reconciling.review import evidence_of
from dragoman.records.base import Frozen
from dragoman.records.record import RECONCILED
from dragoman.records.rows.evidence import ActorRef
from dragoman.showing.said import Said
from dragoman.showing.web.asking import View
from dragoman.showing.web.desk import SAID, Moment

plain = remembered.__wrapped__  # long texts are not worth remembering
SORTED = 4000  # rows that a page puts into another order than the record's
FIELDS = ("text", "content", "source", "about", "name", "title", "of", "place", "issue", "file", "cue", "relayed_by")


class Chosen(Frozen, frozen=True, kw_only=True):
    """Some rows of a table: one page of those that were asked for."""

    rows: tuple[Any, ...]
    count: int  # of all that were asked for
    offset: int
    limit: int
    is_sorted: bool = False  # not in the record's order, but what weighs most first

    @property
    def is_more(self) -> bool:
        """Whether some come after these."""
        return self.offset + self.limit < self.count


def every(moment: Moment, table: str, view: View) -> Sequence[Any]:
    """All rows that a view asks for, in the table's order."""
    return moment.once(("rows", table, view.but(offset=0, limit=0)), lambda: _every(moment, table, view))


def chosen(moment: Moment, table: str, view: View, first: Callable[[Any], Any] | None = None) -> Chosen:
    """One page of the rows that a view asks for; where the dossier can find them, no others are loaded.

    `first` gives what a row is sorted by; of more than can be sorted at once they are in the record's order.
    """
    if first is not None and _is_few(moment, table, view):
        key = ("sorted", table, view.but(offset=0, limit=0))
        ordered = moment.once(key, lambda: tuple(sorted(every(moment, table, view), key=first)))
        part = ordered[view.offset : view.offset + view.limit]
        return Chosen(rows=part, count=len(ordered), offset=view.offset, limit=view.limit, is_sorted=True)
    if not view.is_sought:
        key = ("part", table, view)
        some, count = moment.once(key, lambda: moment.dossier.part(table, view.filters, view.offset, view.limit))
        return Chosen(rows=tuple(some), count=count, offset=view.offset, limit=view.limit)
    if not view.sourcing:
        names = _names(moment, table, view)
        wanted = names[view.offset : view.offset + view.limit]
        found = moment.dossier.of_ids(table, wanted, view.known_by)
        part = tuple(found[name] for name in wanted)
        return Chosen(rows=part, count=len(names), offset=view.offset, limit=view.limit)
    rows = every(moment, table, view)
    part = tuple(rows[view.offset : view.offset + view.limit])
    return Chosen(rows=part, count=len(rows), offset=view.offset, limit=view.limit)


def _is_few(moment: Moment, table: str, view: View) -> bool:
    if view.sourcing:
        return True  # all are loaded anyway
    if view.is_sought:
        return len(_names(moment, table, view)) <= SORTED
    key = ("part", table, view.but(offset=0, limit=1))
    return moment.once(key, lambda: moment.dossier.part(table, view.filters, 0, 1))[1] <= SORTED


def _names(moment: Moment, table: str, view: View) -> Sequence[str]:
    """The ids of the rows with the words of a view, in their order."""
    return moment.once(("names", table, view.but(offset=0, limit=0)), lambda: _found(moment, table, view))


def _found(moment: Moment, table: str, view: View) -> Sequence[str]:
    said = said_in(moment, table, view.known_by)
    names = [said.names[place] for place in said.with_all(plain(view.words or "").split())]
    if view.filters == View(known_by=view.known_by).filters:
        return names
    wanted = frozenset(moment.dossier.ids(table, view.filters))
    return [name for name in names if name in wanted]


def _every(moment: Moment, table: str, view: View) -> Sequence[Any]:
    if view.words and not view.sourcing:
        names = _names(moment, table, view)
        found = moment.dossier.of_ids(table, names, view.known_by)
        return tuple(found[name] for name in names)
    rows: Sequence[Any] = getattr(moment.dossier, table)(view.filters)
    if view.sourcing:
        rows = tuple(row for row in rows if _sourcing(row, view.sourcing))
    if view.words:
        wanted = frozenset(_names(moment, table, view))
        rows = tuple(row for row in rows if row.id in wanted)
    return rows


def said_in(moment: Moment, table: str, known_by: datetime.date | None = None) -> Said:
    """The words of every row of a table, made plain once: whoever searches reads all of them."""
    key = (SAID, table, known_by)

    def make() -> Said:
        said: Said | None = moment.earlier(key) if known_by is None and table in RECONCILED else None
        if said is not None and moment.changed is not None:
            changed = moment.dossier.of_ids(table, moment.changed.get(table, ()))
            return said.amended(moment.dossier.ids(table), {name: _words(row) for name, row in changed.items()})
        rows = getattr(moment.dossier, table)(View(known_by=known_by).filters)
        return Said((row.id, _words(row)) for row in rows)

    return moment.once(key, make, lasting=True)


def _sourcing(row: Any, wanted: str | None) -> bool:
    parts = (row, *getattr(row, "sides", ()), *getattr(row, "points", ()))
    return any(str(getattr(part, "sourcing", "")) == wanted for part in parts)


def _words(row: Any) -> str:
    told = [value for name in FIELDS if isinstance(value := getattr(row, name, None), str)]
    told += [
        ref.name for name in ("actor", "author", "who", "host") if isinstance(ref := getattr(row, name, None), ActorRef)
    ]
    told += [ref.name for ref in getattr(row, "actors", ())]
    told += [side.says for side in getattr(row, "sides", ())]
    told += getattr(row, "aliases", ())
    return plain(" ".join([*told, *(item.quote for item in evidence_of(row))]))
