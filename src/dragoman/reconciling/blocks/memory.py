"""A shelf in memory: for a record that is derived at once, and for tests."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.reconciling.blocks.shelf import At, Mark, Node
from dragoman.reconciling.blocks.stage import Derived


class MemoryShelf:
    """Keeps all in dictionaries."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, tuple[Any, Node]]] = defaultdict(dict)
        self.blocks: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
        self.rows: dict[str, dict[str, tuple[str, str, Any]]] = defaultdict(dict)  # id to stage, key and row
        self.marked: dict[str, dict[str, Mark]] = defaultdict(dict)
        self.paired: dict[str, dict[str, set[str]]] = defaultdict(dict)
        self._readers: dict[int, set[At]] | None = None
        self._posted: dict[str, dict[int, set[str]]] = {}

    def node(self, stage: str, key: str) -> tuple[Any, Node] | None:
        """A stage's value of a key and what else is kept of it."""
        return self.nodes[stage].get(key)

    def value(self, stage: str, key: str) -> Any:
        """A stage's value of a key."""
        found = self.nodes[stage].get(key)
        return None if found is None else found[0]

    def members(self, index: str, key: str) -> Sequence[tuple[str, Any]]:
        """Who left what under a key of an index, by owner."""
        found = self.blocks[index].get(key)
        return sorted(found.items(), key=lambda pair: pair[0]) if found else ()

    def two(self, index: str, key: str) -> Sequence[str]:
        """The first two owners under a key, by name."""
        return sorted(self.blocks[index].get(key, ()))[:2]

    def size(self, index: str, key: str) -> int:
        """How many left something under a key."""
        return len(self.blocks[index].get(key, ()))

    def kinds(self, index: str, key: str) -> Sequence[tuple[Any, int]]:
        """The different things that are left under a key, by what they are, and how often."""
        counts: dict[bytes, int] = defaultdict(int)
        values: dict[bytes, Any] = {}
        for payload in self.blocks[index].get(key, {}).values():
            packed = msgspec.msgpack.encode(payload)
            counts[packed] += 1
            values[packed] = payload
        return [(values[packed], counts[packed]) for packed in sorted(counts)]

    def peopled(self, index: str, keys: Collection[str]) -> frozenset[str]:
        """Those of the keys under which something is left."""
        blocks = self.blocks[index]
        return frozenset(key for key in keys if blocks.get(key))

    def payloads(self, stage: str, key: str, entries: Collection[At]) -> Mapping[At, Any]:
        """What a stage left of a key at these places."""
        return {(index, of): self.blocks[index][of][key] for index, of in entries}

    def readers(self, sources: Collection[int]) -> Iterable[At]:
        """The stages and keys that read any of these."""
        if self._readers is None:
            self._readers = defaultdict(set)
            for stage, nodes in self.nodes.items():
                for key, (_, node) in nodes.items():
                    for source in node.reads:
                        self._readers[source].add((stage, key))
        return {at for source in sources for at in self._readers.get(source, ())}

    def put(self, stage: str, made: Mapping[str, tuple[Derived, Node] | None], before: Mapping[str, Node]) -> None:
        """Keep what a stage made."""
        for key, old in before.items():
            self._take(stage, key, old)
        for key, new in made.items():
            if new is None:
                self.nodes[stage].pop(key, None)
                continue
            derived, node = new
            self.nodes[stage][key] = derived.value, node
            for entry in derived.entries:
                self.blocks[entry.into][entry.key][key] = entry.payload
            for table, row in derived.rows:
                self.rows[table][row.id] = stage, key, row
            if self._readers is not None:
                for source in node.reads:
                    self._readers[source].add((stage, key))

    def _take(self, stage: str, key: str, old: Node) -> None:
        for index, of in old.entries:
            block = self.blocks[index][of]
            block.pop(key, None)
            if not block:
                del self.blocks[index][of]
        for table, row in old.rows:
            if self.rows[table].get(row, ("", ""))[:2] == (stage, key):
                del self.rows[table][row]
        if self._readers is not None:
            for source in old.reads:
                self._readers[source].discard((stage, key))

    def marks(self, kind: str, owners: Collection[str]) -> Mapping[str, Mark]:
        """The marks of these owners."""
        known = self.marked[kind]
        return {owner: known[owner] for owner in owners if owner in known}

    def put_marks(self, kind: str, made: Mapping[str, Mark | None]) -> None:
        """Keep marks."""
        posted = self._posted.get(kind)
        for owner, mark in made.items():
            old = self.marked[kind].pop(owner, None)
            if mark is not None:
                self.marked[kind][owner] = mark
            if posted is not None:
                for shingle in old.shingles if old else ():
                    posted[shingle].discard(owner)
                for shingle in mark.shingles if mark else ():
                    posted[shingle].add(owner)

    def posted(self, kind: str, shingles: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The owners of each of these shingles."""
        if kind not in self._posted:
            self._posted[kind] = defaultdict(set)
            for owner, mark in self.marked[kind].items():
                for shingle in mark.shingles:
                    self._posted[kind][shingle].add(owner)
        known = self._posted[kind]
        return {shingle: sorted(known[shingle]) for shingle in shingles if known.get(shingle)}

    def pairs(self, kind: str, owners: Collection[str]) -> Mapping[str, Sequence[str]]:
        """With whom each of these owners is paired."""
        known = self.paired[kind]
        return {owner: sorted(known[owner]) for owner in owners if known.get(owner)}

    def put_pairs(self, kind: str, gone: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> None:
        """Take pairs away and keep others."""
        known = self.paired[kind]
        for one, other in gone:
            known.get(one, set()).discard(other)
            known.get(other, set()).discard(one)
        for one, other in new:
            known.setdefault(one, set()).add(other)
            known.setdefault(other, set()).add(one)
