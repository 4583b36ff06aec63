"""Roles in the negotiation, from the events that show them."""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from dragoman.reconciling.actors import Actors
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.voices import Role, RoleHeld
from dragoman.records.vocabularies import from_yaml

_NOT_SHOWN = frozenset((EventMode.DENIED, EventMode.NEGATED))
_PLAYERS = frozenset((ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP))
_MOST = 5  # pieces of evidence kept for a role


@functools.cache
def vocabulary() -> Mapping[str, Any]:
    """Which acts show which role: `roles.yaml`."""
    data: Mapping[str, Any] = from_yaml(resources.files(__package__).joinpath("roles.yaml").read_text("utf-8"))
    return data


def roles(timeline: tuple[TimelineRow, ...], actors: Actors) -> dict[str, tuple[RoleHeld, ...]]:
    """The roles of each principal, with the days and the evidence of the acts that show them."""
    shown: dict[str, dict[Role, list[TimelineRow]]] = defaultdict(lambda: defaultdict(list))
    for row in timeline:
        for actor, role in _shows(row, actors):
            if row not in shown[actor][role]:
                shown[actor][role].append(row)
    for by_role in shown.values():
        _drop_misread_mediator(by_role)
    found: dict[str, tuple[RoleHeld, ...]] = {}
    parties = {actor for actor, by_role in shown.items() if Role.PARTY in by_role and Role.MEDIATOR not in by_role}
    for actor, by_role in shown.items():
        least = int(vocabulary()["party_least"])
        if Role.PARTY in by_role and (Role.MEDIATOR in by_role or _tellings(by_role[Role.PARTY]) < least):
            del by_role[Role.PARTY]
        if Role.HOST in by_role:
            by_role[Role.HOST] = [row for row in by_role[Role.HOST] if _of_party(row, parties - {actor}, actors)]
            if not by_role[Role.HOST]:
                del by_role[Role.HOST]
        if by_role:
            found[actor] = tuple(_held(role, by_role[role]) for role in Role if role in by_role)
    return found


def _drop_misread_mediator(by_role: dict[Role, list[TimelineRow]]) -> None:
    """Who is told to fight or answer many times over is no mediator for a line or two that make it one."""
    if Role.MEDIATOR in by_role and Role.PARTY in by_role:
        share = float(vocabulary()["mediator_share"])
        if _tellings(by_role[Role.MEDIATOR]) < share * _tellings(by_role[Role.PARTY]):
            del by_role[Role.MEDIATOR]


def _tellings(rows: list[TimelineRow]) -> int:
    return sum(len(row.members) for row in rows)


def _shows(row: TimelineRow, actors: Actors) -> Iterator[tuple[str, Role]]:
    if row.mode in _NOT_SHOWN:
        return
    sides: dict[str, tuple[ActorRef, ...]] = {
        "agent": row.agent,
        "patient": row.patient,
        "recipient": row.recipient,
    }
    for role in Role:
        for rule in vocabulary().get(role.value, ()):
            if rule["type"] != row.type or (rule.get("to_several") and not _to_several(row, actors)):
                continue
            for ref in sides[rule["side"]]:
                principal = actors.principal(ref.id)
                joined = actors.joined[principal]
                if joined.named and joined.kind in _PLAYERS:
                    yield principal, role


def _to_several(row: TimelineRow, actors: Actors) -> bool:
    """Whether an act was done to two or more principals that are not its doers."""
    doers = {actors.principal(ref.id) for ref in row.agent}
    others = {actors.principal(ref.id) for ref in (*row.patient, *row.recipient)}
    return len({a for a in others - doers if actors.is_named(a)}) > 1


def _of_party(row: TimelineRow, parties: set[str], actors: Actors) -> bool:
    """Whether an act is done to a party, or to somebody of it."""
    return any(actors.principal(ref.id) in parties for ref in (*row.patient, *row.recipient))


def _held(role: Role, rows: list[TimelineRow]) -> RoleHeld:
    begins = [row.begin for row in rows if row.begin]
    ends = [row.end for row in rows if row.end]
    evidence: dict[tuple[str, int, int], Evidence] = {
        (e.report, e.start, e.end): e for row in rows for e in row.evidence[:1]
    }
    return RoleHeld(
        role=role,
        begin=min(begins, default=None),
        end=max(ends, default=None),
        evidence=tuple(list(evidence.values())[:_MOST]),
    )
