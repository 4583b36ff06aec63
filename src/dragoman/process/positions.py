"""Positions: what an actor wants, refuses or could accept."""

from dragoman.process.grounds import Grounds
from dragoman.process.issues import issue_of
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import PositionRow, Stance

_STANCES = {
    "demand": Stance.WANTS,
    "request": Stance.WANTS,
    "reject": Stance.REFUSES,
    "concede": Stance.COULD_ACCEPT,
    "accept": Stance.COULD_ACCEPT,
}


def _shows(row: TimelineRow, stance: Stance) -> bool:
    """Whether a row shows a stance: an act that was done, or a consent told with its condition.

    "If it rejects the proposal" rejects nothing, and what somebody is pressed to accept it has not accepted.
    """
    if row.mode is EventMode.HAPPENED:
        return True
    conditional = row.mode is EventMode.CONDITIONAL and bool(row.conditions) and not row.negated
    return stance is Stance.COULD_ACCEPT and conditional


def positions(grounds: Grounds, process: str | None) -> tuple[PositionRow, ...]:
    """What each actor's own acts show of what it wants, by actor and day."""
    rows = [
        PositionRow(
            id=derived_id(Prefix.POSITION, row.members, who.id, stance.value),
            process=process,
            actor=who,
            issue=issue_of(row.text),
            stance=stance,
            text=row.text,
            begin=row.begin,
            end=None,
            precision=row.precision,
            evidence=row.evidence,
        )
        for row in grounds.timeline
        if (stance := _STANCES.get(row.type)) and _shows(row, stance)
        for who in grounds.principals(filter(grounds.is_known, row.agent))
    ]
    return tuple(sorted(rows, key=lambda row: (row.actor.name, str(row.begin or "9999"), row.id)))
