"""Derives the record: what has changed, or everything at once."""

import datetime
import functools
from collections.abc import Iterator, Mapping

import msgspec

from dragoman.dossier import Store
from dragoman.dossier.changes import Standing
from dragoman.process import talks
from dragoman.reading.version import reader_version
from dragoman.reconciling import Item, Pile, reconcile
from dragoman.reconciling.blocks import Changed, Engine
from dragoman.reconciling.review import Reviews
from dragoman.reconciling.stages import STAGES
from dragoman.reconciling.whole import shelved
from dragoman.reconciling.words_of import NO_WORD, WordOf, words_by_report
from dragoman.records.corrections import Corrections
from dragoman.records.fingerprint import package_digest
from dragoman.records.reading import Reading
from dragoman.records.record import Reconciled, Record, Talks
from dragoman.records.time import Interval
from dragoman.workbench.corrections import in_force, up_to
from dragoman.workbench.deriving import PACKAGES, made_by
from dragoman.workbench.intake import read_dated
from dragoman.workbench.kept import KeptBrief
from dragoman.workbench.shelf import Codec, DossierShelf

_TALKS = ("channels", "proposals", "positions", "conditions", "hosting")


def derive(store: Store, known_by: datetime.date | None = None, kept: KeptBrief | None = None) -> Record:
    """The record of a store, derived whole; out of the store's cache when nothing has changed.

    With `known_by`, from the reports alone that are known to be published by that day; with `kept`, from the reports
    and corrections that there were when that brief was kept.
    """
    reader = reader_version()
    fresh = read_missing(store)
    with store.still():
        fingerprint = store.fingerprint(reader)
        key = ":".join((fingerprint, *map(package_digest, PACKAGES), str(known_by), str(kept and kept.number)))
        cached = store.cached(key)
        if cached is not None:
            return msgspec.json.decode(cached, type=Record)
        entries = store.entries()
        now = in_force(entries)
        corrections = in_force(up_to(entries, kept.number)) if kept else now
        pile = Pile(
            item
            for item in items(store, now, fresh)
            if (known_by is None or _known_by(item, known_by)) and (kept is None or item.report.id in kept.reports)
        )
    record = record_of(pile, corrections)
    if not store.read_only:
        store.cache(key, msgspec.json.encode(record), reader=reader, fingerprint=fingerprint)
    return record


def record_of(pile: Pile, corrections: Corrections) -> Record:
    """The record of a pile under corrections: a pure function."""
    reconciled = reconcile(pile, corrections)
    return Record(reconciled=reconciled, talks=talks_of(reconciled, corrections))


def talks_of(reconciled: Reconciled, corrections: Corrections) -> Talks:
    """The talks by a record, with what people said of their rows."""
    reviews = Reviews(corrections)
    found = talks(reconciled)
    marked = {name: reviews.mark(name, getattr(found, name)) for name in _TALKS}
    return Talks(**marked)


def read_missing(store: Store, among: tuple[str, ...] | None = None) -> dict[str, Reading]:
    """Read what has no reading by this reader under the date in force, and keep it.

    In a dossier that is opened to look at alone, nothing can be kept: these readings are given back instead.
    """
    corrections = in_force(store.entries())
    fresh: dict[str, Reading] = {}
    wanted = _wanted(store, corrections, among)
    for report_id in store.unread(wanted, reader=reader_version()):
        reading = read_dated(store.report(report_id), corrections.dates.get(report_id))
        if store.read_only:
            fresh[report_id] = reading
        else:
            store.put_reading(report_id, reading, reader=reader_version(), given=wanted[report_id])
    return fresh


def items(store: Store, corrections: Corrections, fresh: Mapping[str, Reading]) -> Iterator[Item]:
    """Every report with its files and its reading under the date in force."""
    for kept in store.kept(_wanted(store, corrections), reader=reader_version()):
        reading = kept.reading or fresh.get(kept.report.id)
        if reading is not None:
            yield Item(report=kept.report, reading=reading, files=kept.sources)


class StoreSource:
    """A store as what the stages are given: a report is loaded when it is asked for."""

    def __init__(self, store: Store, corrections: Corrections) -> None:
        self._store = store
        self._dates = {report: published.interval for report, published in corrections.dates.items()}
        self._words: Mapping[str, WordOf] = words_by_report(corrections)
        self._items: dict[str, Item | None] = {}

    def has(self, report: str) -> bool:
        """Whether there is such a report."""
        return self._load(report) is not None

    def item(self, report: str) -> Item:
        """A report with its reading."""
        found = self._load(report)
        if found is None:
            raise KeyError(report)
        return found

    def text(self, report: str) -> str:
        """A report's text."""
        known = self._items.get(report)
        return known.report.text if known is not None else self._store.text(report)

    def word(self, report: str) -> WordOf:
        """What people said of a report and of what stands in it."""
        return self._words.get(report, NO_WORD)

    def _load(self, report: str) -> Item | None:
        if report not in self._items:
            self._items[report] = next(
                (
                    Item(report=kept.report, reading=kept.reading, files=kept.sources)
                    for kept in self._store.kept({report: self._dates.get(report)}, reader=reader_version())
                    if kept.reading is not None
                ),
                None,
            )
        return self._items[report]


def step(store: Store, standing: Standing) -> None:
    """Derive what has changed."""
    read_missing(store, standing.reports)
    with store.changing():
        standing = store.standing()
        if standing.made_by == made_by():
            derive_changed(store, standing)


def derive_changed(store: Store, standing: Standing) -> None:
    """Derive what has changed, in a transaction that is open: all of it has been read."""
    changed = frozenset(standing.reports)
    with store.shelves() as (blocks, rows):
        shelf = DossierShelf(_codec(), blocks, rows)
        source = StoreSource(store, in_force(store.entries()))
        Engine(STAGES, shelf, source).run(Changed(changed, changed))
        rows.tidy()
        # What was forgotten is named nowhere, and nobody goes on from what held it.
        rows.note(is_new=any(store.tombstone(report) is not None for report in standing.reports))
    store.remember_ids(shelf.former)
    store.settle(made_by(), standing.latest)


def rebuild(store: Store) -> None:
    """Derive everything, all blocks at once."""
    read_missing(store)
    with store.still():
        standing = store.standing()
        corrections = in_force(store.entries())
        pile = Pile(items(store, corrections, {}))
    memory = shelved(pile, corrections)
    with store.changing():
        with store.shelves() as (blocks, rows):
            blocks.clear()
            rows.clear()
            shelf = DossierShelf(_codec(), blocks, rows)
            shelf.take_all(memory)
            rows.note()
        store.remember_ids(shelf.former)
        store.settle(made_by(), standing.latest)
        now = store.standing()
        if any(store.tombstone(report) is not None for report in now.reports):
            derive_changed(store, now)  # what was forgotten meanwhile does not come back


@functools.cache
def _codec() -> Codec:
    return Codec(STAGES)


def _wanted(store: Store, corrections: Corrections, among: tuple[str, ...] | None = None) -> dict[str, Interval | None]:
    given = {report: published.interval for report, published in corrections.dates.items()}
    return {report: given.get(report) for report in (store.report_ids() if among is None else store.known(among))}


def _known_by(item: Item, day: datetime.date) -> bool:
    return item.published.end is not None and item.published.end <= day
