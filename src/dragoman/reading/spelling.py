"""Spellings of names: what counts as the same written name, and how a people's name is made from a country's."""

import functools
import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'"})
# Letters that decomposition leaves alone.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae"})
_HYPHENS = re.compile(r"[-‐‑‒–]")
_SHORTEST_STEM = 3


@functools.lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """`word` in lower case without diacritics, apostrophes alike."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).translate(_LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c)).lower()


@functools.lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """The parts of a word between hyphens, plain; none for a hyphen alone."""
    return tuple(part for part in _HYPHENS.split(plain(word)) if part)


def stem(name: str) -> str:
    """What a country's name has in common with its people's: without the vowels at its end."""
    bare = plain(name)
    cut = bare.rstrip("aeiouy")
    return cut if len(cut) >= _SHORTEST_STEM else bare


def demonym_stems(word: str) -> tuple[str, ...]:
    """The stems of the countries whose people `word` could name; empty where it has no such ending."""
    bare = plain(word)
    found = []
    for ending in ("ians", "ian", "eans", "ean", "ans", "an", "ns", "n", "ese", "ish", "is", "i", "ic", "ites",
                   "ite", "ers", "er", "ards", "ard"):  # fmt: skip
        if bare.endswith(ending):
            base = bare[: -len(ending)]
            cut = base.rstrip("aeiouy")
            for candidate in (base, cut, base[:-1] if base[-1:] == base[-2:-1] else base):
                if len(candidate) >= _SHORTEST_STEM and candidate not in found:
                    found.append(candidate)
    return tuple(found)


def looks_like_demonym(word: str) -> bool:
    """Whether a word ends as most names of peoples do in English."""
    return len(word) > 4 and bool(re.search(r"(?:ian|ean|an|ese|ish)s?$", plain(word)))
