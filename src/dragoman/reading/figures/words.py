"""The words of number and quantity, from `words.yaml`."""

import functools
import re
from importlib import resources
from typing import NamedTuple

from dragoman.records.reading import Hedge
from dragoman.records.vocabularies import from_yaml


class Words(NamedTuple):
    """The word lists, compiled once."""

    ones: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    fractions: dict[str, float]
    hedges: tuple[tuple[tuple[str, ...], str], ...]  # longest phrases first; a Hedge or "nearly"
    after: dict[str, Hedge]
    currencies: dict[str, str]
    units: dict[str, str]
    durations: frozenset[str]
    terms: frozenset[str]
    term_verbs: frozenset[str]
    people: frozenset[str]
    same_in_plural: frozenset[str]
    idle: frozenset[str]
    idle_below: int
    acts: dict[str, str]
    needs: dict[str, frozenset[str]]
    of_people: frozenset[str]
    tolls: dict[str, str]
    hands: frozenset[str]


@functools.cache
def words() -> Words:
    """The word lists, read once."""
    data = from_yaml(resources.files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))
    hedges = [(tuple(phrase.split()), name) for name, phrases in data["hedges"].items() for phrase in phrases]
    return Words(
        ones=data["ones"],
        scales=data["scales"],
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        fractions=data["fractions"],
        hedges=tuple(sorted(hedges, key=lambda pair: (-len(pair[0]), pair[0]))),
        after={phrase: Hedge(name) for phrase, name in data["after_hedge"].items()},
        currencies=data["currencies"],
        units=data["units"],
        durations=frozenset(data["durations"].split()),
        terms=frozenset(data["terms"].split()),
        term_verbs=frozenset(data["term_verbs"].split()),
        people=frozenset(data["people"].split()),
        same_in_plural=frozenset(data["same_in_plural"].split()),
        idle=frozenset(data["idle"].split()),
        idle_below=data["idle_below"],
        acts=data["acts"],
        needs={word: frozenset(company.split()) for word, company in data["needs"].items()},
        of_people=frozenset(data["of_people"].split()),
        tolls=data["tolls"],
        hands=frozenset(data["hands"].split()),
    )


DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,2})?")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
