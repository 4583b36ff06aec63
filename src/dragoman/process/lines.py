"""Lines: which channels a record shows: a mediator or a team between parties, or the parties by themselves."""

from collections import Counter
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.rules import least, shows_mediator, stem_of, transitions
from dragoman.process.sides import Sides
from dragoman.process.wording import says
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.voices import Role

_TOLD = frozenset((EventMode.HAPPENED, EventMode.PLANNED, EventMode.POSSIBLE, EventMode.CONDITIONAL))
_ENOUGH = 2  # sides that make a negotiation


class Line(NamedTuple):
    """A channel before its states: who stands between whom."""

    mediators: tuple[ActorRef, ...]  # none: the parties speak to each other
    parties: tuple[ActorRef, ...]
    apart: bool = False  # a direct line beside a mediated one of the same parties

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all that take part."""
        return frozenset(ref.id for ref in (*self.mediators, *self.parties))


def find_lines(grounds: Grounds, sides: Sides) -> tuple[Line, ...]:
    """Every line that the record shows, by its mediators' ids, the direct ones last."""
    pairs = sides.pairs()
    acts = _mediating(grounds, sides)
    between = _between(acts, grounds, pairs)
    mediated = []
    for mediator in sorted(acts, key=lambda ref: ref.id):
        parties = _parties(mediator, acts[mediator], sides, pairs, between)
        if not _is_party(mediator, acts[mediator], parties, pairs):
            mediated.append((mediator, parties))
    lines = _teams(mediated, acts, sides)
    sure = {ref for ref, rows in acts.items() if any(row.mode is EventMode.HAPPENED for row in rows)}
    return (*lines, *_direct(lines, sure, grounds, sides, pairs))


def _mediating(grounds: Grounds, sides: Sides) -> dict[ActorRef, list[TimelineRow]]:
    """The acts that show somebody between others: by their type, or because they are done for two others.

    "His efforts to reach an accord between the guild and the port" are a mediator's, whatever verb tells them.
    """
    found: dict[ActorRef, list[TimelineRow]] = {}
    for row in grounds.timeline:
        if row.mode not in _TOLD:
            continue
        for doer in grounds.principals(row.agent):
            if not _can_mediate(doer, grounds):
                continue
            others = [side for side in _put_between(row, sides) if side != doer]
            rules = [
                rule for rule in transitions().get(row.type, ()) if rule.by == "mediator" and row.mode in rule.modes
            ]
            by_type = row.type in shows_mediator() and bool(rules)
            to_several = (
                row.type == "propose" and says("a_proposal", row.text) and len(_addressed(row, doer, sides)) >= _ENOUGH
            )
            meets_both = (
                row.type == "meet" and len(_addressed(row, doer, sides)) >= _ENOUGH and _is_called(row, grounds)
            )
            if by_type or to_several or meets_both or (len(others) >= _ENOUGH and doer not in _put_between(row, sides)):
                found.setdefault(doer, []).append(row)
    return found


def _between(
    acts: dict[ActorRef, list[TimelineRow]], grounds: Grounds, pairs: Counter[tuple[ActorRef, ActorRef]]
) -> frozenset[ActorRef]:
    """Who is nobody's counterpart in these talks: the mediators, but for those that mostly negotiate themselves."""
    found = set()
    for ref in sorted({*acts, *grounds.holders(Role.MEDIATOR)}, key=lambda ref: ref.id):
        dealings = sum(count for pair, count in pairs.items() if ref in pair and not set(pair) - {ref} & set(acts))
        if ref not in acts or sum(len(row.members) for row in acts[ref]) >= least("mediator_share") * dealings:
            found.add(ref)
    return frozenset(found)


def _put_between(row: TimelineRow, sides: Sides) -> tuple[ActorRef, ...]:
    """The sides for whom something is done or proposed that they are to agree on: a truce, talks, a settlement."""
    if _is_effort(row):
        return sides.between(row)
    if row.type == "propose" and says("peace", row.text):
        return sides.between(row) or sides.joined(row)
    return ()


