"""The words of a sentence that may name an act: its verbs."""

import functools
from collections.abc import Iterable, Iterator
from importlib import resources

from spacy.tokens import Token

from dragoman.records.vocabularies import from_yaml

_HELPING = frozenset(("aux", "auxpass", "amod", "compound", "prep", "case", "mark"))


def candidates(sentence: Iterable[Token]) -> Iterator[Token]:
    """Verbs that are no auxiliaries and none of the plain ones of `plain.yaml`, in order."""
    for token in sentence:
        if token.pos_ == "VERB" and token.dep_ not in _HELPING and token.lemma_.lower() not in plain():
            yield token


@functools.cache
def plain() -> frozenset[str]:
    """Verbs that name no act of their own."""
    text = resources.files(__package__).joinpath("plain.yaml").read_text("utf-8")
    return frozenset(from_yaml(text)["plain"].split())
