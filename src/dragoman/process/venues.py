"""Venues: where a channel meets: in its moves, in talks that are held in it, and where its parties were sent."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line
from dragoman.process.sides import Sides
from dragoman.process.wording import says
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import StateSpell, VenueSpell

_NAME = r"((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})"
# Words of meeting, and soon after them where: an operation "in" some town, told beside, is no venue.
_IN = re.compile(
    rf"\b(?:talks|negotiations|negotiators|meetings?|rounds?|sessions?|summits?|met|meet|gathered|conferr?ed|delegations?"
    rf"|envoys|agreement|deal|truce|cease-?fire|accord|announced|reached|signed|broke up)\W+(?:\w+\W+){{0,5}}?"
    rf"(?:in|at) {_NAME}"
)
# What follows the words that tell the event: "…, held mostly in Port Varra".
_HELD_IN = re.compile(
    rf"^\W*(?:\w+\W+){{0,6}}?(?:held|conducted|took place|taking place|hosted|began|resumed|opened) "
    rf"(?:\w+ ){{0,3}}in {_NAME}"
)
# Where those who negotiate were sent, or called back from: "recalled its negotiators from Port Varra". A delegation
# "from Varra" that nobody calls back comes from there.
_SENT = re.compile(
    rf"\b(?:negotiators|(?:negotiating|its|their|his|her) team|delegation)\W+(?:back\W+)?(?:to|in) {_NAME}"
    rf"|\b(?:recall|call|pull|withdr|bring|brought)\w*\W+(?:\w+\W+){{0,4}}?"
    rf"(?:negotiators|team|delegation)\W+(?:back\W+)?(?:home\W+)?from {_NAME}"
)
_CAME = re.compile(
    rf"\b(?:arriv|gather|fl[ey]w|land|return|head|travel)\w*\W+(?:\w+\W+){{0,7}}?(?:in|to|of) {_NAME}"
    r"(?=[^.;]{0,60}\bfor\b[^.;]{0,40}\b(?:talks|negotiations|rounds?|summit)\b)"
)
_WITH = re.compile(r"\b(?:talks|negotiations|meetings?|summit) with ((?:the )?[A-Z][\w-]+)")
# A town by what it is: "talks in the Ossarian capital".
_CAPITAL = re.compile(
    r"\b(?:[Tt]alks|[Nn]egotiations|rounds?|summits?|met|meeting|sat down)\b[^.;]{0,60}?\b(?:in|outside|near) the"
    r" ([A-Z][\w-]+(?: [A-Z][\w-]+)?) capital\b"
    rf"(?:, {_NAME})?"
)
_SIDES = 2  # sides of a line that are told to meet: one of them alone may meet anybody
_HELD = frozenset((EventMode.HAPPENED, EventMode.PLANNED))


class Venues:
    """The meetings of a record, and where each channel's were."""

    def __init__(self, grounds: Grounds, sides: Sides) -> None:
        self._grounds = grounds
        self._sides = sides
        self._meetings = [row for row in grounds.timeline if _tells_of_meeting(row)]
        self._goings = [row for row in grounds.timeline if row.mode in _HELD and any(self._gone(row))]

    def of(self, line: Line, moved: list[TimelineRow], states: tuple[StateSpell, ...]) -> tuple[VenueSpell, ...]:
        """Where a channel meets: the places of its moves, of talks held in it, and where its parties went for them."""
        turned = {(e.report, e.start): spell.begin for spell in states for e in spell.evidence}
        held = [row for row in self._meetings if self._of_line(row, line)]
        told: dict[str, list[tuple[datetime.date | None, Evidence]]] = defaultdict(list)
        rows = {row.id: row for row in (*moved, *held)}
        found = [(row, place) for row in rows.values() for place in self._places(row)]
        found += [(row, place) for row in self._goings if self._goes(row, line) for place in self._gone(row)]
        for row, place in dict.fromkeys(found):
            at = row.evidence[0]
            day = row.begin or turned.get((at.report, at.start)) or self._grounds.when(row).end
            told[place].append((day, at))
        return tuple(_spell(place, seen) for place, seen in sorted(told.items()))

    def _of_line(self, row: TimelineRow, line: Line) -> bool:
        if says("direct", row.text) != line.apart:
            return False
        named = set(self._sides.named(row))
        parties = len(named & set(line.parties))
        return parties >= _SIDES or bool(named & set(line.mediators) and parties)

    def _places(self, row: TimelineRow) -> set[str]:
        """The place that the record has for an event, and towns that its words are in: "talks in Geneva"."""
        found = {row.place} if row.place else set()
        names = [match.group(1) for match in _IN.finditer(row.text) if match.group(1) in self._grounds.places]
        is_talks = says("talks", row.text) or says("direct", row.text)
        after = _HELD_IN.match(self._grounds.after(row)) if is_talks else None
        found |= set(names) | ({after.group(1)} if after else set())
        capital = _CAPITAL.search(row.text)
        return found or (
            {capital.group(2) or _capital_of(capital.group(1)) or f"{capital.group(1)} capital"} if capital else set()
        )

    def _gone(self, row: TimelineRow) -> Iterator[str]:
        """Where the words of an event tell somebody to be sent for the talks."""
        for pattern in (_SENT, _CAME):
            names = (next(filter(None, found.groups())) for found in pattern.finditer(row.text))
            yield from (name for name in names if name in self._grounds.places)

    def _goes(self, row: TimelineRow, line: Line) -> bool:
        """Whether it is a party of the line that goes, for talks with nobody else, on the line of its mediator."""
        if line.apart or not set(self._sides.named(row)) & set(line.parties):
            return False
        if set(self._grounds.principals(row.agent)) & set(line.mediators):
            return False  # who mediates goes to a party to hear it
        other = _WITH.search(row.text)
        if other and not any(self._grounds.is_called(ref, other.group(1)) for ref in (*line.parties, *line.mediators)):
            return False
        return not line.mediators or any(self._grounds.is_named_beside(ref, row) for ref in line.mediators)


def _capital_of(people: str) -> str | None:
    """The capital of the state that an adjective is of."""
    from dragoman.reading.actors.gazetteer.table import capitals  # noqa: PLC0415  its package loads the parser

    return capitals().get(people)


def _tells_of_meeting(row: TimelineRow) -> bool:
    return row.type in ("meet", "agree", "stall") and row.mode in _HELD and says("talks", row.text)


def _spell(place: str, seen: list[tuple[datetime.date | None, Evidence]]) -> VenueSpell:
    days = sorted(day for day, _ in seen if day is not None)
    evidence = tuple(dict.fromkeys(e for _, e in seen))
    return VenueSpell(place=place, begin=days[0] if days else None, end=days[-1] if days else None, evidence=evidence)
