"""The cue words of `cues.yaml`, typed."""

import functools
from enum import StrEnum
from importlib import resources
from typing import Any

from dragoman.records.base import Frozen
from dragoman.records.vocabularies import from_yaml


class CueClass(StrEnum):
    """What kind of act a cue names."""

    SPEECH = "speech"
    WRITING = "writing"
    ATTITUDE = "attitude"
    INTENTION = "intention"
    STANCE = "stance"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    DECLINING = "declining"
    PROMISE = "promise"
    DEMAND = "demand"
    QUESTION = "question"
    PERCEPTION = "perception"
    EVIDENCE = "evidence"


class Takes(StrEnum):
    """What a cue can have as its content."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    QUOTE = "quote"
    OBJECT = "object"
    INSERTED = "inserted"


class CueWord(Frozen, frozen=True, kw_only=True):
    """One cue word and how sentences are built with it."""

    lemma: str
    kind: CueClass
    takes: frozenset[Takes]
    prepositions: frozenset[str] = frozenset()
    addressee: bool = False
    passive: bool = False
    framing: bool = False


class Lexicon(Frozen, frozen=True, kw_only=True):
    """All cue words, by lemma, and the word lists that go with them."""

    verbs: dict[str, CueWord]
    nouns: dict[str, CueWord]
    forms: dict[str, str]
    light: frozenset[str]
    view_nouns: frozenset[str]
    refusing: frozenset[str]
    believing: frozenset[str]
    telling: frozenset[str]
    unreachable: frozenset[str]
    unavailable: frozenset[str]
    asked: frozenset[str]
    denying: frozenset[str]
    falsehoods: frozenset[str]
    subordinators: frozenset[str]
    continuers: frozenset[str]
    plain: frozenset[str]
    withholding: frozenset[str]
    evading: frozenset[str]
    questions: frozenset[str]
    efforts: frozenset[str]
    failing: frozenset[str]
    silent: frozenset[str]
    no_comment: tuple[str, ...]
    counting: frozenset[str]
    counted: frozenset[str]
    states: frozenset[str]
    participles: frozenset[str]
    denials: tuple[str, ...]
    wrong: tuple[str, ...]
    nobody: frozenset[str]


def raw_cues() -> dict[str, Any]:
    """`cues.yaml` as plain data."""
    text = resources.files(__package__).joinpath("cues.yaml").read_text("utf-8")
    loaded: dict[str, Any] = from_yaml(text)
    return loaded


@functools.cache
def lexicon() -> Lexicon:
    """The cue words. Raises KeyError or ValueError for a malformed file."""
    raw = raw_cues()
    declining = raw["declining"]
    return Lexicon(
        verbs=_words(raw["verbs"]),
        nouns=_words(raw["nouns"]),
        forms=dict(raw["forms"]),
        light=frozenset(raw["light"]),
        view_nouns=frozenset(raw["phrases"]["view_nouns"]),
        refusing=frozenset(declining["refusing"]),
        believing=frozenset(declining["believing"]),
        telling=frozenset(declining["telling"]),
        unreachable=frozenset(declining["unreachable"]),
        unavailable=frozenset(declining["unavailable"]),
        asked=frozenset(declining["asked"]),
        denying=frozenset(raw["denying"]),
        falsehoods=frozenset(raw["falsehoods"]),
        subordinators=frozenset(raw["subordinators"]),
        continuers=frozenset(raw["continuers"]),
        plain=frozenset(raw["plain"]),
        withholding=frozenset(declining["withholding"]),
        evading=frozenset(declining["evading"]),
        questions=frozenset(declining["questions"]),
        efforts=frozenset(declining["efforts"]),
        failing=frozenset(declining["failing"]),
        silent=frozenset(declining["silent"]),
        no_comment=tuple(declining["words"]),
        counting=frozenset(raw["counting"]["verbs"]),
        counted=frozenset(raw["counting"]["nouns"]),
        states=frozenset(raw["states"]),
        participles=frozenset(raw["participles"]),
        denials=tuple(raw["denials"]["phrases"]),
        wrong=tuple(raw["denials"]["wrong"]),
        nobody=frozenset(raw["denials"]["nobody"]),
    )


def _words(groups: list[dict[str, Any]]) -> dict[str, CueWord]:
    return {
        lemma: CueWord(
            lemma=lemma,
            kind=CueClass(group["class"]),
            takes=frozenset(map(Takes, group["takes"])),
            prepositions=frozenset(group.get("prepositions", ())),
            addressee=group.get("addressee", False),
            passive=group.get("passive", False),
            framing=group.get("framing", False),
        )
        for group in groups
        for lemma in group["lemmas"]
    }
