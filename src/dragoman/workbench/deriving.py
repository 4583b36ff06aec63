"""From what the store holds to the record: derived whole, kept until something that it rests on changes."""

import datetime
from collections.abc import Iterator, Mapping

import msgspec

from dragoman.dossier import Store
from dragoman.process import talks
from dragoman.reading.version import reader_version
from dragoman.reconciling import Item, Pile, reconcile
from dragoman.reconciling.review import Reviews
from dragoman.records.corrections import Corrections
from dragoman.records.fingerprint import package_digest
from dragoman.records.reading import Reading
from dragoman.records.record import Record, Talks
from dragoman.records.time import Interval
from dragoman.workbench.corrections import in_force
from dragoman.workbench.intake import read_dated

_PACKAGES = ("dragoman.records", "dragoman.reconciling", "dragoman.process", "dragoman.workbench")
_TALKS = ("channels", "proposals", "positions", "conditions", "hosting")


def derive(store: Store, known_by: datetime.date | None = None) -> Record:
    """The record of a store: out of its cache when nothing has changed, else derived from readings and journal.

    With `known_by`, from the reports alone that are known to be published by that day.
    """
    reader = reader_version()
    fresh = read_missing(store)
    with store.still():
        fingerprint = store.fingerprint(reader)
        key = ":".join((fingerprint, *map(package_digest, _PACKAGES), str(known_by)))
        kept = store.cached(key)
        if kept is not None:
            return msgspec.json.decode(kept, type=Record)
        corrections = in_force(store.entries())
        pile = Pile(i for i in items(store, corrections, fresh) if known_by is None or _known_by(i, known_by))
    record = record_of(pile, corrections)
    if not store.read_only:
        store.remember_ids(_members(record))
        store.cache(key, msgspec.json.encode(record), reader=reader, fingerprint=fingerprint)
    return record


def record_of(pile: Pile, corrections: Corrections) -> Record:
    """The record of a pile under corrections: a pure function."""
    reconciled = reconcile(pile, corrections)
    reviews = Reviews(corrections)
    found = talks(reconciled)
    marked = {name: reviews.mark(name, getattr(found, name)) for name in _TALKS}
    return Record(reconciled=reconciled, talks=Talks(**marked))


def read_missing(store: Store) -> dict[str, Reading]:
    """Read what has no reading by this reader under the date in force, and keep it.

    In a dossier that is opened to look at alone, nothing can be kept: these readings are given back instead.
    """
    corrections = in_force(store.entries())
    fresh: dict[str, Reading] = {}
    wanted = _wanted(store, corrections)
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


def _wanted(store: Store, corrections: Corrections) -> dict[str, Interval | None]:
    given = {report: published.interval for report, published in corrections.dates.items()}
    return {report: given.get(report) for report in store.report_ids()}


def _known_by(item: Item, day: datetime.date) -> bool:
    return item.published.end is not None and item.published.end <= day


def _members(record: Record) -> Iterator[tuple[str, str]]:
    for rows in (record.reconciled.timeline, record.reconciled.claims):
        for row in rows:
            for member in row.members:
                yield row.id, member
