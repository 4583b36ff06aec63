"""All that a brief is made of, fetched once: the tables as of its day, and what finds a row's origins."""

import datetime
import functools
import shlex
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence, Row
from dragoman.records.rows.happenings import ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import (
    ChannelRow,
    ConditionRow,
    HostingRow,
    PositionRow,
    ProposalRow,
    StateRow,
)
from dragoman.records.rows.voices import ActorRow, OriginRow, Role, StatementRow
from dragoman.showing.brief.asof import AsOf
from dragoman.showing.brief.context import Sentences
from dragoman.showing.brief.independent import independent
from dragoman.showing.brief.model import AsOfGround, SinceGround
from dragoman.showing.brief.spoken import Spoken
from dragoman.showing.brief.whole import Dated, Whole, not_rejected, whole
from dragoman.showing.naming import is_named, standing
from dragoman.workbench import Counts, Dossier, Filters, KeptBrief

R = TypeVar("R", bound=Row)
T = TypeVar("T")
WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
SURNAME = 4  # letters; a shorter last name could be any word
LAST_DAY = datetime.date(9000, 1, 1)
OFTEN = 3  # reports


@dataclass(frozen=True)
class Pile:
    """The record as a brief needs it. Rejected rows and excluded reports are not in it."""

    name: str  # the dossier as a command would name it
    as_of: datetime.date | None
    ground: AsOfGround
    known_by: datetime.date | None
    since: datetime.date | None
    since_ground: SinceGround | None
    kept: KeptBrief | None  # the brief since which news is told
    counts: Counts
    reports: Sequence[ReportRow]
    spoken: Spoken  # the statements, counted, up to `spoken_by`
    spoken_by: datetime.date | None
    conflicts: Sequence[ConflictRow]
    figures: Sequence[FigureRow]  # those that are told, the weightiest first
    figure_count: int
    actors: Sequence[ActorRow]
    shared_origins: Sequence[OriginRow]  # those in several reports, in most of them first
    sourced_origin_count: int
    proposals: Sequence[ProposalRow]
    all_positions: Dated[PositionRow]  # of all days
    conditions: Sequence[ConditionRow]
    hosting: Sequence[HostingRow]
    channels: Sequence[ChannelRow]
    states: Sequence[StateRow]
    before: Sequence[StateRow]  # the states on the day since which news is told, or that the kept brief told
    sentences: Sentences  # of the reports
    whole: Whole  # what is the same on every day
    day: datetime.date | None  # the last one that is told of, where one was asked for
    made: dict[Hashable, Any] = field(default_factory=dict)  # what several sections make of it

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this brief."""
        if key not in self.made:
            self.made[key] = make()
        found: T = self.made[key]
        return found

    @property
    def year(self) -> int | None:
        """The year that days are told in without naming it."""
        return self.as_of.year if self.as_of else None

    @cached_property
    def positions(self) -> Sequence[PositionRow]:
        """What is wanted, refused or could be accepted."""
        return self.of_the_day(self.all_positions)

    def of_the_day(self, rows: Dated[R]) -> tuple[R, ...]:
        """Those of some rows that can be told of on the day."""
        return rows.begun_and_told(self.day) if self.day else rows.begun(self.as_of)

    @cached_property
    def report(self) -> dict[str, ReportRow]:
        """Reports by their id."""
        return self.whole.once("report", lambda: {row.id: row for row in self.reports})  # type: ignore[no-any-return]

    @property
    def undated(self) -> list[ReportRow]:
        """The reports without a date."""
        kept = self.whole.once
        return kept("undated", lambda: [row for row in self.reports if not row.published.interval.known])  # type: ignore[no-any-return]

    @cached_property
    def actor(self) -> dict[str, ActorRow]:
        """Actors by their id."""
        return self.whole.once("actor", lambda: {row.id: row for row in self.actors})  # type: ignore[no-any-return]

    @cached_property
    def state_names(self) -> frozenset[str]:
        """Every name of a state."""
        found = (name for row in self.actors if row.kind is ActorKind.STATE for name in (row.name, *row.aliases))
        return self.whole.once("state names", lambda: frozenset(found))  # type: ignore[no-any-return]

    @cached_property
    def in_the_talks(self) -> frozenset[str]:
        """The ids of the parties, mediators and hosts, and of what is part of them."""
        return self.whole.once("in the talks", self._in_the_talks)  # type: ignore[no-any-return]

    def _in_the_talks(self) -> frozenset[str]:
        held = {row.id for row in self.actors if row.roles}
        held |= {actor.id for row in self.channels for actor in (*row.mediators, *row.parties)}
        return self._with_parts(held)

    @property
    def party_actors(self) -> list[ActorRow]:
        """The actors that are told to be a party, in the record's order."""
        return self.whole.once("parties", self._party_actors)  # type: ignore[no-any-return]

    def _party_actors(self) -> list[ActorRow]:
        return [row for row in self.actors if any(held.role == Role.PARTY for held in row.roles)]

    def matters(self, actor: ActorRef) -> bool:
        """Whether somebody is in the talks, or has a name that so many reports tell of that it bears on them."""
        row = self.actor.get(actor.id)
        return actor.id in self.in_the_talks or (row is not None and row.named and row.report_count >= OFTEN)

    @cached_property
    def guests(self) -> frozenset[str]:
        """The ids of those whose delegations can be guests of the talks: the parties, and what is part of them."""
        return self.whole.once("guests", self._guests)  # type: ignore[no-any-return]

    def _guests(self) -> frozenset[str]:
        parties = {row.id for row in self.party_actors}
        parties |= {actor.id for row in self.channels for actor in row.parties}
        return self._with_parts(parties)

    def _with_parts(self, wholes: set[str]) -> frozenset[str]:
        return frozenset(wholes | {row.id for row in self.actors if row.of and row.of.id in wholes})

    @cached_property
    def timeline(self) -> Sequence[TimelineRow]:
        """The events."""
        return self.whole.timeline.told(self.day) if self.day else self.whole.timeline.begun(self.as_of)

    @cached_property
    def event_count(self) -> int:
        """How many events there are."""
        return self.whole.timeline.count(self.day, self.as_of)

    @cached_property
    def new_count(self) -> int:
        """How many of the events are new."""
        if self.since is not None and self.since_ground == SinceGround.WEEK and self.as_of is not None:
            return self.whole.begun_between(self.since, self.as_of)
        return len(self.part(self.timeline)[0])

    def part(self, rows: Iterable[TimelineRow]) -> tuple[list[TimelineRow], list[TimelineRow]]:
        """Those of some events that are new, and the others."""
        new: list[TimelineRow] = []
        others: list[TimelineRow] = []
        since, is_new = self.since, self.is_new
        # What only later reports told is asked for alone where it can be: it takes as long as all else.
        if since is not None and self.since_ground == SinceGround.WEEK:
            for row in rows:
                (others if row.begin is None or row.begin < since else new).append(row)
            return new, others
        for row in rows:
            (new if is_new(row) else others).append(row)
        return new, others

    def is_new(self, row: TimelineRow) -> bool:
        """Whether an event happened or became known since the day, or the kept brief, since which news is told."""
        return self.happened_since(row) or self.told_since(row)

    def happened_since(self, row: TimelineRow) -> bool:
        """Whether an event surely lies on `since` or after it; after the day of a kept brief, which told that day."""
        if self.since is None or row.begin is None:
            return False
        return row.begin > self.since if self.since_ground == SinceGround.KEPT else row.begin >= self.since

    def told_since(self, row: TimelineRow) -> bool:
        """Whether an earlier event is told only by reports that have appeared, or were read, since."""
        if self.kept is not None:
            return not any(item.report in self.kept.reports for item in row.evidence)
        if self.since_ground != SinceGround.GIVEN or not self._has_older_reports:
            return False
        return all(self._appeared_since(item.report) for item in row.evidence)

    def _appeared_since(self, report: str) -> bool:
        row = self.report.get(report)
        begin = row.published.begin if row else None
        return begin is not None and self.since is not None and begin >= self.since

    @cached_property
    def _has_older_reports(self) -> bool:
        """Whether any report surely appeared before `since`: otherwise everything would be news."""
        return any(row.published.end and self.since and row.published.end < self.since for row in self.reports)

    def who(self, actors: Iterable[ActorRef]) -> tuple[str, ...]:
        """The names of those `actors` that can stand as who: one for a part and its whole, one for nameless parts."""
        refs = tuple(actors)
        found = self._who.get(refs)
        if found is None:
            found = self._who[refs] = self._told(refs)
        return found

    @cached_property
    def _who(self) -> dict[tuple[ActorRef, ...], tuple[str, ...]]:
        """What `who` has given: it is asked of the same actors again and again, on every day."""
        return self.whole.once("who", dict)  # type: ignore[no-any-return]

    def _told(self, refs: tuple[ActorRef, ...]) -> tuple[str, ...]:
        ids = {ref.id for ref in refs if is_named(ref.name)}
        names: dict[str, str] = {}
        for ref in refs:
            row = self.actor.get(ref.id)
            name = None if self._is_part_of(ref, ids) else standing(ref.name, row)
            if name:
                nameless = row is not None and row.of is not None and not is_named(ref.name)
                names.setdefault(row.of.id if row and row.of and nameless else ref.id, name)
        return tuple(dict.fromkeys(names.values()))

    def _is_part_of(self, ref: ActorRef, wholes: set[str]) -> bool:
        row = self.actor.get(ref.id)
        return row is not None and row.of is not None and row.of.id in wholes

    def events_of(self, claims: Iterable[str]) -> list[TimelineRow]:
        """The events that claims are about, in their order."""
        by_claim: dict[str, list[int]] = self.whole.once("by claim", self.whole.by_claim)
        places = sorted({place for claim in claims for place in by_claim.get(claim, ())})
        told = self.whole.timeline.is_told
        return [self.whole.every[place] for place in places if told(place, self.day, self.as_of)]

    def name_of(self, actor: str) -> str | None:
        """The name of an actor, where it has one of its own."""
        row = self.actor.get(actor)
        return row.name if row and row.named else None

    def names_of(self, actor: str) -> tuple[str, ...]:
        """All names of an actor and of whom it is part of."""
        row = self.actor.get(actor)
        if row is None:
            return ()
        whole = self.actor.get(row.of.id) if row.of else None
        *_, last = row.name.split() or [""]
        surname = (last,) if row.kind == ActorKind.PERSON and len(last) >= SURNAME else ()
        return (row.name, *surname, *row.aliases, *((whole.name, *whole.aliases) if whole else ()))

    def names(self, actor: ActorRef) -> tuple[str, ...]:
        """All names of an actor, that by which the row calls it where the record has no others."""
        known: dict[str, tuple[str, ...]] = self.whole.once("names", dict)
        if actor.id not in known:
            known[actor.id] = self.names_of(actor.id)
        return known[actor.id] or (actor.name,)

    def independent_of(self, evidence: Iterable[Evidence]) -> int:
        """How many independent origins stand behind the statements that stand where `evidence` stands."""
        behind = {row.id: row for item in evidence for row in self.said_at(item)}
        return independent(behind.values(), self.actor)

    def origins_of(self, evidence: Iterable[Evidence]) -> frozenset[str]:
        """The origins of the statements that stand where `evidence` stands."""
        known: dict[Evidence, frozenset[str]] = self.whole.once("origins at", dict)
        found: set[str] = set()
        for item in evidence:
            if self.whole.has_appeared(item.report, self.day):
                if item not in known:
                    known[item] = frozenset(row.origin for row in self.said_at(item) if row.origin)
                found |= known[item]
        return frozenset(found)

    def is_said(self, row: StatementRow) -> bool:
        """Whether a statement is among those of the day."""
        told = Dated([row], [self.whole.told_on(row.evidence)])
        return bool(told.begun_and_told(self.day) if self.day else told.begun(self.as_of))

    def said_at(self, item: Evidence) -> list[StatementRow]:
        """The statements of the day's reports that share words with `item`."""
        return [
            row
            for row in self.whole.said_in(item.report, self.day)
            if any(e.start < item.end and item.start < e.end for e in row.evidence)
        ]


