"""Words to word pieces, as BERT's uncased vocabulary has them.

The algorithm is WordPiece (Wu et al. 2016) after BERT's basic tokenisation (lower case, accents stripped, punctuation
apart). It is written here because the parser has found the words already, and because the library that does it
brings a client of a model hub with it; `tests/training` holds it against that library.
"""

import functools
import unicodedata
from importlib import resources

UNKNOWN = "[UNK]"
FIRST = "[CLS]"
LAST = "[SEP]"
# A word of more pieces (an address, a run of signs) is cut: nobody is cited by its tail.
MOST = 8
# BERT's own limit: a longer word is unknown as a whole.
_LONGEST = 100


class Pieces:
    """A vocabulary of word pieces; each word is looked up once."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids[UNKNOWN]
        self.first = self._ids[FIRST]
        self.last = self._ids[LAST]
        self._of = functools.lru_cache(maxsize=50_000)(self._split)

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one and at most MOST."""
        return self._of(word)

    def _split(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(word):
            found += self._greedy(part)
        return tuple(found[:MOST]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            while end > start and (("##" if start else "") + part[start:end]) not in self._ids:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self._ids[("##" if start else "") + part[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """A word in lower case without accents, its punctuation apart."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    spaced = "".join(
        f" {c} " if _is_sign(c) or _is_ideograph(c) else c for c in plain if unicodedata.category(c)[0] != "C"
    )
    return spaced.split()


def _is_sign(char: str) -> bool:
    """Punctuation as BERT has it: all of ASCII that is no letter, digit or space, and Unicode's P categories."""
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def _is_ideograph(char: str) -> bool:
    """Whether a character is of CJK's unified ideographs, each of which is a word to BERT."""
    return "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


@functools.cache
def pieces() -> Pieces:
    """The vocabulary that the model was trained with."""
    text = resources.files(__package__).joinpath("vocabulary.txt").read_text("utf-8")
    return Pieces(tuple(text.split("\n")[:-1]))
