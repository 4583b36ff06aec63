"""Which organisations, offices and groups of several reports are one: by name, by acronym, by whose they are."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources

from dragoman.reading.actors.vocabulary import words
from dragoman.reconciling.words import name_key, tokens
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.vocabularies import from_yaml

BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.GROUP))
_SHORTEST_ACRONYM = 2


class Bodies:
    """The named bodies of the pile that no gazetteer knows: their names, acronyms and owners."""

    def __init__(self, actors: Iterable[tuple[MentionedActor, MentionedActor | None]]) -> None:
        spelled: dict[str, set[str]] = defaultdict(set)
        owners: dict[str, set[str]] = defaultdict(set)
        for actor, owner in actors:
            if actor.key or not actor.named or actor.kind not in BODIES:
                continue
            long = [name for name in actor.names if " " in name]
            for name in actor.names:
                if is_acronym(name):
                    spelled[name_key(name)].update(name_key(full) for full in long)
            if owner is not None and is_generic(actor.name):
                owners[name_key(actor.name)].add(owner_key(owner))
        self._spelled: Mapping[str, set[str]] = spelled
        self._owners: Mapping[str, set[str]] = owners

    def key(self, actor: MentionedActor, owner: MentionedActor | None) -> str | None:
        """What all reports' actors that are this body share; None where the pile has several of that name."""
        name = name_key(actor.name)
        if is_acronym(actor.name):
            full = self._spelled.get(name, set())
            return f"name:{next(iter(full))}" if len(full) == 1 else f"name:{name}"
        if not is_generic(actor.name):
            return f"name:{name}"
        if owner is not None:
            return f"of:{owner_key(owner)}:{name}"
        owners = self._owners.get(name, set())
        if len(owners) > 1:
            return None
        return f"of:{next(iter(owners))}:{name}" if owners else f"name:{name}"


def owner_key(owner: MentionedActor) -> str:
    """What an owner is told by."""
    return owner.key or f"name:{name_key(owner.name)}"


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone."""
    bare = name.replace(".", "")
    return bare.isalpha() and bare.isupper() and len(bare) >= _SHORTEST_ACRONYM


def is_generic(name: str) -> bool:
    """Whether a name says what a body is and not which: every state has a Foreign Ministry."""
    return all(word in _generic() for word in tokens(name))


@functools.cache
def _generic() -> frozenset[str]:
    data = from_yaml(resources.files(__package__).joinpath("actors.yaml").read_text("utf-8"))
    known = (words("names", section) for section in ("organisation", "movement", "topics", "state_forms"))
    return frozenset(data["generic"]).union(*known, words("nouns", "body"), words("offices", "portfolios"))
