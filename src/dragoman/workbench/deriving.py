"""From what the store holds to the record: derived whole, kept until something that it rests on changes."""

import datetime
from collections.abc import Iterator

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
    key = ":".join((store.fingerprint(reader), *map(package_digest, _PACKAGES), str(known_by)))
    kept = store.cached(key)
    if kept is not None:
        return msgspec.json.decode(kept, type=Record)
    corrections = in_force(store.entries())
    pile = Pile(item for item in items(store, corrections) if known_by is None or _known_by(item, known_by))
    record = record_of(pile, corrections)
    # Reports read anew for another date have changed the fingerprint, so the key is made again.
    key = ":".join((store.fingerprint(reader), *map(package_digest, _PACKAGES), str(known_by)))
    if not store.read_only:
        store.remember_ids(_members(record))
        store.cache(key, msgspec.json.encode(record))
    return record


def record_of(pile: Pile, corrections: Corrections) -> Record:
    """The record of a pile under corrections: a pure function."""
    reconciled = reconcile(pile, corrections)
    reviews = Reviews(corrections)
    found = talks(reconciled)
    marked = {name: reviews.mark(name, getattr(found, name)) for name in _TALKS}
    return Record(reconciled=reconciled, talks=Talks(**marked))


def items(store: Store, corrections: Corrections) -> Iterator[Item]:
    """Every report with its reading under the date in force; what is not read so yet is read."""
    reader = reader_version()
    given = {report: published.interval for report, published in corrections.dates.items()}
    wanted: dict[str, Interval | None] = {report: given.get(report) for report in store.report_ids()}
    fresh: dict[str, Reading] = {}
    for report_id in store.unread(wanted, reader=reader):
        reading = read_dated(store.report(report_id), corrections.dates.get(report_id))
        if store.read_only:
            fresh[report_id] = reading
        else:
            store.put_reading(report_id, reading, reader=reader, given=wanted[report_id])
    kept = {reading.report.id: reading for reading in store.readings(wanted, reader=reader)} | fresh
    for report in store.reports():
        yield Item(report=report, reading=kept[report.id], files=store.sources(report.id))


def _known_by(item: Item, day: datetime.date) -> bool:
    return item.published.end is not None and item.published.end <= day


def _members(record: Record) -> Iterator[tuple[str, str]]:
    for rows in (record.reconciled.timeline, record.reconciled.claims):
        for row in rows:
            for member in row.members:
                yield row.id, member
