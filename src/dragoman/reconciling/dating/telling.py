"""The words of a sentence that tell what happened: names and titles recur where other things are told."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

# Shorter words are mostly grammar.
_SHORT = 4
_WORD = re.compile(r"[^\W_]+")
# Words of time, of saying and of grammar: in sentences of any content.
_EMPTY = re.compile(
    r"about|after|afternoon|also|been|before|could|early|evening|from|have|into|late|month|morning|night|said|says|than|"
    r"that|their|them|they|this|today|told|week|weekend|were|what|when|which|will|with|would|years?|yesterday"
)
_ENDINGS = ("ing", "ed", "es", "s")


def words_of(sentence: str) -> frozenset[str]:
    """The longer words that are not capitalised."""
    return frozenset(
        word
        for word in _WORD.findall(sentence)
        if len(word) >= _SHORT and word[0].islower() and not _EMPTY.fullmatch(word)
    )


def stems_of(sentence: str) -> frozenset[str]:
    """The same with their endings laid aside, so that "resumes" is "resumed"."""
    return frozenset(_stem(word) for word in words_of(sentence))


def rarities(reports: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """How rare each word is that several reports have: 1 for one that one report alone has, 0 for one that all have."""
    counted = list(reports)
    seen = Counter(word for words in counted for word in words)
    whole = math.log(max(2, len(counted)))
    return {word: math.log(len(counted) / count) / whole for word, count in sorted(seen.items()) if count > 1}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return word.removesuffix(ending)
    return word
