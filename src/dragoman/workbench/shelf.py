"""The shelf in a dossier: what the stages made, packed into its tables."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

import msgspec
import numpy as np

from dragoman.dossier.blocks import Blocks, KeptMark, KeptNode
from dragoman.dossier.rows import Rows
from dragoman.reconciling.blocks import Components, Derived, Mark, MemoryShelf, Node, Sharing, Stage
from dragoman.reconciling.blocks.shelf import At, block_of, value_of
from dragoman.workbench.keeping import Told, former_ids, kept_row, packed_row

_NUMBER = 48  # bits of an id's digits; the letter before them stands above
_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_Traces = tuple[tuple[At, ...], tuple[At, ...], tuple[At, ...], bytes]
_traces = msgspec.msgpack.Decoder(_Traces).decode
Decode = Callable[[bytes], Any]
T = TypeVar("T")
_BATCH = 20_000  # rows written at once


class Codec:
    """The types of values and payloads, and the numbers of the kinds of passages."""

    def __init__(self, stages: Sequence[Stage | Components | Sharing]) -> None:
        self._values: dict[str, Decode] = {}
        self._payloads: dict[str, Decode] = {}
        types: dict[str, Any] = {}
        for stage in stages:
            if isinstance(stage, Components):
                self._values[stage.name] = msgspec.msgpack.Decoder(str).decode
            elif isinstance(stage, Stage):
                if stage.type is not None:
                    self._values[stage.name] = msgspec.msgpack.Decoder(stage.type).decode
                for index, type_ in stage.payloads.items():
                    assert types.setdefault(index, type_) == type_, index  # two stages mean two things by one name
                    if type_ is not None:
                        self._payloads[index] = msgspec.msgpack.Decoder(type_).decode
        self.kinds = {s.kind: n for n, s in enumerate(s for s in stages if isinstance(s, Sharing))}

    def value(self, stage: str, packed: bytes | None) -> Any:
        """A stage's value."""
        return None if packed is None else self._values[stage](packed)

    def payload(self, index: str, packed: bytes) -> Any:
        """What was left in an index."""
        decode = self._payloads.get(index)
        return None if decode is None else decode(packed)


