"""An open dossier: reads reports in, derives the record, answers for every table, takes corrections."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from dragoman.dossier import Passages, Store, Tombstone
from dragoman.dossier.rows import Asked
from dragoman.process import Accounts, state_on
from dragoman.reading.version import reader_version
from dragoman.reconciling.amending import amended
from dragoman.reconciling.words_of import NO_WORD, words_by_report
from dragoman.records.errors import Missing, UsageError
from dragoman.records.journal import Entry, EntryKind
from dragoman.records.reading import Polarity, Reading
from dragoman.records.record import Record, Talks
from dragoman.records.report import Report
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import (
    ChannelRow,
    ConditionRow,
    HostingRow,
    PositionRow,
    ProposalRow,
    StateRow,
)
from dragoman.records.rows.voices import ActorRow, GradeTold, OriginRow, StatementRow
from dragoman.workbench.anchoring import anchored
from dragoman.workbench.answering import Answers, Counts
from dragoman.workbench.corrections import in_force
from dragoman.workbench.deriving import (
    bring_up_to_date,
    derive,
    forgotten,
    is_small,
    is_up_to_date,
    keep_talks,
)
from dragoman.workbench.facets import CLAIM
from dragoman.workbench.filters import NO_FILTERS, Filters, chosen
from dragoman.workbench.finding import find
from dragoman.workbench.intake import Progress, ReadResult, take_in
from dragoman.workbench.keeping import row_of
from dragoman.workbench.kept import KeptBrief, kept_briefs, value_of
from dragoman.workbench.shown import Beside, Shown, shown, sources_of
from dragoman.workbench.table import Table

T = TypeVar("T")


class Dossier:
    """The record of one negotiation, in one file.

    Every table method takes `Filters` and gives a `Table` of typed rows. The record is derived from the readings and
    the journal when it is first asked for, and again after something has changed.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        # By the number of the change that they are up to date with, and the day that they are known by.
        self._answers = Answers(store)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True, read_only: bool = False) -> Self:
        """Open the dossier at `path`; made if absent, unless `create` is False. Raises DossierError."""
        return cls(Store.open(path, create=create, read_only=read_only))

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def pin(self) -> int:
        """From now on everything is told as it is now, whatever is written meanwhile, until `unpin`.

        The number given is another one than at the last time if anything was written in between.
        """
        state = self._store.pin()
        self._answers.hold_still(is_still=True)
        return state

    def unpin(self) -> None:
        """Tell everything as it is then again."""
        self._answers.hold_still(is_still=False)
        self._store.unpin()

    def settled(self, then: Callable[[], T]) -> T | None:
        """What `then` gives while nobody can write and the record is up to date; None where it is not."""
        with self._store.changing():
            return then() if is_up_to_date(self._store) else None

    def bring_up_to_date(self) -> None:
        """Derive what has changed, now and not when it is asked for."""
        bring_up_to_date(self._store)

    # Reading in

    def read(
        self,
        paths: Iterable[Path | str],
        *,
        published: datetime.date | str | None = None,
        outlet: str | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> ReadResult:
        """Read files and folders into the dossier, report by report, each committed whole.

        `published` and `outlet` stand in for what a file does not say. What cannot be read is told in the result
        and the rest goes on.
        """
        result = take_in(
            self._store,
            paths,
            published=published,
            outlet=outlet,
            given=in_force(self._store.entries()).dates,
            progress=progress,
        )
        if is_small(self._store):  # at once, for the parser is loaded; all of a pile is derived when it is asked for
            bring_up_to_date(self._store)
        return result

    # The record

    def record(self, known_by: datetime.date | None = None) -> Record:
        """All tables at once. For one of them, or some rows of one, ask for these alone."""
        return self._answers.record(known_by)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, which must rest on the record alone: made once, until something changes."""
        return self._answers.once(key, make)

    def take_over(self, before: "Dossier") -> None:
        """Take over what another made in memory of the same contents of the same file: both tell the same `version`."""
        self._answers.take_over(before._answers)

    def follow(self, before: "Dossier") -> None:
        """Take over the tables that another holds of an earlier state: the rows that changed alone are read."""
        self._answers.follow(before._answers)

    def changed_since(self, before: "Dossier") -> dict[str, list[str]] | None:
        """The ids of the rows that are others than at an earlier state that another holds; None where any may be."""
        return self._answers.changed_since(before._answers)

    def keep_talks(self, made: "Dossier") -> None:
        """Keep the talks that another made of these contents, which was opened to look at alone."""
        keep_talks(self._store, made.talks())

    def talks(self) -> Talks:
        """Channels, proposals, positions, conditions and hosting at once; nothing else is kept in memory for it."""
        return self._answers.talks() if self._answers.is_kept() else self.record().talks

    @contextmanager
    def still(self) -> Iterator[None]:
        """What this thread asks inside is answered from the record as it is on entry, whatever is written meanwhile."""
        self._answers.is_kept()  # what is not derived yet cannot be once it stands still
        with nullcontext() if self._store.is_pinned else self._store.still():
            yield

    def each(self, table: str, kind: type[T], known_by: datetime.date | None = None) -> Iterator[T]:
        """Of each row of a table what `kind`, a smaller type with some of its fields, has of it."""
        return self._answers.each(table, kind, known_by)

    def of_ids(self, table: str, ids: Sequence[str], known_by: datetime.date | None = None) -> dict[str, Any]:
        """These rows of a table by their id; without those that there are not."""
        return self._answers.of_ids(table, ids, known_by)

    def _table(self, name: str, filters: Filters) -> Table[Any]:
        return self._answers.table(name, filters)

    def ids(self, table: str, filters: Filters = NO_FILTERS) -> tuple[str, ...]:
        """The ids of the rows that filters ask for, in their order; no row is loaded for it."""
        return self._answers.ids(table, filters)

    def part(self, name: str, filters: Filters, offset: int, limit: int) -> tuple[Table[Any], int]:
        """Some rows of a table, from `offset` on, and how many rows `filters` ask for in all."""
        return self._answers.part(name, filters, offset, limit)

    def reports(self, filters: Filters = NO_FILTERS) -> Table[ReportRow]:
        """The reports of the pile."""
        return self._table("reports", filters)

    def statements(self, filters: Filters = NO_FILTERS) -> Table[StatementRow]:
        """Who said what, the outlets' own voices too."""
        return self._table("statements", filters)

    def timeline(self, filters: Filters = NO_FILTERS) -> Table[TimelineRow]:
        """What happened, is planned, asked for, threatened or denied, by day."""
        return self._table("timeline", filters)

    def claims(self, filters: Filters = NO_FILTERS) -> Table[ClaimRow]:
        """What is claimed, by how many independent origins, and how it stands."""
        return self._table("claims", filters)

    def conflicts(self, filters: Filters = NO_FILTERS) -> Table[ConflictRow]:
        """Where accounts differ or contradict each other."""
        return self._table("conflicts", filters)

    def figures(self, filters: Filters = NO_FILTERS) -> Table[FigureRow]:
        """Numbers in series."""
        return self._table("figures", filters)

    def actors(self, filters: Filters = NO_FILTERS) -> Table[ActorRow]:
        """Who is who."""
        return self._table("actors", filters)

    def origins(self, filters: Filters = NO_FILTERS) -> Table[OriginRow]:
        """Where information came from first."""
        return self._table("origins", filters)

    def proposals(self, filters: Filters = NO_FILTERS) -> Table[ProposalRow]:
        """What was put on the table, and the answers."""
        return self._table("proposals", filters)

    def positions(self, filters: Filters = NO_FILTERS) -> Table[PositionRow]:
        """What each actor wants, refuses or could accept."""
        return self._table("positions", filters)

    def conditions(self, filters: Filters = NO_FILTERS) -> Table[ConditionRow]:
        """What would have to happen for an act to follow."""
        return self._table("conditions", filters)

    def hosting(self, filters: Filters = NO_FILTERS) -> Table[HostingRow]:
        """Where delegations sit."""
        return self._table("hosting", filters)

    def channels(self, filters: Filters = NO_FILTERS) -> Table[ChannelRow]:
        """Each mediator's line and its states over time."""
        return self._table("channels", filters)

    def state(self, as_of: datetime.date, filters: Filters = NO_FILTERS) -> Table[StateRow]:
        """Each channel's state on a day, and why."""
        known = Filters(known_by=filters.known_by)
        channels = chosen(self.channels(known), filters.but(as_of=None, begin=None, end=None))
        key = ("accounts of states", filters.known_by)
        accounts = self.once(key, lambda: Accounts(self.channels(known), self.conflicts(known), self.statements(known)))
        return Table("state", state_on(as_of, channels, self.conditions(known), accounts))

    def state_kept(self, brief: KeptBrief) -> Table[StateRow]:
        """Each channel's state as the record told it when this brief was kept, on the brief's own day."""
        record = derive(self._store, brief.known_by, brief)
        talks, found = record.talks, record.reconciled
        accounts = Accounts(talks.channels, found.conflicts, found.statements)
        return Table("state", state_on(brief.as_of, talks.channels, talks.conditions, accounts))

    def counts(self) -> Counts:
        """How much there is."""
        return self._answers.counts()

    def version(self) -> str:
        """Tells one content from another: as long as it is the same, every table is. Cheap beside the tables."""
        return self._store.fingerprint(reader_version())

    def made_with(self) -> dict[str, str]:
        """What the dossier was made with: schema, dragoman's version, and the parser's libraries and hash."""
        return self._store.meta()

    # One thing

    def show(self, row_id: str) -> Shown:
        """A row by its id, a former one too, with its evidence in context. Raises UsageError for an unknown id."""
        table, row = self._find(row_id)
        return shown(self._store, table, row, self._beside(row))

    def _beside(self, row: Row) -> Beside:
        """What stands beside a row: the conflicts of a claim, the claim of an event, the grades of its source."""
        if not isinstance(row, ClaimRow | TimelineRow):
            outlet = self._store.report(row.report).outlet if isinstance(row, StatementRow) else None
            sources = sources_of(row, outlet)
            return Beside(grades=tuple(one for one in self.grades() if one.id in sources)) if sources else Beside()
        if not bring_up_to_date(self._store):
            found = self.record().reconciled
            conflicts = tuple(c for c in found.conflicts if row.id in c.claims)
            return Beside(conflicts, next((c for c in found.claims if c.id == getattr(row, "claim", None)), None))
        with self._store.rows() as rows:
            if isinstance(row, ClaimRow):
                about = rows.find("conflicts", Asked(same={CLAIM: row.id}))
                return Beside(conflicts=tuple(row_of("conflicts", body) for body in about))
            body = rows.one("claims", row.claim) if row.claim else None
            return Beside(claim=row_of("claims", body) if body is not None else None)

    def report(self, report_id: str) -> Report:
        """One report with its text. Raises DossierError for an unknown one."""
        return self._store.report(report_id)

    def reading(self, report_id: str) -> Reading:
        """One report's reading, under the date in force. Raises DossierError for an unknown report."""
        return self._answers.reading(report_id)

    def passages(self, report_id: str) -> Passages:
        """One report's text with its sentences, without the rest of its reading. Raises DossierError as `reading`."""
        return self._answers.passages(report_id)

    def told(self, report_id: str) -> Reading:
        """One report's reading with the statements that people added to it."""
        words = words_by_report(self._answers.in_force()).get(report_id, NO_WORD)
        return amended(self.reading(report_id), words.added, words.reviews)

    def grades(self) -> tuple[GradeTold, ...]:
        """How reliable people hold sources: actors, outlets, origins. What is not here nobody has graded."""
        if not bring_up_to_date(self._store):
            return self.record().reconciled.grades
        with self._store.rows() as rows:
            return tuple(row_of("grades", body) for body in rows.find("grades", Asked()))

    def search(self, words: str, limit: int = 20) -> tuple[str, ...]:
        """The ids of reports with these words, best first."""
        return self._store.search(words, limit)

    # Corrections

    def correct(
        self,
        kind: EntryKind,
        ids: tuple[str, ...],
        *,
        by: str,
        reason: str | None = None,
        value: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Add a person's correction of the rows `ids` to the journal. Raises UsageError for what makes no sense."""
        rows = [self._find(row_id) for row_id in ids]
        found = anchored(self._store, kind, rows, dict(value or {}))
        if not found.anchors:
            raise UsageError(Missing.ANCHOR.format(id=", ".join(ids)))
        return self._store.append(kind, by=by, at=_now(), anchors=found.anchors, value=found.value, reason=reason)

    def add_statement(
        self,
        report_id: str,
        *,
        content: str,
        source: str = "",
        cue: str = "",
        polarity: str = Polarity.ASSERTS,
        sourcing: str | None = None,
        by: str,
        reason: str | None = None,
    ) -> Entry:
        """Add a statement that a person found in a report, by the words of its parts.

        Pieces of one part are given with ` … ` between them. Raises UsageError where the report has no such words.
        """
        value = {"content": content, "source": source, "cue": cue, "polarity": polarity, "sourcing": sourcing}
        return self.correct(EntryKind.ADD_STATEMENT, (report_id,), by=by, reason=reason, value=value)

    def keep_brief(
        self,
        as_of: datetime.date,
        *,
        by: str,
        known_by: datetime.date | None = None,
        reason: str | None = None,
    ) -> Entry:
        """Note in the journal that a brief of that day was sent: the next one can tell what is new since it."""
        reports = [row.id for row in self.reports(Filters(known_by=known_by))]
        value = value_of(as_of, known_by, reports)
        return self._store.append(EntryKind.KEEP_BRIEF, by=by, at=_now(), value=value, reason=reason)

    def kept_briefs(self) -> tuple[KeptBrief, ...]:
        """The briefs that were kept, oldest first."""
        return kept_briefs(self._store.entries())

    def journal(self) -> tuple[Entry, ...]:
        """Every correction, oldest first."""
        return self._store.entries()

    def undo(self, number: int, *, by: str, reason: str | None = None) -> Entry:
        """Undo an entry of the journal, with an entry of its own. Raises UsageError where that makes no sense."""
        return self._store.append(EntryKind.UNDO, by=by, at=_now(), value={"undoes": number}, reason=reason)

    def forget(self, report_id: str, *, by: str, reason: str) -> Tombstone:
        """Take a report out of the dossier for good; a tombstone stays."""
        bring_up_to_date(self._store)
        return self._store.forget(report_id, by=by, at=_now(), reason=reason, then=lambda: forgotten(self._store))

    def _find(self, row_id: str) -> tuple[str, Row]:
        return find(self._store, self._answers, row_id)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
