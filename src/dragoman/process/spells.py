"""Spells: the states of a channel over time, from the moves that its events make."""

import datetime
from collections import Counter
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line
from dragoman.process.moves import Move
from dragoman.process.rules import one_course, rank, setting
from dragoman.records.reading import Sourcing
from dragoman.records.rows.talks import ChannelState, StateReading, StateSpell
from dragoman.records.time import Interval

_DAY = datetime.timedelta(days=1)
# States that one turn brings about; the others are told again and again while they last.
_TURNS = frozenset((ChannelState.AGREED, ChannelState.IMPLEMENTING, ChannelState.SUSPENDED, ChannelState.ENDED,
                    ChannelState.UNDER_REVIEW, ChannelState.LAPSED))  # fmt: skip

_ON_RECORD = frozenset((Sourcing.NAMED, Sourcing.ORGANISATION))
_UNNAMED = frozenset((Sourcing.UNNAMED, Sourcing.SOURCES))
_FINE = 3  # days: what is told no finer says little of the day
# Told of the talks without those who did it, these add to a telling that names them, and make nothing.
_NEED_WHO = frozenset((ChannelState.AGREED, ChannelState.SUSPENDED))


class _Step(NamedTuple):
    """One transition, with all the moves that tell it."""

    state: ChannelState
    moves: tuple[Move, ...]
    when: Interval
    dated: bool

    @property
    def start(self) -> datetime.date | None:
        """The first day on which it may count: of those tellings that give its day, the first."""
        days = [move.start for move in self.moves if move.when == self.when and move.start is not None]
        return self.when.begin or min(days, default=self.when.end)


def spells(line: Line, moves: list[Move], grounds: Grounds) -> tuple[StateSpell, ...]:
    """The states in the order of their days; undated ones first, without a day of their own.

    A step whose rule does not lead out of the state that the channel is in changes nothing; where it is those who take
    part who tell it, on the record, and the state rests on weaker voices, it is the other reading of it. A spell
    ends the day before the next one surely holds; steps into the state that the channel is in already add to it.
    """
    taken: list[list[_Step]] = []
    steps = _in_force_after(_steps(moves))
    for step in steps:
        state = taken[-1][-1].state if taken else ChannelState.NONE
        if not taken and _is_before_it(step, line, moves):
            continue
        if state is step.state:
            taken[-1].append(step)
        elif any(state in (m.rule.out_of if step.dated else m.rule.undated) for m in step.moves) and not (
            state is ChannelState.SUSPENDED and step.state is ChannelState.OPEN and _is_of_others(step, taken[-1])
        ):
            taken.append([step])
    found = []
    for n, group in enumerate(taken):
        came_of_it = {id(step) for later in taken[n:] for step in later}
        others = (_other_reading(step, group, line, grounds) for step in steps if id(step) not in came_of_it)
        told = {(other.state, other.who, other.evidence[:1]): other for other in others if other is not None}
        otherwise = tuple(told.values())
        following = taken[n + 1] if n + 1 < len(taken) else None
        start = following[0].start if following else None
        found.append(_spell(group, start - _DAY if start is not None else None, otherwise, grounds))
    return tuple(found)


def _is_of_others(step: _Step, halt: list[_Step]) -> bool:
    """Whether a mediator's own halt stands, and it is not the mediator that goes on: the talks did, with others."""
    own = any(move.rule.by == "mediator" for one in halt for move in one.moves)
    return own and not any(move.rule.by == "mediator" for move in step.moves)


def _is_before_it(step: _Step, line: Line, moves: list[Move]) -> bool:
    """Whether what others did was over before it is told that this mediator sounds them out, and no more."""
    acts = [m for m in moves if m.rule.by == "mediator" and m.rule.event != "meet"]
    if any(m.rule.state is not ChannelState.EXPLORING for m in acts):
        return False
    own = [m.told or m.start for m in acts]
    last = step.when.end or step.start
    if not line.mediators or last is None or any(m.rule.by == "mediator" for m in step.moves):
        return False
    return bool(own) and all(day is not None and day > last for day in own)


def _steps(moves: list[Move]) -> list[_Step]:
    """One step for each turn, on the day that most of its dated tellings give; all else is a step of its own."""
    found = _told_again([m for m in moves if m.rule.state not in _TURNS])
    for state in sorted(_TURNS, key=lambda one: rank()[one]):
        for group in _turns([m for m in moves if m.rule.state is state], moves):
            if state in _NEED_WHO and all(m.loose for m in group):
                continue
            dated = [m for m in group if m.dated]
            when = _most_told(dated) if dated else min(group, key=_order).when
            found.append(_Step(state, tuple(sorted(group, key=_order)), when, bool(dated)))
    return sorted(found, key=_step_order)


def _told_again(moves: list[Move]) -> list[_Step]:
    """A step for each telling of a state that is told while it lasts; what tells no day joins the nearest that does."""
    gap = datetime.timedelta(days=setting("one_telling_days"))
    fine = [m for m in moves if m.dated and _width(m.when) <= _FINE]
    joined: dict[str, list[Move]] = {m.row.id: [m] for m in fine}
    found = []
    is_fine = {id(move) for move in fine}
    for move in moves:
        if id(move) in is_fine:
            continue
        near = [m for m in fine if m.rule.state is move.rule.state and _apart(m, move) <= gap]
        if near and move.start is not None:
            joined[min(near, key=lambda m: (_apart(m, move), m.row.id)).row.id].append(move)
        else:
            found.append(_Step(move.rule.state, (move,), move.when, move.dated))
    return found + [_Step(m.rule.state, tuple(joined[m.row.id]), m.when, True) for m in fine]


