"""Whether two wordings are of one thing: by the words that they share."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    ("a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "from", "at", "that")
) | (
    frozenset(
        ("this", "its", "their", "his", "her", "it", "they", "as", "be", "is", "are", "was", "were", "will", "would")
    )
)
_SHARED = 0.6
_KEPT = 20_000  # texts whose words are remembered: each is set against many others


@lru_cache(maxsize=_KEPT)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that tell something, plurals and singulars as one."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("s") for word in words if word not in _EMPTY)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts share most of their words, or the shorter one stands in the longer."""
    a, b = content_words(one), content_words(other)
    if not a or not b:
        return a == b
    shared = len(a & b)
    return shared / len(a | b) >= _SHARED or (shared == min(len(a), len(b)) and shared > 1)