def gather(
    dossier: Dossier,
    as_of: datetime.date | None = None,
    since: datetime.date | None = None,
    *,
    known_by: datetime.date | None = None,
    process: str | None = None,
) -> Pile:
    """The tables of `dossier` as of `as_of`, by default the latest day that the record holds.

    What is new is told since `since`, by default since the last brief that was kept of a day up to then, else since a
    week before. `known_by` takes the record as the reports published by that day tell it.
    """
    everything = Filters(known_by=known_by, process=process)
    known = whole(dossier, everything)
    ground = AsOfGround.GIVEN
    if as_of is None:
        as_of = known.once("latest", lambda: latest_day(known.reports, known.every))
        ground = AsOfGround.LATEST if as_of else AsOfGround.UNKNOWN
    kept = _last_kept(dossier, as_of) if since is None else None
    since, since_ground = _since(as_of, since, kept)
    filters = everything.but(as_of=as_of)
    day = as_of if ground == AsOfGround.GIVEN else None
    that_day = AsOf(day, known.once("published", lambda: {row.id: row.published.begin for row in known.reports}))
    begun = everything if day else filters

    def rows(of: Dated[R]) -> tuple[R, ...]:
        return of.begun_and_told(day) if day else of.begun(as_of)

    return Pile(
        name=shlex.quote(str(dossier.path)),
        as_of=as_of,
        ground=ground,
        known_by=known_by,
        since=since,
        since_ground=since_ground,
        kept=kept,
        counts=dossier.counts(),
        reports=known.reports,
        spoken=known.spoken(told=day is not None),
        spoken_by=as_of,
        conflicts=rows(known.conflicts),
        figures=known.figures.weightiest(day, functools.partial(dossier.of_ids, "figures", known_by=known_by)),
        figure_count=known.figures.count(day),
        actors=known.actors,
        shared_origins=rows(known.origins),
        sourced_origin_count=known.sourced.upto(day).get(True, 0),
        proposals=that_day.begun(not_rejected(dossier.proposals(begun))),
        all_positions=known.once("positions", lambda: known.talks(dossier.positions(everything))),
        conditions=rows(known.once("conditions", lambda: known.talks(dossier.conditions(everything)))),
        hosting=that_day.begun(not_rejected(dossier.hosting(begun))),
        channels=not_rejected(dossier.channels(filters)),
        sentences=Sentences(dossier.passages, known.once("sentences", dict)),
        # Without a day, every state that was told of stands: the last one of each channel is asked for.
        states=tuple(dossier.state(as_of or LAST_DAY, filters)),
        before=_before(dossier, since, kept, everything),
        whole=known,
        day=day,
    )


