"""Which organisations, offices and groups of several reports are one: by name, by acronym, by whose they are."""

import functools
from collections.abc import Callable, Sequence
from importlib import resources

from dragoman.reading.actors.vocabulary import words
from dragoman.reconciling.words import name_key, tokens
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.vocabularies import from_yaml

BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.GROUP))
_SHORTEST_ACRONYM = 2
_LONG_NAME = 2  # words; of two, the order tells two bodies apart


def spelled_out(actor: MentionedActor) -> dict[str, frozenset[str]]:
    """The acronyms that a report has for a body, each with the full names that it has beside."""
    if actor.key or not actor.named or actor.kind not in BODIES:
        return {}
    long = frozenset(name_key(name) for name in actor.names if " " in name)
    return {name_key(name): long for name in actor.names if is_acronym(name)}


def owned(actor: MentionedActor, owner: MentionedActor | None) -> tuple[str, str] | None:
    """A body's name that tells not which it is, and the key of whose it is; None where the name tells it."""
    if actor.key or not actor.named or actor.kind not in BODIES or owner is None or not is_generic(actor.name):
        return None
    return name_key(actor.name), owner_key(owner)


def body_key(
    actor: MentionedActor,
    owner: MentionedActor | None,
    full: Callable[[str], str | None],
    owners: Callable[[str], Sequence[str]],
) -> str | None:
    """What all reports' actors that are this body share; None where the pile has several of that name.

    `full` gives the one full name of an acronym, if there is one; `owners` those that the bodies of a name belong to.
    """
    name = name_key(actor.name)
    if is_acronym(actor.name):
        return f"name:{full(name) or name}"
    if not is_generic(actor.name):
        return f"name:{_in_any_order(_without_form(name))}"
    if owner is not None:
        return f"of:{owner_key(owner)}:{name}"
    known = owners(name)
    if len(known) > 1:
        return None
    return f"of:{known[0]}:{name}" if known else f"name:{name}"


def owner_key(owner: MentionedActor) -> str:
    """What an owner is told by."""
    return owner.key or f"name:{name_key(owner.name)}"


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone."""
    bare = name.replace(".", "")
    return bare.isalpha() and bare.isupper() and len(bare) >= _SHORTEST_ACRONYM


def _without_form(name: str) -> str:
    """A company's name without its form, a movement's without that word: "Hesk" of "Hesk Inc", of "Hesk Movement"."""
    parts = name.split()
    if len(parts) == _LONG_NAME and parts[-1] == "movement" and not is_generic(parts[0]):
        return parts[0]
    return " ".join(parts[:-1]) if len(parts) > 1 and parts[-1] in words("names", "company") else name


def _in_any_order(name: str) -> str:
    """A body's name whose words can be put in two orders: "Varra's Ministry of Health", "the Varra Health Ministry"."""
    words_ = name.split()
    return " ".join(sorted(words_)) if len(words_) > _LONG_NAME and any(word in _generic() for word in words_) else name


def is_generic(name: str) -> bool:
    """Whether a name says what a body is and not which: every state has a Foreign Ministry."""
    return all(word in _generic() for word in tokens(name))


@functools.cache
def _generic() -> frozenset[str]:
    data = from_yaml(resources.files(__package__).joinpath("actors.yaml").read_text("utf-8"))
    known = (words("names", section) for section in ("organisation", "movement", "topics", "state_forms"))
    return frozenset(data["generic"]).union(*known, words("nouns", "body"), words("offices", "portfolios"))
