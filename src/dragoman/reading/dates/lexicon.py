"""The vocabulary of time expressions, loaded once from lexicon.yaml."""

import functools
import re
from importlib import resources
from typing import Any

from dragoman.records.vocabularies import from_yaml

_NOT_KINDS = frozenset({"holidays"})
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def load(file: str) -> dict[str, Any]:
    """One of this package's vocabulary files."""
    raw = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    data: dict[str, Any] = from_yaml(raw)
    return data


def _data() -> dict[str, Any]:
    return load("lexicon.yaml")


@functools.cache
def context(name: str) -> frozenset[str]:
    """One of the lists of contexts.yaml: words beside a time word that decide what it is."""
    return frozenset(load("contexts.yaml")[name])


@functools.cache
def words() -> dict[str, tuple[tuple[str, Any], ...]]:
    """Each single word with the kinds that it can be, in the file's order, and its value for each."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for kind, entries in _data().items():
        if kind in _NOT_KINDS:
            continue
        for word, value in entries.items():
            if word.isalpha():
                found.setdefault(word, []).append((kind, value))
    return {word: tuple(kinds) for word, kinds in found.items()}


@functools.cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """By first word (as far as it is letters): each phrase's words, kind and value, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for kind, entries in _data().items():
        if kind in _NOT_KINDS:
            continue
        for phrase, value in entries.items():
            if not phrase.isalpha():
                parts = tuple(phrase.split())
                found.setdefault(_FIRST_WORD.match(phrase)[0], []).append((parts, kind, value))  # type: ignore[index]
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in found.items()}


@functools.cache
def holidays() -> dict[str, tuple[int, ...]]:
    """Each holiday as (month, day) or (month, weekday, nth)."""
    return {name: tuple(rule) for name, rule in _data()["holidays"].items()}
