"""Which actors of several reports are one: by gazetteer key, by name, by whom they belong to, by a person's word."""

import functools
from collections import Counter, defaultdict
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from dragoman.reading.spelling import demonym_stems, plain, stem
from dragoman.reconciling.actors_bodies import BODIES, Bodies
from dragoman.reconciling.actors_grounds import doubts, grounds
from dragoman.reconciling.actors_people import Called, Name, People, full_name
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.unionfind import Groups
from dragoman.reconciling.words import name_key, tokens, without_article
from dragoman.records.corrections import Corrections
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.journal import Anchor
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.vocabularies import from_yaml

# Kinds of described actors that stay the same from report to report ("the movement's political office");
# described persons ("a diplomat") are never joined across reports.
_LASTING = frozenset((ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OFFICE, ActorKind.STATE))


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


def join_actors(pile: Pile, corrections: Corrections) -> Actors:
    """One actor per person, state, organisation, office and group of the pile."""
    found = {Local(item.id, actor.id): actor for item in pile for actor in item.reading.actors}
    groups = Groups(found)
    by_key: dict[str, Local] = {}
    people = _people(found)
    for local, key in _keys(found, people).items():
        groups.join(by_key.setdefault(key, local), local)
    mentions = _Mentions(pile)
    for merge in corrections.merges:
        hits = [hit for anchor in merge.anchors if (hit := mentions.at(anchor))]
        for one, other in pairwise(hits):
            groups.join(one, other)
    ids = {}
    for members in groups.all():
        actor_id = derived_id(Prefix.ACTOR, [f"{m.report}/{m.id}" for m in members])
        ids.update(dict.fromkeys(members, actor_id))
    names = _given_names(corrections, mentions, ids)
    joined = (_joined(members, found, ids, names) for members in groups.all())
    told = (_with_grounds(actor, found, people) for actor in joined)
    return Actors(tuple(sorted(told, key=lambda actor: actor.id)))


def _with_grounds(actor: JoinedActor, found: dict[Local, MentionedActor], people: People) -> JoinedActor:
    if not actor.named:
        return actor
    members = [found[member] for member in actor.members]
    states = (state for member in actor.members for state in _states(member, found))
    return actor._replace(
        grounds=grounds(actor.name, actor.key, actor.aliases, members),
        doubts=doubts(actor.name, actor.kind, actor.aliases, people, states),
    )


def _keys(found: dict[Local, MentionedActor], people: People) -> dict[Local, str]:
    owners = {local: found.get(Local(local.report, actor.of)) for local, actor in found.items() if actor.of}
    bodies = Bodies((actor, owners.get(local)) for local, actor in found.items())
    keys: dict[Local, str] = {}

    def key_of(local: Local) -> str:
        if local not in keys:
            keys[local] = f"{local.report}/{local.id}"  # ends a circle of belongings
            keys[local] = key_from(local, found[local])
        return keys[local]

    def key_from(local: Local, actor: MentionedActor) -> str:
        if actor.key:
            return f"key:{actor.key}"
        if actor.named and actor.kind is ActorKind.PERSON:
            name, _ = full_name((actor.name, *actor.names))
            person = people.person(name, local.report, _states(local, found))
            return f"{local.report}/{local.id}" if person is None else f"name:{' '.join(person)}"
        if actor.named and actor.kind in BODIES:
            return bodies.key(actor, owners.get(local)) or f"{local.report}/{local.id}"
        if actor.named:
            return f"name:{name_key(actor.name)}"
        above = Local(local.report, actor.of) if actor.of else None
        parent = key_of(above) if above and above in found else None
        if parent and actor.kind in _LASTING:
            return f"of:{parent}:{plain(without_article(actor.name))}"
        return f"{local.report}/{local.id}"

    for local in found:
        key_of(local)
    peoples = _peoples(found, keys)
    return {local: peoples.get(key, key) for local, key in keys.items()}


