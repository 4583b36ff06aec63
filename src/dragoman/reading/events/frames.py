"""The frames of `frames.yaml`, compiled once: which words can tell an event, and with which arguments."""

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.events.nouns import is_being, is_in_class, lemma, nouns, without_partitive
from dragoman.reading.events.vocabulary import event_types, read_yaml
from dragoman.records.reading import EventMode

_ROLES = ("agent", "patient", "recipient")
_SPECIAL = frozenset((*_ROLES, "verb", "noun", "adj", "negated", "plover", "particle", "alone", "mode", "passive"))


class Wanted(NamedTuple):
    """What a frame asks of one argument."""

    slot: str
    any: bool
    none: bool
    actor: bool
    lemmas: frozenset[str]
    classes: tuple[str, ...]

    def takes(self, noun: Token) -> bool:
        """Whether this noun (or verb, for a complement) is what the frame asks for."""
        if self.any or lemma(noun) in self.lemmas:
            return True
        counted = without_partitive(noun)
        if counted.i != noun.i:
            return self.takes(counted)
        if any(is_in_class(noun, name) for name in self.classes):
            return True
        return self.actor and noun.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") and is_being(noun)


class Frame(NamedTuple):
    """One way of telling an event of a type."""

    type: str
    particle: str | None = None
    wants: tuple[Wanted, ...] = ()
    refuses: tuple[Wanted, ...] = ()  # `not_object`, `not_subject`: slot holds none of these
    roles: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    negated: bool = False
    alone: bool = False  # a noun that tells the act though nobody is named
    passive: bool = False  # a verb that tells it in the passive alone: "are opposed to"
    plover: str | None = None
    mode: EventMode | None = None  # of the act told as done: "scheduled talks" are planned
    rank: int = 0  # more demands, higher rank


class Lexicon(NamedTuple):
    """Frames by trigger lemma, best first."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]


@functools.cache
def lexicon() -> Lexicon:
    """All frames, compiled. Raises ValueError for an entry that names an unknown type or class."""
    tables: dict[str, dict[str, list[Frame]]] = {"verb": {}, "noun": {}, "adj": {}}
    for type_, entries in read_yaml("frames.yaml").items():
        if type_ not in event_types():
            raise ValueError(f"frames.yaml names the type {type_}, which types.yaml has not")
        for entry in entries:
            kind = next(kind for kind in tables if kind in entry)
            for trigger in entry[kind].split():
                word, _, particle = trigger.partition("_")
                tables[kind].setdefault(word, []).append(_frame(type_, entry, particle or None, kind))
    best = {
        kind: {word: tuple(sorted(frames, key=lambda f: -f.rank)) for word, frames in table.items()}
        for kind, table in tables.items()
    }
    return Lexicon(best["verb"], best["noun"], best["adj"])


def _frame(type_: str, entry: dict[str, str], particle: str | None, kind: str) -> Frame:
    wants, refuses = [], []
    for key, value in entry.items():
        if key in _SPECIAL:
            continue
        if key.startswith("not_"):
            refuses.append(_wanted(key.removeprefix("not_"), value))
        else:
            wants.append(_wanted(key, value))
    roles = {role: tuple(str(entry[role]).split()) for role in _ROLES if role in entry}
    demands = sum(1 if want.any or want.none or want.actor else 3 for want in wants)
    rank = demands + (2 if particle else 0) + (2 if entry.get("negated") else 0) + (1 if entry.get("passive") else 0)
    return Frame(
        type=type_,
        particle=particle,
        wants=tuple(wants),
        refuses=tuple(refuses),
        roles=roles,
        negated=bool(entry.get("negated")),
        alone=bool(entry.get("alone")),
        passive=bool(entry.get("passive")),
        plover=entry.get("plover"),
        mode=EventMode(entry["mode"]) if "mode" in entry else None,
        rank=rank,
    )


def _wanted(slot: str, value: str) -> Wanted:
    words = str(value).split()
    classes = tuple(word[1:] for word in words if word.startswith("$"))
    for name in classes:
        if name not in nouns().heads:
            raise ValueError(f"frames.yaml names the class {name}, which nouns.yaml has not")
    return Wanted(
        slot=slot,
        any="any" in words,
        none="none" in words,
        actor="actor" in words,
        lemmas=frozenset(word for word in words if not word.startswith("$")),
        classes=classes,
    )
