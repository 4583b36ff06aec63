"""Scoring a dossier's talks against a sheet."""

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.talks import ChannelRow, HostingRow, PositionRow, ProposalRow, Response
from dragoman.records.time import Interval

from .sheet import Item, Never, Sheet, Who

if TYPE_CHECKING:
    from dragoman.workbench import Dossier

_DAY = datetime.timedelta(days=1)


class Score(NamedTuple):
    """What of a sheet is in the output, and what the output says against it."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    against: tuple[str, ...]
    asked: int  # states that the sheet calls contradicted


class Output:
    """The talks of a dossier, as the sheets ask of them."""

    def __init__(self, dossier: "Dossier") -> None:
        self.channels: tuple[ChannelRow, ...] = tuple(dossier.channels())
        self.proposals: tuple[ProposalRow, ...] = tuple(dossier.proposals())
        self.conditions = tuple(dossier.conditions())
        self.positions = tuple(dossier.positions())
        self.hosting = tuple(dossier.hosting())
        self.conflicts = tuple(dossier.conflicts())
        self._names = {row.id: (row.name, *row.aliases) for row in dossier.actors()}
        self._published = {row.id: row.published.interval for row in dossier.reports()}

    def score(self, sheet: Sheet) -> Score:
        """How much of the sheet the output has, and what contradicts it."""
        hits = [(item.id, self._has(item)) for item in sheet.items]
        against = [text for line in sheet.never for text in self._against(line)]
        return Score(
            found=tuple(name for name, hit in hits if hit),
            missed=tuple(name for name, hit in hits if not hit),
            against=tuple(against),
            asked=len(sheet.never),
        )

    def _has(self, item: Item) -> bool:
        meant = self._meant(item.channel) if item.channel else ()
        match item.kind:
            case "channel":
                return bool(meant)
            case "state":
                return item.day is not None and any(self._state(row, item.day) in item.states for row in meant)
            case "turn":
                return any(s.state in item.states and _inside(s.begin, item) for row in meant for s in row.states)
            case "venue":
                places = [v.place for r in meant for v in r.venues if not (item.day and v.begin) or v.begin <= item.day]
                return any(_begins(place, item.places) for place in places)
            case "proposal":
                return any(self._is_by(row, item) for row in self.proposals)
            case "rejection":
                return any(self._is_rejected(row, item) for row in self.proposals)
            case "answer":
                return any(self._is_answered(row, item) for row in self.proposals)
            case "position":
                return any(self._is_held(row, item) for row in self.positions)
            case "condition":
                return any(_begins(row.text, item.words) for row in self.conditions)
            case "hosting":
                return any(self._is_hosted(row, item) for row in self.hosting)
            case "conflict":
                said = (" ".join([row.about, *(side.says for side in row.sides)]) for row in self.conflicts)
                return any(_begins(text, item.words) for text in said)

    def _meant(self, who: Who) -> tuple[ChannelRow, ...]:
        return tuple(row for row in self.channels if self._is_meant(row, who))

    def _is_meant(self, row: ChannelRow, who: Who) -> bool:
        if who.mediators is not None:
            direct = not row.mediators and "none" in who.mediators
            if not direct and not self._bear(row.mediators, who.mediators):
                return False
        part = (*row.mediators, *row.parties)
        return all(self._bear(part, names) for names in who.parties)

    def _bear(self, refs: Iterable[ActorRef], names: list[str]) -> bool:
        return any(_begins(own, names) for ref in refs for own in self._names.get(ref.id, (ref.name,)))

    def _state(self, row: ChannelRow, day: datetime.date) -> str | None:
        begun = [s for s in row.states if s.begin is None or s.begin <= day]
        return begun[-1].state if begun else None

    def _is_by(self, row: ProposalRow, item: Item) -> bool:
        return row.author is not None and self._bear((row.author,), item.authors) and self._told(row, item)

    def _is_rejected(self, row: ProposalRow, item: Item) -> bool:
        said = " ".join([e.quote for e in row.evidence] + [t.text for v in row.versions for t in v.terms])
        days = [a.when for a in row.responses if a.response is Response.REJECTED]
        return any(_meets(day, item) for day in days) and _begins(said, item.words)

    def _is_answered(self, row: ProposalRow, item: Item) -> bool:
        meant = [a for a in row.responses if a.response in item.responses and self._bear((a.who,), item.authors)]
        return any(_meets(a.when, item) for a in meant)

    def _is_held(self, row: PositionRow, item: Item) -> bool:
        who = (row.actor,) if row.of is None else (row.actor, row.of)
        said = " ".join([row.text, *(e.quote for e in row.evidence)])
        return row.stance in item.responses and self._bear(who, item.authors) and _begins(said, item.words)

    def _is_hosted(self, row: HostingRow, item: Item) -> bool:
        at = " ".join([row.place or "", *(name for ref in (row.host,) if ref for name in self._names[ref.id])])
        return row.status in item.responses and self._bear((row.who,), item.authors) and _begins(at, item.places)

    def _told(self, row: ProposalRow, item: Item) -> bool:
        days = [row.when, *(self._published.get(e.report, Interval()) for e in row.evidence)]
        return any(_meets(day, item) for day in days)

    def _against(self, line: Never) -> list[str]:
        found = []
        for row in self._meant(line.channel):
            day = line.begin
            while day <= line.end:
                state = self._state(row, day)
                if state in line.states:
                    names = "/".join(ref.name for ref in row.mediators) or "direct"
                    found.append(f"{names} with {', '.join(r.name for r in row.parties)}: {state} on {day}")
                    break
                day += _DAY
        return found


def _begins(text: str, names: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE) for name in names)


def _inside(day: datetime.date | None, item: Item) -> bool:
    return day is not None and item.begin is not None and item.end is not None and item.begin <= day <= item.end


def _meets(when: Interval, item: Item) -> bool:
    return item.begin is not None and when.known and when.meets(Interval(begin=item.begin, end=item.end))