def _is_effort(row: TimelineRow) -> bool:
    before = row.text[: max(0, row.text.lower().find("between "))]
    return row.type in ("agree", "declare_ceasefire") and says("effort", before)


def _is_called(row: TimelineRow, grounds: Grounds) -> bool:
    return says("mediator", grounds.before(row) + row.text)


def _can_mediate(ref: ActorRef, grounds: Grounds) -> bool:
    row = grounds.actors.get(ref.id)
    return row is not None and row.named and row.kind is not ActorKind.OTHER


def _addressed(row: TimelineRow, doer: ActorRef, sides: Sides) -> set[ActorRef]:
    return {side for ref in (*row.patient, *row.recipient) if (side := sides.of(ref)) is not None and side != doer}


def _parties(
    mediator: ActorRef,
    acts: list[TimelineRow],
    sides: Sides,
    pairs: Counter[tuple[ActorRef, ActorRef]],
    mediators: frozenset[ActorRef],
) -> tuple[ActorRef, ...]:
    """Between whom somebody mediates: whom its acts name, completed by whom these, or those beside them, deal with."""
    put = Counter(side for row in acts for side in (sides.between(row) or _put_between(row, sides)) if side != mediator)
    addressed = Counter(side for row in acts for side in _addressed(row, mediator, sides) - mediators)
    dealers = {side for pair in pairs for side in pair}
    told = put if len(put) >= _ENOUGH else addressed
    most = max(told.values(), default=0)
    found = [side for side, count in told.items() if count >= least("party_share") * most]
    if len([side for side in found if side in dealers]) >= _ENOUGH:
        found = [side for side in found if side in dealers]
    if len(found) >= _ENOUGH:
        return _by_id([*found, *_joining(_first_two(found), sides, mediators)])
    near = {ref for pair in sides.pairs(frozenset(e.report for row in acts for e in row.evidence)) for ref in pair}
    rest = [(n, pair) for pair, n in pairs.items() if mediator not in pair and not mediators & set(pair)]
    rest = [(n, pair) for n, pair in rest if near & set(pair)]
    if found:
        known = [(count, pair) for count, pair in rest if found[0] in pair]
        rest = known or rest
    if not rest:
        return _by_id(found)
    best = max(rest, key=lambda one: (one[0], one[1][0].id, one[1][1].id))[1]
    if found and found[0] not in best:
        return _by_id(found)
    return _by_id([*best, *_joining(best, sides, mediators)])


def _is_party(
    ref: ActorRef, acts: list[TimelineRow], parties: tuple[ActorRef, ...], pairs: Counter[tuple[ActorRef, ActorRef]]
) -> bool:
    """Whether somebody negotiates with those whom a line or two have it mediate between, many times over.

    With whomsoever, where these lines tell of nobody between whom it mediates.
    """
    dealings = sum(count for pair, count in pairs.items() if ref in pair and (not parties or set(pair) & set(parties)))
    tellings = sum(len(row.members) for row in acts)
    return tellings < least("mediator_share") * dealings


def _teams(
    mediated: list[tuple[ActorRef, tuple[ActorRef, ...]]], acts: dict[ActorRef, list[TimelineRow]], sides: Sides
) -> tuple[Line, ...]:
    """One line for each mediator; those that are never told to mediate but with another are of that one's team."""
    own = {ref: list(acts[ref]) for ref, _ in mediated}
    leads: dict[ActorRef, ActorRef] = {}
    for ref, _ in mediated:
        shared = Counter(
            other for row in own[ref] for other in sides.grounds.principals(row.agent) if other != ref and other in own
        )
        for other, count in sorted(shared.items(), key=lambda one: (-one[1], one[0].id)):
            if count == len(own[ref]) and (len(own[other]) > count or other.id < ref.id) and other not in leads:
                leads[ref] = other
                break
    parties = dict(mediated)
    return tuple(
        Line((ref, *(one for one, lead in leads.items() if lead == ref)), parties[ref])
        for ref, _ in mediated
        if ref not in leads
    )


