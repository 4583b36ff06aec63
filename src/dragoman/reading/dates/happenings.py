"""Nouns that name happenings and verbs of saying, from happenings.yaml."""

import functools
from typing import Any

from dragoman.reading.dates import lexicon


@functools.cache
def _data() -> dict[str, Any]:
    data = lexicon.load("happenings.yaml")
    return {key: tuple(value) if key == "endings" else frozenset(value) for key, value in data.items()}


@functools.cache
def is_happening(noun: str) -> bool:
    """Whether a noun (its lower-case lemma) names something that happens at a time."""
    return noun in _data()["happenings"] or noun.endswith(_data()["endings"])


@functools.cache
def is_saying(verb: str) -> bool:
    """Whether a verb (its lower-case lemma) is one of saying."""
    return verb in _data()["saying"]
