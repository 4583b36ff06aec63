"""The whole record: every table that is derived from the readings and the journal."""

from dragoman.records.base import Frozen
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import (
    ChannelRow,
    ConditionRow,
    HostingRow,
    OfferTold,
    PositionRow,
    ProposalRow,
    StanceTold,
)
from dragoman.records.rows.voices import ActorRow, GradeTold, OriginRow, StatementRow


class Reconciled(Frozen, frozen=True, kw_only=True):
    """What reconciling makes of many readings."""

    reports: tuple[ReportRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    origins: tuple[OriginRow, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    stances: tuple[StanceTold, ...] = ()
    offers: tuple[OfferTold, ...] = ()
    grades: tuple[GradeTold, ...] = ()


class Talks(Frozen, frozen=True, kw_only=True):
    """What process makes of the reconciled record."""

    channels: tuple[ChannelRow, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    conditions: tuple[ConditionRow, ...] = ()
    hosting: tuple[HostingRow, ...] = ()


class Record(Frozen, frozen=True, kw_only=True):
    """All tables."""

    reconciled: Reconciled
    talks: Talks


RECONCILED = Reconciled.__struct_fields__
"""The names of what reconciling makes."""
