"""Denials that point back: which claim a denial answers, named in it or not."""

import functools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from dragoman.reconciling.happenings import acts
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import stem, tokens
from dragoman.records.reading import Polarity
from dragoman.records.vocabularies import from_yaml


@functools.cache
def _empty() -> frozenset[str]:
    """Words that say only that something was reported or denied: they name no claim."""
    data = from_yaml(resources.files(__package__).joinpath("denials.yaml").read_text("utf-8"))
    return frozenset(data["empty_words"])


_LEAST_SHARED = 2
# What a claim of the denial's own report counts more than one of another report.
_NEAR = 1.2
# How much better the claims of one act must fit than those of any other.
_CLEARLY = 1.15
# What it counts that the denial names the very act: "the expulsion".
_BY_NAME = 3.0
# Counts up to this are weighed as they are.
_EXACT = 200


class Answering(NamedTuple):
    """A voice that makes a claim."""

    id: str
    actor: str | None
    report: str


class Answerable(NamedTuple):
    """A claim that a denial can answer: the act it tells, and the voices that make it."""

    act: str
    voices: tuple[Answering, ...]
    stems: frozenset[str]  # of the words of the clauses that tell it


class Denial(NamedTuple):
    """What a denial names: words that name something, by their stems, and acts."""

    stems: frozenset[str]
    acts: frozenset[str]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Denial":
        """What the words of a denial name."""
        return cls(frozenset(stems(words)), acts_named(words))


def steady(count: int) -> int:
    """A count for weighing: great ones in steps, so that one more of many changes no weight."""
    return count if count <= _EXACT else round(2 ** (round(2 * math.log2(count)) / 2))


def weight_of(count: int, total: int) -> float:
    """How much a word tells that so many of all claims have: the fewer, the more. Both are `steady`."""
    return math.log((total + 1) / count) if count <= total else 0.0


def confirms(voice: Voice, text: str) -> bool:
    """Whether a statement only says of what was denied beside it that it is so: "several sources have confirmed it"."""
    said = voice.attribution
    if said is None or voice.polarity is not Polarity.ASSERTS or len(voice.words) > _SHORT:
        return False
    known = _confirming()
    points = any(word in known["confirmed"] or word in _act_nouns() for word in voice.words[-2:])
    return points and any(word in known["confirming"] for span in said.cue for word in tokens(span.of(text)))


@functools.cache
def _confirming() -> Mapping[str, frozenset[str]]:
    data = from_yaml(resources.files(__package__).joinpath("denials.yaml").read_text("utf-8"))
    return {name: frozenset(data[name]) for name in ("confirming", "confirmed", "elsewhere", "descriptions")}


def answered(
    voice: Voice, denial: Denial, claims: Mapping[str, Answerable], weight: Callable[[str], float]
) -> list[str]:
    """The claims (by key) that a denial answers.

    A denial answers the claims of one act whose words it shares most, at least two of those that name something,
    rare words counting more than common ones; made by another voice, in its own report rather than in another one.
    Where claims of two acts fit about equally well it answers neither: which one is meant can't be told.
    """
    scores: dict[str, float] = {}
    for key, claim in () if speaks_elsewhere(voice.words) else claims.items():
        if any(v.id == voice.id or (v.actor and v.actor == voice.actor) for v in claim.voices):
            continue
        shared = denial.stems & claim.stems
        near = any(v.report == voice.report for v in claim.voices)
        if len(shared) >= _LEAST_SHARED or (near and claim.act in denial.acts):
            scores[key] = math.fsum(map(weight, shared)) * (_NEAR if near else 1.0)
            scores[key] += _BY_NAME if claim.act in denial.acts else 0.0
    if not scores:
        return []
    best = max(scores.values())
    acts = {claims[key].act for key, score in scores.items() if score * _CLEARLY > best}
    return sorted(key for key, score in scores.items() if score == best) if len(acts) == 1 else []


def speaks_elsewhere(words: Sequence[str]) -> bool:
    """Whether what is denied are charges of another time: "previous charges of bombing villages"."""
    known = _confirming()
    return any(word in known["elsewhere"] and noun in known["descriptions"] for word, noun in pairwise(words))


def acts_named(words: Sequence[str]) -> frozenset[str]:
    """The acts that a short denial, or its "no such order", names by a noun, each as the one that its family is."""
    if "such" in words:
        words = words[words.index("such") + 1 :][:1]
    elif len(words) > _SHORT:
        return frozenset()
    types = {_act_nouns()[word] for word in words if word in _act_nouns()}
    return frozenset(acts().families.get(type_, type_) for type_ in types)


@functools.cache
def _act_nouns() -> Mapping[str, str]:
    """Nouns that name an act which is done once, to its event type."""
    data = from_yaml(resources.files(__package__).joinpath("denials.yaml").read_text("utf-8"))
    return {noun: type_ for type_, nouns in data["acts"].items() for noun in nouns}


# Words of a denial that is no more than a name for what is denied.
_SHORT = 8


def stems(words: Iterable[str]) -> set[str]:
    """The words that name something, without their endings."""
    return {stem(word) for word in words if word not in _empty() and len(word) > 2}
