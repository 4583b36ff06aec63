"""The record as the briefs of all days share it: each row with the first day on which it can be told of."""

import datetime
import functools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Any, Generic, Protocol, TypeVar

from dragoman.reconciling.review import evidence_of
from dragoman.records.reading import Polarity
from dragoman.records.rows.evidence import Evidence, Review, ReviewStatus, Row
from dragoman.records.rows.happenings import ClaimRow, ClaimStatus, ConflictRow, FigurePoint, TimelineRow
from dragoman.records.rows.reports import Relevance, ReportRow
from dragoman.records.rows.voices import ActorRow, OriginRow, StatementRow
from dragoman.records.time import Interval
from dragoman.showing.brief.asof import has_day
from dragoman.showing.brief.parts import Figure, Origin, Place, Point
from dragoman.showing.brief.series import Series
from dragoman.showing.brief.spoken import Spoken
from dragoman.showing.brief.tally import Tally
from dragoman.workbench import Dossier, Filters
from dragoman.workbench.filters import first_day


class _Reviewed(Protocol):
    @property
    def review(self) -> Review: ...


R = TypeVar("R", bound=Row)
V = TypeVar("V", bound=_Reviewed)
T = TypeVar("T")
ALWAYS, NEVER = 0, 10**9  # days, counted from the first of the calendar


class Dated(Generic[R]):
    """Rows in their order: of each the day on which it begins, and the first on which it is told of."""

    def __init__(self, rows: Sequence[R], told: Sequence[int]) -> None:
        self.rows = tuple(rows)
        self._begins = [first_day(row) for row in self.rows]
        self._told = list(told)
        self._both = list(map(max, self._begins, self._told))

    def ordered(self, places: Iterable[int]) -> "Dated[R]":
        """The rows at some places, in the order of these."""
        chosen = list(places)
        return Dated([self.rows[place] for place in chosen], [self._told[place] for place in chosen])

    def count(self, day: datetime.date | None, begun: datetime.date | None) -> int:
        """How many can be told of on `day`; without one, how many begin by `begun`, without that either all."""
        if day is None and begun is None:
            return len(self.rows)
        days, last = (self._told_sorted, day) if day is not None else (self._begins_sorted, begun)
        assert last is not None
        return bisect_right(days, last.toordinal())

    @functools.cached_property
    def _told_sorted(self) -> list[int]:
        return sorted(self._told)

    @functools.cached_property
    def _begins_sorted(self) -> list[int]:
        return sorted(self._begins)

    def only(self, wanted: Callable[[R], bool]) -> "Dated[R]":
        """Those of the rows that are wanted."""
        return self.ordered(place for place, row in enumerate(self.rows) if wanted(row))

    def begun(self, day: datetime.date | None) -> tuple[R, ...]:
        """Those that begin by a day, or of which it is not told when; without a day all."""
        return self._upto(day, self._begins)

    def told(self, day: datetime.date) -> tuple[R, ...]:
        """Those that can be told of on a day."""
        return self._upto(day, self._told)

    def is_told(self, place: int, day: datetime.date | None, begun: datetime.date | None) -> bool:
        """Whether the row at a place is among those told of on `day`, or without one among those begun by `begun`."""
        if day is not None:
            return self._told[place] <= day.toordinal()
        return begun is None or self._begins[place] <= begun.toordinal()

    def begun_and_told(self, day: datetime.date) -> tuple[R, ...]:
        """Those of which both holds."""
        return self._upto(day, self._both)

    def _upto(self, day: datetime.date | None, days: list[int]) -> tuple[R, ...]:
        return self.rows if day is None else tuple(compress(self.rows, map(day.toordinal().__ge__, days)))


