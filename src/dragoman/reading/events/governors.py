"""The words that say what the act they govern is: intended, asked for, only possible, refused, denied."""

import functools
from typing import NamedTuple

from dragoman.reading.events.vocabulary import read_yaml


class Governors(NamedTuple):
    """The word lists of `governors.yaml`."""

    verbs: dict[str, str]
    objects: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    auxiliaries: dict[str, str]
    modal_verbs: dict[str, str]
    conditions: frozenset[str]
    negations: frozenset[str]
    without: frozenset[str]
    hearsay: frozenset[str]
    not_yet: frozenset[str]
    turned_down: frozenset[str]
    kept_from: frozenset[str]
    signs: frozenset[str]
    so: frozenset[str]
    untrue: frozenset[str]


@functools.cache
def governors() -> Governors:
    """The word lists, read once."""
    data = read_yaml("governors.yaml")

    def by_word(table: str) -> dict[str, str]:
        return {word: mode for mode, words in data[table].items() for word in words.split()}

    return Governors(
        by_word("verbs"),
        by_word("objects"),
        by_word("adjectives"),
        by_word("nouns"),
        by_word("auxiliaries"),
        by_word("modal_verbs"),
        frozenset(data["conditions"].split()),
        frozenset(data["negations"].split()),
        frozenset(data["without"].split()),
        frozenset(data["hearsay"].split()),
        frozenset(data["not_yet"].split()),
        frozenset(data["turned_down"].split()),
        frozenset(data["kept_from"].split()),
        frozenset(data["signs"].split()),
        frozenset(data["so"].split()),
        frozenset(data["untrue"].split()),
    )
