"""Channels: each mediator's line between the parties, and the states that it goes through."""

import datetime
from collections import defaultdict
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.rules import Transition, rank, transitions
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, StateSpell, VenueSpell
from dragoman.records.rows.voices import Role
from dragoman.records.time import Interval

_DAY = datetime.timedelta(days=1)


class Move(NamedTuple):
    """An event that puts a channel into a state."""

    row: TimelineRow
    rule: Transition
    when: Interval

    @property
    def start(self) -> datetime.date | None:
        """The first day on which it may count: where only its last possible day is known, that one."""
        return self.when.begin or self.when.end


def channels(grounds: Grounds) -> tuple[ChannelRow, ...]:
    """One channel for each mediator that some report shows at work, by the mediator's id.

    Talks that stall, agreements and their implementation are told of "the talks", not of a mediator: they move the
    channel of the mediator that the event names, else those whose mediators the same reports show at work.
    """
    moves = _moves(grounds)
    parties = tuple(ref for ref in grounds.holders(Role.PARTY) if ref not in moves)
    process = derived_id(Prefix.PROCESS, [ref.id for ref in (*parties, *moves)]) if moves else ""
    rows = [_channel(mediator, found, parties, process, grounds) for mediator, found in moves.items()]
    return tuple(sorted(rows, key=lambda row: row.id))


def _moves(grounds: Grounds) -> dict[ActorRef, list[Move]]:
    found: dict[ActorRef, list[Move]] = defaultdict(list)
    loose: list[Move] = []
    mediators = set(grounds.holders(Role.MEDIATOR))
    for row in grounds.timeline:
        rule = transitions().get(row.type)
        if rule is None or row.mode not in rule.modes or (rule.by == "somebody" and not row.agent):
            continue
        move = Move(row, rule, grounds.when(row))
        named = [ref for ref in grounds.principals(row.actors) if ref in mediators]
        named = named or [ref for ref in sorted(mediators, key=lambda ref: ref.id) if grounds.is_named_in(ref, row)]
        by = [ref for ref in grounds.principals(row.agent) if ref in mediators]
        if rule.by == "mediator":
            for ref in by:
                if rule.alone or ref in mediators:
                    found[ref].append(move)
        elif rule.by == "party" and not _several_parties(row, grounds):
            continue
        elif named:
            for ref in named:
                found[ref].append(move)
        else:
            loose.append(move)
    for move in loose:
        for moves in _told_beside(move, found, grounds):
            moves.append(move)
    return {ref: found[ref] for ref in sorted(found, key=lambda ref: ref.id)}


def _told_beside(move: Move, found: dict[ActorRef, list[Move]], grounds: Grounds) -> list[list[Move]]:
    """The channels that "the talks" of an event can mean: those whose mediator the same reports show at work.

    All of them, when it is several: who says that the talks have stalled says it of every line that is open there.
    """
    reports = {e.report for e in move.row.evidence}
    at_work = {ref for report in reports for ref in grounds.at_work.get(report, ())}
    beside = [moves for mediator, moves in found.items() if mediator in at_work]
    return beside or (list(found.values()) if len(found) == 1 else [])


def _several_parties(row: TimelineRow, grounds: Grounds) -> bool:
    """Whether two or more parties take part: one side's consent is no agreement."""
    parties = set(grounds.holders(Role.PARTY))
    return len(parties & set(grounds.principals(row.actors))) > 1


def _channel(
    mediator: ActorRef, moves: list[Move], parties: tuple[ActorRef, ...], process: str, grounds: Grounds
) -> ChannelRow:
    return ChannelRow(
        id=derived_id(Prefix.CHANNEL, [mediator.id]),
        process=process,
        mediators=(mediator,),
        parties=parties,
        states=_spells(moves, grounds),
        venues=_venues(moves),
    )


def _spells(moves: list[Move], grounds: Grounds) -> tuple[StateSpell, ...]:
    """The states in the order of their days; undated ones first, without a day of their own.

    A spell ends the day before the next one surely holds; events that put the channel in the state that it is in
    already add their evidence to it.
    """
    ordered = sorted(moves, key=_order)
    merged: list[list[Move]] = []
    for move in ordered:
        if merged and merged[-1][-1].rule.state is move.rule.state:
            merged[-1].append(move)
        else:
            merged.append([move])
    spells = []
    for group, following in zip(merged, [*merged[1:], None], strict=True):
        start = following[0].start if following else None
        end = start - _DAY if start is not None else None
        spells.append(_spell(group, end, grounds))
    return tuple(spells)


def _spell(group: list[Move], end: datetime.date | None, grounds: Grounds) -> StateSpell:
    first = group[0]
    begin = first.start
    evidence = {(e.report, e.start, e.end): e for move in group for e in move.row.evidence}
    return StateSpell(
        state=first.rule.state,
        begin=begin,
        end=end if end is None or begin is None or end >= begin else begin,
        since=first.when,
        disputed=any(grounds.disputed(move.row) for move in group),
        grounds=f"{first.row.type}: {first.rule.reason}",
        claims=tuple(dict.fromkeys(move.row.claim for move in group if move.row.claim)),
        evidence=tuple(evidence.values()),
    )


def _order(move: Move) -> tuple[str, str, int, str]:
    begin, end = move.start, move.when.end
    return (
        begin.isoformat() if begin else "",
        end.isoformat() if end else "",
        rank()[move.rule.state],
        move.row.id,
    )


def _venues(moves: list[Move]) -> tuple[VenueSpell, ...]:
    """Where the channel's events took place."""
    by_place: dict[str, list[TimelineRow]] = defaultdict(list)
    for move in moves:
        if move.row.place:
            by_place[move.row.place].append(move.row)
    found = []
    for place, rows in sorted(by_place.items()):
        begins = [row.begin for row in rows if row.begin]
        ends = [row.end for row in rows if row.end]
        evidence = tuple(dict.fromkeys(row.evidence[0] for row in rows))
        found.append(
            VenueSpell(place=place, begin=min(begins, default=None), end=max(ends, default=None), evidence=evidence)
        )
    return tuple(found)