class Whole:
    """The tables of a record without what was rejected and without excluded reports, and what was made of them.

    `shared` keeps whatever is the same on every day. A row goes by its own day; one without a day by the reports that
    tell it, which can have appeared whenever it is not known when they did.
    """

    def __init__(self, dossier: Dossier, everything: Filters) -> None:
        with dossier.still():
            self._load(dossier, everything)

    def _load(self, dossier: Dossier, everything: Filters) -> None:
        self.shared: dict[Any, Any] = {}
        self.reports: tuple[ReportRow, ...] = tuple(
            row for row in dossier.reports(everything) if row.relevance != Relevance.EXCLUDE
        )
        self._appeared = {row.id: _ordinal(row.published.begin) for row in self.reports}
        self.first_published = min((row.published.begin for row in self.reports if row.published.begin), default=None)
        self.every: tuple[TimelineRow, ...] = not_rejected(dossier.timeline(everything))
        events = [self._event(row) for row in self.every]
        self.timeline = Dated(self.every, events)
        by_claim: dict[str, int] = defaultdict(lambda: NEVER)
        for row, day in zip(self.every, events, strict=True):
            if row.claim:
                by_claim[row.claim] = min(by_claim[row.claim], day)
        claims = _contested(dossier, everything)
        conflicts: tuple[ConflictRow, ...] = not_rejected(dossier.conflicts(everything))
        self.claims = Dated(claims, [self._about((row.id,), row, by_claim) for row in claims])
        self.conflicts = Dated(conflicts, [self._about(row.claims, row, by_claim) for row in conflicts])
        self.statements: tuple[StatementRow, ...] = not_rejected(dossier.statements(everything))
        silent = [row for row in self.statements if row.polarity is Polarity.DECLINES]
        self.silent = Dated(silent, [self.told_on(row.evidence) for row in silent])
        origins = not_rejected(dossier.each("origins", Origin, everything.known_by))
        self.sourced = Tally((row.source is not None, self.told_on(row.evidence)) for row in origins)
        several = dossier.of_ids("origins", [row.id for row in origins if len(row.reports) > 1], everything.known_by)
        shared: list[OriginRow] = sorted(several.values(), key=_most_shared)
        self.origins = Dated(shared, [self.told_on(row.evidence) for row in shared])
        self.actors: tuple[ActorRow, ...] = not_rejected(dossier.actors(everything))
        self.figures = Series(
            not_rejected(dossier.each("figures", Figure, everything.known_by)),
            self._point,
            functools.partial(dossier.of_ids, "figures", known_by=everything.known_by),
        )

    def once(self, key: object, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for all days."""
        if key not in self.shared:
            self.shared[key] = make()
        return self.shared[key]

    def of_row(self, kind: str, row: R, make: Callable[[R], T]) -> T:
        """What `make` gives of a row that is the same on many days, made once and kept with it."""
        made: dict[int, tuple[R, T]] = self.once(kind, dict)
        known = made.get(id(row))
        if known is None:
            known = made[id(row)] = row, make(row)  # as long as it is kept, no other row has its identity
        return known[1]

    def talks(self, rows: Iterable[R]) -> Dated[R]:
        """Rows of the talks: those without a day of their own go by the reports that tell them."""
        kept = not_rejected(rows)
        return Dated(kept, [ALWAYS if has_day(row) else self.told_on(evidence_of(row)) for row in kept])

    def by_claim(self) -> dict[str, list[int]]:
        """By claim where its events stand among all."""
        found: dict[str, list[int]] = {}
        for place, row in enumerate(self.every):
            if row.claim:
                found.setdefault(row.claim, []).append(place)
        return found

    def begun_between(self, first: datetime.date, last: datetime.date) -> int:
        """How many events are told to have begun on one of some days."""
        begun: list[int] = self.once("begun", lambda: sorted(r.begin.toordinal() for r in self.every if r.begin))
        return max(0, bisect_right(begun, last.toordinal()) - bisect_left(begun, first.toordinal()))

    def by_first_day(self) -> dict[datetime.date, list[int]]:
        """By the first day that events can have been on, where they stand among all."""
        found: dict[datetime.date, list[int]] = {}
        for place, row in enumerate(self.every):
            day = row.begin or row.end
            if day is not None:
                found.setdefault(day, []).append(place)
        return found

    def said_in(self, report: str, day: datetime.date | None) -> Sequence[StatementRow]:
        """The statements in a report, none of one that cannot have appeared by a day."""
        if not self.has_appeared(report, day):
            return ()
        by_report: dict[str, list[StatementRow]] = self.once("said", self._by_report)
        return by_report.get(report, ())

    def _by_report(self) -> dict[str, list[StatementRow]]:
        found: dict[str, list[StatementRow]] = defaultdict(list)
        for row in self.statements:
            found[row.report].append(row)
        return dict(found)

    def surely_appeared(self, day: datetime.date) -> int:
        """How many reports surely have appeared by a day."""
        days: list[int] = self.once("sure days", lambda: sorted(_surely(self.reports).values()))
        return bisect_right(days, day.toordinal())

    def has_appeared(self, report: str, day: datetime.date | None) -> bool:
        """Whether a report can have appeared by a day."""
        return day is None or self._appeared.get(report, ALWAYS) <= day.toordinal()

    def told_on(self, evidence: Iterable[Evidence | Place]) -> int:
        """The first day on which a report that tells it can have appeared."""
        return min((self._appeared.get(item.report, ALWAYS) for item in evidence), default=NEVER)

    def _event(self, row: TimelineRow) -> int:
        if row.begin is not None:
            return row.begin.toordinal()
        return min(row.end.toordinal() if row.end else NEVER, self.told_on(row.evidence))

    def _about(self, claims: Iterable[str], row: ClaimRow | ConflictRow, events: dict[str, int]) -> int:
        """Of what is about events the day of the first of them."""
        days = [events[claim] for claim in claims if claim in events]
        return min(days) if days else self.told_on(evidence_of(row))

    def spoken(self, *, told: bool) -> Spoken:
        """The statements by the day on which they begin; `told`, by the first day after it on which they are told."""

        def make() -> Spoken:
            rows = self.statements
            days = [max(first_day(row), self.told_on(row.evidence) if told else ALWAYS) for row in rows]
            return Spoken(rows, days, _surely(self.reports), self.reports)

        return self.once(("spoken", told), make)  # type: ignore[no-any-return]

    def _point(self, point: FigurePoint | Point) -> int:
        when = point.as_of or Interval()
        if when.end is not None:
            return (when.begin or when.end).toordinal()
        return max(_ordinal(when.begin), self.told_on(point.evidence))  # "since January" counts up to its report's day


def whole(dossier: Dossier, everything: Filters) -> Whole:
    """What the briefs of all days are made of; made once, until something is written."""
    made: Whole = dossier.once(("whole", everything), lambda: Whole(dossier, everything))
    return made


def _contested(dossier: Dossier, everything: Filters) -> tuple[ClaimRow, ...]:
    """The claims that somebody denies: of the others a brief tells by their events."""
    found: dict[str, ClaimRow] = {}
    for status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED):
        rows = dossier.claims(everything.but(status=status.value))
        found.update((row.id, row) for row in not_rejected(rows) if row.status is status)
    return tuple(found.values())


def not_rejected(rows: Iterable[V]) -> tuple[V, ...]:
    """Rows that nobody rejected."""
    return tuple(row for row in rows if row.review.status != ReviewStatus.REJECTED)


def _most_shared(row: OriginRow) -> tuple[bool, int, int, str]:
    return row.source is None, -len(row.reports), -row.statement_count, row.id


def _surely(reports: Iterable[ReportRow]) -> dict[str, int]:
    """The days by which reports surely have appeared."""
    days = ((row.id, row.published.end or row.published.begin) for row in reports)
    return {report: day.toordinal() for report, day in days if day is not None}


def _ordinal(day: datetime.date | None) -> int:
    return ALWAYS if day is None else day.toordinal()
