"""The words of `sources.yaml`, typed."""

import functools
from importlib import resources
from typing import Any

from dragoman.records.base import Frozen
from dragoman.records.vocabularies import from_yaml


class SourceWords(Frozen, frozen=True, kw_only=True):
    """Word lists by which a source's wording is graded; all lower case."""

    documents: frozenset[str]
    bodies: frozenset[str]
    sources: frozenset[str]
    media: frozenset[str]
    media_of_speech: frozenset[str]
    claims: frozenset[str]
    parts: frozenset[str]
    counting: frozenset[str]
    single: frozenset[str]
    anyone: frozenset[str]
    things: frozenset[str]
    seeming: frozenset[str]
    numbers: dict[str, int]


def raw_words() -> dict[str, Any]:
    """`sources.yaml` as plain data."""
    text = resources.files(__package__).joinpath("sources.yaml").read_text("utf-8")
    loaded: dict[str, Any] = from_yaml(text)
    return loaded


@functools.cache
def source_words() -> SourceWords:
    """The word lists. Raises KeyError for a list that is missing."""
    raw = raw_words()
    numbers = dict(raw.pop("numbers"))
    return SourceWords(numbers=numbers, **{name: frozenset(map(str, listed)) for name, listed in raw.items()})
