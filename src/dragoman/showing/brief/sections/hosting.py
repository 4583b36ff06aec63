"""Where delegations sit: a line for each guest and host of WHERE IT STANDS."""

import datetime

from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ConflictStrength, Side
from dragoman.records.rows.talks import (
    HostingRow,
    HostingStatus,
)
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, on_whose_word, quotation, voice
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.page.model import Line, Piece
from dragoman.showing.page.pieces import alert, name, told, wording
from dragoman.showing.seats import seat_key, stay_days

HOSTINGS = 3
PRESSING = {HostingStatus.ASKED_TO_LEAVE: 0, HostingStatus.LEFT: 1, HostingStatus.RETURNED: 1}


def hosting(pile: Pile, cite: Citations) -> list[Line]:
    """Where delegations of the talks stand with their hosts: a line for each guest and host, the latest first."""
    found: list[Line] = []
    for rows in stays(pile)[:HOSTINGS]:
        found.append(_host(rows, pile, cite))
        for side in contradicting(rows[0], pile)[:1]:
            shown = cite.wide(side.evidence[:1])
            who = voice(*speaking_for(side.who, side.sourcing, shown, pile, side.evidence), shown, pile)
            pieces = [quotation(None, shown), *on_whose_word(who, side.evidence, pile)]
            found.append(line(cite, wording("against"), pieces, side.evidence[:1], (), depth=1))
    return found


def stays(pile: Pile) -> list[list[HostingRow]]:
    """The stays of parties with their hosts, one list for each guest and host, the latest first in each.

    Whoever is told to have been asked to leave, and not by whom, was so by the last host that is told of.
    """
    rows = [row for row in pile.hosting if not (_is_over(row, pile.as_of) or _is_trip(row, pile))]
    rows.sort(key=lambda row: _latest(row, pile))
    last: dict[str, str] = {}
    for row in rows:
        if row.host is not None:
            last.setdefault(whole(row, pile), row.host.id)
    found: dict[tuple[str, str | None], list[HostingRow]] = {}
    for row in rows:
        if pile.who([row.who]) and row.who.id in pile.guests and (row.host is None or pile.who([row.host])):
            guest = whole(row, pile)
            host = row.host.id if row.host else last.get(guest) if row.status in _GOING else row.place
            found.setdefault((guest, host), []).append(row)
    found = {key: _host_first(one) for key, one in found.items()}
    hosted = {guest for guest, host in found if host}
    return [rows for (guest, host), rows in found.items() if host or guest not in hosted]


def _host_first(rows: list[HostingRow]) -> list[HostingRow]:
    """Of one turn that is told twice first the telling that says whose guest it was."""
    by_host = {row.status for row in rows if row.host is not None}
    return sorted(rows, key=lambda row: row.host is None and row.status in by_host)


_GOING = frozenset((HostingStatus.ASKED_TO_LEAVE, HostingStatus.LEFT))


def _is_over(row: HostingRow, day: datetime.date | None) -> bool:
    """Whether a stay had ended by the day."""
    if row.status is not HostingStatus.HOSTED or day is None or row.begin is None or row.end is None:
        return False
    return row.end < day


def _is_trip(row: HostingRow, pile: Pile) -> bool:
    """Whether a person came or went, as ministers do, and was not told to go."""
    guest = pile.actor.get(row.who.id)
    return (
        guest is not None
        and guest.kind is ActorKind.PERSON
        and row.status not in (HostingStatus.ASKED_TO_LEAVE, HostingStatus.LEFT)
    )


def _latest(row: HostingRow, pile: Pile) -> tuple[int, bool, bool, int, bool, int, str]:
    guest = pile.actor.get(row.who.id)
    lasts = row.status is HostingStatus.HOSTED and row.begin is None
    day = None if lasts else row.begin or row.end  # told without a day: by the day of its telling, or the one asked of
    if day is not None and pile.as_of is not None:
        day = min(day, pile.as_of)
    return (
        -(day.toordinal() if day else 0),
        not row.disputed,
        row.host is None,
        PRESSING.get(row.status, 2),
        guest is None or guest.kind != ActorKind.ORGANISATION,
        -len(row.evidence),
        row.id,
    )


def whole(row: HostingRow, pile: Pile) -> str:
    """Whose delegation it is: the bureau, the leaders and the movement are one guest."""
    guest = pile.actor.get(row.who.id)
    return guest.of.id if guest and guest.of else row.who.id


def stay_told(row: HostingRow, pile: Pile) -> list[Piece]:
    """Who is where with whom: "Ridge Council: asked to leave by Varra, since 8 March"."""
    where = row.host.name if row.host else row.place
    who = name(words.listing(pile.who([row.who])))
    pieces = [*told("hosting_status", who=who, status=words.word("hosting", row.status))]
    if where:
        pieces += told(seat_key(row), where=name(where))
    pieces += stay_days(row, pile.year)
    if row.disputed:
        pieces.append(alert(wording("disputed")))
    return pieces


def contradicting(row: HostingRow, pile: Pile) -> list[Side]:
    """Who says that a disputed stay is not so, the most accountable first."""
    if not row.disputed:
        return []
    found = []
    for conflict in pile.conflicts:
        mine = [side for side in conflict.sides if any(_meet(e, o) for e in side.evidence for o in row.evidence)]
        if mine and conflict.strength is ConflictStrength.CONTRADICTS:
            found += [side for side in conflict.sides if side not in mine]
    return sorted(found, key=lambda side: list(Sourcing).index(side.sourcing))


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _host(rows: list[HostingRow], pile: Pile, cite: Citations) -> Line:
    row = rows[0]
    # Evidence of a disputed stay may deny it: only the first is sure to tell it.
    own = row.evidence[:1] if row.disputed else row.evidence
    words_of_it = quotation(row.evidence[0].quote if own else None, cite.wide(own), 140)
    pieces = [*stay_told(row, pile), *told("quoting", words=words_of_it)]
    alike = [item for item in rows if item.status == row.status]
    return line(cite, wording("hosting"), pieces, [item for row in alike for item in row.evidence], alike)
