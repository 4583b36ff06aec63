"""Why the names of an actor are taken for one, and what a person should look at."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Protocol

from dragoman.reading.actors.gazetteer.table import gazetteer
from dragoman.reading.actors.people import alike, core
from dragoman.reading.spelling import plain
from dragoman.reconciling.actors import Shape
from dragoman.reconciling.actors_bodies import is_acronym
from dragoman.reconciling.actors_people import Name, full_name
from dragoman.reconciling.words import tokens
from dragoman.records.reading import ActorKind
from dragoman.records.vocabularies import from_yaml


class Persons(Protocol):
    """The persons of the pile."""

    def fullest(self, name: Name) -> Name:
        """The fullest name of the person with this name."""

    def namesakes(self, name: Name) -> tuple[Name, ...]:
        """The full names of those that a bare surname could stand for."""

    def crossed(self, name: Name) -> tuple[Name, Name] | None:
        """Two names of which a report may have made this one, which it alone has.

        One's given name and another's surname, in a report that has the other two crossed as well; the two as several
        reports have them.
        """


def grounds(name: str, key: str | None, aliases: Iterable[str], shapes: Iterable[tuple[Shape, int]]) -> tuple[str, ...]:
    """For each name that the actor goes by beside the one shown: why it is the actor's, and in how many reports."""
    used: dict[str, int] = defaultdict(int)
    kinds: dict[str, ActorKind] = {}
    for shape, count in shapes:
        for alias in {plain(written) for written in (shape.name, *shape.names)}:
            used[alias] += count
            kinds.setdefault(alias, shape.kind)
    found = []
    for alias in aliases:
        reason = _says()[_reason(alias, name, key, kinds.get(plain(alias), ActorKind.OTHER))]
        found.append(_says()["line"].format(alias=alias, reason=reason.format(name=name), count=used[plain(alias)]))
    return tuple(found)


def doubts(
    name: str, kind: ActorKind, aliases: Iterable[str], people: Persons, states: Iterable[str]
) -> tuple[str, ...]:
    """What a person should look at before trusting that this is one person, and no other."""
    if kind is not ActorKind.PERSON:
        return ()
    found = []
    mine, _ = full_name((name, *aliases))
    bare = sorted(alias for alias in (name, *aliases) if len(core(tuple(tokens(alias)))) == 1)
    own = people.fullest(mine)
    others = [" ".join(other).title() for other in people.namesakes(mine) if other != own]
    if others and bare:
        found.append(_says()["namesakes"].format(name=bare[0], others=", ".join(others)))
    swapped = people.crossed(mine)
    if swapped is not None:
        found.append(_says()["swapped"].format(name=name, others=", ".join(" ".join(s).title() for s in swapped)))
    given = sorted(set(states))
    if len(given) > 1:
        found.append(_says()["several_states"].format(states=" and ".join(map(_shown, given))))
    return tuple(found)


def _reason(alias: str, name: str, key: str | None, kind: ActorKind) -> str:
    if key is not None:
        return _senses().get((key, plain(alias)), "described")
    if kind is ActorKind.PERSON:
        short, long = core(tuple(tokens(alias))), core(tuple(tokens(name)))
        if short == long:
            return "spelling"
        if len(short) == 1:
            return "surname" if long and alike(short[0], long[-1]) else "part"
        if len(short) == len(long):
            return "spelling"
        return "shorter" if len(short) < len(long) else "fuller"
    if is_acronym(alias) or is_acronym(name):
        return "acronym"
    return "spelling" if tokens(alias) == tokens(name) else "short"


@functools.cache
def _senses() -> Mapping[tuple[str, str], str]:
    return {(form.entry.key, plain(form.text)): form.sense.value for form in reversed(gazetteer().forms)}


def _shown(key: str) -> str:
    entry = gazetteer().entries.get(key)
    return key if entry is None else entry.name


@functools.cache
def _says() -> dict[str, Any]:
    data: dict[str, Any] = from_yaml(resources.files(__package__).joinpath("actors.yaml").read_text("utf-8"))["grounds"]
    return data