def _apart(one: Move, other: Move) -> datetime.timedelta:
    """How far `other`, told less finely, lies from `one`; never before it where only its last day is known."""
    a, b, day = other.when.begin, other.when.end or other.when.begin, one.start
    if day is None or b is None or (a is None and day > b):
        return datetime.timedelta.max
    if a is None:
        return b - day
    return max(a - day, day - b, datetime.timedelta(0))


def _turns(mine: list[Move], moves: list[Move]) -> list[list[Move]]:
    """The tellings of one state, parted where they lie far apart or a dated event of another lies between."""
    gap = datetime.timedelta(days=setting("one_telling_days"))
    groups: list[list[Move]] = []
    for move in sorted(mine, key=_order):
        last = groups[-1][-1] if groups else None
        if last is None or _parted(last, move, moves, gap):
            groups.append([move])
        else:
            groups[-1].append(move)
    return groups


def _parted(one: Move, other: Move, moves: list[Move], gap: datetime.timedelta) -> bool:
    a, b = one.start, other.start
    if a is None or b is None:
        return False
    others = (m for m in moves if m.dated and m.rule.state not in (one.rule.state, ChannelState.IMPLEMENTING))
    between = any(m.start is not None and a < m.start < b and one.rule.state in m.rule.out_of for m in others)
    return b - a > gap or between


def _most_told(dated: list[Move]) -> Interval:
    """The day that most tellings give; the most finely told one, then the latest, among equals."""
    fine = [move for move in dated if _width(move.when) <= _FINE]
    dated = fine or dated
    told: Counter[Interval] = Counter()
    for move in dated:
        for other in dated:
            if other.when.meets(move.when):
                told[move.when] += len(other.row.members)
    return max(told, key=lambda when: (told[when], -_width(when), str(when.begin)))


def _width(when: Interval) -> int:
    return (when.end - when.begin).days if when.begin and when.end else 10**6


def _in_force_after(steps: list[_Step]) -> list[_Step]:
    """What is in force was agreed before: told of a day a little before the agreement, it begins with that.

    Where the day since which it is in force is told too, what was told before was another truce.
    """
    days = datetime.timedelta(days=setting("in_force_after_days"))
    agreed = [step.start for step in steps if step.state is ChannelState.AGREED and step.start is not None]
    since = [s.start for s in steps if s.state is ChannelState.IMPLEMENTING and s.dated and s.start is not None]
    found = []
    for step in steps:
        later = [day for day in agreed if step.start is not None and step.start < day <= step.start + days]
        if step.state is ChannelState.IMPLEMENTING and later:
            if any(min(later) <= day <= min(later) + days for day in since):
                continue
            day = min(later)
            end = max(step.when.end or day, day)
            step = step._replace(when=Interval(begin=day, end=end, precision=step.when.precision))  # noqa: PLW2901
        found.append(step)
    return sorted(found, key=_step_order)


def _other_reading(step: _Step, group: list[_Step], line: Line, grounds: Grounds) -> StateReading | None:
    """What those who take part say of the state, on the record and around its beginning, against the unnamed."""
    start, told, last = group[0].start, step.start, step.when.end or step.start
    gap = datetime.timedelta(days=setting("one_telling_days"))
    if start is None or told is None or last is None:
        return None
    if any({step.state, group[0].state} <= course for course in one_course()):
        return None
    if last < start or abs(told - start) > gap:  # told before it began, it was the state before
        return None
    if any(grounds.best_source(m.row)[1] in _ON_RECORD for one in group for m in one.moves):
        return None
    for move in step.moves:
        who, sourcing = grounds.best_source(move.row)
        if sourcing in _ON_RECORD and grounds.speaks_for(move.row, line.mediators or line.parties):
            who = grounds.name_of_source(move.row) or who
            return StateReading(state=step.state, since=step.when, who=who, sourcing=sourcing, evidence=move.evidence)
    return None


def _rests_on_one_unnamed(moves: list[Move], grounds: Grounds) -> bool:
    said = [grounds.statements[s] for m in moves for s in m.row.statements if s in grounds.statements]
    return bool(said) and all(s.sourcing in _UNNAMED for s in said) and len({s.origin for s in said}) == 1


def _spell(
    group: list[_Step], end: datetime.date | None, otherwise: tuple[StateReading, ...], grounds: Grounds
) -> StateSpell:
    first = group[0]
    begin = first.start
    moves = [move for step in group for move in step.moves]
    lead = next((m for m in first.moves if m.dated and m.when == first.when), first.moves[0])
    evidence = {(e.report, e.start, e.end): e for move in (lead, *moves) for e in move.evidence}
    return StateSpell(
        state=first.state,
        begin=begin,
        end=end if end is None or begin is None or end >= begin else begin,
        since=first.when,
        disputed=bool(otherwise) or any(grounds.disputed(move.row) for move in moves),
        unnamed=_rests_on_one_unnamed(moves, grounds),
        otherwise=otherwise,
        grounds=f"{lead.row.type}: {lead.rule.reason}",
        claims=tuple(dict.fromkeys(move.row.claim for move in moves if move.row.claim)),
        evidence=tuple(evidence.values()),
    )


def _order(move: Move) -> tuple[str, str, int, str]:
    return (*_days(move.start, move.when.end), rank()[move.rule.state], move.row.id)


def _step_order(step: _Step) -> tuple[str, str, int, str]:
    return (str(step.start or ""), "", rank()[step.state], step.moves[0].row.id)


def _days(begin: datetime.date | None, end: datetime.date | None) -> tuple[str, str]:
    return begin.isoformat() if begin else "", end.isoformat() if end else ""
