"""Roles in the negotiation, from the events that show them."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.timeline import by_day
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


class Shown(NamedTuple):
    """A row of the timeline that shows a role of somebody, as far as the role's own row wants to know it."""

    at: tuple[str, str, str]  # its place in the timeline
    tellings: int
    begin: datetime.date | None
    end: datetime.date | None
    evidence: Evidence | None
    upon: tuple[str, ...]  # those that the act is done to, as principals


ByRole = dict[Role, list[Shown]]


def shows(row: TimelineRow, actors: Actors) -> dict[str, tuple[Role, ...]]:
    """The principals of whom a row shows a role, and which."""
    found: dict[str, dict[Role, None]] = defaultdict(dict)
    for actor, role in _shows(row, actors):
        found[actor][role] = None
    return {actor: tuple(of) for actor, of in found.items()}


def shown(row: TimelineRow, actors: Actors) -> Shown:
    """What a role's row wants to know of a row that shows it."""
    upon = dict.fromkeys(actors.principal(ref.id) for ref in (*row.patient, *row.recipient))
    return Shown(by_day(row), len(row.members), row.begin, row.end, next(iter(row.evidence), None), tuple(upon))


def is_party(by_role: ByRole) -> bool:
    """Whether an actor is on one of the sides of the talks, by all that is shown of it."""
    by_role = _without_misread_mediator(by_role)
    return Role.PARTY in by_role and Role.MEDIATOR not in by_role


def roles(actor: str, by_role: ByRole, party: Callable[[str], bool]) -> tuple[RoleHeld, ...]:
    """The roles of a principal, with the days and the evidence of the acts that show them."""
    by_role = _without_misread_mediator(by_role)
    least = int(vocabulary()["party_least"])
    if Role.PARTY in by_role and (Role.MEDIATOR in by_role or _tellings(by_role[Role.PARTY]) < least):
        del by_role[Role.PARTY]
    if Role.HOST in by_role:
        hosted = [one for one in by_role[Role.HOST] if any(whom != actor and party(whom) for whom in one.upon)]
        by_role[Role.HOST] = hosted
        if not hosted:
            del by_role[Role.HOST]
    return tuple(_held(role, by_role[role]) for role in Role if role in by_role)


def _without_misread_mediator(by_role: ByRole) -> ByRole:
    """Who is told to fight or answer many times over is no mediator for a line or two that make it one."""
    kept = {role: sorted(found, key=lambda one: one.at) for role, found in by_role.items()}
    if Role.MEDIATOR in kept and Role.PARTY in kept:
        share = float(vocabulary()["mediator_share"])
        if _tellings(kept[Role.MEDIATOR]) < share * _tellings(kept[Role.PARTY]):
            del kept[Role.MEDIATOR]
    return kept


def _tellings(found: list[Shown]) -> int:
    return sum(one.tellings for one in found)


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


def _held(role: Role, found: list[Shown]) -> RoleHeld:
    begins = [one.begin for one in found if one.begin]
    ends = [one.end for one in found if one.end]
    evidence: dict[tuple[str, int, int], Evidence] = {
        (e.report, e.start, e.end): e for one in found if (e := one.evidence) is not None
    }
    return RoleHeld(
        role=role,
        begin=min(begins, default=None),
        end=max(ends, default=None),
        evidence=tuple(list(evidence.values())[:_MOST]),
    )