class DossierShelf:
    """Keeps all in a dossier's tables."""

    def __init__(self, codec: Codec, blocks: Blocks, rows: Rows) -> None:
        self._codec = codec
        self._blocks = blocks
        self._rows = rows
        self._seen: dict[int, tuple[bytes | None, bytes]] = {}
        self._values: dict[int, Any] = {}
        self.former: list[tuple[str, str]] = []  # derived ids with their members, of rows that were put

    def node(self, stage: str, key: str) -> tuple[Any, Node] | None:
        """A stage's value of a key and what else is kept of it."""
        number = value_of(stage, key)
        found = self._blocks.node(number)
        if found is None:
            return None
        self._seen[number] = found
        entries, rows, marks, reads = _traces(found[1])
        return self._codec.value(stage, found[0]), Node(entries, rows, marks, tuple(array("q", reads)))

    def value(self, stage: str, key: str) -> Any:
        """A stage's value of a key."""
        number = value_of(stage, key)
        if number not in self._values:
            self._values[number] = self._codec.value(stage, self._blocks.value(number))
        return self._values[number]

    def members(self, index: str, key: str) -> Sequence[tuple[str, Any]]:
        """Who left what under a key of an index, by owner."""
        found = self._blocks.members(block_of(index, key))
        return [(owner, self._codec.payload(index, packed)) for owner, packed in found]

    def two(self, index: str, key: str) -> Sequence[str]:
        """The first two owners under a key, by name."""
        return self._blocks.two(block_of(index, key))

    def size(self, index: str, key: str) -> int:
        """How many left something under a key."""
        return self._blocks.size(block_of(index, key))

    def kinds(self, index: str, key: str) -> Sequence[tuple[Any, int]]:
        """The different things that are left under a key, and how often."""
        found = self._blocks.kinds(block_of(index, key))
        return [(self._codec.payload(index, packed), count) for packed, count in found]

    def peopled(self, index: str, keys: Collection[str]) -> frozenset[str]:
        """Those of the keys under which something is left."""
        numbers = {block_of(index, key): key for key in keys}
        return frozenset(numbers[number] for number in self._blocks.peopled(numbers))

    def payloads(self, stage: str, key: str, entries: Collection[At]) -> Mapping[At, Any]:
        """What a stage left of a key at these places."""
        places = {block_of(index, of): (index, of) for index, of in entries}
        found = self._blocks.payloads(key, places)
        return {places[b]: self._codec.payload(places[b][0], packed) for b, packed in found.items()}

    def readers(self, sources: Collection[int]) -> Iterable[At]:
        """The stages and keys that read any of these."""
        return self._blocks.readers(sources)

    def put(self, stage: str, made: Mapping[str, tuple[Derived, Node] | None], before: Mapping[str, Node]) -> None:
        """Keep what a stage made."""
        self._values.clear()
        packed = {key: self._packed(stage, key, new) for key, new in made.items() if new is not None}
        same = {key for key, node in packed.items() if self._seen.get(node.id) == (node.value, node.traces)}
        self._put_nodes(stage, {k: node for k, node in packed.items() if k not in same}, made, before)
        self._put_entries(made, before)
        self._put_rows(made, before)
        self._seen.clear()

    def _packed(self, stage: str, key: str, made: tuple[Derived, Node]) -> KeptNode:
        derived, node = made
        value = None if derived.value is None else _encode(derived.value)
        traces = _encode((node.entries, node.rows, node.marks, array("q", node.reads).tobytes()))
        return KeptNode(value_of(stage, key), stage, key, value, traces)

    def _put_nodes(
        self,
        stage: str,
        packed: Mapping[str, KeptNode],
        made: Mapping[str, tuple[Derived, Node] | None],
        before: Mapping[str, Node],
    ) -> None:
        gone = [key for key in before if key in packed or made.get(key) is None]
        old = {key: frozenset(before[key].reads) for key in gone}
        new = {key: frozenset(found[1].reads) for key in packed if (found := made[key]) is not None}
        none: frozenset[int] = frozenset()
        self._blocks.take_nodes(
            [value_of(stage, key) for key in gone],
            {value_of(stage, key): old[key] - new.get(key, none) for key in gone},
        )
        reads = ((s, value_of(stage, key)) for key in packed for s in new[key] - old.get(key, none))
        self._blocks.put_nodes(packed.values(), reads)

    def _put_entries(self, made: Mapping[str, tuple[Derived, Node] | None], before: Mapping[str, Node]) -> None:
        new = {
            (block_of(entry.into, entry.key), key): (entry.payload)
            for key, found in made.items()
            if found is not None
            for entry in found[0].entries
        }
        old = [(block_of(index, of), key) for key, node in before.items() for index, of in node.entries]
        packed = {at: _encode(payload) for at, payload in new.items()}
        kept: dict[tuple[int, str], bytes] = {}
        for key, node in before.items():
            blocks = [block_of(index, of) for index, of in node.entries]
            kept |= {(block, key): body for block, body in self._blocks.payloads(key, blocks).items()}
        self._blocks.take_entries([at for at in old if packed.get(at) != kept.get(at)])
        self._blocks.put_entries((*at, body) for at, body in packed.items() if kept.get(at) != body)

    def _put_rows(self, made: Mapping[str, tuple[Derived, Node] | None], before: Mapping[str, Node]) -> None:
        new: dict[At, Told] = {
            (table, row.id): row for found in made.values() if found is not None for table, row in found[0].rows
        }
        old: dict[str, list[str]] = {}
        for node in before.values():
            for table, row in node.rows:
                old.setdefault(table, []).append(row)
        bodies = {at: packed_row(row) for at, row in new.items()}
        same: set[At] = set()
        for table, ids in old.items():
            kept = self._rows.bodies(table, ids)
            same |= {(table, row) for row, body in kept.items() if bodies.get((table, row)) == body}
            self._rows.take(table, [row for row in ids if (table, row) not in same])
        fresh = [(at, row) for at, row in new.items() if at not in same]
        self._rows.put([kept_row(table, row, bodies[table, row.id]) for (table, _), row in fresh])
        self.former.extend(chain.from_iterable(former_ids(row) for _, row in fresh))

    def take_all(self, memory: MemoryShelf) -> None:
        """Keep all that stands on a shelf in memory; here must be nothing yet."""
        blocks = self._blocks
        for stage, nodes in memory.nodes.items():
            for some in batched(sorted(nodes.items())):
                packed = [self._packed(stage, key, (Derived(value), node)) for key, (value, node) in some]
                blocks.put_nodes(packed, ())
        reads = array("q", (n for ns in memory.nodes.values() for _, node in ns.values() for n in node.reads))
        readers = array(
            "q",
            (value_of(s, key) for s, ns in memory.nodes.items() for key, (_, node) in ns.items() for _ in node.reads),
        )
        order = np.lexsort((np.asarray(readers), np.asarray(reads)))
        for at in batched(order):
            blocks.put_nodes((), ((reads[n], readers[n]) for n in at))
        places = sorted((block_of(index, key), index, key) for index, found in memory.blocks.items() for key in found)
        entries = (
            (block, owner, _encode(payload))
            for block, index, key in places
            for owner, payload in sorted(memory.blocks[index][key].items(), key=lambda pair: pair[0])
        )
        for some_entries in batched(entries):
            blocks.put_entries(some_entries)
        for table, rows in memory.rows.items():
            for some_rows in batched(row for _, (_, _, row) in sorted(rows.items())):
                self._rows.put([kept_row(table, row, packed_row(row)) for row in some_rows])
                self.former.extend(chain.from_iterable(map(former_ids, some_rows)))
        self._take_passages(memory)

    def _take_passages(self, memory: MemoryShelf) -> None:
        for kind, marks in memory.marked.items():
            number = self._codec.kinds[kind]
            for some in batched(marks[owner] for owner in sorted(marks)):
                kept = (KeptMark(_number(m.owner), _number(m.group), m.flag, _shingles(m)) for m in some)
                self._blocks.put_marks(number, kept, ())
            owners = np.fromiter((_number(m.owner) for m in marks.values() for _ in m.shingles), np.int64)
            shingles = np.fromiter((s for m in marks.values() for s in m.shingles), np.int64)
            for at in batched(np.lexsort((owners, shingles))):
                self._blocks.put_marks(number, (), zip(shingles[at].tolist(), owners[at].tolist(), strict=True))
        for kind, paired in memory.paired.items():
            number = self._codec.kinds[kind]
            pairs = ((_number(one), _number(other)) for one, others in paired.items() for other in others)
            self._blocks.put_pairs(number, sorted(pairs))

    # Passages

    def marks(self, kind: str, owners: Collection[str]) -> Mapping[str, Mark]:
        """The marks of these owners."""
        found = self._blocks.marks(self._codec.kinds[kind], [_number(owner) for owner in owners])
        made = (Mark(kind, _id(m.owner), _id(m.grouped), m.flag, tuple(array("q", m.shingles))) for m in found)
        return {mark.owner: mark for mark in made}

    def put_marks(self, kind: str, made: Mapping[str, Mark | None]) -> None:
        """Keep marks."""
        number = self._codec.kinds[kind]
        old = self.marks(kind, made)
        self._blocks.take_marks(number, {_number(owner): mark.shingles for owner, mark in old.items()})
        new = [mark for mark in made.values() if mark is not None]
        kept = (KeptMark(_number(m.owner), _number(m.group), m.flag, _shingles(m)) for m in new)
        self._blocks.put_marks(number, kept, sorted((s, _number(m.owner)) for m in new for s in m.shingles))

    def posted(self, kind: str, shingles: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The owners of each of these shingles."""
        found = self._blocks.posted(self._codec.kinds[kind], shingles)
        return {shingle: [_id(owner) for owner in owners] for shingle, owners in found.items()}

    def pairs(self, kind: str, owners: Collection[str]) -> Mapping[str, Sequence[str]]:
        """With whom each of these owners is paired."""
        found = self._blocks.paired(self._codec.kinds[kind], [_number(owner) for owner in owners])
        return {_id(owner): sorted(map(_id, others)) for owner, others in found.items()}

    def put_pairs(self, kind: str, gone: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> None:
        """Take pairs away and keep others."""
        number = self._codec.kinds[kind]
        self._blocks.take_pairs(number, list(_both_ways(gone)))
        self._blocks.put_pairs(number, sorted(_both_ways(new)))


def _shingles(mark: Mark) -> bytes:
    return array("q", mark.shingles).tobytes()


def batched(things: Iterable[T]) -> Iterator[list[T]]:
    """Things in runs of `_BATCH`."""
    waiting = iter(things)
    while some := list(islice(waiting, _BATCH)):
        yield some


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[int, int]]:
    for one, other in pairs:
        a, b = _number(one), _number(other)
        yield from ((a, b), (b, a))


def _number(id_: str) -> int:
    return (ord(id_[0]) << _NUMBER) | int(id_[2:], 16)


def _id(number: int) -> str:
    return f"{chr(number >> _NUMBER)}-{number & ((1 << _NUMBER) - 1):012x}"
