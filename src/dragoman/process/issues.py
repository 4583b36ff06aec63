"""Which issue a text is about: a lookup in `issues.yaml`."""

import functools
import re
from importlib import resources
from typing import Any

from dragoman.records.vocabularies import from_yaml

OTHER = "other"
_SOURCE = "issues.yaml"
_TEXTS = 20_000  # of which the issue is remembered: talks are derived again from much the same rows
_APART = frozenset(("beside", "first"))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: entry for name, entry in _data().items() if name not in _APART}
    return {issue: re.compile(r"\b(?:" + "|".join(map(_pattern, told)) + ")") for issue, told in words.items()}


@functools.cache
def _beside() -> re.Pattern[str]:
    return re.compile("|".join(_data()["beside"]))


@functools.cache
def _first() -> dict[str, re.Pattern[str]]:
    return {issue: re.compile("|".join(told)) for issue, told in _data()["first"].items()}


@functools.cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = from_yaml(resources.files(__package__).joinpath(_SOURCE).read_text("utf-8"))
    return loaded


def issues() -> frozenset[str]:
    """All issues of `issues.yaml`, and `other`."""
    return frozenset((*_patterns(), OTHER))


def _pattern(word: str) -> str:
    return re.escape(word[:-1]) + r"\b" if word.endswith("$") else re.escape(word)


@functools.lru_cache(maxsize=_TEXTS)
def issue_of(text: str) -> str:
    """The issue whose words the text has most of; `other` when it has none.

    Reasons and times are left out ("to leave the islands due to frustration over the captives", "about two weeks ago"),
    and wordings that settle the issue go first: what is asked of a guest or a host is about hosting.
    """
    lower = _beside().sub(" ", text.lower())
    for issue, pattern in _first().items():
        if pattern.search(lower):
            return issue
    hits = {issue: len(pattern.findall(lower)) for issue, pattern in _patterns().items()}
    best = max(hits, key=lambda issue: hits[issue])
    return best if hits[best] else OTHER


def issues_in(text: str) -> frozenset[str]:
    """Every issue that the words of a text touch, be it in passing."""
    lower = text.lower()
    return frozenset(issue for issue, pattern in _patterns().items() if pattern.search(lower))
