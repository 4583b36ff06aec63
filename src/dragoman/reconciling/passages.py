"""Shared passages: the same or nearly the same words in several reports, found in linear time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

# Words in a row that two passages must share to be compared at all.
SHINGLE = 5
# Words in a row that by themselves show a common origin: news prose does not repeat nine by chance.
LONG_RUN = 9
# Share of the shorter passage's shingles that must stand in the other one.
SHARE = 0.5
# A shingle in more passages than this is a formula of the trade, not a trace of copying.
COMMON = 40


def shared(passages: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of keys whose passages (words made plain) share their words, smaller key first.

    Passages shorter than a shingle are shared only when they are equal and at least three words long.
    """
    shingles = {key: frozenset(_shingles(words)) for key, words in passages.items()}
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(passages):
        for shingle in shingles[key]:
            where[shingle].append(key)
    overlap: dict[tuple[str, str], int] = defaultdict(int)
    for keys in where.values():
        if len(keys) > COMMON:
            continue
        for i, one in enumerate(keys):
            for other in keys[i + 1 :]:
                overlap[one, other] += 1
    for (one, other), count in sorted(overlap.items()):
        least = min(len(shingles[one]), len(shingles[other]))
        if count >= LONG_RUN - SHINGLE + 1 or count >= SHARE * least:
            yield one, other


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) < SHINGLE:
        if len(words) >= 3:  # a two-word quotation is anybody's
            yield tuple(words)
        return
    for i in range(len(words) - SHINGLE + 1):
        yield tuple(words[i : i + SHINGLE])
