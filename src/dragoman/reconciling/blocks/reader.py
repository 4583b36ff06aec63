"""What a stage sees of the others. Whatever it asks is noted: a change of it is a change of the stage's result."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dragoman.reconciling.blocks.shelf import Shelf, base_of, block_of, value_of

if TYPE_CHECKING:
    from dragoman.reconciling.blocks.engine import Source
    from dragoman.reconciling.pile import Item
    from dragoman.reconciling.words_of import WordOf


class Reader:
    """Reads for one key of one stage."""

    def __init__(self, shelf: Shelf, source: "Source", cache: dict[tuple[str, str], Any]) -> None:
        self._shelf = shelf
        self._source = source
        self.reads: set[int] = set()
        self.cache = cache  # what is made of values that do not change any more in this run

    def item(self, report: str) -> "Item":
        """A report with its reading, as it was read. Raises KeyError where there is none."""
        self.reads.add(base_of("item", report))
        return self._source.item(report)

    def text(self, report: str) -> str:
        """A report's text: never another one under its id, so that nothing is noted."""
        return self._source.text(report)

    def word(self, report: str) -> "WordOf":
        """What people said of a report and of what stands in it."""
        self.reads.add(base_of("word", report))
        return self._source.word(report)

    def value(self, stage: str, key: str) -> Any:
        """What an earlier stage made of a key; None for nothing."""
        self.reads.add(value_of(stage, key))
        return self._shelf.value(stage, key)

    def members(self, index: str, key: str) -> Sequence[tuple[str, Any]]:
        """What earlier stages left under a key, by owner."""
        self.reads.add(block_of(index, key))
        return self._shelf.members(index, key)

    def two(self, index: str, key: str) -> Sequence[str]:
        """The first two of those that left something under a key, by name."""
        self.reads.add(block_of(index, key))
        return self._shelf.two(index, key)

    def size(self, index: str, key: str) -> int:
        """How many left something under a key."""
        self.reads.add(block_of(index, key))
        return self._shelf.size(index, key)

    def kinds(self, index: str, key: str) -> Sequence[tuple[Any, int]]:
        """The different things left under a key, and how often each."""
        self.reads.add(block_of(index, key))
        return self._shelf.kinds(index, key)

    def pairs(self, kind: str, group: str, owners: Sequence[str]) -> dict[str, Sequence[str]]:
        """With whom the marks of a group (`owners`, all of them) are paired."""
        self.reads.add(block_of(kind, group))
        found = self._shelf.pairs(kind, owners)
        return {owner: found[owner] for owner in owners if owner in found}
