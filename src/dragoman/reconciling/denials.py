"""Denials that point back: which claim a denial answers, named in it or not."""

import functools
import re
from collections.abc import Mapping, Sequence
from importlib import resources

import yaml

from dragoman.reconciling.pile import Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import Polarity


@functools.cache
def _empty() -> frozenset[str]:
    """Words that say only that something was reported or denied: they name no claim."""
    data = yaml.safe_load(resources.files(__package__).joinpath("denials.yaml").read_text("utf-8"))
    return frozenset(data["empty_words"])


_LEAST_SHARED = 2
_STEM = re.compile(r"(?:ing|ed|es|s|ly|ion|ions|al|ment)$")


def point_back(
    pile: Pile, voices: tuple[Voice, ...], claims: Mapping[str, Sequence[Voice]]
) -> dict[str, tuple[str, ...]]:
    """For each claim (by key), the ids of the denying statements that answer it.

    A denial answers the claim of its pile whose words it shares most, at least two of those that name something,
    by another voice; in its own report rather than in another one. Where two fit equally well it answers neither:
    which one is meant can't be told.
    """
    salient = {key: _salient(told) for key, told in claims.items()}
    found: dict[str, list[str]] = {}
    for voice in voices:
        if voice.polarity is not Polarity.DENIES:
            continue
        words = _stems(_around(pile, voice))
        best: list[tuple[int, str]] = []
        for key, told in claims.items():
            if any(v.id == voice.id or (v.actor and v.actor == voice.actor) for v in told):
                continue
            shared = len(words & salient[key])
            near = any(v.report == voice.report for v in told)
            if shared >= _LEAST_SHARED:
                best.append((shared * 2 + near, key))
        best.sort(reverse=True)
        if best and (len(best) == 1 or best[0][0] > best[1][0]):
            found.setdefault(best[0][1], []).append(voice.id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _around(pile: Pile, voice: Voice) -> list[str]:
    return tokens(voice.content.of(pile[voice.report].report.text))


def _salient(told: Sequence[Voice]) -> set[str]:
    return set().union(*(_stems(voice.words) for voice in told)) if told else set()


def _stems(words: Sequence[str]) -> set[str]:
    return {_STEM.sub("", word) for word in words if word not in _empty() and len(word) > 2}
