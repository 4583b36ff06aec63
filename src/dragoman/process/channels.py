"""Channels: each line between the parties, the states that it goes through, and where it meets."""

import datetime
import re
from collections import defaultdict

from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line, find_lines
from dragoman.process.moves import Move, Mover
from dragoman.process.processes import process_ids
from dragoman.process.rules import setting
from dragoman.process.sides import Sides
from dragoman.process.spells import spells
from dragoman.process.wording import says
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, StateSpell, VenueSpell

_NAME = r"((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})"
# Words of meeting, and soon after them where: an operation "in" some town, told beside, is no venue.
_IN = re.compile(
    rf"\b(?:talks|negotiations|negotiators|meetings?|rounds?|sessions?|met|meet|gathered|conferr?ed|delegations?|envoys"
    rf"|agreement|deal|truce|cease-?fire|accord|announced|reached|signed)\W+(?:\w+\W+){{0,5}}?(?:in|at) {_NAME}"
)
# What follows the words that tell the event: "…, held mostly in Port Varra".
_HELD_IN = re.compile(
    rf"^\W*(?:\w+\W+){{0,6}}?(?:held|conducted|took place|taking place|hosted|began|resumed|opened) "
    rf"(?:\w+ ){{0,3}}in {_NAME}"
)
_SIDES = 2  # sides of a line that are told to meet: one of them alone may meet anybody
_HELD = frozenset((EventMode.HAPPENED, EventMode.PLANNED))


def channels(grounds: Grounds, sides: Sides) -> tuple[ChannelRow, ...]:
    """One channel for each mediator or team that some report shows at work, and one for those who talk directly.

    Talks that stall, agreements and their implementation are told of "the talks", not of a mediator: they move the
    channels whose parties or mediator the event names, else those whose mediators the same reports show at work.
    """
    lines = find_lines(grounds, sides)
    moved = _moved(lines, grounds, sides)
    lines = tuple(moved)
    meetings = [row for row in grounds.timeline if _tells_of_meeting(row)]
    kept = [(line, found) for line in lines if (found := spells(line, moved[line], grounds))]
    processes = process_ids([line for line, _ in kept])
    rows = [
        ChannelRow(
            id=derived_id(Prefix.CHANNEL, [ref.id for ref in line.mediators or line.parties], *_direct(line)),
            process=processes[line],
            mediators=line.mediators,
            parties=line.parties,
            states=found,
            venues=_venues([move.row for move in moved[line]], _held(line, meetings, sides), found, grounds),
        )
        for line, found in kept
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


def _moved(lines: tuple[Line, ...], grounds: Grounds, sides: Sides) -> dict[Line, list[Move]]:
    """The moves of each line that has one of its own: what is told of the talks in general alone shows no line."""
    found = Mover(grounds, sides, lines).moves()
    own = tuple(line for line, moves in found.items() if any(not (m.loose or m.shared) for m in moves))
    if len(own) < len(lines):
        found = Mover(grounds, sides, own).moves()
    return {line: _since_known(line, moves) for line, moves in found.items()}


def _since_known(line: Line, moves: list[Move]) -> list[Move]:
    """The moves of a line; of a mediator's those told of the talks in general only from about its own first one on.

    What was told of the talks long before anything is told of a mediator was told of others.
    """
    if not line.mediators:
        return moves
    own = [move for move in moves if not (move.loose or move.shared)]
    days = [move.start for move in own if move.start is not None]
    if not own or not days:
        return own
    first = min(days) - datetime.timedelta(days=setting("one_telling_days"))
    return [move for move in moves if not move.loose or move.start is None or move.start >= first]


def _direct(line: Line) -> tuple[str, ...]:
    return () if line.mediators else ("apart" if line.apart else "direct",)


def _tells_of_meeting(row: TimelineRow) -> bool:
    return row.type in ("meet", "agree", "stall") and row.mode in _HELD and says("talks", row.text)


def _held(line: Line, meetings: list[TimelineRow], sides: Sides) -> list[TimelineRow]:
    """The talks that are told to be held between the parties of a line."""
    return [row for row in meetings if _of_line(row, line, sides)]


def _venues(
    moved: list[TimelineRow], held: list[TimelineRow], states: tuple[StateSpell, ...], grounds: Grounds
) -> tuple[VenueSpell, ...]:
    """Where the channel meets: the places of its moves, and of talks that are held in it."""
    turned = {(e.report, e.start): spell.begin for spell in states for e in spell.evidence}
    rows = {row.id: row for row in (*moved, *held)}
    told: dict[str, list[tuple[datetime.date | None, Evidence]]] = defaultdict(list)
    for row in rows.values():
        for place in _places(row, grounds):
            day = row.begin or turned.get((row.evidence[0].report, row.evidence[0].start)) or grounds.when(row).end
            told[place].append((day, row.evidence[0]))
    found = []
    for place, seen in sorted(told.items()):
        days = sorted(day for day, _ in seen if day is not None)
        evidence = tuple(dict.fromkeys(e for _, e in seen))
        found.append(
            VenueSpell(place=place, begin=days[0] if days else None, end=days[-1] if days else None, evidence=evidence)
        )
    return tuple(found)


def _of_line(row: TimelineRow, line: Line, sides: Sides) -> bool:
    if says("direct", row.text) != line.apart:
        return False
    named = set(sides.named(row))
    parties = len(named & set(line.parties))
    return parties >= _SIDES or bool(named & set(line.mediators) and parties)


def _places(row: TimelineRow, grounds: Grounds) -> set[str]:
    """The place that the record has for an event, and towns that its words are in: "talks in Geneva"."""
    found = {row.place} if row.place else set()
    names = [match.group(1) for match in _IN.finditer(row.text) if match.group(1) in grounds.places]
    after = _HELD_IN.match(grounds.after(row)) if says("talks", row.text) or says("direct", row.text) else None
    return found | set(names) | ({after.group(1)} if after else set())
