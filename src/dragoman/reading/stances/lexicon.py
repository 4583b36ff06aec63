"""The words that tell a stance, from `stances.yaml`."""

import functools
from importlib import resources
from typing import NamedTuple

from dragoman.records.reading import Stance
from dragoman.records.vocabularies import from_yaml

_CLASSES = ("wants", "demands", "refuses", "accepts", "considers")


class Telling(NamedTuple):
    """What one word tells, and where its content stands, best first."""

    stance: Stance
    negated: Stance | None  # what it tells when it is negated
    slots: tuple[str, ...]
    particle: str | None = None
    modal_only: bool = False


class Lexicon(NamedTuple):
    """All words, compiled once."""

    verbs: dict[str, tuple[Telling, ...]]
    adjectives: dict[str, Telling]
    nouns: dict[str, Telling]
    told_by_copula: dict[str, Stance]
    judgements: dict[str, Stance]
    copulas: frozenset[str]
    carriers: frozenset[str]
    giving_up: frozenset[str]
    infinitive_only: frozenset[str]
    idle_alone: frozenset[str]
    bare_only: frozenset[str]
    needing: frozenset[str]
    consenting_modals: frozenset[str]
    only_then: frozenset[str]
    modals: frozenset[str]
    modal_verbs: frozenset[str]
    refusing_modals: frozenset[str]
    inability: frozenset[str]
    through: frozenset[str]
    idle_verbs: frozenset[str]
    idle_nouns: frozenset[str]
    nobody: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The words, read once."""
    data = from_yaml(resources.files(__package__).joinpath("stances.yaml").read_text("utf-8"))
    verbs: dict[str, list[Telling]] = {}
    adjectives: dict[str, Telling] = {}
    nouns: dict[str, Telling] = {}
    for name in _CLASSES:
        group = data[name]
        stance = Stance(group.get("stance", name))
        negated = Stance(group["negated"]) if "negated" in group else None
        for word, slots in group["verbs"].items():
            lemma, _, particle = word.partition("_")
            reverse = negated if word in group.get("only_negated", (word,)) else None
            telling = Telling(stance, reverse, tuple(slots.split()), particle or None, group.get("modal_only", False))
            verbs.setdefault(lemma, []).append(telling)
        for table, key in ((adjectives, "adjectives"), (nouns, "nouns")):
            for word, slots in group.get(key, {}).items():
                table[word] = Telling(stance, negated, tuple(slots.split()))
    lists = {name: frozenset(data[name].split()) for name in Lexicon._fields[5:]}
    copula = {noun: Stance(name) for name, words in data["told_by_copula"].items() for noun in words.split()}
    judged = {word: Stance(name) for name, words in data["judgements"].items() for word in words.split()}
    return Lexicon({word: tuple(found) for word, found in verbs.items()}, adjectives, nouns, copula, judged, **lists)
