"""Positions: what an actor wants, refuses or could accept on an issue, since when and on whose word."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.process.grounds import Grounds, named_outlet
from dragoman.process.issues import OTHER, issue_of
from dragoman.process.likeness import are_alike
from dragoman.process.processes import Processes
from dragoman.process.sides import Sides
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import ActorKind, EventMode, Stance
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import PositionRow, StanceTold
from dragoman.records.time import Interval

_BY_ACT = {
    "demand": Stance.WANTS,
    "request": Stance.WANTS,
    "reject": Stance.REFUSES,
    "concede": Stance.COULD_ACCEPT,
    "accept": Stance.COULD_ACCEPT,
    "express_willingness": Stance.COULD_ACCEPT,
}
_SHORT = 4  # words


class _Telling(NamedTuple):
    """One telling of a position."""

    member: str
    actor: ActorRef
    of: ActorRef | None
    stance: Stance
    issue: str
    text: str
    when: Interval
    who: str | None
    evidence: tuple[Evidence, ...]


def positions(grounds: Grounds, processes: Processes, sides: Sides) -> tuple[PositionRow, ...]:
    """What each actor wants, refuses or could accept, told by words for it or shown by its acts; by actor and day.

    Tellings of one actor's one stance on one thing are one row, held since the first of them.
    """
    groups: dict[tuple[str, Stance, str], list[list[_Telling]]] = defaultdict(list)
    told = sorted((*_by_words(grounds, sides), *_by_acts(grounds, sides)), key=lambda one: one.member)
    for one in told:
        alike = groups[one.actor.id, one.stance, one.issue]
        home = next((group for group in alike if any(are_alike(one.text, other.text) for other in group)), None)
        if home is None:
            alike.append([one])
        else:
            home.append(one)
    rows = (_row(group, processes) for alike in groups.values() for group in alike)
    return tuple(sorted(rows, key=lambda row: (row.actor.name, str(row.begin or row.end or "9999"), row.id)))


def _by_words(grounds: Grounds, sides: Sides) -> Iterator[_Telling]:
    for one in grounds.stances:
        holder = grounds.holder(one.actor)
        if holder is None or (one.event is not None and one.event in grounds.rejected):
            continue
        yield _Telling(
            member=one.id,
            actor=holder,
            of=_principal(holder, grounds, sides),
            stance=one.stance,
            issue=_issue(one),
            text=one.text,
            when=one.when,
            who=one.who or _speaker(one.actor, holder, grounds),
            evidence=(one.evidence,),
        )


def _speaker(told: ActorRef, holder: ActorRef, grounds: Grounds) -> str | None:
    """On whose word it is the holder's: an official without a name who belongs to it."""
    row = grounds.actors.get(told.id)
    official = row is not None and told.id != holder.id and not row.named and row.kind is ActorKind.PERSON
    return row.name if official and row is not None else None


def _issue(one: StanceTold) -> str:
    found = issue_of(one.text)
    # "what they had asked for": only the clause around it can tell
    return issue_of(one.evidence.quote) if found == OTHER and len(one.text.split()) < _SHORT else found


def _by_acts(grounds: Grounds, sides: Sides) -> Iterator[_Telling]:
    """What acts show that no words for a stance tell: "its refusal of the plan", a consent told with its condition."""
    covered = {one.event for one in grounds.stances if one.event is not None}
    for row in grounds.timeline:
        stance = _BY_ACT.get(row.type)
        if stance is None or not _shows(row, stance) or covered & set(row.members):
            continue
        if row.type == "request" and any(named_outlet(ref.name) for ref in (*row.patient, *row.recipient)):
            continue  # "told the paper that ..."
        for ref in row.agent:
            holder = grounds.holder(ref)
            if holder is not None:
                yield _Telling(
                    member=min(row.members),
                    actor=holder,
                    of=_principal(holder, grounds, sides),
                    stance=stance,
                    issue=issue_of(row.text),
                    text=row.text,
                    when=row.interval,
                    who=_speaker(ref, holder, grounds),
                    evidence=row.evidence,
                )


def _shows(row: TimelineRow, stance: Stance) -> bool:
    """Whether a row shows a stance: an act that was done, or a consent told with its condition.

    "If it rejects the proposal" rejects nothing, and what somebody is pressed to accept it has not accepted.
    """
    if row.mode is EventMode.HAPPENED:
        return True
    conditional = row.mode is EventMode.CONDITIONAL and bool(row.conditions) and not row.negated
    return stance is Stance.COULD_ACCEPT and conditional


def _principal(holder: ActorRef, grounds: Grounds, sides: Sides) -> ActorRef | None:
    """Whom the holder belongs to; of the many, under whatever words, their side: "lenders", "its creditors"."""
    found = grounds.principal(holder)
    side = sides.many_of(holder) if found.id == holder.id and not grounds.is_named(holder) else found
    return side if side is not None and side.id != holder.id else None


def _row(group: list[_Telling], processes: Processes) -> PositionRow:
    first = min(group, key=lambda one: (_day(one), one.member))
    evidence = {(e.report, e.start, e.end): e for one in group for e in one.evidence}
    begins = [one.when.begin for one in group if one.when.begin is not None]
    return PositionRow(
        id=derived_id(Prefix.POSITION, [one.member for one in group], first.actor.id, first.stance.value),
        process=processes.of([first.of or first.actor]),
        actor=first.actor,
        of=first.of,
        issue=first.issue,
        stance=first.stance,
        text=first.text,
        begin=min(begins, default=None),
        end=None,
        precision=first.when.precision,
        who=first.who,
        evidence=tuple(evidence.values()),
    )


def _day(one: _Telling) -> datetime.date:
    return one.when.begin or one.when.end or datetime.date.max
