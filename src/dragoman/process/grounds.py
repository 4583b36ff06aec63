"""What the process model asks of the record: its rows by id, whom actors act for, who stands behind a row."""

import datetime
import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.process.rules import guards, opposite, opposite_only, stem_of, takes_part
from dragoman.reading.outlets import is_outlet
from dragoman.records.reading import ActorKind, EventMode, Sourcing
from dragoman.records.record import Reconciled
from dragoman.records.rows.evidence import ActorRef, Evidence, ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus, ConflictKind, ConflictRow, ConflictStrength, TimelineRow
from dragoman.records.rows.talks import OfferTold, StanceTold
from dragoman.records.rows.voices import ActorRow, Role, StatementRow
from dragoman.records.time import NO_DAY, Interval, Precision

_MOST = 0.8
_WIDE = 31  # days: a report that can have been published on any of more dates nothing
_WHETHER = (ConflictKind.WHETHER, ConflictKind.STATE)
_ORDER = {sourcing: rank for rank, sourcing in enumerate(Sourcing)}


_SEVERAL = frozenset((ActorKind.GROUP, ActorKind.ORGANISATION))


_NAMES = 50_000  # of which it is remembered whether they are outlets'


def _is_opposite(row: ActorRow) -> bool:
    """Whether somebody without a name is called what nobody is who acts for those he is said to belong to."""
    if row.named:
        return False
    stem = stem_of(row.name)
    return row.name.lower().rpartition(" ")[2] in opposite() or (stem is not None and stem not in opposite_only())


