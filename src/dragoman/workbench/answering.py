"""What a dossier answers: the record and its tables, out of the store's rows or out of memory."""

import datetime
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from typing import Any, TypeVar

import msgspec

from dragoman.dossier import Passages, Store
from dragoman.dossier.rowlog import Mark
from dragoman.dossier.rows import Asked
from dragoman.reading.spelling import plain
from dragoman.reading.version import reader_version
from dragoman.reconciling.review import evidence_of
from dragoman.records.base import Frozen
from dragoman.records.corrections import Corrections
from dragoman.records.reading import Reading
from dragoman.records.record import RECONCILED as EVERY
from dragoman.records.record import Reconciled, Record, Talks
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.reports import Relevance
from dragoman.workbench.amending import amended
from dragoman.workbench.corrections import in_force
from dragoman.workbench.deriving import GROUNDS, all_rows, bring_up_to_date, derive, talks_by
from dragoman.workbench.filters import NO_FILTERS, Filters, Found, asked, chosen, first_day, is_by_days
from dragoman.workbench.intake import read_dated
from dragoman.workbench.keeping import row_of
from dragoman.workbench.table import Table

T = TypeVar("T")
RECONCILED = ("reports", "statements", "actors", "origins", "timeline", "claims", "conflicts", "figures")
TALKS = ("channels", "proposals", "positions", "conditions", "hosting")
_READINGS = 1000
_PASSAGES = 5000
_TABLE = "table"  # what a table is made under
_HELD = 3  # records held in memory: today's, and by what was known on a day or two


class Counts(Frozen, frozen=True, kw_only=True):
    """How much a dossier holds."""

    report_count: int
    outlet_count: int
    origin_count: int  # of what somebody is cited for; an outlet's own voice is counted among the outlets
    undated_count: int
    excluded_count: int
    failed_count: int
    word_count: int


class _Sourced(Frozen, frozen=True, kw_only=True):
    """Of an origin, whether there is a source."""

    source: str | None


