"""Actors: who is who in the pile, by gazetteer key, by name, by whom they belong to, by a person's word."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.reading.spelling import demonym_stems, plain, stem
from dragoman.reconciling.actors import Shape, joined
from dragoman.reconciling.actors_bodies import BODIES, body_key, owned, spelled_out
from dragoman.reconciling.actors_people import Name, full_name
from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Reader, Stage
from dragoman.reconciling.parting import Parted, parted, without
from dragoman.reconciling.stages import people
from dragoman.reconciling.stages.people import Here, written
from dragoman.reconciling.stages.views import Known
from dragoman.reconciling.words import name_key, tokens, without_article
from dragoman.reconciling.words_of import NO_WORD, GradedHere, Order
from dragoman.records.ids import Prefix, digest
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.span import Span

# Kinds of described actors that stay the same from report to report ("the movement's political office");
# described persons ("a diplomat") are never joined across reports.
_LASTING = frozenset((ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OFFICE, ActorKind.STATE))

Rule = tuple[Order, str, tuple[str, ...]]  # when a person said it, who goes away, by which names


class Told(NamedTuple):
    """An actor of one report, its mentions counted."""

    actor: MentionedActor  # without its mentions
    mentions: int
    states: tuple[str, ...]


def _told(report: str, at: Reader) -> Derived:
    """The actors of a report, and what it has of persons' and bodies' names."""
    if at.value("sheet", report) is None:
        return NOTHING
    found = {actor.id: actor for actor in at.item(report).reading.actors}
    here: dict[str, list[Here]] = {}
    full: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for actor in found.values():
        owner = found.get(actor.of or "")
        for acronym, long in spelled_out(actor).items():
            if long:
                full.setdefault(acronym, set()).update(long)
        whose = owned(actor, owner)
        if whose is not None:
            owners.setdefault(whose[0], set()).add(whose[1])
        if _is_person(actor):
            name, patronymic = full_name((actor.name, *actor.names))
            words = tuple(sorted(tokens(owner.name))) if owner else ()
            here.setdefault(written(name), []).append(Here(_states(actor, found), words, patronymic))
    called = (Entry("called", name, _together(told)) for name, told in sorted(here.items()) if name)
    acronyms = (Entry("acronym", name, tuple(sorted(long))) for name, long in sorted(full.items()))
    bodies = (Entry("owned", name, tuple(sorted(whose))) for name, whose in sorted(owners.items()))
    value = tuple(Told(a.but(mentions=()), len(a.mentions), _states(a, found)) for a in found.values())
    return Derived(value, (*called, *acronyms, *bodies))


def _is_person(actor: MentionedActor) -> bool:
    return actor.named and actor.kind is ActorKind.PERSON and not actor.key


def _together(told: Iterable[Here]) -> Here:
    told = tuple(told)
    return Here(
        tuple(sorted({state for one in told for state in one.states})),
        tuple(sorted({owner for one in told for owner in one.owners})),
        any(one.patronymic for one in told),
    )


def _states(actor: MentionedActor, found: Mapping[str, MentionedActor]) -> tuple[str, ...]:
    """The known states at the end of an actor's belongings."""
    seen = {actor.id}
    while actor.of and actor.of in found and actor.of not in seen:
        actor = found[actor.of]
        seen.add(actor.id)
    return (actor.key,) if actor.key and actor.kind is ActorKind.STATE else ()


def _full_names(report: str, at: Reader) -> Derived:
    """The full names of the persons that a report has."""
    told: tuple[Told, ...] = at.value("told", report) or ()
    names = {full_name((one.actor.name, *one.actor.names))[0] for one in told if _is_person(one.actor)}
    return Derived(tuple(sorted(name for name in names if len(name) > 1)))


def _acronym(name: str, at: Reader) -> Derived:
    """The one full name of an acronym; None where the pile has several."""
    full = {long for _, found in at.members("acronym", name) for long in found}
    return Derived(full.pop() if len(full) == 1 else None)


def _owned(name: str, at: Reader) -> Derived:
    """Whose the bodies of a name are: two, where there are more."""
    return Derived(tuple(sorted({whose for _, found in at.members("owned", name) for whose in found})[:2]))