def _people(found: dict[Local, MentionedActor]) -> People:
    called: dict[Name, Called] = defaultdict(Called)
    for local, actor in found.items():
        if actor.named and actor.kind is ActorKind.PERSON and not actor.key:
            name, patronymic = full_name((actor.name, *actor.names))
            called[name].reports.add(local.report)
            called[name].states |= _states(local, found)
            called[name].patronymic |= patronymic
            owner = found.get(Local(local.report, actor.of or ""))
            called[name].owners.update(tokens(owner.name) if owner else ())
    return People(called)


def _states(local: Local, found: dict[Local, MentionedActor]) -> frozenset[str]:
    """The known states at the end of an actor's belongings."""
    seen = {local}
    at = local
    while (of := found[at].of) and (above := Local(at.report, of)) in found and above not in seen:
        at = above
        seen.add(at)
    actor = found[at]
    return frozenset((actor.key,)) if actor.key and actor.kind is ActorKind.STATE else frozenset()


def _peoples(found: dict[Local, MentionedActor], keys: dict[Local, str]) -> dict[str, str]:
    """States that a report knows by their people's name alone ("the Brennish position"): their key to the state's.

    Only where one state of the pile, named otherwise, can be meant.
    """
    names = {
        (key, actor.name)
        for local, key in keys.items()
        if (actor := found[local]).kind is ActorKind.STATE and actor.named
    }
    by_stem: dict[str, set[str]] = defaultdict(set)
    for key, name in names:
        if " " not in name:
            by_stem[stem(name)].add(key)
    joined: dict[str, str] = {}
    for key, name in sorted(names):
        meant = {other for s in demonym_stems(name) for other in by_stem.get(s, ()) if other != key}
        if not key.startswith("key:") and " " not in name and len(meant) == 1:
            joined[key] = meant.pop()
    return joined


def _joined(
    members: list[Local], found: dict[Local, MentionedActor], ids: dict[Local, str], names: dict[str, str]
) -> JoinedActor:
    actors = [found[member] for member in members]
    actor_id = ids[members[0]]
    weight: Counter[str] = Counter()
    kinds: Counter[ActorKind] = Counter()
    parents: Counter[str] = Counter()
    for member, actor in zip(members, actors, strict=True):
        weight[actor.name] += len(actor.mentions) + (1 if actor.key else 0)
        kinds[actor.kind] += len(actor.mentions)
        parent = ids.get(Local(member.report, actor.of)) if actor.of else None
        if parent and parent != actor_id:
            parents[parent] += 1
    # The fullest name among the common ones: a full name outranks the surname that follows it everywhere.
    name = names.get(actor_id) or max(weight, key=lambda n: (len(n.split()), weight[n], n))
    if any(actor.key for actor in actors) and actor_id not in names:
        name = max(weight, key=lambda n: (weight[n], n))
    elif all(actor.kind is ActorKind.PERSON and actor.named for actor in actors) and actor_id not in names:
        name = max(weight, key=lambda n: (" " in n, weight[n], len(n), n))  # a rare fuller one may be a misprint
    aliases = {plain(alias): alias for actor in actors for alias in sorted((*actor.names, actor.name), reverse=True)}
    aliases.pop(plain(name), None)
    return JoinedActor(
        id=actor_id,
        name=name,
        kind=max(sorted(kinds), key=lambda k: kinds[k]) if kinds else ActorKind.OTHER,
        named=any(actor.named for actor in actors),
        key=min((actor.key for actor in actors if actor.key), default=None),
        aliases=tuple(sorted(aliases.values())),
        of=max(sorted(parents), key=lambda p: parents[p]) if parents else None,
        members=tuple(sorted(members)),
    )


class _Mentions:
    """Which actor a person pointed at: the one mentioned at an anchor."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile

    def at(self, anchor: Anchor) -> Local | None:
        if anchor.report not in self._pile or anchor.span is None:
            return None
        for actor in self._pile[anchor.report].reading.actors:
            if any(mention.touches(anchor.span) for mention in actor.mentions):
                return Local(anchor.report, actor.id)
        return None


def _given_names(corrections: Corrections, mentions: _Mentions, ids: dict[Local, str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for rename in corrections.renames:
        for anchor in rename.anchors:
            local = mentions.at(anchor)
            if local:
                names[ids[local]] = rename.name
    return names
