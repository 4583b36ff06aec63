"""The words that the finding of actors goes by, as sets; each list is data beside this module."""

import functools
from importlib import resources

from dragoman.records.vocabularies import from_yaml

HERE = "dragoman.reading.actors"


@functools.cache
def words(file: str, section: str) -> frozenset[str]:
    """One section of one of this package's vocabularies (`nouns`, `offices`, `names`, `verbs`)."""
    return _sections(file)[section]


@functools.cache
def _sections(file: str) -> dict[str, frozenset[str]]:
    text = resources.files(HERE).joinpath(f"{file}.yaml").read_text(encoding="utf-8")
    return {section: frozenset(listed) for section, listed in from_yaml(text).items()}


@functools.cache
def office_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The offices of more than one word by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words("offices", "phrases")):
        parts = tuple(phrase.replace("-", " - ").split())
        by_first.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=lambda p: (-len(p), p))) for first, found in by_first.items()}
