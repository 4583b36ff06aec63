"""The row type of each table."""

from dragoman.records.base import Frozen
from dragoman.records.journal import Entry
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
from dragoman.records.rows.voices import ActorRow, OriginRow, StatementRow

ROWS: dict[str, type[Frozen]] = {
    "reports": ReportRow,
    "statements": StatementRow,
    "timeline": TimelineRow,
    "claims": ClaimRow,
    "conflicts": ConflictRow,
    "figures": FigureRow,
    "actors": ActorRow,
    "origins": OriginRow,
    "proposals": ProposalRow,
    "positions": PositionRow,
    "conditions": ConditionRow,
    "hosting": HostingRow,
    "channels": ChannelRow,
    "state": StateRow,
    "journal": Entry,
}
