"""Moves: the events that put a channel into a state, each with the line that it belongs to."""

import datetime
import re
from typing import NamedTuple

from dragoman.process.after import After
from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line
from dragoman.process.rules import Transition, by_now, news, stem_of, transitions
from dragoman.process.sides import Sides
from dragoman.process.wording import ends_with, is_done, other_year, says
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelState
from dragoman.records.time import Interval, Precision

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_MONTH = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Ll]ast|[Ii]n|of) (" + "|".join(name.capitalize() for name in _MONTHS) + r")\b"
)
_FOLLOWS = 30  # characters after "talks between the two" in which a verb tells how they go on
_OTHERS = 2  # named ones whose talks they were, and not those of a line without any of them
_LONG = 31  # days: an interval as wide tells no day

_HALTS = frozenset(("stall", "withdraw", "suspend_mediation"))
_OF_PARTIES = frozenset((ChannelState.AGREED, ChannelState.IMPLEMENTING, ChannelState.LAPSED))


class Move(NamedTuple):
    """An event that puts a channel into a state."""

    row: TimelineRow
    rule: Transition
    when: Interval
    dated: bool  # whether the event's own day is told, and not only that of the report
    loose: bool = False  # told of the talks, not of who takes part
    shared: bool = False  # told of another line between the same parties
    told: datetime.date | None = None  # the first day on which it can have been told

    @property
    def start(self) -> datetime.date | None:
        """The first day on which it may count: where only its last is known, the first day of its telling."""
        days = [day for day in (self.told, self.when.end) if day is not None]
        return self.when.begin or min(days, default=None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that tell the move: of one event told several times, those that say what the rule asks for."""
        said = tuple(e for e in self.row.evidence if all(says(entry, e.quote) for entry in self.rule.says))
        return said or self.row.evidence


class Mover:
    """Finds the move that an event makes on each line."""

    def __init__(self, grounds: Grounds, sides: Sides, lines: tuple[Line, ...]) -> None:
        self._grounds = grounds
        self._sides = sides
        self._lines = lines
        self._window = grounds.window
        self._after = After(grounds)
        halts = (row for row in grounds.timeline if row.type in _HALTS and row.mode is EventMode.HAPPENED)
        self._halts = frozenset(e.report for row in halts for e in row.evidence)

    def moves(self) -> dict[Line, list[Move]]:
        """The moves of each line, in the order of the record's events."""
        found: dict[Line, list[Move]] = {line: [] for line in self._lines}
        for row in self._grounds.timeline:
            if self._lies_ahead(row):
                continue
            for rule in transitions().get(row.type, ()):
                if row.mode not in rule.modes or not self._fits(rule, row):
                    continue
                lines, loose = self._lines_of(row, rule)
                move = self._move(row, rule, loose=loose)
                if not lines or not self._passes(move):
                    continue
                for line in lines:
                    found[line].append(move)
                for line in self._of_same_parties(lines) if rule.state in _OF_PARTIES else ():
                    found[line].append(move._replace(shared=True))
                break
        return found

    def _lies_ahead(self, row: TimelineRow) -> bool:
        """Whether something told as if it had happened was still to come: "the programme expires in May"."""
        told = self._grounds.last_told(row) if row.mode is EventMode.HAPPENED else None
        return told is not None and row.begin is not None and (row.begin - told).days > 1

    def _fits(self, rule: Transition, row: TimelineRow) -> bool:
        """Whether the words of an event, or those of one of its tellings, say all that a rule asks for."""
        if all(self._says(entry, row) for entry in rule.says):
            return True
        return any(all(says(entry, e.quote) for entry in rule.says) for e in row.evidence)

    def _says(self, entry: str, row: TimelineRow) -> bool:
        """Whether the words of an event say it; of talks that are told as a thing, what follows says how they go on."""
        return says(entry, row.text + self._grounds.after(row)[:_FOLLOWS] if entry == "under_way" else row.text)

    def _move(self, row: TimelineRow, rule: Transition, *, loose: bool) -> Move:
        told = row.begin is not None and row.precision is not Precision.NARRATIVE
        end = row.end or row.begin
        dated = told and row.begin is not None and end is not None and (end - row.begin).days <= _LONG
        when, first = self._grounds.when(row), self._grounds.first_told(row)
        now = self._grounds.published_on(row.evidence[0].report) if not told and says("holds_now", row.text) else None
        if now is not None:
            return Move(row, rule, now, True, loose)
        if when.begin is None and (after := self._after.begin_of(row)) is not None:
            when, dated = when.but(begin=after), False
        is_news = not told and row.mode is EventMode.HAPPENED and self._is_news(row)
        return Move(row, rule, when, dated or is_news, loose, told=first)

    def _is_news(self, row: TimelineRow) -> bool:
        """Whether a report tells something without a day as its news, so that it was by its day and not long before."""
        first = row.evidence[0]
        if self._grounds.published_on(first.report) is None or ends_with("in_passing", self._grounds.before(row)):
            return False
        if first.start < news()["characters"] and row.type not in news()["never"]:
            return row.type != "meet" or not self._names_no_two(row)
        return row.type in by_now()["types"] and says("by_now", row.text)

    def _names_no_two(self, row: TimelineRow) -> bool:
        """Whether somebody is named who meets, and no two sides together: producers alone, a cabinet."""
        return (
            bool(self._sides.named(row)) and len(self._sides.linked(row)) < _OTHERS and not self._sides.all_of_them(row)
        )

    # Whose channel

    def _lines_of(self, row: TimelineRow, rule: Transition) -> tuple[tuple[Line, ...], bool]:
        doers = set(self._grounds.principals(row.agent))
        linked = set(self._sides.linked(row))
        direct = says("direct", row.text)
        lines = tuple(line for line in self._lines if line.apart == direct) or self._lines
        if rule.by == "mediator":
            mine = tuple(line for line in lines if doers & set(line.mediators))
            if rule.event == "meet":
                mine = tuple(line for line in mine if (set(self._sides.named(row)) - doers) & set(line.parties))
            return mine, False
        if rule.by == "party":
            return tuple(line for line in lines if {*doers, *linked} & set(line.parties)), False
        mine = tuple(line for line in lines if len(linked & set(line.parties)) > 1)
        if any(not line.mediators for line in mine):  # nobody is surely between them: a mediator only where it is named
            mine = tuple(line for line in mine if not line.mediators or self._is_named(line, row))
        if mine:
            return mine, False
        if rule.by == "parties" and not self._sides.all_of_them(row):
            return self._supported(row, rule, lines)
        found = self._told_beside(row, lines)
        return found, not all(self._is_named(line, row) for line in found)

    def _of_same_parties(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """All other lines between the same parties: what these agreed they agreed on every line."""
        parties = [set(line.parties) for line in lines]
        others = (one for one in self._lines if one not in lines)
        return tuple(one for one in others if any(len(p & set(one.parties)) > 1 for p in parties))

    def _supported(self, row: TimelineRow, rule: Transition, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], bool]:
        """An agreement told without those who reached it: it adds to one that is told with them, and makes none."""
        told = bool(row.agent) and row.type != "agree"
        one_side = row.agent and not set(self._sides.linked(row)) & {ref for line in lines for ref in line.parties}
        if told or one_side or rule.state.value != "agreed":
            return (), False
        named = set(self._sides.named(row))
        both = tuple(line for line in lines if len(named & set(line.parties)) > 1)
        if both:
            return both, False
        return self._told_beside(row, lines), True

    def _told_beside(self, row: TimelineRow, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The channels that "the talks" of an event can mean.

        Those whose parties its words name most of, whose mediator they name, or else whose mediator the same reports
        show at work; all of them when it is several: who says that the talks have stalled says it of every line there.
        """
        lines = tuple(line for line in self._of_doers(row, lines) if not self._is_of_others(row, line))
        near = self._nearest(lines, set(self._sides.named(row)))
        if len(near) == len(lines) > 1:
            near = self._nearest(lines, self._at_work(row))
        for names in (self._grounds.is_named_in, self._is_among, self._grounds.is_named_beside):
            by_name = tuple(line for line in near if any(names(ref, row) for ref in line.mediators))
            if by_name:
                return by_name
        at_work = self._at_work(row)
        beside = tuple(line for line in near if not line.mediators or at_work & set(line.mediators))
        one_of_them = len(self._lines) == 1 or len(near) < len(lines) or len({line.parties for line in near}) == 1
        return beside or (near if one_of_them else ())

    def _is_of_others(self, row: TimelineRow, line: Line) -> bool:
        """Whether its sentence tells whose talks they were, and nobody of this line is among them."""
        told = {one.side for one in self._sides.mentioned(self._grounds.before(row) + row.text)}
        told.update(self._grounds.principals(row.actors))
        known = {ref for ref in told if self._grounds.is_named(ref)}
        return len(known) >= _OTHERS and not known & {*line.parties, *line.mediators}

    def _nearest(self, lines: tuple[Line, ...], named: set[ActorRef]) -> tuple[Line, ...]:
        most = max((len(named & set(line.parties)) for line in lines), default=0)
        return tuple(line for line in lines if len(named & set(line.parties)) == most)

    def _is_among(self, ref: ActorRef, row: TimelineRow) -> bool:
        return ref in self._grounds.principals(row.actors)

    def _is_named(self, line: Line, row: TimelineRow) -> bool:
        return any(self._is_among(ref, row) or self._grounds.is_named_beside(ref, row) for ref in line.mediators)

    def _of_doers(self, row: TimelineRow, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Not those of the others where it is told whose talks it was."""
        doers = set(self._grounds.principals(row.agent))
        mine = tuple(line for line in lines if doers & set(line.mediators))
        return mine or lines

    def _at_work(self, row: TimelineRow) -> set[ActorRef]:
        return {ref for e in row.evidence for ref in self._grounds.at_work.get(e.report, ())}

    # Guards

    def _passes(self, move: Move) -> bool:
        return not any(self._stopped_by(guard, move) for guard in move.rule.guards)

    def _stopped_by(self, guard: str, move: Move) -> bool:
        row = move.row
        match guard:
            case "window":
                day = row.end or move.start
                return self._window is not None and day is not None and day < self._window
            case "other_time":
                return says("other_time", row.text) or (self._window is not None and other_year(row.text, self._window))
            case "in_passing":
                return not move.dated and ends_with("in_passing", self._grounds.before(row))
            case "other_month":
                return not move.dated and self._other_month(move)
            case "no_truce":
                return says("broken_down", row.text)
            case "done":
                return not is_done(row.text)
            case "not_since":
                return not move.dated and any(e.report in self._halts for e in row.evidence)
            case "not_own":
                return bool(row.agent) and says("to_do", row.text)
            case "whole":
                return says("few_agree", row.text) or any(map(self._is_a_few, row.actors))
            case _:
                raise KeyError(guard)

    def _is_a_few(self, ref: ActorRef) -> bool:
        """Whether somebody is some of the many that make a side: "two creditor banks"."""
        return not self._grounds.is_named(ref) and stem_of(ref.name) is not None and says("a_few", ref.name)

    def _other_month(self, move: Move) -> bool:
        told = _MONTH.search(move.row.text)
        day = move.start
        return told is not None and day is not None and _MONTHS[day.month - 1] != told.group(1).lower()