@functools.lru_cache(maxsize=_NAMES)
def named_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet."""
    return is_outlet(name)


@functools.lru_cache(maxsize=4096)
def _as_a_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


class Grounds(NamedTuple):
    """The reconciled record, looked up. Rows that a person rejected are not in it."""

    timeline: tuple[TimelineRow, ...]
    actors: Mapping[str, ActorRow]
    statements: Mapping[str, StatementRow]
    published: Mapping[str, datetime.date]  # report id to the last day on which it can have been published
    published_from: Mapping[str, datetime.date]  # report id to the first day on which it can have been published
    at_work: Mapping[str, frozenset[ActorRef]]  # report id to the principals that do something in it
    disputes: Mapping[str, tuple[ConflictRow, ...]]  # claim id to its conflicts
    stances: tuple[StanceTold, ...]
    offers: tuple[OfferTold, ...]
    doers: frozenset[str]  # the ids of actors that do an act of the negotiation other than asking and blaming
    places: Mapping[str, ActorRow]  # by name: what is a place
    states: Mapping[str, ActorRef]  # by every name: what is a state
    contradicted: Mapping[str, tuple[Evidence, ...]]  # report id to the words that another voice contradicts
    rejected: frozenset[str]  # the ids of the readings' events whose rows a person rejected
    window: datetime.date | None  # the day before which everything is history; None where no report has a date
    sources: Mapping[str, tuple[str, ...]]  # actor id to the words by which it is cited
    belonging: dict[str, ActorRef | None]  # actor id to the end of its belongings as far as it was asked for

    @classmethod
    def of(cls, record: Reconciled) -> "Grounds":
        """The grounds of a record."""
        disputes: dict[str, list[ConflictRow]] = {}
        for conflict in record.conflicts:
            if conflict.review.status is not ReviewStatus.REJECTED:
                for claim in conflict.claims:
                    disputes.setdefault(claim, []).append(conflict)
        standing = tuple(r for r in record.timeline if r.review.status is not ReviewStatus.REJECTED)
        found = cls(
            timeline=standing,
            actors={row.id: row for row in record.actors},
            statements={row.id: row for row in record.statements},
            published={row.id: row.published.end for row in record.reports if row.published.end},
            published_from={row.id: row.published.begin for row in record.reports if row.published.begin},
            at_work={},
            disputes={claim: tuple(rows) for claim, rows in disputes.items()},
            stances=record.stances,
            offers=record.offers,
            doers=frozenset(ref.id for row in standing if row.type in takes_part() for ref in row.agent),
            places={row.name: row for row in record.actors if row.kind is ActorKind.OTHER and row.named},
            states={
                name: ActorRef(id=row.id, name=row.name)
                for row in record.actors
                if row.kind is ActorKind.STATE and row.named
                for name in (row.name, *row.aliases)
            },
            contradicted=_contradicted(record.conflicts),
            rejected=frozenset(
                member
                for row in record.timeline
                if row.review.status is ReviewStatus.REJECTED
                for member in row.members
            ),
            window=_window(record),
            sources=_sources(record),
            belonging={},
        )
        at_work: dict[str, set[ActorRef]] = {}
        for row in standing:
            for evidence in row.evidence:
                at_work.setdefault(evidence.report, set()).update(found.principals(row.agent))
        return found._replace(at_work={report: frozenset(refs) for report, refs in at_work.items()})

    def principal(self, ref: ActorRef) -> ActorRef:
        """Whom an actor acts for: the end of its belongings, or itself."""
        if ref.id not in self.belonging:
            self.belonging[ref.id] = self._end_of(ref.id)
        return self.belonging[ref.id] or ref

    def _end_of(self, actor: str) -> ActorRef | None:
        seen, end = {actor}, None
        while (row := self.actors.get(actor)) and row.of and row.of.id not in seen and not _is_opposite(row):
            end, actor = row.of, row.of.id
            seen.add(actor)
        return end

    def is_state(self, ref: ActorRef) -> bool:
        """Whether an actor is a state itself."""
        row = self.actors.get(ref.id)
        return row is not None and row.kind is ActorKind.STATE

    def principals(self, refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
        """Whom several actors act for, each once, in order."""
        return tuple(dict.fromkeys(map(self.principal, refs)))

    def is_named_in(self, ref: ActorRef, row: TimelineRow) -> bool:
        """Whether a name of the actor stands in the words that tell an event."""
        return self._is_in(ref, " ".join(e.quote for e in row.evidence))

    def is_named_beside(self, ref: ActorRef, row: TimelineRow) -> bool:
        """Whether a name of the actor stands in the sentence that tells an event."""
        return self._is_in(ref, " ".join(e.quote for e in (*row.evidence, *self.sentence(row))))

    def is_called(self, ref: ActorRef, words: str) -> bool:
        """Whether words call an actor by one of its names."""
        return self._is_in(ref, words)

    def _is_in(self, ref: ActorRef, words: str) -> bool:
        return any(name in words and _as_a_word(name).search(words) for name in self.names(ref))

    def is_named(self, ref: ActorRef) -> bool:
        """Whether the reports have a proper name for an actor."""
        row = self.actors.get(ref.id)
        return row is not None and row.named

    def sentence(self, row: TimelineRow) -> tuple[Evidence, ...]:
        """The sentence that tells an event."""
        for told in (self.statements[s] for s in row.statements if s in self.statements):
            if row.text in told.content:
                return told.evidence
        return ()

    def is_known(self, ref: ActorRef) -> bool:
        """Whether it is told who an actor is: by a name, or by whom it belongs to."""
        row = self.actors.get(ref.id)
        return row is not None and (row.named or row.of is not None)

    def holder(self, ref: ActorRef) -> ActorRef | None:
        """Who takes a position where `ref` is told to: the nearest with a name, or a group with a part in talks.

        "An official of the state" is the state's, a senator his own: what he wants, his state may not; what a state's
        creditors want is theirs. None where nobody is known.
        """
        seen: set[str] = set()
        at: ActorRef | None = ref
        while at is not None and at.id not in seen:
            row = self.actors.get(at.id)
            if row is None or (row.named and self._is_bystander(row)):
                return None
            if row.named:
                return at
            if row.of is None or _is_opposite(row):
                return at if _is_opposite(row) or (row.kind in _SEVERAL and row.id in self.doers) else None
            seen.add(at.id)
            at = row.of
        return None

    def _is_bystander(self, row: ActorRow) -> bool:
        """Whether a name is an outlet's, or of a person who acts for nobody and does nothing in the talks."""
        if row.kind is not ActorKind.PERSON:
            return named_outlet(row.name)
        return row.of is None and row.id not in self.doers

    def holders(self, role: Role) -> tuple[ActorRef, ...]:
        """The actors that hold a role, by id."""
        found = (row for row in self.actors.values() if any(held.role is role for held in row.roles))
        return tuple(ActorRef(id=row.id, name=row.name) for row in sorted(found, key=lambda row: row.id))

    def best_source(self, row: TimelineRow) -> tuple[str | None, Sourcing]:
        """Who stands behind an event most accountably: in a few words, and how it is sourced."""
        said = [self.statements[s] for s in row.statements if s in self.statements]
        if not said:
            return None, Sourcing.OUTLET
        best = min(said, key=lambda s: (_ORDER[s.sourcing], s.id))
        return best.source, best.sourcing

    def speaks_for(self, row: TimelineRow, refs: tuple[ActorRef, ...]) -> bool:
        """Whether somebody who acts for one of `refs`, or it itself, is cited for an event.

        A spokesman of "the foreign ministry" is his state's where a report calls him that: "Ossary's foreign ministry".
        """
        said = {s.actor.id: s.actor for i in row.statements if (s := self.statements.get(i)) and s.actor}
        if any(self.principal(ref) in refs for ref in said.values()):
            return True
        called = " ".join(words for actor in said for words in self.sources.get(actor, ()))
        return any(re.search(rf"\b{re.escape(name)}['’]s\b", called) for ref in refs for name in self.names(ref))

    def names(self, ref: ActorRef) -> tuple[str, ...]:
        """All names of an actor."""
        actor = self.actors.get(ref.id)
        return (actor.name, *actor.aliases) if actor else (ref.name,)

    def before(self, row: TimelineRow) -> str:
        """The words of the sentence before those that tell an event; empty where the record has no more of it."""
        for told in (self.statements[s] for s in row.statements if s in self.statements):
            at = told.content.find(row.text)
            if at > 0:
                return told.content[:at]
        return ""

    def after(self, row: TimelineRow) -> str:
        """The words of the sentence after those that tell an event."""
        for told in (self.statements[s] for s in row.statements if s in self.statements):
            at = told.content.find(row.text)
            if at >= 0:
                return told.content[at + len(row.text) :]
        return ""

    def name_of_source(self, row: TimelineRow) -> str | None:
        """The name of who is cited for an event, where it has one: the report may call him "he" there."""
        said = (self.statements[s].actor for s in row.statements if s in self.statements)
        return next((ref.name for ref in said if ref is not None and self.is_named(ref)), None)

    def last_told(self, row: TimelineRow) -> datetime.date | None:
        """The last day on which the first report of an event can have been published: by then it had happened."""
        return min((day for e in row.evidence if (day := self.published.get(e.report))), default=None)

    def first_told(self, row: TimelineRow) -> datetime.date | None:
        """The first day on which a report of an event can have been published; None where that is told too widely.

        From then on it may have been known to have happened.
        """
        days = [
            (first, last)
            for e in row.evidence
            if (first := self.published_from.get(e.report)) and (last := self.published.get(e.report))
        ]
        fine = [first for first, last in days if (last - first).days <= _WIDE]
        return min(fine, default=None)

    def published_on(self, report: str) -> Interval | None:
        """The days on which a report can have been published; None where they are too many to date anything."""
        first, last = self.published_from.get(report), self.published.get(report)
        if first is None or last is None or (last - first).days > _WIDE:
            return None
        return Interval(begin=first, end=last, precision=Precision.DAY if first == last else Precision.INTERVAL)

    def when(self, row: TimelineRow) -> Interval:
        """When an event was: told of it, or else by the day on which the first report of it was published.

        What happened did so by the day on which it was told, whatever its own words were read as.
        """
        if row.begin or row.end:
            last = self.last_told(row) if row.mode is EventMode.HAPPENED else None
            if last is not None and (row.end or row.begin or last) > last and (row.begin is None or row.begin <= last):
                return Interval(begin=row.begin, end=last, precision=row.precision)
            return row.interval
        announced = self._announced(row)
        if announced is not None:
            return announced
        told = [day for e in row.evidence if (day := self.published.get(e.report))]
        return Interval(end=min(told), precision=Precision.NARRATIVE) if told else NO_DAY

    def _announced(self, row: TimelineRow) -> Interval | None:
        """When what is planned was announced, where that is told: the earliest of its announcements."""
        if row.mode is not EventMode.PLANNED:
            return None
        told = [s.when for i in row.statements if (s := self.statements.get(i)) and s.when and s.when.end]
        return min(told, key=lambda when: (when.end or datetime.date.max, str(when.begin)), default=None)

    def disputed(self, row: TimelineRow) -> bool:
        """Whether somebody says that it did not happen."""
        if row.status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED):
            return True
        told = ((e, other) for e in row.evidence for other in self.contradicted.get(e.report, ()))
        return any(_is_most_of(e, other) for e, other in told)


