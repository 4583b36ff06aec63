"""News outlets by the way they are named: "Reuters", "The Varra Times", "the broadcaster RTV", "state television"."""

import functools
import re
from importlib import resources
from typing import NamedTuple

from dragoman.records.vocabularies import from_yaml

_OWNER = re.compile(r"^.*[’']s\s+(?=\S)")
_LISTS = frozenset((",", ";", "("))
_INSIDE = frozenset(("with", "of", "for", "to", "by", "in", "on", "from", "at", "near", "who", "and", "close"))
# How a report speaks of the outlet that prints it.
_OWN = frozenset(("this", "our"))


class _Words(NamedTuple):
    nouns: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@functools.cache
def _words() -> _Words:
    loaded = from_yaml(resources.files(__package__).joinpath("outlets.yaml").read_text("utf-8"))
    return _Words(**{name: frozenset(map(str, listed)) for name, listed in loaded.items()})


def is_outlet(text: str) -> bool:
    """Whether a name is that of a news outlet."""
    known = _words()
    name = " ".join(text.lower().replace("’s", "").replace("'s", "").split())
    bare = name.removeprefix("the ")
    parts = bare.split()
    if not parts or not text.removeprefix("the ").removeprefix("The ")[:1].isupper():
        return False
    if bare in known.names or name in known.names:
        return True
    if len(parts) > 2 and parts[1] == "of" and parts[0] in known.words:
        return True
    by_word = len(parts) > 1 and (parts[-1] in known.words or parts[0] in known.names)
    return by_word and text.rsplit(maxsplit=1)[-1][:1].isupper()


def same_outlet(text: str, outlet: str | None) -> bool:
    """Whether a name is that of this report's own outlet."""
    if not outlet:
        return False
    mine, other = (" ".join(t.lower().removeprefix("the ").split()) for t in (outlet, text))
    return mine == other or mine.startswith(other) or other.startswith(mine)


def outlet_named(phrase: str) -> str | None:
    """The outlet that a noun phrase stands for, in its words; None where it stands for something else.

    A description's proper name where it has one ("the broadcaster RTV": "RTV"), else the description. The outlet that
    prints the report ("this newspaper") is none.
    """
    if is_outlet(phrase):
        return phrase
    parts = phrase.split()
    if not parts or parts[0].lower() in _OWN or any(mark in phrase for mark in _LISTS):
        return None
    owned = _OWNER.sub("", phrase)
    if owned != phrase and is_outlet(owned):
        return owned
    if any(word in _INSIDE for word in parts):
        return None  # "two officials familiar with the channel"
    at = max((n for n, word in enumerate(parts) if _is_medium(parts, n, word.lower())), default=-1)
    if at < 0:
        return None
    name = parts[at + 1 :]
    if not all(word[:1].isupper() or word[:1].isdigit() for word in name):
        return None
    if name and not parts[at][:1].isupper():
        return " ".join(name)
    return " ".join(parts[at:]) if name else phrase


def _is_medium(parts: list[str], n: int, word: str) -> bool:
    if word == "agency":
        return n > 0 and parts[n - 1].lower() == "news"
    return word in _words().nouns


def outlet_in(text: str) -> str | None:
    """The first outlet's name among the words of a longer phrase: "in an interview with the Varra Post on Sunday"."""
    parts = text.split()
    for start in range(len(parts)):
        end = start
        while end < len(parts) and _in_name(parts[end]):
            end += 1
        for stop in range(end, start, -1):
            name = " ".join(parts[start:stop]).strip(",.")
            if is_outlet(name):
                return name
    return _described_in(parts)


def _in_name(word: str) -> bool:
    return word[:1].isupper() or word.isdigit() or word in ("the", "of")


def _described_in(parts: list[str]) -> str | None:
    """An outlet that such a phrase describes: "in an interview with the broadcaster RTV"."""
    for n, word in enumerate(parts[:-1]):
        if word.lower() in ("with", "to", "for", "by", "on"):
            for stop in range(min(len(parts), n + 6), n + 1, -1):
                named = outlet_named(" ".join(parts[n + 1 : stop]))
                if named is not None:
                    return named
    return None
