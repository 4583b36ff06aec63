"""The words that tell a decision as somebody's own, as `initiatives.yaml` lists them."""

import functools
from importlib import resources
from typing import NamedTuple

from dragoman.records.vocabularies import from_yaml


class Lexicon(NamedTuple):
    """`initiatives.yaml`."""

    adverbs: frozenset[str]
    own: frozenset[str]
    decisions: frozenset[str]
    sovereign: frozenset[str]
    asking: frozenset[str]
    nobody: frozenset[str]
    consulting: frozenset[str]
    notice: frozenset[str]
    beforehand: frozenset[str]
    taken: frozenset[str]
    verbs: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The words, by what they say."""
    data = from_yaml(resources.files(__package__).joinpath("initiatives.yaml").read_text("utf-8"))
    return Lexicon(**{name: frozenset(data[name]) for name in Lexicon._fields})
