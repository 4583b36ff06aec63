"""Nouns that name happenings and verbs of saying, from happenings.yaml."""

import functools
from importlib import resources
from typing import Any

import yaml


@functools.cache
def _data() -> dict[str, Any]:
    raw = resources.files(__package__).joinpath("happenings.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(raw)
    return {key: tuple(value) if key == "endings" else frozenset(value) for key, value in data.items()}


@functools.cache
def is_happening(noun: str) -> bool:
    """Whether a noun (its lower-case lemma) names something that happens at a time."""
    return noun in _data()["happenings"] or noun.endswith(_data()["endings"])


@functools.cache
def is_saying(verb: str) -> bool:
    """Whether a verb (its lower-case lemma) is one of saying."""
    return verb in _data()["saying"]
