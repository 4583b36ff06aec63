"""Whether words look like names, a list of names, or a title: by their capitals alone."""

import re

from dragoman.reports.vocabulary import wording

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SPEAKS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told)\b")


def capitalised_share(words: str) -> float:
    """How many of the words of weight begin with a capital, 0 to 1; 0 when there is none."""
    small = frozenset(wording("small_words"))
    heavy = [word for word in _WORD.findall(words) if word.lower() not in small]
    return sum(word[0].isupper() for word in heavy) / len(heavy) if heavy else 0.0


def is_name_list(words: str) -> bool:
    """Whether it is made of capitalised words and what joins names, and says nothing of them."""
    found = _WORD.findall(words)
    if not 2 <= len(found) <= 40 or _SPEAKS.search(words):
        return False
    small = frozenset(wording("small_words"))
    return found[0][0].isupper() and all(word[0].isupper() or word.lower() in small for word in found)
