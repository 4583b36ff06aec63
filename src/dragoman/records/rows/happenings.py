"""The tables of what happened and how sure it is: timeline, claims, conflicts, figures."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.reading import EventMode, Hedge, Plover, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence, Row
from dragoman.records.time import Interval, Precision


class ClaimStatus(StrEnum):
    """How a claim stands."""

    CORROBORATED = "corroborated"  # two or more independent origins
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"  # someone in a position to know says otherwise
    DENIED = "denied"  # nobody asserts it, somebody denies it
    SUPERSEDED = "superseded"  # the same source or series later


class TimelineRow(Row, frozen=True, kw_only=True):
    """An event of the record, with all the reports that tell it."""

    begin: datetime.date | None
    end: datetime.date | None
    precision: Precision
    type: str
    plover: Plover
    text: str  # the words of its best evidence
    actors: tuple[ActorRef, ...]
    agent: tuple[ActorRef, ...]
    patient: tuple[ActorRef, ...]
    recipient: tuple[ActorRef, ...]
    place: str | None
    mode: EventMode
    status: ClaimStatus
    origin_count: int
    claim: str | None
    members: tuple[str, ...]  # the ids of the readings' events behind it
    statements: tuple[str, ...]  # the ids of the statements that they stand under
    conditions: tuple[Evidence, ...]  # the words of the conditions that govern it
    negated: bool  # under these conditions it is told as not done
    evidence: tuple[Evidence, ...]

    @property
    def interval(self) -> Interval:
        """When it happened."""
        return Interval(begin=self.begin, end=self.end, precision=self.precision)


class ClaimRow(Row, frozen=True, kw_only=True):
    """What one or several statements or events in one or several reports say alike."""

    text: str
    status: ClaimStatus
    origin_count: int
    report_count: int
    credibility: int  # 1 to 6, the Admiralty scale, proposed from origins and contradictions
    grounds: str  # why that status, in countable facts
    origins: tuple[str, ...]
    members: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class ConflictKind(StrEnum):
    """The open part of a question."""

    WHETHER = "whether"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    TERMS = "terms"
    STATE = "state"


class ConflictStrength(StrEnum):
    """Whether the answers exclude each other."""

    CONTRADICTS = "contradicts"
    DIFFERS = "differs"


class Side(Frozen, frozen=True, kw_only=True):
    """One answer to the question of a conflict."""

    says: str
    who: str | None
    sourcing: Sourcing
    evidence: tuple[Evidence, ...]


class ConflictRow(Row, frozen=True, kw_only=True):
    """One question with different answers from different voices."""

    kind: ConflictKind
    strength: ConflictStrength
    about: str
    rule: str
    claims: tuple[str, ...]
    sides: tuple[Side, ...]


class FigurePoint(Frozen, frozen=True, kw_only=True):
    """One telling of a figure."""

    low: float | int | None
    high: float | int | None
    hedge: Hedge
    as_of: Interval | None
    who: str | None
    sourcing: Sourcing
    evidence: tuple[Evidence, ...]


class FigureRow(Row, frozen=True, kw_only=True):
    """A series: what is counted, by day and by source."""

    series: str
    of: str | None
    unit: str | None
    place: str | None
    points: tuple[FigurePoint, ...]
    conflict: str | None
