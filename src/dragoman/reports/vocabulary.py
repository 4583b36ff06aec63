"""The words that reports are taken apart by, from the YAML files beside this module."""

import re
from functools import cache
from importlib import resources
from typing import Any

from dragoman.records.vocabularies import from_yaml


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The YAML file `name` of this package. It is read once; do not change what you get."""
    text = (resources.files("dragoman.reports") / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = from_yaml(text)
    return loaded


@cache
def cues(section: str) -> re.Pattern[str]:
    """One case-blind pattern for all regular expressions under `section` of cues.yaml."""
    return re.compile("|".join(f"(?:{cue})" for cue in vocabulary("cues.yaml")[section]), re.IGNORECASE)


@cache
def wording(section: str) -> tuple[str, ...]:
    """The plain words under `section` of cues.yaml."""
    return tuple(vocabulary("cues.yaml")[section])


@cache
def choice(section: str) -> str:
    """A regular expression for any of the plain words under `section`, longest first."""
    words = sorted(wording(section), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"
