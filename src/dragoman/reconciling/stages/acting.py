"""The table of actors: who plays a part, in which roles, and what the outlets call them."""

from dragoman.reconciling.actor_rows import MentionedHere, actor_row, mentioned
from dragoman.reconciling.actors import JoinedActor, Shape, aliases
from dragoman.reconciling.actors_grounds import doubts, grounds
from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Reader, Stage
from dragoman.reconciling.roles import ByRole, is_party, roles
from dragoman.reconciling.stages.actors import shapes_of
from dragoman.reconciling.stages.people import PeopleAt
from dragoman.reconciling.stages.views import ActorsAt, ReviewsAt, told_item
from dragoman.records.rows.voices import RoleHeld
from dragoman.records.span import Span


def _mentions(report: str, at: Reader) -> Derived:
    """What a report has of each actor of the record."""
    if at.value("sheet", report) is None:
        return NOTHING
    item, actors = told_item(at, report), ActorsAt(at)
    spans: dict[str, list[Span]] = {}
    for actor in item.reading.actors:
        joined = actors.of_local(report, actor.id)
        if joined is not None and actor.mentions:
            spans.setdefault(joined, []).extend(actor.mentions)
    return Derived(
        entries=tuple(Entry("mention", actor, mentioned(item, found)) for actor, found in sorted(spans.items()))
    )


def _playing(actor: str, at: Reader) -> Derived:
    """Who plays a part, and for whom."""
    principal = ActorsAt(at).principal(actor)
    return Derived(entries=tuple(Entry("acting", one) for one in sorted({actor, principal})))


def _by_role(actor: str, at: Reader) -> ByRole:
    found: ByRole = {}
    for _, shown in at.members("role", actor):
        for role, one in shown:
            found.setdefault(role, []).append(one)
    return found


def _party(actor: str, at: Reader) -> Derived:
    return Derived(is_party(_by_role(actor, at)) or None)


def _roles(actor: str, at: Reader) -> Derived:
    return Derived(roles(actor, _by_role(actor, at), lambda other: bool(at.value("party", other))))


def described(actor: str, at: Reader) -> JoinedActor:
    """An actor with all its names, why they are taken for its, and what a person should look at."""
    joined = ActorsAt(at).joined[actor]
    shapes: list[tuple[Shape, int]] = sorted(shapes_of(actor, at), key=lambda pair: repr(pair[0]))
    others = aliases(joined.name, (shape for shape, _ in shapes))
    if not joined.named:
        return joined._replace(aliases=others)
    states = (state for shape, _ in shapes for state in shape.states)
    return joined._replace(
        aliases=others,
        grounds=grounds(joined.name, joined.key, others, shapes),
        doubts=doubts(joined.name, joined.kind, others, PeopleAt(at), states),
    )


def _row(actor: str, at: Reader) -> Derived:
    joined = described(actor, at)
    of = ActorsAt(at).ref(joined.of) if joined.of else None
    here = [found for _, found in at.members("mention", actor)]
    row = actor_row(joined, of, at.value("roles", actor) or (), here)
    return Derived(rows=tuple(("actors", one) for one in ReviewsAt(at).mark("actors", (row,))))


STAGES = (
    Stage("mentions", _mentions, payloads={"mention": MentionedHere}),
    Stage("playing", _playing, over="plays", payloads={"acting": None}),
    Stage("party", _party, over="role", type=bool),
    Stage("roles", _roles, over="role", type=tuple[RoleHeld, ...]),
    Stage("actor_row", _row, over="acting"),
)
