"""How the rows of the record's tables are kept: packed, in their order, with what they are asked for by."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from dragoman.dossier.rows import KeptRow
from dragoman.records.rows.evidence import ReviewStatus, Row
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
from dragoman.workbench.facets import facets_of, time_of

Told = Row | StanceTold | OfferTold | GradeTold
ROWS: dict[str, type[Told]] = {
    "stances": StanceTold,
    "offers": OfferTold,
    "grades": GradeTold,
    "reports": ReportRow,
    "statements": StatementRow,
    "actors": ActorRow,
    "origins": OriginRow,
    "timeline": TimelineRow,
    "claims": ClaimRow,
    "conflicts": ConflictRow,
    "figures": FigureRow,
    "channels": ChannelRow,
    "proposals": ProposalRow,
    "positions": PositionRow,
    "conditions": ConditionRow,
    "hosting": HostingRow,
}
_encode = msgspec.msgpack.Encoder().encode
_decoders = {table: msgspec.msgpack.Decoder(type_) for table, type_ in ROWS.items()}
_BETWEEN = "\x01"  # sorts before whatever stands in a name


def packed_row(row: Told) -> bytes:
    """A row as bytes."""
    return _encode(row)


def row_of(table: str, packed: bytes) -> Any:
    """A row from its bytes."""
    return _decoders[table].decode(packed)


def kept_row(table: str, row: Told, packed: bytes) -> KeptRow:
    """A row as it is kept."""
    if not isinstance(row, Row):
        nothing: frozenset[tuple[str, str]] = frozenset()
        return KeptRow(table, row.id, place_of(table, row), packed, None, None, False, False, nothing)
    when = time_of(row)
    return KeptRow(
        sheet=table,
        id=row.id,
        place=place_of(table, row),
        body=packed,
        first=_day(when.begin) if when else None,
        last=_day(when.end) if when else None,
        timed=when is not None,
        confirmed=row.review.status is ReviewStatus.CONFIRMED,
        facets=facets_of(row),
    )


def former_ids(row: Told) -> Iterator[tuple[str, str]]:
    """The ids of what a row is made of: by them it is found when its own id is another."""
    if isinstance(row, TimelineRow | ClaimRow):
        yield from ((row.id, member) for member in row.members)


def _day(day: datetime.date | None) -> int | None:
    return None if day is None else day.toordinal()


def place_of(table: str, row: Any) -> bytes:
    """What sorts the rows of a table into its order."""
    parts = _PLACES[table](row) if table in _PLACES else (row.id,)
    return _BETWEEN.join(parts).encode("utf-8", "surrogatepass")


def _place(row: Any) -> tuple[str, ...]:
    evidence = row.evidence[0] if isinstance(row, StatementRow) else row.evidence
    return evidence.report, f"{evidence.start:09d}", f"{evidence.end:09d}", row.id


def _timeline(row: TimelineRow) -> tuple[str, ...]:
    far = "9999-99-99"
    begin = row.begin or row.end
    return begin.isoformat() if begin else far, row.end.isoformat() if row.end else far, row.id


_PLACES: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "reports": lambda row: (str(row.published.begin or "9999"), row.file, row.id),
    "statements": _place,
    "stances": _place,
    "offers": _place,
    "actors": lambda row: (f"{10**9 - row.mention_count:010d}", row.name, row.id),
    "timeline": _timeline,
}
