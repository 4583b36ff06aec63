"""The dossier's face: one object over one file, each call one transaction."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import select

from dragoman.dossier import changes, derived, failures, forgetting, fulltext, journal, opening, pile, readings, reports
from dragoman.dossier.blocks import Blocks
from dragoman.dossier.changes import Standing
from dragoman.dossier.failures import Failure
from dragoman.dossier.forgetting import Tombstone
from dragoman.dossier.pile import Kept
from dragoman.dossier.readings import Given, Passages
from dragoman.dossier.reports import Added
from dragoman.dossier.rows import Rows
from dragoman.dossier.schema import HEAD, meta
from dragoman.dossier.transactions import Transactions
from dragoman.dossier.trouble import explained
from dragoman.dossier.writing import put
from dragoman.records.errors import DossierError, Dossiers
from dragoman.records.journal import Anchor, Entry, EntryKind
from dragoman.records.reading import Reading
from dragoman.records.report import Report, Source

PATIENCE = 15.0
"""Seconds to wait for another writer before giving up."""


class Store:
    """A dossier: reports, their readings, and the journal of what people said of them.

    Every method that writes is one transaction, committed whole before it returns; all raise `DossierError`
    with what to do about it when the file cannot be read or written.
    """

    def __init__(self, file: Transactions) -> None:
        self._file = file
        self.path = file.path
        self.read_only = file.read_only

    @classmethod
    def open(
        cls, path: Path | str, *, create: bool = True, read_only: bool = False, patience: float = PATIENCE
    ) -> Self:
        """Open the dossier at `path`: made if absent (unless `create` is False), brought up to date if older.

        `read_only` leaves the file as it is and works in a read-only place. `patience` is how many seconds to
        wait for another writer. Raises DossierError.
        """
        path = Path(path)
        with explained(path, patience):
            if read_only:
                engine = opening.to_read(path, patience=patience)
            else:
                engine = opening.to_write(path, create=create, patience=patience)
        return cls(Transactions(path, engine, read_only=read_only, patience=patience))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def still(self) -> AbstractContextManager[None]:
        """What this thread asks inside is answered from the dossier as it is on entry.

        So a fingerprint and what is derived beside it belong together, whatever is written meanwhile, by
        other processes or by this one.
        """
        return self._file.still()

    def pin(self) -> int:
        """From now on every thread asks the dossier as it is now; another number if anything was written since."""
        return self._file.pin()

    @property
    def is_pinned(self) -> bool:
        """Whether it stands still for every thread."""
        return self._file.is_pinned

    def unpin(self) -> None:
        """Ask the dossier as it is then again."""
        self._file.unpin()

    def changing(self) -> AbstractContextManager[None]:
        """All that this thread writes inside is committed at once at the end, or none; it asks what it wrote."""
        return self._file.changing()

    # Reports and readings

    def add(
        self,
        report: Report,
        reading: Reading,
        *,
        reader: str,
        retrieved: datetime.datetime,
        given: Given = None,
    ) -> Added:
        """Keep a report and its reading, as far as they are not kept yet.

        A known report under another file name gets that name too. Where files of one text differ in title or
        date, the head shown is the one with a date that a person gave, then that of the smallest file name,
        whatever order they come in; a reading made with another head is not kept. Raises InputError for a
        report that was forgotten.
        """
        readings.check_match(report, reading)
        with self._file.writing() as connection:
            forgetting.refuse(connection, report)
            placed = reports.place(connection, report, retrieved=retrieved)
            fresh = placed.shown and not readings.has(connection, report.id, reader=reader, given=given)
            if fresh:
                readings.add(connection, reading, reader=reader, given=given)
            if placed.new or placed.named or fresh:
                changes.note(connection, [report.id])
        if placed.new:
            return Added.NEW
        if placed.named:
            return Added.NAMED
        return Added.READ if fresh else Added.SAME

    def note_source(self, report: Report, *, retrieved: datetime.datetime) -> Added:
        """Keep another file name (and what that file says of title and date) of a known report.

        Raises DossierError for a report that is not known. See `needs_reading`.
        """
        with self._file.writing() as connection:
            reports.require(connection, self.path, report.id)
            placed = reports.place(connection, report, retrieved=retrieved)
            changes.note(connection, [report.id])
        return Added.NAMED if placed.named else Added.SAME

    def needs_reading(self, report: Report, *, reader: str, given: Given = None) -> bool:
        """Whether this report has to be read before it is added; if not, `note_source` will do."""
        with self._file.asking() as connection:
            return reports.would_change_head(connection, report) or not readings.has(
                connection, report.id, reader=reader, given=given
            )

    def put_reading(self, report_id: str, reading: Reading, *, reader: str, given: Given = None) -> None:
        """Keep a reading of a known report, over the one that is there for this reader and given date."""
        with self._file.writing() as connection:
            readings.check_match(reports.one(connection, self.path, report_id), reading)
            readings.replace(connection, reading, reader=reader, given=given)
            changes.note(connection, [report_id])

    def report(self, report_id: str) -> Report:
        """One report, under its smallest file name. Raises DossierError where there is none."""
        with self._file.asking() as connection:
            return reports.one(connection, self.path, report_id)

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, sorted."""
        with self._file.asking() as connection:
            return tuple(reports.ids(connection))

    def known(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the ids that are reports', sorted."""
        with self._file.asking() as connection:
            return tuple(sorted(one for one in set(ids) if reports.is_known(connection, one)))

    def text(self, report_id: str) -> str:
        """A report's text. Raises DossierError where there is none."""
        with self._file.asking() as connection:
            found = reports.text_of(connection, report_id)
        if found is None:
            raise DossierError(Dossiers.NO_REPORT.format(path=self.path, report=report_id))
        return found

    def reports(self) -> Iterator[Report]:
        """All reports in the order of their ids, streamed."""
        with self._file.asking() as connection:
            yield from reports.stream(connection)

    def sources(self, report_id: str) -> tuple[Source, ...]:
        """Every place that a report was found in, the smallest file name first."""
        with self._file.asking() as connection:
            return reports.sources_of(connection, report_id)

    def retrieved(self, report_id: str) -> datetime.datetime | None:
        """When a report was first retrieved or read; None for one from no file, or unknown."""
        with self._file.asking() as connection:
            return reports.retrieved_at(connection, report_id)

    def reading(self, report_id: str, *, reader: str, given: Given = None) -> Reading | None:
        """One reading, if it is kept."""
        return next(self.readings({report_id: given}, reader=reader), None)

    def readings(self, wanted: Mapping[str, Given], *, reader: str) -> Iterator[Reading]:
        """The readings wanted (report id: given date) in the order of report ids, streamed.

        Those that are not kept are left out; `unread` tells which.
        """
        with self._file.asking() as connection:
            yield from readings.stream(connection, wanted, reader=reader)

    def passages(self, report_id: str, *, reader: str, given: Given = None) -> Passages | None:
        """The sentences of one reading with their text, if it is kept."""
        with self._file.asking() as connection:
            return readings.passages(connection, report_id, reader=reader, given=given)

    def kept(self, wanted: Mapping[str, Given], *, reader: str) -> Iterator[Kept]:
        """The reports wanted (report id: given date) with their files and readings, in the order of ids, streamed."""
        with self._file.asking() as connection:
            yield from pile.stream(connection, wanted, reader=reader)

    def readers(self) -> tuple[str, ...]:
        """The readers that there are readings by, those with the most first."""
        with self._file.asking() as connection:
            return readings.readers(connection)

    def unread(self, wanted: Mapping[str, Given], *, reader: str) -> tuple[str, ...]:
        """The ids among the wanted whose reading is not kept, sorted."""
        with self._file.asking() as connection:
            return readings.missing(connection, wanted, reader=reader)

    def search(self, words: str, limit: int = 20) -> tuple[str, ...]:
        """The ids of reports that have all of `words` in title or text, best first.

        `"quoted words"` stand together, `word*` is a beginning; nothing else in `words` has a meaning.
        """
        with self._file.asking() as connection:
            return fulltext.search(connection, words, limit)

    # Inputs that could not be read

    def note_failure(self, file: str, reason: str, at: datetime.datetime) -> None:
        """Keep that an input could not be read. The same again changes nothing."""
        with self._file.writing() as connection:
            failures.note(connection, file, reason, at=at)

    def clear_failure(self, file: str) -> None:
        """Take that back: the input has been read since."""
        with self._file.asking() as connection:
            known = failures.is_known(connection, file)
        if known:
            with self._file.writing() as connection:
                failures.clear(connection, file)

    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be read, by name."""
        with self._file.asking() as connection:
            return failures.every(connection)

    # The journal

    def append(
        self,
        kind: EntryKind,
        *,
        by: str,
        at: datetime.datetime,
        anchors: Sequence[Anchor] = (),
        value: dict[str, Any] | None = None,
        reason: str | None = None,
    ) -> Entry:
        """Add an entry to the journal; an undo is one of kind UNDO with value `{"undoes": number}`.

        Raises UsageError for an undo of an entry that is not there, is undone, or forgot a report.
        """
        if kind is EntryKind.FORGET:
            raise ValueError("a report is forgotten with `forget`, which makes the entry")
        entry = Entry(number=0, at=at, by=by, kind=kind, anchors=tuple(anchors), value=value or {}, reason=reason)
        with self._file.writing() as connection:
            kept = journal.append(connection, self.path, entry)
            changes.note(connection, journal.reports_of(connection, kept))
            return kept

    def entries(self) -> tuple[Entry, ...]:
        """The journal, oldest first; `undone_by` names the undo that stands against an entry."""
        with self._file.asking() as connection:
            return journal.entries(connection)

    def forget(
        self,
        report_id: str,
        *,
        by: str,
        at: datetime.datetime,
        reason: str,
        then: Callable[[], None] | None = None,
    ) -> Tombstone:
        """Take a report's words out of the dossier for good; a tombstone and a journal entry stay.

        `then` is done in the same transaction: it takes the words out of what was derived. Without it all that was
        derived goes.
        A report forgotten before gives the tombstone it has. Raises DossierError for an unknown one.
        """
        word = Entry(number=0, at=at, by=by, kind=EntryKind.FORGET, anchors=(), reason=reason)
        with self._file.writing() as connection:
            stone = forgetting.forget(connection, self.path, report_id, word)
            changes.note(connection, [report_id])
            with self._file.inside(connection):
                (then or self.unsettle)()
        self._file.empty_log()
        return stone

    def tombstone(self, report_id: str) -> Tombstone | None:
        """What stays of a forgotten report; None for one that was never forgotten."""
        with self._file.asking() as connection:
            return forgetting.tombstone(connection, report_id)

    # The record

    def standing(self) -> Standing:
        """How the record stands: by what it was made, and which reports have changed since."""
        with self._file.asking() as connection:
            return changes.standing(connection)

    def settle(self, made_by: str, upto: int) -> None:
        """Note that the record is up to date with all changes up to that one."""
        with self._file.writing() as connection:
            changes.settle(connection, made_by, upto)

    def unsettle(self) -> None:
        """Take the record away; it is made anew when it is next asked for."""
        with self._file.writing() as connection:
            changes.unsettle(connection)
            Blocks(connection).clear()
            Rows(connection).clear()

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        """The rows of the record's tables, to read."""
        with self._file.asking() as connection:
            yield Rows(connection)

    @contextmanager
    def shelves(self) -> Iterator[tuple[Blocks, Rows]]:
        """What the stages of reconciling made and the rows of the tables, to change."""
        with self._file.writing() as connection:
            yield Blocks(connection), Rows(connection)

    # What was derived

    def fingerprint(self, reader: str) -> str:
        """A digest of all that the record is derived from: reports, files, readings by `reader`, journal."""
        with self._file.asking() as connection:
            return derived.fingerprint(connection, reader)

    def cached(self, key: str) -> bytes | None:
        """What was kept under `key`, if it still is."""
        with self._file.asking() as connection:
            return derived.cached(connection, key)

    def cache(self, key: str, value: bytes, *, reader: str | None = None, fingerprint: str | None = None) -> None:
        """Keep `value` under `key` for a while. What cannot be written is not kept, and that is no error.

        With `reader` and the `fingerprint` that the value was derived at, it is kept only if the dossier still
        has that: what another process has forgotten meanwhile does not come back this way.
        """
        try:
            with self._file.writing() as connection:
                if reader is None or derived.fingerprint(connection, reader) == fingerprint:
                    derived.keep(connection, key, value)
        except DossierError:
            return

    def remember_ids(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep which member ids a derived id had, so that it can be found when the row has another id."""
        if self.read_only:
            return
        with self._file.writing() as connection:
            derived.remember(connection, pairs)

    def members_of(self, derived_id: str) -> tuple[str, ...]:
        """The member ids that a derived id has or had, sorted."""
        with self._file.asking() as connection:
            return derived.members_of(connection, derived_id)

    def heirs_of(self, derived_id: str) -> tuple[str, ...]:
        """Other derived ids of the same kind that have or had members of this one: those with most of them first."""
        with self._file.asking() as connection:
            return derived.heirs_of(connection, derived_id)

    # About the dossier itself

    def meta(self) -> dict[str, str]:
        """What is noted of the dossier itself: `schema`, `made_by`, and what `note_meta` was given."""
        with self._file.asking() as connection:
            rows = connection.execute(select(meta).order_by(meta.c.key)).all()
        return {"schema": HEAD, **{row.key: row.value for row in rows}}

    def note_meta(self, key: str, value: str) -> None:
        """Note something of the dossier itself: a model's hash, a runtime's version."""
        if self.meta().get(key) != value:
            with self._file.writing() as connection:
                put(connection, meta, {"key": key, "value": value})
