"""The words of all rows of a table as one text: whoever searches goes through it, and not through the rows."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate


class Said:
    """What rows say, in their order. A word is found inside others too; it has no blanks in it, so in one row alone."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Of each row its id and its words."""
        pairs = list(texts)
        self.names = [name for name, _ in pairs]
        self._text = "\n".join(text for _, text in pairs)
        self._ends = list(accumulate(len(text) + 1 for _, text in pairs))  # with the line's end

    def amended(self, names: Sequence[str], changed: Mapping[str, str]) -> "Said":
        """The same of the rows with these ids, in their order; `changed`: the words of what changed or is new."""
        begins = (0, *self._ends)
        known = {
            name: self._text[begin : end - 1] for name, begin, end in zip(self.names, begins, self._ends, strict=False)
        }
        return Said((name, changed[name] if name in changed else known[name]) for name in names)

    def __len__(self) -> int:
        return len(self._ends)

    def with_all(self, words: Sequence[str]) -> list[int]:
        """The places of the rows that have all of some words, in their order."""
        first, *others = sorted(set(words), key=len, reverse=True) or [""]
        return [place for place in self._with(first) if all(self._has(place, word) for word in others)]

    def _with(self, word: str) -> Iterable[int]:
        at = self._text.find(word)
        while at >= 0:
            place = bisect_right(self._ends, at)
            if place < len(self._ends):
                yield place
                at = self._text.find(word, self._ends[place])
            else:
                return

    def _has(self, place: int, word: str) -> bool:
        end = self._ends[place]
        begin = self._ends[place - 1] if place else 0
        return self._text.find(word, begin, end - 1) >= 0