def _keys(report: str, at: Reader) -> Derived:
    """What each actor of a report shares with the other reports' actors that are the same."""
    told: tuple[Told, ...] = at.value("told", report) or ()
    found = {one.actor.id: one for one in told}
    full: tuple[Name, ...] = at.value("full_names", report) or ()
    here = frozenset(people.fullest(name, at) for name in full)
    keys: dict[str, str] = {}

    def key_of(local: str) -> str:
        if local not in keys:
            keys[local] = f"{report}/{local}"  # ends a circle of belongings
            keys[local] = key_from(found[local])
        return keys[local]

    def key_from(one: Told) -> str:
        actor, own = one.actor, f"{report}/{one.actor.id}"
        if actor.key:
            return f"key:{actor.key}"
        if _is_person(actor):
            name, _ = full_name((actor.name, *actor.names))
            person = people.person(name, here, frozenset(one.states), at)
            return own if person is None else f"name:{written(person)}"
        if actor.named and actor.kind in BODIES:
            owner = found[actor.of].actor if actor.of in found else None
            key = body_key(actor, owner, lambda n: at.value("full_name", n), lambda n: at.value("owners", n) or ())
            return key or own
        if actor.named:
            return f"name:{name_key(actor.name)}"
        parent = key_of(actor.of) if actor.of in found else None
        if parent and actor.kind in _LASTING:
            return f"of:{parent}:{plain(without_article(actor.name))}"
        return own

    for local in found:
        key_of(local)
    stems: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for local, key in keys.items():
        actor = found[local].actor
        if actor.kind is ActorKind.STATE and actor.named and " " not in actor.name:
            stems.setdefault(stem(actor.name), set()).add(key)
            if not key.startswith("key:"):
                names.setdefault(key, set()).add(actor.name)
    states = (Entry("stem", one, tuple(sorted(of))) for one, of in sorted(stems.items()))
    peoples = (Entry("people", key, tuple(sorted(called))) for key, called in sorted(names.items()))
    return Derived(keys, (*states, *peoples))


def _stem(one: str, at: Reader) -> Derived:
    """The states whose name has this stem."""
    return Derived(tuple(sorted({key for _, keys in at.members("stem", one) for key in keys})))


def _people(key: str, at: Reader) -> Derived:
    """The one state that is meant where reports know it by its people's name alone ("the Brennish position")."""
    found: str | None = None
    for name in sorted({name for _, names in at.members("people", key) for name in names}):
        meant = {other for one in demonym_stems(name) for other in at.value("states", one) or () if other != key}
        found = meant.pop() if len(meant) == 1 else found
    return Derived(found)


def _of_whom(key: str, at: Reader) -> str:
    """A key with a people's name led to its state's."""
    found: str | None = at.value("peoples", key) if key.startswith("name:") else None
    return found or key


def _at(report: str, span: Span, at: Reader) -> str | None:
    """Which actor a person pointed at: the one mentioned there."""
    actors = at.item(report).reading.actors
    return next((actor.id for actor in actors if any(mention.touches(span) for mention in actor.mentions)), None)


def _splits(report: str, at: Reader) -> Derived:
    """Of which actors people say that some names stand for somebody else."""
    keys: Mapping[str, str] = at.value("keys", report) or {}
    found: dict[str, list[Rule]] = {}
    for split in at.word(report).splits if keys else ():
        local = _at(report, split.span, at)
        if local is not None:
            rules = found.setdefault(_of_whom(keys[local], at), [])
            rules.append((split.order, split.split, split.names))
    return Derived(entries=tuple(Entry("split", key, tuple(rules)) for key, rules in sorted(found.items())))


def _parts(report: str, at: Reader) -> Derived:
    """What of the actors of a report is somebody else; of two words on one name the later one counts."""
    keys: Mapping[str, str] = at.value("keys", report) or {}
    told: tuple[Told, ...] = at.value("told", report) or ()
    by_local: dict[str, list[Rule]] = {}
    for one in told:
        if one.actor.named:
            rules = {rule for _, found in at.members("split", _of_whom(keys[one.actor.id], at)) for rule in found}
            if rules:
                by_local[one.actor.id] = sorted(rules, reverse=True)
    made: list[Parted] = []
    if by_local:
        item = at.item(report)
        for actor in item.reading.actors:
            taken: set[str] = set()
            for order, split, names in by_local.get(actor.id, ()):
                part = parted(actor, item.report.text, split, order, [one for one in names if one not in taken])
                taken |= set(names)
                if part is not None:
                    made.append(part)
                    actor = without(actor, part)  # noqa: PLW2901  the next takes from what is left
    return Derived(tuple(made) or None)


def _part_at(report: str, span: Span, order: Order, at: Reader) -> Parted | None:
    """What goes away at a span, if a person had said so before this word."""
    parts: tuple[Parted, ...] = at.value("parts", report) or ()
    here = (part for part in parts if part.order < order and any(mention.touches(span) for mention in part.mentions))
    return next(here, None)


def _meant(report: str, at: Reader) -> Derived:
    """What people say is one actor with others."""
    keys: Mapping[str, str] | None = at.value("keys", report)
    merges = at.word(report).merges if keys else ()
    found: dict[str, set[str]] = {}
    for merge in merges:
        local = _at(report, merge.span, at)
        if local is not None and keys:
            part = _part_at(report, merge.span, merge.order, at)
            found.setdefault(merge.merge, set()).add(_split_key(part.split) if part else _of_whom(keys[local], at))
    return Derived(entries=tuple(Entry("merge", merge, tuple(sorted(of))) for merge, of in sorted(found.items())))


def _split_key(split: str) -> str:
    return f"split:{split}"


