"""Channels: each line between the parties, the states that it goes through, and where it meets."""

import datetime

from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line, find_lines
from dragoman.process.moves import Move, Mover
from dragoman.process.processes import process_ids
from dragoman.process.rules import setting
from dragoman.process.sides import Sides
from dragoman.process.spells import spells
from dragoman.process.venues import Venues
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.talks import ChannelRow


def channels(grounds: Grounds, sides: Sides) -> tuple[ChannelRow, ...]:
    """One channel for each mediator or team that some report shows at work, and one for those who talk directly.

    Talks that stall, agreements and their implementation are told of "the talks", not of a mediator: they move the
    channels whose parties or mediator the event names, else those whose mediators the same reports show at work.
    """
    lines = find_lines(grounds, sides)
    moved = _moved(lines, grounds, sides)
    lines = tuple(moved)
    venues = Venues(grounds, sides)
    kept = [(line, found) for line in lines if (found := spells(line, moved[line], grounds))]
    processes = process_ids([line for line, _ in kept])
    rows = [
        ChannelRow(
            id=derived_id(Prefix.CHANNEL, [ref.id for ref in line.mediators or line.parties], *_direct(line)),
            process=processes[line],
            mediators=line.mediators,
            parties=line.parties,
            states=found,
            venues=venues.of(line, [move.row for move in moved[line]], found),
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
