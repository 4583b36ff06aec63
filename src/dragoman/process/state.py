"""The state of each channel on a day, and why."""

import datetime

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ConflictRow
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


def state_on(
    day: datetime.date,
    channels: tuple[ChannelRow, ...],
    conditions: tuple[ConditionRow, ...],
    conflicts: tuple[ConflictRow, ...],
    statements: tuple[StatementRow, ...],
) -> tuple[StateRow, ...]:
    """Each channel's state on `day`: its last transition up to it; `none` before the first.

    On a day inside a transition's interval the later state is given as not certain, and the one before it is the
    other reading; so it is where the transition rests on one unnamed origin. A disputed transition gives both accounts.
    """
    return tuple(_state(day, channel, conditions, conflicts, statements) for channel in channels)


def bearing(
    channels: tuple[ChannelRow, ...], conflicts: tuple[ConflictRow, ...], statements: tuple[StatementRow, ...]
) -> tuple[tuple[ConflictRow, ...], tuple[StatementRow, ...]]:
    """The conflicts and statements that bear on a state of any day: with the rest `state_on` tells the same."""
    spells = [spell for channel in channels for spell in channel.states]
    reports = {item.report for spell in spells for item in spell.evidence}
    claims = {claim for spell in spells for claim in spell.claims}
    return (
        tuple(
            conflict
            for conflict in conflicts
            if not claims.isdisjoint(conflict.claims)
            or any(item.report in reports for side in conflict.sides for item in side.evidence)
        ),
        tuple(one for one in statements if any(item.report in reports for item in one.evidence)),
    )


def _state(
    day: datetime.date,
    channel: ChannelRow,
    conditions: tuple[ConditionRow, ...],
    conflicts: tuple[ConflictRow, ...],
    statements: tuple[StatementRow, ...],
) -> StateRow:
    begun = [spell for spell in channel.states if spell.begin is None or spell.begin <= day]
    spell = begun[-1] if begun else None
    before = begun[-2] if len(begun) > 1 else None
    inside = spell is not None and spell.since.end is not None and spell.since.end > day
    doubtful = before if inside or (spell is not None and spell.unnamed) else None
    readings = _readings(spell, doubtful, conflicts, statements)
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


def _readings(
    spell: StateSpell | None,
    before: StateSpell | None,
    conflicts: tuple[ConflictRow, ...],
    statements: tuple[StatementRow, ...],
) -> tuple[StateReading, ...]:
    if spell is None:
        return ()
    found = [_reading(spell, statements)]
    if before is not None:
        found.append(_reading(before, statements))
    found.extend(spell.otherwise)
    for conflict in conflicts:
        touched = any(_touch(e, place) for side in conflict.sides for e in side.evidence for place in spell.evidence)
        if not touched and not set(conflict.claims) & set(spell.claims):
            continue
        sides = [
            side
            for side in conflict.sides
            if not any(_touch(e, place) for e in side.evidence for place in spell.evidence)
        ]
        if spell.disputed and len(sides) < len(conflict.sides):
            found.extend(
                StateReading(
                    state=ChannelState.NONE if before is None else before.state,
                    since=NO_DAY if before is None else before.since,
                    who=side.who,
                    sourcing=side.sourcing,
                    evidence=side.evidence,
                )
                for side in sides
            )
    return tuple(found)


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _reading(spell: StateSpell, statements: tuple[StatementRow, ...]) -> StateReading:
    best = spell.evidence[0] if spell.evidence else None
    said = next(
        (
            s
            for s in statements
            for e in s.evidence
            if best and e.report == best.report and e.start < best.end and best.start < e.end
        ),
        None,
    )
    return StateReading(
        state=spell.state,
        since=spell.since,
        who=said.source if said else None,
        sourcing=said.sourcing if said else Sourcing.OUTLET,
        evidence=spell.evidence,
    )


def _venue(day: datetime.date, channel: ChannelRow) -> str | None:
    begun = [v for v in channel.venues if v.begin is not None and v.begin <= day]
    return max(begun, key=lambda v: (v.begin, v.place)).place if begun else None
