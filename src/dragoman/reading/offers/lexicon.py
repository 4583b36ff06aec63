"""The words that stand for a proposal, from `offers.yaml`."""

import functools
from importlib import resources
from typing import NamedTuple

from dragoman.records.vocabularies import from_yaml


class Lexicon(NamedTuple):
    """The word lists, read once."""

    nouns: frozenset[str]
    everyday: frozenset[str]
    ends: frozenset[str]
    verbs: frozenset[str]
    of: frozenset[str]
    again: frozenset[str]
    handing: frozenset[str]
    not_yet: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The word lists."""
    data = from_yaml(resources.files(__package__).joinpath("offers.yaml").read_text("utf-8"))
    return Lexicon(**{name: frozenset(data[name].split()) for name in Lexicon._fields})