def _direct(
    lines: tuple[Line, ...],
    sure: set[ActorRef],
    grounds: Grounds,
    sides: Sides,
    pairs: Counter[tuple[ActorRef, ActorRef]],
) -> tuple[Line, ...]:
    """The lines without a mediator: two that deal with each other often enough, with those that deal with both of them;
    and two parties of a mediated line that are told to speak to each other directly.
    """
    found: list[Line] = []
    between = frozenset(ref for line in lines for ref in line.mediators) | _between({}, grounds, pairs)
    taken = [line for line in lines if sure & set(line.mediators)]  # an effort alone is not yet somebody between them
    free = {pair: count for pair, count in pairs.items() if not between & set(pair)}
    enough = max(least("direct_least"), least("direct_share") * max(free.values(), default=0))
    for pair, count in sorted(free.items(), key=lambda one: (-one[1], one[0][0].id, one[0][1].id)):
        if count >= enough and not any(len(set(pair) & set(line.parties)) > 1 for line in (*taken, *found)):
            found.append(Line((), _by_id([*pair, *_joining(pair, sides, between)])))
    found = _together(found, grounds)
    for one in sorted(_told_direct(grounds, sides), key=lambda refs: [ref.id for ref in refs]):
        known = [{*line.parties, *line.mediators} for line in (*lines, *found) if line.mediators or line.parties != one]
        if any(set(one) <= refs for refs in known):
            found.append(Line((), one, apart=True))
    return tuple(found)


def _together(lines: list[Line], grounds: Grounds) -> list[Line]:
    """Lines of one side with a many that acts for several ("its creditors", "the workers") and with named ones.

    Who is told by name to deal with it is one of the many that do: that is one line and not several.
    """
    found: list[Line] = []
    for line in lines:
        many = {ref for ref in line.parties if not grounds.is_named(ref) and stem_of(ref.name)}
        side = set(line.parties) - many
        near = [one for one in lines if many and side & set(one.parties) and not many & set(one.parties)]
        found.append(line._replace(parties=_by_id([*line.parties, *(ref for one in near for ref in one.parties)])))
    return [one for one in found if not any(set(one.parties) < set(other.parties) for other in found)]


def _first_two(found: list[ActorRef]) -> tuple[ActorRef, ActorRef]:
    one, other = _by_id(found)[:2]
    return one, other


def _joining(pair: tuple[ActorRef, ActorRef], sides: Sides, between: frozenset[ActorRef]) -> list[ActorRef]:
    """The others of the same talks: told with both of the two at once as a rule, or the body that these belong to."""
    here: Counter[ActorRef] = Counter()
    both: Counter[ActorRef] = Counter()
    for row in sides.dealings_of(pair):
        told = set(sides.linked(row))
        here.update(told - {*pair, *between})
        if set(pair) <= told:
            both.update(told - {*pair, *between})
    found = [ref for ref, count in both.items() if count >= _ENOUGH and count >= least("joins_share") * here[ref]]
    inside = {*pair, *found}
    bodies = [ref for ref, members in sides.bodies.items() if len(members & inside) >= _ENOUGH]
    return [*found, *bodies]


def _told_direct(grounds: Grounds, sides: Sides) -> set[tuple[ActorRef, ...]]:
    found = set()
    for row in grounds.timeline:
        if row.mode is EventMode.HAPPENED and row.type in ("meet", "consult", "agree") and says("direct", row.text):
            refs = _by_id([*sides.linked(row), *sides.named(row)])
            if len(refs) == _ENOUGH:
                found.add(refs)
    return found


def _by_id(refs: list[ActorRef]) -> tuple[ActorRef, ...]:
    return tuple(sorted(set(refs), key=lambda ref: ref.id))
