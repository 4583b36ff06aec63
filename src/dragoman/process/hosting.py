"""Hosting over time: where each delegation sits, asked to leave, moved, returned."""

from collections.abc import Iterator

from dragoman.process.grounds import Grounds
from dragoman.process.rules import SeatAct, seat_acts
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import HostingRow, HostingStatus

# A state neither leaves nor comes back, whatever its name stands for there.
_MOVES = (HostingStatus.LEFT, HostingStatus.RETURNED)


def hosting(grounds: Grounds) -> tuple[HostingRow, ...]:
    """What the record says of delegations' seats, by day (undated last)."""
    rows = [
        _row(row, status, guest, host, grounds)
        for row in grounds.timeline
        if (rule := seat_acts().get(row.type)) and row.mode in rule.modes
        for guest in _side(row, rule.who)
        if grounds.is_known(guest) and not (rule.status in _MOVES and grounds.is_state(guest))
        for status, host in _seats(row, rule)
    ]
    return tuple(sorted(rows, key=lambda row: (str(row.begin or "9999"), row.id)))


def _side(row: TimelineRow, sides: tuple[str, ...]) -> tuple[ActorRef, ...]:
    """The actors on the first of the sides that has any."""
    by_side = {"agent": row.agent, "patient": row.patient, "recipient": row.recipient}
    return next((by_side[side] for side in sides if by_side[side]), ())


def _seats(row: TimelineRow, rule: SeatAct) -> Iterator[tuple[HostingStatus, ActorRef | None]]:
    """What the act says of the seat that was, and of the one that is moved to."""
    hosts = _side(row, (rule.host,)) if rule.host else ()
    yield rule.status, hosts[0] if hosts else None
    for place in _side(row, (rule.to,)) if rule.to else ():
        yield HostingStatus.HOSTED, place


def _row(
    row: TimelineRow, status: HostingStatus, guest: ActorRef, host: ActorRef | None, grounds: Grounds
) -> HostingRow:
    return HostingRow(
        id=derived_id(Prefix.HOSTING, row.members, status.value, guest.id),
        who=guest,
        host=grounds.principal(host) if host is not None else None,
        place=row.place,
        status=status,
        begin=row.begin,
        end=row.end,
        precision=row.precision,
        disputed=grounds.disputed(row),
        evidence=row.evidence,
    )
