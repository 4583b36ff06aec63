"""Which actors of several reports are one: by gazetteer key, by name, by whom they belong to, by a person's word."""

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import NamedTuple

from dragoman.reading.spelling import plain
from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.vocabularies import from_yaml


class Local(NamedTuple):
    """An actor of one report."""

    report: str
    id: str


class JoinedActor(NamedTuple):
    """An actor of the record: its members in the reports, its names, and the actor it belongs to."""

    id: str
    name: str
    kind: ActorKind
    named: bool
    key: str | None
    aliases: tuple[str, ...]
    of: str | None
    members: tuple[Local, ...]
    grounds: tuple[str, ...] = ()  # why each of its names is taken for its
    doubts: tuple[str, ...] = ()  # what a person should look at


class Actors:
    """The actors of the record and the way from a report's actor to them."""

    def __init__(self, joined: tuple[JoinedActor, ...]) -> None:
        self.joined = {actor.id: actor for actor in joined}
        self._by_member = {member: actor.id for actor in joined for member in actor.members}

    def of_local(self, report: str, local: str | None) -> str | None:
        """The record's id of a report's actor."""
        return self._by_member.get(Local(report, local)) if local else None

    def ref(self, actor: str) -> ActorRef:
        """A reference to an actor of the record."""
        return ActorRef(id=actor, name=self.joined[actor].name)

    def refs(self, report: str, locals_: tuple[str, ...]) -> tuple[ActorRef, ...]:
        """References to a report's actors, each once, in order."""
        found = (self.of_local(report, local) for local in locals_)
        return tuple(self.ref(actor) for actor in dict.fromkeys(a for a in found if a))

    def principal(self, actor: str) -> str:
        """Whom an actor acts for: the state or organisation at the end of its belongings, or itself."""
        seen = {actor}
        while True:
            parent = self.joined[actor].of
            if parent is None or parent in seen or parent not in self.joined:
                return actor
            seen.add(parent)
            actor = parent

    def tells_somebody(self, actor: str) -> bool:
        """Whether it says whom it means: a pronoun that nobody could be found for does not."""
        joined = self.joined[actor]
        return joined.named or joined.name.lower() not in _pronouns()

    def is_named(self, actor: str) -> bool:
        """Whether the record knows a proper name or a gazetteer key of it."""
        return self.joined[actor].named


@functools.cache
def _pronouns() -> frozenset[str]:
    """Words that stand for somebody and name nobody: `actors.yaml`."""
    data = from_yaml(resources.files(__package__).joinpath("actors.yaml").read_text("utf-8"))
    return frozenset(data["pronouns"])


class Shape(NamedTuple):
    """How an actor of the record is told in one report: what several reports have alike is counted once."""

    name: str
    names: tuple[str, ...]
    kind: ActorKind
    mentions: int
    named: bool
    key: str | None
    of: str | None  # the record's id of the actor that it belongs to
    states: tuple[str, ...]  # the known states at the end of its belongings


def joined(actor: str, shapes: Sequence[tuple[Shape, int]], given: str | None) -> JoinedActor:
    """The actor of the record: of all its shapes, each with how often it is told. `given`: a person's name for it."""
    weight: Counter[str] = Counter()
    kinds: Counter[ActorKind] = Counter()
    parents: Counter[str] = Counter()
    for shape, count in shapes:
        weight[shape.name] += count * (shape.mentions + (1 if shape.key else 0))
        kinds[shape.kind] += count * shape.mentions
        if shape.of is not None and shape.of != actor:
            parents[shape.of] += count
    # The fullest name among the common ones: a full name outranks the surname that follows it everywhere.
    name = given or max(weight, key=lambda n: (len(n.split()), weight[n], n))
    if any(shape.key for shape, _ in shapes) and given is None:
        name = max(weight, key=lambda n: (weight[n], n))
    elif all(shape.kind is ActorKind.PERSON and shape.named for shape, _ in shapes) and given is None:
        name = max(weight, key=lambda n: (" " in n, weight[n], len(n), n))  # a rare fuller one may be a misprint
    return JoinedActor(
        id=actor,
        name=name,
        kind=max(sorted(kinds), key=lambda k: kinds[k]) if kinds else ActorKind.OTHER,
        named=any(shape.named for shape, _ in shapes),
        key=min((shape.key for shape, _ in shapes if shape.key), default=None),
        aliases=(),
        of=max(sorted(parents), key=lambda p: parents[p]) if parents else None,
        members=(),
    )


def aliases(name: str, shapes: Iterable[Shape]) -> tuple[str, ...]:
    """The names that an actor goes by beside the one shown; of two that only case and accents tell apart, one."""
    written = {alias for shape in shapes for alias in (*shape.names, shape.name)}
    found = {plain(alias): alias for alias in sorted(written, reverse=True)}
    found.pop(plain(name), None)
    return tuple(sorted(found.values()))