class Answers:
    """Answers from one store. A record that was asked for whole stays in memory until something changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._latest: int | None = None  # the number of the latest change, while the store stands still
        self._kept_then: bool | None = None  # whether its rows are the record then, once asked
        self._read_at: int | None = None
        self._readings: dict[str, Reading] = {}
        self._passages: dict[str, Passages] = {}
        self._lock = threading.Lock()
        self._making = threading.RLock()  # what takes long is made once, and whoever else wants it waits
        self._corrections: tuple[int, Corrections] | None = None
        # By the number of the change that they are up to date with, and the day that they are known by.
        self._records: dict[tuple[int, datetime.date | None], Record] = {}
        self._made: tuple[int, dict[object, Any]] = (-1, {})  # of the record after that change
        self._locks: dict[object, threading.RLock] = {}  # of what is made of it
        self._marks: dict[int, Mark | None] = {}  # of the rows, by the number of the latest change

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, which must rest on the record alone: made once, until something changes."""
        latest = self._at()
        with self._lock:
            if self._made[0] != latest:
                self._made, self._locks = (latest, {}), {}
            kept = self._made[1]
            lock = self._locks.setdefault(key, threading.RLock())
        if key not in kept:
            with lock:  # one for each: a list need not wait for the talks
                if key not in kept:
                    kept[key] = make()
        found: T = kept[key]
        return found

    def take_over(self, before: "Answers") -> None:
        """Share what another made of the same contents, or is making: it goes by the number of the latest change."""
        with before._lock:
            self._records = dict(before._records)
            self._made, self._locks = before._made, before._locks
            self._marks |= before._marks
            self._readings, self._read_at = dict(before._readings), before._read_at
            self._passages = dict(before._passages)

    def changed_since(self, before: "Answers") -> dict[str, list[str]] | None:
        """The ids of the rows that another, which stood still before, would read anew, by table; None: all of them."""
        then = before._marks.get(before._made[0])
        if then is None or not self.is_kept():
            return None
        with self._store.rows() as rows:
            return rows.changed_after(then)

    def follow(self, before: "Answers") -> None:
        """Take over the tables that another holds of an earlier state, with the rows that have changed since."""
        changed = self.changed_since(before)
        with before._lock:
            held = {key: made for key, made in before._made[1].items() if isinstance(key, tuple) and key[0] == _TABLE}
        if changed is None or not held:
            return
        tables: dict[object, Any] = {}
        for key, table in held.items():
            ids = changed.get(key[1], ())
            tables[key] = amended(key[1], table, ids, self.of_ids(key[1], ids).values())
        with self._lock:
            self._made = self._at(), tables

    def record(self, known_by: datetime.date | None = None) -> Record:
        """All tables at once. For one of them, or some rows of one, ask for these alone."""
        whole = known_by is None and self.is_kept()
        key = self._at(), known_by
        found = self._records.get(key)
        if found is None:
            with self._making:
                found = self._records.get(key) or (self._whole() if whole else derive(self._store, known_by))
                self._records = dict([*self._records.items(), (key, found)][-_HELD:])
        return found

    def table(self, name: str, filters: Filters) -> Table[Any]:
        """The rows of a table that filters ask for."""
        kept = filters.known_by is None and self.is_kept()
        if filters.outlet is not None:
            return Table(name, self._printed(name, filters, kept=kept))
        if kept and name in TALKS:
            talks = getattr(self.talks(), name)
            by_word: Found[Any] = self.once(("found", name), lambda: Found(talks))
            return Table(name, by_word.chosen(filters))
        if name in RECONCILED:
            filters = filters.but(process=None)  # their rows are of no negotiation
        if kept and is_by_days(filters):
            held = self._held(name, make=name in GROUNDS and filters.but(known_by=None) == NO_FILTERS)
            if held is not None:  # by their days alone rows are found as quickly in memory
                return Table(name, chosen(held, filters))
        if kept:
            with self._store.rows() as rows:
                read = tuple(row_of(name, body) for body in rows.find(name, asked(filters)))
            return Table(name, read)
        record = self.record(filters.known_by)
        rows_of: tuple[Row, ...] = getattr(record.reconciled if name in RECONCILED else record.talks, name)
        return Table(name, chosen(rows_of, filters))

    def is_kept(self) -> bool:
        """Whether the store's rows are the record of what it holds; brought there if they can be."""
        if self._latest is None:
            return bring_up_to_date(self._store)
        if self._kept_then is None:
            self._kept_then = bring_up_to_date(self._store)
        return self._kept_then

    def _at(self) -> int:
        """The number of the latest change."""
        return self._store.standing().latest if self._latest is None else self._latest

    def _whole(self) -> Record:
        """All tables of a store that is up to date."""
        with nullcontext() if self._store.is_pinned else self._store.still():
            found = {name: self._held(name, make=name in GROUNDS) for name in EVERY}
            tables = {name: tuple(all_rows(self._store, name)) if of is None else of for name, of in found.items()}
            return Record(reconciled=Reconciled(**tables), talks=self.talks())

    def _held(self, name: str, *, make: bool) -> tuple[Any, ...] | None:
        """A table of a store that is up to date, where it is in memory; `make` sees that it is."""
        if make:
            return self.once((_TABLE, name), lambda: tuple(all_rows(self._store, name)))
        latest = self._at()
        record = self._records.get((latest, None))
        if record is not None:
            found: tuple[Any, ...] = getattr(record.reconciled, name)
            return found
        return self._made[1].get((_TABLE, name)) if self._made[0] == latest else None

    def talks(self) -> Talks:
        """The talks by a record that is up to date; of the rest only what they are made of."""
        return self.once("talks", lambda: talks_by(self._store, self._ground))

    def _ground(self, name: str) -> tuple[Any, ...]:
        found = self._held(name, make=True)
        assert found is not None
        return found

    def each(self, name: str, kind: type[T], known_by: datetime.date | None = None) -> Iterator[T]:
        """What of each row of a table a smaller type has: the rest is not unpacked, where rows are."""
        if known_by is None and self.is_kept() and self._held(name, make=False) is None:
            yield from all_rows(self._store, name, msgspec.msgpack.Decoder(kind).decode)
        else:
            yield from self.table(name, Filters(known_by=known_by))

    def of_ids(self, name: str, ids: Sequence[str], known_by: datetime.date | None = None) -> dict[str, Any]:
        """These rows of a table, by id."""
        if known_by is None and name in EVERY and self.is_kept():
            with self._store.rows() as rows:
                return {row: row_of(name, body) for row, body in rows.bodies(name, ids).items()}
        wanted = frozenset(ids)
        return {row.id: row for row in self.table(name, Filters(known_by=known_by)) if row.id in wanted}

    def _printed(self, name: str, filters: Filters, *, kept: bool) -> tuple[Any, ...]:
        """The rows that rest on reports of an outlet."""
        if kept and name in RECONCILED:
            wanted = self._asked(filters)  # before the store is held: it may wait for a table that another thread loads
            with self._store.rows() as rows:
                return tuple(row_of(name, body) for body in rows.find(name, wanted))
        reports = self._reports_of(filters)
        some = self.table(name, filters.but(outlet=None, limit=None))
        found = [row for row in some if row.id in reports or any(e.report in reports for e in evidence_of(row))]
        return tuple(found if filters.limit is None else found[: max(0, filters.limit)])

    def _reports_of(self, filters: Filters) -> frozenset[str]:
        wanted = plain(filters.outlet or "")
        reports = self.table("reports", Filters(known_by=filters.known_by))
        return frozenset(row.id for row in reports if wanted in plain(row.outlet or ""))

    def _asked(self, filters: Filters) -> Asked:
        """What filters ask for of a table that is kept; an outlet that has printed all reports leaves nothing out."""
        if filters.outlet is not None and len(self._reports_of(filters)) == len(self.table("reports", NO_FILTERS)):
            filters = filters.but(outlet=None)
        return asked(filters)

    def ids(self, name: str, filters: Filters) -> tuple[str, ...]:
        """The ids of the rows that filters ask for, in their order."""
        held = self._held(name, make=False) if filters == NO_FILTERS and self.is_kept() else None
        if held is not None:
            return tuple(row.id for row in held)
        if filters.known_by is None and name in RECONCILED and self.is_kept():
            wanted = self._asked(filters)
            with self._store.rows() as rows:
                return rows.ids(name, wanted)
        return tuple(row.id for row in self.table(name, filters))

    def part(self, name: str, filters: Filters, offset: int, limit: int) -> tuple[Table[Any], int]:
        """Some rows of a table, from `offset` on, and how many rows `filters` ask for in all."""
        begun = self._begun(name, filters)
        if begun is not None:
            held, places = begun
            return Table(name, tuple(held[place] for place in places[offset : offset + limit])), len(places)
        if filters.known_by is None and name in RECONCILED and self.is_kept():
            wanted = self._asked(filters)._replace(limit=limit, offset=offset)
            with self._store.rows() as rows:
                bodies, count = rows.part(name, wanted)
            return Table(name, tuple(row_of(name, body) for body in bodies)), count
        every = self.table(name, filters)
        return Table(name, tuple(every)[offset : offset + limit]), len(every)

    def _begun(self, name: str, filters: Filters) -> tuple[tuple[Any, ...], list[int]] | None:
        """A table in memory of which only a last day is asked for, and where the rows stand that begin by it."""
        if filters.as_of is None or filters.but(as_of=None, process=None) != NO_FILTERS or name not in RECONCILED:
            return None
        held = self._held(name, make=False) if self.is_kept() else None
        if held is None:
            return None
        days: list[int] = self.once(("first days", name), lambda: list(map(first_day, held)))
        last = filters.as_of.toordinal()
        return held, [place for place, day in enumerate(days) if day <= last]

    def counts(self) -> Counts:
        """How much there is."""
        counted = self.once("counts", self._counted)
        return counted.but(failed_count=len(self._store.failures()))

    def _counted(self) -> Counts:
        reports = self.table("reports", NO_FILTERS)
        origins = self.each("origins", _Sourced)
        included = [row for row in reports if row.relevance is not Relevance.EXCLUDE]
        return Counts(
            report_count=len(included),
            outlet_count=len({row.outlet for row in included if row.outlet}),
            origin_count=sum(row.source is not None for row in origins),
            undated_count=sum(row.published.begin is None for row in included),
            excluded_count=len(reports) - len(included),
            failed_count=0,  # is no part of the record
            word_count=sum(row.word_count for row in included),
        )

    def hold_still(self, *, is_still: bool) -> None:
        """From now on the store is asked nothing twice: it tells the same until it is let go."""
        self._latest = self._store.standing().latest if is_still else None
        self._kept_then = None
        if self._latest is not None and self._latest not in self._marks:
            with self._store.rows() as rows:
                self._marks[self._latest] = rows.mark()
        with self._lock:
            if is_still and self._latest != self._read_at:
                self._readings.clear()
                self._passages.clear()
                self._read_at = self._latest

    def reading(self, report_id: str) -> Reading:
        """One report's reading, under the date in force; of a store that stands still the last ones are kept."""
        known = self._readings.get(report_id) if self._latest is not None else None
        if known is not None:
            return known
        given = self.in_force().dates.get(report_id)
        when = given.interval if given else None
        kept = self._store.reading(report_id, reader=reader_version(), given=when)
        made = kept or read_dated(self._store.report(report_id), given)
        self._keep(self._readings, report_id, made, _READINGS)
        return made

    def passages(self, report_id: str) -> Passages:
        """One report's text with its sentences; what else its reading holds is not unpacked."""
        known = self._passages.get(report_id) if self._latest is not None else None
        if known is not None:
            return known
        given = self.in_force().dates.get(report_id)
        made = self._store.passages(report_id, reader=reader_version(), given=given.interval if given else None)
        if made is None:
            reading = self.reading(report_id)
            made = Passages(reading.text, reading.sentences)
        self._keep(self._passages, report_id, made, _PASSAGES)
        return made

    def _keep(self, kept: dict[str, T], report_id: str, made: T, most: int) -> None:
        """Keep what was made of a report while the store stands still: of the last ones so many as `most`."""
        if self._latest is not None:
            with self._lock:
                kept[report_id] = made
                while len(kept) > most:
                    del kept[next(iter(kept))]

    def in_force(self) -> Corrections:
        """The corrections in force, asked of the journal once for each change."""
        latest = self._at()
        if self._corrections is None or self._corrections[0] != latest:
            self._corrections = latest, in_force(self._store.entries())
        return self._corrections[1]
