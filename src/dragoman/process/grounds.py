"""What the process model asks of the record: its rows by id, whom actors act for, who stands behind a row."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.process.rules import takes_part
from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.record import Reconciled
from dragoman.records.rows.evidence import ActorRef, ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus, ConflictRow, TimelineRow
from dragoman.records.rows.talks import OfferTold, StanceTold
from dragoman.records.rows.voices import ActorRow, Role, StatementRow
from dragoman.records.time import NO_DAY, Interval, Precision

_ORDER = {sourcing: rank for rank, sourcing in enumerate(Sourcing)}


def named_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet."""
    from dragoman.reading.attributions.outlets import is_outlet  # noqa: PLC0415  its package loads the parser

    return is_outlet(name)


class Grounds(NamedTuple):
    """The reconciled record, looked up. Rows that a person rejected are not in it."""

    timeline: tuple[TimelineRow, ...]
    actors: Mapping[str, ActorRow]
    statements: Mapping[str, StatementRow]
    published: Mapping[str, datetime.date]  # report id to the last day on which it can have been published
    at_work: Mapping[str, frozenset[ActorRef]]  # report id to the principals that do something in it
    disputes: Mapping[str, tuple[ConflictRow, ...]]  # claim id to its conflicts
    stances: tuple[StanceTold, ...]
    offers: tuple[OfferTold, ...]
    doers: frozenset[str]  # the ids of actors that do an act of the negotiation other than asking and blaming
    rejected: frozenset[str]  # the ids of the readings' events whose rows a person rejected

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
            at_work={},
            disputes={claim: tuple(rows) for claim, rows in disputes.items()},
            stances=record.stances,
            offers=record.offers,
            doers=frozenset(ref.id for row in standing if row.type in takes_part() for ref in row.agent),
            rejected=frozenset(
                member
                for row in record.timeline
                if row.review.status is ReviewStatus.REJECTED
                for member in row.members
            ),
        )
        at_work: dict[str, set[ActorRef]] = {}
        for row in standing:
            for evidence in row.evidence:
                at_work.setdefault(evidence.report, set()).update(found.principals(row.agent))
        return found._replace(at_work={report: frozenset(refs) for report, refs in at_work.items()})

    def principal(self, ref: ActorRef) -> ActorRef:
        """Whom an actor acts for: the end of its belongings, or itself."""
        seen = {ref.id}
        while (row := self.actors.get(ref.id)) and row.of and row.of.id not in seen:
            ref = row.of
            seen.add(ref.id)
        return ref

    def is_state(self, ref: ActorRef) -> bool:
        """Whether an actor is a state itself."""
        row = self.actors.get(ref.id)
        return row is not None and row.kind is ActorKind.STATE

    def principals(self, refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
        """Whom several actors act for, each once, in order."""
        return tuple(dict.fromkeys(map(self.principal, refs)))

    def is_named_in(self, ref: ActorRef, row: TimelineRow) -> bool:
        """Whether a name of the actor stands in the words that tell an event."""
        actor = self.actors.get(ref.id)
        names = (actor.name, *actor.aliases) if actor else (ref.name,)
        words = " ".join(e.quote for e in row.evidence)
        return any(re.search(rf"\b{re.escape(name)}\b", words) for name in names)

    def is_known(self, ref: ActorRef) -> bool:
        """Whether it is told who an actor is: by a name, or by whom it belongs to."""
        row = self.actors.get(ref.id)
        return row is not None and (row.named or row.of is not None)

    def holder(self, ref: ActorRef) -> ActorRef | None:
        """Who takes a position where `ref` is told to: the nearest that has a name; None where nobody has.

        "An official of the state" is the state's, a senator his own: what he wants, his state may not.
        """
        seen: set[str] = set()
        at: ActorRef | None = ref
        while at is not None and at.id not in seen:
            row = self.actors.get(at.id)
            if row is None or (row.named and self._is_bystander(row)):
                return None
            if row.named:
                return at
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

    def when(self, row: TimelineRow) -> Interval:
        """When an event was: told of it, or else by the day on which the first report of it was published."""
        if row.begin or row.end:
            return row.interval
        told = [day for e in row.evidence if (day := self.published.get(e.report))]
        return Interval(end=min(told), precision=Precision.NARRATIVE) if told else NO_DAY

    def disputed(self, row: TimelineRow) -> bool:
        """Whether somebody says that it did not happen."""
        return row.status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED)