def _last_kept(dossier: Dossier, as_of: datetime.date | None) -> KeptBrief | None:
    """The last brief that was kept of a day up to `as_of`."""
    kept = [brief for brief in dossier.kept_briefs() if as_of is not None and brief.as_of <= as_of]
    return kept[-1] if kept else None


def _since(
    as_of: datetime.date | None, since: datetime.date | None, kept: KeptBrief | None
) -> tuple[datetime.date | None, SinceGround | None]:
    if since is not None:
        return since, SinceGround.GIVEN
    if kept is not None:
        return kept.as_of, SinceGround.KEPT
    return (as_of - WEEK, SinceGround.WEEK) if as_of else (None, None)


def _before(
    dossier: Dossier, since: datetime.date | None, kept: KeptBrief | None, filters: Filters
) -> tuple[StateRow, ...]:
    """The states to set the present ones against; of the days before `since`, for a state of that day is new."""
    if kept is not None:
        return tuple(dossier.state_kept(kept))
    return tuple(dossier.state(since - DAY, filters)) if since else ()


def latest_day(reports: Iterable[ReportRow], timeline: Iterable[TimelineRow]) -> datetime.date | None:
    """The last day that a report was published on; where none is dated, that of an event told to have happened.

    Of an event the first day that it can have been on counts: "in 2012" is no reason to brief as of New Year's Eve.
    """
    published = [row.published.end or row.published.begin for row in reports]
    told = [row.begin or row.end for row in timeline if row.mode == EventMode.HAPPENED]
    days = [day for day in published if day is not None] or [day for day in told if day is not None]
    return max(days, default=None)
