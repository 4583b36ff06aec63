"""Hosting over time: where each delegation sits, asked to leave, moved, returned."""

from dragoman.process.grounds import Grounds
from dragoman.process.rules import SeatAct, seat_acts
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import HostingRow


def hosting(grounds: Grounds) -> tuple[HostingRow, ...]:
    """What the record says of delegations' seats, by day (undated last)."""
    rows = [
        _row(row, rule, guest, grounds)
        for row in grounds.timeline
        if (rule := seat_acts().get(row.type)) and row.mode in rule.modes
        for guest in _side(row, rule.who)
        if grounds.is_known(guest)
    ]
    return tuple(sorted(rows, key=lambda row: (str(row.begin or "9999"), row.id)))


def _side(row: TimelineRow, sides: tuple[str, ...]) -> tuple[ActorRef, ...]:
    """The actors on the first of the sides that has any."""
    by_side = {"agent": row.agent, "patient": row.patient, "recipient": row.recipient}
    return next((by_side[side] for side in sides if by_side[side]), ())


def _row(row: TimelineRow, rule: SeatAct, guest: ActorRef, grounds: Grounds) -> HostingRow:
    hosts = _side(row, (rule.host,)) if rule.host else ()
    return HostingRow(
        id=derived_id(Prefix.HOSTING, row.members, rule.status.value, guest.id),
        who=guest,
        host=grounds.principal(hosts[0]) if hosts else None,
        place=row.place,
        status=rule.status,
        begin=row.begin,
        end=row.end,
        precision=row.precision,
        disputed=grounds.disputed(row),
        evidence=row.evidence,
    )
