"""Which issue a text is about: a lookup in `issues.yaml`."""

import functools
import re
from importlib import resources

from dragoman.records.vocabularies import from_yaml

OTHER = "other"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = from_yaml(resources.files(__package__).joinpath("issues.yaml").read_text("utf-8"))
    return {issue: re.compile(r"\b(?:" + "|".join(map(_pattern, words)) + ")") for issue, words in data.items()}


def _pattern(word: str) -> str:
    return re.escape(word[:-1]) + r"\b" if word.endswith("$") else re.escape(word)


def issue_of(text: str) -> str:
    """The issue whose words the text has most of; `other` when it has none."""
    lower = text.lower()
    hits = {issue: len(pattern.findall(lower)) for issue, pattern in _patterns().items()}
    best = max(hits, key=lambda issue: hits[issue])
    return best if hits[best] else OTHER
