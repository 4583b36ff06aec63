"""Hosting over time: where each delegation sits, asked to leave, moved, returned."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.rules import SeatAct, seat_acts
from dragoman.process.seats import Seats
from dragoman.process.wording import says
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, HostingRow, HostingStatus
from dragoman.records.time import Interval, Precision

# A state neither leaves nor comes back, whatever its name stands for there.
_MOVES = (HostingStatus.LEFT, HostingStatus.RETURNED, HostingStatus.INVITED)
_BACK = (HostingStatus.RETURNED, HostingStatus.INVITED)
_OUT = (HostingStatus.ASKED_TO_LEAVE, HostingStatus.LEFT)
_DAY = datetime.timedelta(days=1)


class _Told(NamedTuple):
    """One telling of a seat."""

    row: TimelineRow
    status: HostingStatus
    guest: ActorRef
    host: ActorRef | None
    place: str | None
    when: Interval
    beside: tuple[Evidence, ...] = ()  # the sentence that tells where to
    only: Evidence | None = None  # the words, where not all that tell the event tell this


def hosting(grounds: Grounds, channels: tuple[ChannelRow, ...] = ()) -> tuple[HostingRow, ...]:
    """What the record says of delegations' seats, by day (undated last).

    Where channels are known, a guest is one of their parties or somebody of it. What is told in one report in the order
    asked to leave, left, came back lies in that order, and who came back sits no longer where it went.
    """
    parties = {ref.id for channel in channels for ref in channel.parties}
    told = [one for row in grounds.timeline for one in _tellings(row, grounds, parties)]
    told = _in_order(told, grounds)
    rows = {row.id: row for row in (_row(one, _end_of(one, told, grounds), grounds) for one in told)}
    return tuple(sorted(rows.values(), key=lambda row: (str(row.begin or row.end or "9999"), row.id)))


def _tellings(row: TimelineRow, grounds: Grounds, parties: set[str]) -> Iterator[_Told]:
    rule = _rule(row, grounds)
    if rule is None or (rule.status is HostingStatus.HOSTED and says("once_before", row.text)):
        return
    seats = Seats(grounds, row, rule)
    for guest in _side(row, rule.who):
        if not grounds.is_known(guest) or (rule.status in _MOVES and grounds.is_state(guest)):
            continue
        if not _can_be_guest(guest, parties, grounds) or _is_from_office(row, guest, grounds):
            continue
        hosts = _side(row, (rule.host,)) if rule.host else ()
        host = (
            grounds.principal(hosts[0]) if hosts and grounds.principal(hosts[0]) != grounds.principal(guest) else None
        )
        at = seats.where()
        yield _Told(row, rule.status, guest, host or at.host, row.place or at.place, row.interval)
        yield from _there_still(
            _Told(row, rule.status, guest, host or at.host, row.place or at.place, row.interval), grounds
        )
        new = seats.where_to()
        if new is not None:
            yield _Told(row, HostingStatus.HOSTED, guest, new.host, new.place, row.interval, grounds.sentence(row))


def _there_still(stay: _Told, grounds: Grounds) -> Iterator[_Told]:
    """Where a guest is told to be on the day of the telling: a stay told then, whenever it began."""
    if stay.status is not HostingStatus.HOSTED:
        return
    for told in stay.row.evidence:
        day = grounds.published_on(told.report)
        if day is not None and says("stays_now", told.quote) and grounds.is_called(stay.guest, told.quote):
            yield stay._replace(when=day, only=told)


def _can_be_guest(guest: ActorRef, parties: set[str], grounds: Grounds) -> bool:
    """A party or somebody of it; where its belongings are not told, anybody with a name who acts for no other state."""
    principal = grounds.principal(guest)
    if not parties or principal.id in parties:
        return True
    called = any(principal.name in grounds.names(ActorRef(id=party, name="")) for party in parties)
    return called or (not grounds.is_state(principal) and grounds.is_named(guest) and not grounds.is_named(principal))


def _is_from_office(row: TimelineRow, guest: ActorRef, grounds: Grounds) -> bool:
    """Whether somebody is wanted out of an office, and not of a country: "to impeach and oust the president"."""
    who = grounds.actors.get(guest.id)
    return who is not None and who.kind is ActorKind.PERSON and says("from_office", row.text)


def _rule(row: TimelineRow, grounds: Grounds) -> SeatAct | None:
    for rule in seat_acts().get(row.type, ()):
        if row.mode in rule.modes and (rule.says is None or says(rule.says, grounds.before(row) + row.text)):
            return rule
    return None


def _side(row: TimelineRow, sides: tuple[str, ...]) -> tuple[ActorRef, ...]:
    """The actors on the first of the sides that has any."""
    by_side = {"agent": row.agent, "patient": row.patient, "recipient": row.recipient}
    return next((by_side[side] for side in sides if by_side[side]), ())


def _in_order(told: list[_Told], grounds: Grounds) -> list[_Told]:
    """The tellings; those without a day of their own after what the same report tells of the guest before them."""
    found = []
    for one in told:
        vague = one.row.begin is None or one.row.precision is Precision.NARRATIVE
        out = [other for other in told if vague and _is_before(other, one, grounds)]
        begin = max((b for other in out if (b := _after(other, one.status)) is not None), default=None)
        if begin is not None:
            end = max(grounds.last_told(one.row) or begin, begin)
            one = one._replace(when=Interval(begin=begin, end=end, precision=Precision.NARRATIVE))  # noqa: PLW2901
        found.append(one)
    return found


def _after(other: _Told, status: HostingStatus) -> datetime.date | None:
    """From when something can lie that came after another: a leaving as soon as it was asked for, a return after it."""
    if status in _BACK:
        return other.when.end + _DAY if other.when.end else other.when.begin
    return other.when.begin


def _is_before(other: _Told, one: _Told, grounds: Grounds) -> bool:
    if other.row.id == one.row.id or other.status is not HostingStatus.ASKED_TO_LEAVE or other.when.begin is None:
        return False
    if one.status not in (*_BACK, HostingStatus.LEFT, HostingStatus.HOSTED) or one.row.type == "host":
        return False
    if grounds.principal(other.guest) != grounds.principal(one.guest):
        return False
    places = [(a, b) for a in other.row.evidence for b in one.row.evidence if a.report == b.report]
    return any(a.start <= b.start for a, b in places)


def _end_of(one: _Told, told: list[_Told], grounds: Grounds) -> datetime.date | None:
    """When a stay elsewhere was over: the day before the guest came back, where that is told."""
    if one.status is not HostingStatus.HOSTED or one.row.type == "host" or one.when.begin is None:
        return one.when.end
    guest = grounds.principal(one.guest)
    days = [
        other.when.begin
        for other in told
        if other.status in _BACK and grounds.principal(other.guest) == guest and other.host != one.host
        and other.when.begin is not None and other.when.begin > one.when.begin
    ]  # fmt: skip
    return min(days) - _DAY if days else one.when.end


def _row(one: _Told, end: datetime.date | None, grounds: Grounds) -> HostingRow:
    return HostingRow(
        id=derived_id(Prefix.HOSTING, one.row.members, one.status.value, one.guest.id, *_anchor(one.only)),
        who=one.guest,
        host=one.host,
        place=one.place,
        status=one.status,
        begin=one.when.begin,
        end=end,
        precision=one.when.precision,
        disputed=one.row.mode is EventMode.DENIED or grounds.disputed(one.row),
        evidence=(one.only,) if one.only else (*one.row.evidence, *one.beside),
    )


def _anchor(only: Evidence | None) -> tuple[str, ...]:
    return () if only is None else (f"{only.report}:{only.start}:{only.end}",)
