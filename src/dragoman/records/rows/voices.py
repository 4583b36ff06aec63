"""The tables of who says: statements, origins, actors."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.reading import ActorKind, Polarity, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence, Row
from dragoman.records.time import Interval


class StatementRow(Row, frozen=True, kw_only=True):
    """One statement of one report: attributed, or the outlet's own."""

    report: str
    source: str | None  # its words; None for the outlet's own voice and for a source that is not shown
    actor: ActorRef | None
    sourcing: Sourcing
    relayed_by: str | None
    polarity: Polarity
    cue: str | None
    content: str
    addressee: str | None
    medium: str | None
    when: Interval | None
    origin: str | None
    added_by: str | None = None  # the person who found it; None for what the program found
    evidence: tuple[Evidence, ...]


class OriginKind(StrEnum):
    """What joined the statements of an origin."""

    STATEMENT = "statement"  # one statement in one report
    SHARED_PASSAGE = "shared_passage"  # the same words in several reports
    COPY = "copy"  # whole reports that repeat one another
    RELAY = "relay"  # another outlet's report, cited


class OriginRow(Row, frozen=True, kw_only=True):
    """Where a piece of information first came from."""

    kind: OriginKind
    source: str | None
    first_report: str
    reports: tuple[str, ...]
    statement_count: int
    evidence: tuple[Evidence, ...]


class Role(StrEnum):
    """The part an actor plays in the negotiation."""

    PARTY = "party"
    MEDIATOR = "mediator"
    CO_MEDIATOR = "co_mediator"
    HOST = "host"
    GUARANTOR = "guarantor"
    PATRON = "patron"
    SPOILER = "spoiler"


class RoleHeld(Frozen, frozen=True, kw_only=True):
    """A role that an actor has over some time."""

    role: Role
    begin: datetime.date | None
    end: datetime.date | None
    evidence: tuple[Evidence, ...]


class Reliability(StrEnum):
    """The Admiralty scale for sources."""

    A = "A"  # completely reliable
    B = "B"  # usually reliable
    C = "C"  # fairly reliable
    D = "D"  # not usually reliable
    E = "E"  # unreliable
    F = "F"  # cannot be judged: what an ungraded source is


class GradeTold(Frozen, frozen=True, kw_only=True):
    """How reliable a person holds a source: an actor, an outlet, an origin. No table of its own, and in no export."""

    id: str  # "actor a-...", "outlet ...", "origin o-..."
    of: str  # the actor's id, the outlet's name, the origin's id
    grade: Reliability
    by: str
    at: datetime.datetime
    reason: str | None = None


class FramingCount(Frozen, frozen=True, kw_only=True):
    """What an outlet calls an actor, and how often."""

    outlet: str | None
    words: str
    count: int


class ActorRow(Row, frozen=True, kw_only=True):
    """One actor of the record."""

    name: str
    kind: ActorKind
    named: bool  # whether the reports have a proper name for it
    aliases: tuple[str, ...]
    of: ActorRef | None
    roles: tuple[RoleHeld, ...]
    framings: tuple[FramingCount, ...]
    mention_count: int
    report_count: int
    grounds: tuple[str, ...] = ()  # why each of its other names is taken for its
    doubts: tuple[str, ...] = ()  # what a person should look at: namesakes, surnames that a report may have swapped
    evidence: tuple[Evidence, ...]