def _merge(merge: str, at: Reader) -> Derived:
    keys = sorted({key for _, found in at.members("merge", merge) for key in found})
    if len(keys) < 2:
        return NOTHING
    ties = (Entry("same", key, tuple(other for other in keys if other != key)) for key in keys)
    return Derived(entries=(*ties, *(Entry("merging", key) for key in keys)))


def _cast(report: str, at: Reader) -> Derived:
    """The record's id of each actor of a report: over its key, so that who comes later changes none."""
    keys: Mapping[str, str] = at.value("keys", report) or {}
    told: tuple[Told, ...] = at.value("told", report) or ()
    parts: tuple[Parted, ...] = at.value("parts", report) or ()
    if parts:
        keys, told = _with_parts(keys, told, parts)
    ids: dict[str, str] = {}
    for local, key in keys.items():
        known = _of_whom(key, at)
        ids[local] = digest(Prefix.ACTOR, at.value("merged", known) or known)
    shapes: dict[str, list[Shape]] = {}
    for actor, mentions, states in told:
        of = ids.get(actor.of) if actor.of else None
        shape = Shape(actor.name, actor.names, actor.kind, mentions, actor.named, actor.key, of, states)
        shapes.setdefault(ids[actor.id], []).append(shape)
    names: dict[str, tuple[Order, str]] = {}
    grades: dict[str, list[GradedHere]] = {}
    word = at.word(report) if keys else NO_WORD
    for rename in word.renames:
        who = _whom(report, rename.span, rename.order, ids, at)
        if who is not None:
            names[who] = max(names.get(who, ((-1, -1), "")), (rename.order, rename.name))
    for graded in word.grades:
        who = None
        if graded.kind == "actors" and graded.span is not None:
            who = _whom(report, graded.span, graded.order, ids, at)
        if who is not None:
            grades.setdefault(f"actor {who}", []).append(graded)
    return Derived(
        ids,
        (
            *(Entry("shape", actor, tuple(found)) for actor, found in sorted(shapes.items())),
            *(Entry("renamed", actor, name) for actor, name in sorted(names.items())),
            *(Entry("graded", source, tuple(found)) for source, found in sorted(grades.items())),
        ),
    )


def _whom(report: str, span: Span, order: Order, ids: Mapping[str, str], at: Reader) -> str | None:
    """The actor of the record that a person pointed at."""
    local = _at(report, span, at)
    part = _part_at(report, span, order, at)
    return ids[part.away] if part is not None else ids.get(local or "")


def _with_parts(
    keys: Mapping[str, str], told: tuple[Told, ...], parts: tuple[Parted, ...]
) -> tuple[Mapping[str, str], tuple[Told, ...]]:
    """The actors of a report with those that go away as actors of their own."""
    found = {one.actor.id: one for one in told}
    keys = dict(keys)
    for part in parts:
        whole = found[part.local]
        goes = whole.actor.but(id=part.away, name=part.name, names=part.names, key=None, of=None)
        if part.away != part.local:
            stays = without(whole.actor, part)
            found[part.local] = Told(stays, whole.mentions - len(part.mentions), whole.states)
        found[part.away] = Told(goes, len(part.mentions), ())
        keys[part.away] = _split_key(part.split)
    return keys, tuple(found.values())


def shapes_of(actor: str, at: Reader) -> list[tuple[Shape, int]]:
    """All shapes in which reports tell an actor, and how often each."""
    return [(shape, count) for found, count in at.kinds("shape", actor) for shape in found]


def _actor(actor: str, at: Reader) -> Derived:
    given = max((name for _, name in at.members("renamed", actor)), default=None)
    found = joined(actor, shapes_of(actor, at), given[1] if given else None)
    return Derived(Known(name=found.name, kind=found.kind, named=found.named, key=found.key, of=found.of))


STAGES = (
    Stage("told", _told, type=tuple[Told, ...],
          payloads={"called": Here, "acronym": tuple[str, ...], "owned": tuple[str, ...]}),
    Stage("full_names", _full_names, type=tuple[Name, ...]),
    *people.STAGES,
    Stage("full_name", _acronym, over="acronym", type=str),
    Stage("owners", _owned, over="owned", type=tuple[str, ...]),
    Stage("keys", _keys, type=dict[str, str], payloads={"stem": tuple[str, ...], "people": tuple[str, ...]}),
    Stage("states", _stem, over="stem", type=tuple[str, ...]),
    Stage("peoples", _people, over="people", type=str),
    Stage("splits", _splits, payloads={"split": tuple[Rule, ...]}),
    Stage("parts", _parts, type=tuple[Parted, ...]),
    Stage("meant", _meant, payloads={"merge": tuple[str, ...]}),
    Stage("merge", _merge, over="merge", payloads={"same": tuple[str, ...], "merging": None}),
    Components("merged", units="merging", ties="same"),
    Stage("cast", _cast, type=dict[str, str],
          payloads={"shape": tuple[Shape, ...], "renamed": tuple[Order, str], "graded": tuple[GradedHere, ...]}),
    Stage("actor", _actor, over="shape", type=Known),
)  # fmt: skip
