"""The state of each channel on a day, and why."""

import datetime
from collections.abc import Iterable, Iterator

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ConflictRow, Side
from dragoman.records.rows.talks import (
    ChannelRow,
    ChannelState,
    ConditionRow,
    ConditionStatus,
    StateReading,
    StateRow,
    StateSpell,
)
from dragoman.records.rows.voices import StatementRow
from dragoman.records.time import NO_DAY


class Accounts:
    """What the accounts of states rest on; what was found of a spell is known for every other day."""

    def __init__(
        self, channels: Iterable[ChannelRow], conflicts: Iterable[ConflictRow], statements: Iterable[StatementRow]
    ) -> None:
        spells = [spell for channel in channels for spell in channel.states]
        first = {item.report for spell in spells for item in spell.evidence[:1]}
        reports = {item.report for spell in spells for item in spell.evidence}
        self._said: dict[str, list[StatementRow]] = {}
        for row in statements:
            for report in {item.report for item in row.evidence} & first:
                self._said.setdefault(report, []).append(row)
        claims = {claim for spell in spells for claim in spell.claims}
        self._conflicts = [
            conflict
            for conflict in conflicts
            if not claims.isdisjoint(conflict.claims)
            or any(item.report in reports for side in conflict.sides for item in side.evidence)
        ]
        self._known: dict[tuple[int, int], tuple[StateSpell, StateSpell | None, tuple[StateReading, ...]]] = {}

    def readings(self, spell: StateSpell, before: StateSpell | None) -> tuple[StateReading, ...]:
        """The accounts of a state; `before` is the one that may still have held."""
        key = id(spell), id(before)
        if key not in self._known:  # kept with the spells, so that no other can come to have their place
            self._known[key] = spell, before, tuple(self._readings(spell, before))
        return self._known[key][2]

    def _readings(self, spell: StateSpell, before: StateSpell | None) -> Iterator[StateReading]:
        yield self._reading(spell)
        if before is not None:
            yield self._reading(before)
        yield from spell.otherwise
        for conflict in self._conflicts if spell.disputed else ():
            sides = [side for side in conflict.sides if not _meets(side, spell)]
            if len(sides) < len(conflict.sides):
                yield from (
                    StateReading(
                        state=ChannelState.NONE if before is None else before.state,
                        since=NO_DAY if before is None else before.since,
                        who=side.who,
                        sourcing=side.sourcing,
                        evidence=side.evidence,
                    )
                    for side in sides
                )

    def _reading(self, spell: StateSpell) -> StateReading:
        best = spell.evidence[0] if spell.evidence else None
        told = self._said.get(best.report, ()) if best else ()
        said = next((row for row in told if best and any(_touch(e, best) for e in row.evidence)), None)
        return StateReading(
            state=spell.state,
            since=spell.since,
            who=said.source if said else None,
            sourcing=said.sourcing if said else Sourcing.OUTLET,
            evidence=spell.evidence,
        )


def _meets(side: Side, spell: StateSpell) -> bool:
    return any(_touch(e, place) for e in side.evidence for place in spell.evidence)


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def state_on(
    day: datetime.date, channels: Iterable[ChannelRow], conditions: Iterable[ConditionRow], accounts: Accounts
) -> tuple[StateRow, ...]:
    """Each channel's state on `day`: its last transition up to it; `none` before the first.

    On a day inside a transition's interval the later state is given as not certain, and the one before it is the
    other reading; so it is where the transition rests on one unnamed origin. A disputed transition gives both accounts.
    """
    known = tuple(conditions)
    return tuple(_state(day, channel, known, accounts) for channel in channels)


def _state(
    day: datetime.date,
    channel: ChannelRow,
    conditions: tuple[ConditionRow, ...],
    accounts: Accounts,
) -> StateRow:
    begun = [spell for spell in channel.states if spell.begin is None or spell.begin <= day]
    spell = begun[-1] if begun else None
    before = begun[-2] if len(begun) > 1 else None
    inside = spell is not None and spell.since.end is not None and spell.since.end > day
    doubtful = before if inside or (spell is not None and spell.unnamed) else None
    readings = accounts.readings(spell, doubtful) if spell else ()
    return StateRow(
        channel=channel.id,
        process=channel.process,
        mediators=channel.mediators,
        parties=channel.parties,
        state=spell.state if spell else ChannelState.NONE,
        since=spell.since if spell else NO_DAY,
        certain=spell is None or not (inside or spell.begin is None or spell.disputed or spell.unnamed),
        disputed=spell is not None and spell.disputed,
        readings=readings,
        venue=_venue(day, channel),
        conditions=tuple(c.text for c in conditions if c.channel == channel.id and _is_open(c, day)),
        evidence=spell.evidence if spell else (),
    )


def _is_open(condition: ConditionRow, day: datetime.date) -> bool:
    """Whether a condition stood on a day: set by then, and neither met nor failed yet."""
    if condition.begin is not None and condition.begin > day:
        return False
    return condition.status is ConditionStatus.OPEN or (condition.end is not None and condition.end > day)


def _venue(day: datetime.date, channel: ChannelRow) -> str | None:
    begun = [v for v in channel.venues if v.begin is not None and v.begin <= day]
    return max(begun, key=lambda v: (v.begin, v.place)).place if begun else None
