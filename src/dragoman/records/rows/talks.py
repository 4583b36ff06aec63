"""The tables of the negotiation: proposals, positions, conditions, hosting, channels, and the state on a day."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.reading import Sourcing, Stance
from dragoman.records.rows.evidence import ActorRef, Evidence, Row
from dragoman.records.time import Interval, Precision


class ChannelState(StrEnum):
    """The states of a mediation channel."""

    NONE = "none"
    EXPLORING = "exploring"
    OPEN = "open"
    STALLED = "stalled"
    UNDER_REVIEW = "under_review"
    SUSPENDED = "suspended"
    ENDED = "ended"
    AGREED = "agreed"
    IMPLEMENTING = "implementing"
    LAPSED = "lapsed"


class Term(Frozen, frozen=True, kw_only=True):
    """What a version of a proposal says on one issue."""

    issue: str
    text: str


class Version(Frozen, frozen=True, kw_only=True):
    """The text that one recipient got."""

    to: tuple[ActorRef, ...]
    terms: tuple[Term, ...]


class Response(StrEnum):
    """An answer to a proposal."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_CHANGES = "accepted_with_changes"
    AMENDED = "amended"
    REJECTED = "rejected"
    NO_ANSWER = "no_answer"


class Answer(Frozen, frozen=True, kw_only=True):
    """Who answered a proposal, how and when."""

    who: ActorRef
    response: Response
    when: Interval


class ProposalRow(Row, frozen=True, kw_only=True):
    """A proposal, which version each recipient got, and the answers."""

    process: str | None
    author: ActorRef | None
    when: Interval
    versions: tuple[Version, ...]
    differs_on: tuple[str, ...]
    responses: tuple[Answer, ...]
    evidence: tuple[Evidence, ...]


class StanceTold(Frozen, frozen=True, kw_only=True):
    """One telling of what an actor wants, refuses or could accept: what positions are made of. No table of its own."""

    id: str  # the reading's
    actor: ActorRef  # as told
    stance: Stance
    text: str  # what it is about, in the report's words
    when: Interval
    who: str | None = None  # on whose word, where that is not the actor's own
    statement: str | None
    event: str | None  # the id of the reading's event that the same words tell
    evidence: Evidence


class OfferTold(Frozen, frozen=True, kw_only=True):
    """One telling of a proposal: what proposals are made of. No table of its own."""

    id: str  # the reading's
    author: tuple[ActorRef, ...]
    to: tuple[ActorRef, ...]
    text: str | None  # what it says, in the report's words
    version_of: str | None  # the id of the telling before, whose text for `to` this is
    when: Interval
    evidence: Evidence


class PositionRow(Row, frozen=True, kw_only=True):
    """What an actor wants, refuses or could accept."""

    process: str | None
    actor: ActorRef
    of: ActorRef | None = None  # whom the actor belongs to: the state of its minister, the side of these lenders
    issue: str
    stance: Stance
    text: str
    begin: datetime.date | None
    end: datetime.date | None
    precision: Precision
    who: str | None = None  # on whose word, where that is not the actor's own
    evidence: tuple[Evidence, ...]


class ConditionStatus(StrEnum):
    """How a condition stands."""

    OPEN = "open"
    MET = "met"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class ConditionRow(Row, frozen=True, kw_only=True):
    """What would have to happen for an act to follow."""

    channel: str | None
    act: str  # the event type that it governs
    negated: bool  # whether the act would not be done: "cannot host them if this goes on"
    who: tuple[ActorRef, ...]  # whose act it is
    text: str
    status: ConditionStatus
    begin: datetime.date | None = None  # the last day on which it can have been told first: from then on it is known
    end: datetime.date | None = None  # the day on which it was met, failed or was withdrawn; None while it is open
    evidence: tuple[Evidence, ...]


class HostingStatus(StrEnum):
    """Where a delegation stands with its host."""

    INVITED = "invited"
    HOSTED = "hosted"
    ASKED_TO_LEAVE = "asked_to_leave"
    LEFT = "left"
    RETURNED = "returned"


class HostingRow(Row, frozen=True, kw_only=True):
    """Who hosts whom, and whether that lasts."""

    who: ActorRef
    host: ActorRef | None
    place: str | None
    status: HostingStatus
    begin: datetime.date | None
    end: datetime.date | None
    precision: Precision
    disputed: bool
    evidence: tuple[Evidence, ...]

    @property
    def interval(self) -> Interval:
        """The days of it."""
        return Interval(begin=self.begin, end=self.end, precision=self.precision)


class StateReading(Frozen, frozen=True, kw_only=True):
    """One account of the state that a channel is in."""

    state: ChannelState
    since: Interval
    who: str | None
    sourcing: Sourcing
    evidence: tuple[Evidence, ...]


class StateSpell(Frozen, frozen=True, kw_only=True):
    """A state that a channel is in over some time. Two spells of one day, both disputed, are two readings of it."""

    state: ChannelState
    begin: datetime.date | None  # the day from which it holds; where `since` is wider, its earliest day
    end: datetime.date | None
    since: Interval  # the interval in which the transition into it lies
    disputed: bool
    grounds: str  # the rule of process/transitions.yaml and what it rests on
    unnamed: bool = False  # whether it rests on one unnamed origin alone
    otherwise: tuple[StateReading, ...] = ()  # what those who take part say of the state instead, on the record
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class VenueSpell(Frozen, frozen=True, kw_only=True):
    """A place where a channel meets over some time."""

    place: str
    begin: datetime.date | None
    end: datetime.date | None
    evidence: tuple[Evidence, ...]


class ChannelRow(Row, frozen=True, kw_only=True):
    """One mediator's line between the parties, with its states over time."""

    process: str
    mediators: tuple[ActorRef, ...]
    parties: tuple[ActorRef, ...]
    states: tuple[StateSpell, ...]
    venues: tuple[VenueSpell, ...]


class StateRow(Frozen, frozen=True, kw_only=True):
    """The state of one channel on one day, and why."""

    channel: str
    process: str
    mediators: tuple[ActorRef, ...]
    parties: tuple[ActorRef, ...]
    state: ChannelState
    since: Interval
    certain: bool
    disputed: bool
    readings: tuple[StateReading, ...]
    venue: str | None
    conditions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
