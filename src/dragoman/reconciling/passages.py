"""Shared passages: the same or nearly the same words in several reports, told by their shingles."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from dragoman.reconciling.blocks.sharing import COMMON

__all__ = ["COMMON", "enough", "numbers", "shingles"]

# Words in a row that two passages must share to be compared at all.
SHINGLE = 5
# Words in a row that by themselves show a common origin: news prose does not repeat nine by chance.
LONG_RUN = 9
# Share of the shorter passage's shingles that must stand in the other one.
SHARE = 0.5


def enough(count: int, least: int) -> bool:
    """Whether two passages that share so many shingles share their words; the shorter has `least`."""
    return count >= LONG_RUN - SHINGLE + 1 or count >= SHARE * least


def shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The shingles of a passage, its words made plain.

    One shorter than a shingle is its own: shared only by what is equal, and at least three words long.
    """
    if len(words) < SHINGLE:
        if len(words) >= 3:  # a two-word quotation is anybody's
            yield tuple(words)
        return
    for i in range(len(words) - SHINGLE + 1):
        yield tuple(words[i : i + SHINGLE])


def numbers(shingles: Iterable[tuple[str, ...]]) -> tuple[int, ...]:
    """Each shingle as 63 bits over its words: sorted, each once."""
    return tuple(sorted({_number(" ".join(shingle)) for shingle in shingles}))


def _number(words: str) -> int:
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
