"""All that a brief is made of, fetched once: the tables as of its day, and what finds a row's origins."""

import datetime
import shlex
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dragoman.records.reading import EventMode, Reading
from dragoman.records.rows.evidence import ActorRef, Evidence, ReviewStatus, Row
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import Relevance, ReportRow
from dragoman.records.rows.talks import (
    ChannelRow,
    ConditionRow,
    HostingRow,
    PositionRow,
    ProposalRow,
    StateRow,
)
from dragoman.records.rows.voices import ActorRow, OriginRow, Role, StatementRow
from dragoman.showing.brief.model import AsOfGround
from dragoman.showing.naming import is_named, standing
from dragoman.workbench import Counts, Dossier, Filters

R = TypeVar("R", bound=Row)
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Pile:
    """The record as a brief needs it. Rejected rows and excluded reports are not in it."""

    name: str  # the dossier as a command would name it
    as_of: datetime.date | None
    ground: AsOfGround
    since: datetime.date | None
    since_given: bool  # asked for; otherwise a week before
    counts: Counts
    reports: Sequence[ReportRow]
    statements: Sequence[StatementRow]
    timeline: Sequence[TimelineRow]
    claims: Sequence[ClaimRow]
    conflicts: Sequence[ConflictRow]
    figures: Sequence[FigureRow]
    actors: Sequence[ActorRow]
    origins: Sequence[OriginRow]
    proposals: Sequence[ProposalRow]
    positions: Sequence[PositionRow]
    conditions: Sequence[ConditionRow]
    hosting: Sequence[HostingRow]
    channels: Sequence[ChannelRow]
    states: Sequence[StateRow]
    reading: Callable[[str], Reading]  # a report's reading, by its id

    @property
    def year(self) -> int | None:
        """The year that days are told in without naming it."""
        return self.as_of.year if self.as_of else None

    @cached_property
    def report(self) -> dict[str, ReportRow]:
        """Reports by their id."""
        return {row.id: row for row in self.reports}

    @cached_property
    def actor(self) -> dict[str, ActorRow]:
        """Actors by their id."""
        return {row.id: row for row in self.actors}

    @cached_property
    def in_the_talks(self) -> frozenset[str]:
        """The ids of the parties, mediators and hosts, and of what is part of them."""
        held = {row.id for row in self.actors if row.roles}
        held |= {actor.id for row in self.channels for actor in (*row.mediators, *row.parties)}
        return self._with_parts(held)

    @cached_property
    def guests(self) -> frozenset[str]:
        """The ids of those whose delegations can be guests of the talks: the parties, and what is part of them."""
        parties = {row.id for row in self.actors if any(held.role == Role.PARTY for held in row.roles)}
        parties |= {actor.id for row in self.channels for actor in row.parties}
        return self._with_parts(parties)

    def _with_parts(self, wholes: set[str]) -> frozenset[str]:
        return frozenset(wholes | {row.id for row in self.actors if row.of and row.of.id in wholes})

    def who(self, actors: Iterable[ActorRef]) -> tuple[str, ...]:
        """The names of those `actors` that can stand as who: one for a part and its whole, one for nameless parts."""
        refs = list(actors)
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

    @cached_property
    def _statements(self) -> dict[str, list[tuple[int, int, str]]]:
        """By report: start, end and origin of every statement that has one."""
        by_report: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for row in self.statements:
            if row.origin:
                by_report[row.report] += [(e.start, e.end, row.origin) for e in row.evidence]
        return by_report

    def origins_of(self, evidence: Iterable[Evidence]) -> frozenset[str]:
        """The origins of the statements that stand where `evidence` stands."""
        return frozenset(
            origin
            for item in evidence
            for start, end, origin in self._statements.get(item.report, ())
            if start < item.end and item.start < end
        )


def gather(dossier: Dossier, as_of: datetime.date | None, since: datetime.date | None) -> Pile:
    """The tables of `dossier` as of `as_of`, by default the latest day that the record holds.

    What is new is told since `since`, by default a week before that day.
    """
    ground = AsOfGround.GIVEN
    if as_of is None:
        as_of = latest_day(dossier.reports(), dossier.timeline())
        ground = AsOfGround.LATEST if as_of else AsOfGround.UNKNOWN
    since_given = since is not None
    if since is None and as_of is not None:
        since = as_of - WEEK
    filters = Filters(as_of=as_of)
    return Pile(
        name=shlex.quote(str(dossier.path)),
        as_of=as_of,
        ground=ground,
        since=since,
        since_given=since_given,
        counts=dossier.counts(),
        reports=[row for row in dossier.reports(filters) if row.relevance != Relevance.EXCLUDE],
        statements=_standing(dossier.statements(filters)),
        timeline=_standing(dossier.timeline(filters)),
        claims=_standing(dossier.claims(filters)),
        conflicts=_standing(dossier.conflicts(filters)),
        figures=_standing(dossier.figures(filters)),
        actors=_standing(dossier.actors(filters)),
        origins=_standing(dossier.origins(filters)),
        proposals=_standing(dossier.proposals(filters)),
        positions=_standing(dossier.positions(filters)),
        conditions=_standing(dossier.conditions(filters)),
        hosting=_standing(dossier.hosting(filters)),
        channels=_standing(dossier.channels(filters)),
        # Without a day, every state that was told of stands: the last one of each channel is asked for.
        reading=dossier.reading,
        states=tuple(dossier.state(as_of or datetime.date(9000, 1, 1), filters)),
    )


def latest_day(reports: Iterable[ReportRow], timeline: Iterable[TimelineRow]) -> datetime.date | None:
    """The last day that a report was published on; where none is dated, that of an event told to have happened.

    Of an event the first day that it can have been on counts: "in 2012" is no reason to brief as of New Year's Eve.
    """
    published = [row.published.end or row.published.begin for row in reports]
    told = [row.begin or row.end for row in timeline if row.mode == EventMode.HAPPENED]
    days = [day for day in published if day is not None] or [day for day in told if day is not None]
    return max(days, default=None)


def _standing(rows: Iterable[R]) -> Sequence[R]:
    return [row for row in rows if row.review.status != ReviewStatus.REJECTED]