def _window(record: Reconciled) -> datetime.date | None:
    first = min((row.published.begin for row in record.reports if row.published.begin), default=None)
    return first - datetime.timedelta(days=int(guards()["window"]["days"])) if first else None


def _sources(record: Reconciled) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in record.statements:
        if row.actor is not None and row.source:
            found.setdefault(row.actor.id, {})[row.source] = None
    return {actor: tuple(words) for actor, words in found.items()}


def _contradicted(conflicts: tuple[ConflictRow, ...]) -> dict[str, tuple[Evidence, ...]]:
    """The words of those sides of a contradiction over whether something is so that tell it first."""
    found: dict[str, dict[Evidence, None]] = {}
    for conflict in conflicts:
        standing = conflict.review.status is not ReviewStatus.REJECTED
        if (
            standing
            and conflict.kind in _WHETHER
            and conflict.strength is ConflictStrength.CONTRADICTS
            and conflict.sides
        ):
            for e in conflict.sides[0].evidence:
                found.setdefault(e.report, {})[e] = None
    return {report: tuple(evidence) for report, evidence in found.items()}


def _is_most_of(one: Evidence, other: Evidence) -> bool:
    """Whether the words of an event are most of what is contradicted, and not a part of it that may stand."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _MOST * (other.end - other.start)
