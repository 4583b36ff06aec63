"""Whether an actor's name can stand as who in a sentence of the brief, and what stands for it where it cannot."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.records.rows.voices import ActorRow
from dragoman.records.vocabularies import from_yaml
from dragoman.showing.acts import part
from dragoman.showing.plain import clipped

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
LONGEST = 60


@cache
def _lists() -> dict[str, frozenset[str]]:
    loaded = from_yaml((files("dragoman.showing") / "unnamed.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(str(word) for word in words) for name, words in loaded.items()}


@lru_cache(maxsize=1 << 14)
def is_named(name: str) -> bool:
    """Whether `name` names somebody: a word of it is a name, it leans on no pronoun and counts nobody."""
    found: list[str] = WORD.findall(name)
    if not found:
        return False
    lists = _lists()
    words = [word if word.isupper() else word.lower() for word in found]  # "US" is no "us"
    if words[0] in lists["pronouns"] | lists["indefinite"] or any(word[0].isdigit() for word in found):
        return False
    if lists["loaded"].intersection(words):
        return False
    return any(word != word.lower() and not _is_common(plain, lists) for word, plain in zip(found, words, strict=True))


def _is_common(word: str, lists: dict[str, frozenset[str]]) -> bool:
    return any(
        part in lists[name]
        for name in ("pronouns", "indefinite", "quantities", "common")
        for part in (word, word.split("-", maxsplit=1)[0])
    )


def is_pronoun(name: str) -> bool:
    """Whether `name` only points back to somebody: "he", "their envoy"."""
    found = WORD.search(name)
    if found is None or found[0].isupper() or found[0].lower() not in _lists()["pronouns"]:
        return False
    return found[0].lower() != "one" or found[0] == name.strip()  # "one diplomat" is somebody


def standing(name: str, row: ActorRow | None) -> str | None:
    """The name to print: its own, that of what it is part of ("people of Osk"), or None where neither names anybody."""
    if is_named(name):
        return clipped(_uncapped(name), LONGEST)
    if row is not None and row.of is not None and is_named(row.of.name):
        return part(row.kind, clipped(row.of.name, LONGEST))
    return None


def _uncapped(name: str) -> str:
    """Within a sentence: "Two officials of Osk" as "two officials of Osk"."""
    first = name.split(" ", maxsplit=1)[0]
    return name[0].lower() + name[1:] if first.lower() in _lists()["quantities"] and first != "A" else name
