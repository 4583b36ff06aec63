"""Denials that point back: which claim a denial answers, named in it or not."""

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import NamedTuple

from dragoman.reconciling.pile import Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
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


class Answerable(NamedTuple):
    """A claim that a denial can answer: the act it tells, and the voices that make it."""

    act: str
    voices: Sequence[Voice]
    words: Sequence[str]  # of the clauses that tell it, made plain


_STEM = re.compile(r"(?:ing|ed|es|s|ly|ion|ions|al|ment)$")


def point_back(
    pile: Pile, voices: tuple[Voice, ...], claims: Mapping[str, Answerable], told: Mapping[str, frozenset[str]]
) -> dict[str, tuple[str, ...]]:
    """For each claim (by key), the ids of the denying statements that answer it.

    A denial answers the claims of one act whose words it shares most, at least two of those that name something,
    rare words counting more than common ones; made by another voice, in its own report rather than in another one.
    Where claims of two acts fit about equally well it answers neither: which one is meant can't be told.
    `told` has the acts that a statement tells itself, by its id: it answers claims of these alone.
    """
    salient = {key: _stems(claim.words) for key, claim in claims.items()}
    weight = _weights(salient.values())
    having: dict[str, list[str]] = defaultdict(list)
    for key, stems in salient.items():
        for stem in stems:
            having[stem].append(key)
    found: dict[str, list[str]] = defaultdict(list)
    for voice in voices:
        if voice.polarity is Polarity.DENIES:
            words = _stems(_around(pile, voice))
            own = told.get(voice.id)
            near = sorted({key for word in words for key in having.get(word, ())})
            asked = {key: claims[key] for key in near if own is None or claims[key].act in own}
            for key in _answered(voice, words, asked, salient, weight):
                found[key].append(voice.id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _answered(
    voice: Voice,
    words: set[str],
    claims: Mapping[str, Answerable],
    salient: Mapping[str, set[str]],
    weight: Mapping[str, float],
) -> list[str]:
    scores: dict[str, float] = {}
    for key, claim in claims.items():
        if any(v.id == voice.id or (v.actor and v.actor == voice.actor) for v in claim.voices):
            continue
        shared = words & salient[key]
        if len(shared) >= _LEAST_SHARED:
            near = any(v.report == voice.report for v in claim.voices)
            scores[key] = math.fsum(weight[word] for word in shared) * (_NEAR if near else 1.0)
    if not scores:
        return []
    best = max(scores.values())
    acts = {claims[key].act for key, score in scores.items() if score * _CLEARLY > best}
    return sorted(key for key, score in scores.items() if score == best) if len(acts) == 1 else []


def _weights(salient: Iterable[set[str]]) -> dict[str, float]:
    """How much each word tells: the fewer claims have it, the more."""
    counts: Counter[str] = Counter()
    total = 0
    for words in salient:
        counts.update(words)
        total += 1
    return {word: math.log((total + 1) / count) for word, count in counts.items()}


def _around(pile: Pile, voice: Voice) -> list[str]:
    return tokens(voice.content.of(pile[voice.report].report.text))


def _stems(words: Sequence[str]) -> set[str]:
    return {_STEM.sub("", word) for word in words if word not in _empty() and len(word) > 2}
