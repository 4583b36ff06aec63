"""What the stages of reconciling made, as bytes: looked up by number, put a stage at a time.

What the numbers and bytes mean is for those to know who keep them here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.dossier.quick import Quick

_TABLES = ("nodes", "node_readers", "entries", "marks", "postings", "pairs")


class KeptNode(NamedTuple):
    """What a stage made of a key."""

    id: int
    stage: str
    key: str
    value: bytes | None
    traces: bytes


class KeptMark(NamedTuple):
    """The shingles of a passage, packed."""

    owner: int
    grouped: int
    flag: int
    shingles: bytes


class Blocks:
    """The tables of the stages, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._ask = Quick(connection)

    # Nodes

    def node(self, number: int) -> tuple[bytes | None, bytes] | None:
        """Value and traces of a node; None where there is none."""
        row = self._ask.row("SELECT value, traces FROM nodes WHERE id = ?", number)
        return None if row is None else (row[0], row[1])

    def value(self, number: int) -> bytes | None:
        """The value of a node."""
        row = self._ask.row("SELECT value FROM nodes WHERE id = ?", number)
        return None if row is None else row[0]

    def readers(self, sources: Collection[int]) -> Iterator[tuple[str, str]]:
        """The stages and keys that read any of these."""
        joined = "node_readers JOIN nodes ON nodes.id = node_readers.reader"
        yield from self._ask.among(f"SELECT stage, key FROM {joined} WHERE source IN (??)", sources)

    def take_nodes(self, numbers: Collection[int], reads: Mapping[int, Iterable[int]]) -> None:
        """Take nodes away, and that they read what they read."""
        self._ask.change("DELETE FROM nodes WHERE id IN (??)", numbers)
        gone = ((source, reader) for reader, sources in reads.items() for source in sources)
        self._ask.each("DELETE FROM node_readers WHERE source = ? AND reader = ?", gone)

    def put_nodes(self, made: Iterable[KeptNode], reads: Iterable[tuple[int, int]]) -> None:
        """Keep nodes, and (source, reader) what they read."""
        self._ask.each("INSERT INTO nodes (id, stage, key, value, traces) VALUES (?, ?, ?, ?, ?)", made)
        self._ask.each("INSERT INTO node_readers (source, reader) VALUES (?, ?)", reads)

    # Entries

    def members(self, block: int) -> Sequence[tuple[str, bytes]]:
        """Owners and payloads of a block, by owner."""
        return sorted(self._ask.rows("SELECT owner, payload FROM entries WHERE block = ?", block))

    def two(self, block: int) -> Sequence[str]:
        """Two of the owners of a block, if there are as many."""
        return sorted(row[0] for row in self._ask.rows("SELECT owner FROM entries WHERE block = ? LIMIT 2", block))

    def size(self, block: int) -> int:
        """How many own something in a block."""
        return int(self._ask.row("SELECT count(*) FROM entries WHERE block = ?", block)[0])

    def kinds(self, block: int) -> Sequence[tuple[bytes, int]]:
        """The different payloads of a block in their order, and how often each."""
        asked = "SELECT payload, count(*) FROM entries WHERE block = ? GROUP BY payload"
        return sorted((row[0], int(row[1])) for row in self._ask.rows(asked, block))

    def peopled(self, blocks: Collection[int]) -> frozenset[int]:
        """Those of the blocks in which anybody owns anything."""
        asked = "SELECT DISTINCT block FROM entries WHERE block IN (??)"
        return frozenset(row[0] for row in self._ask.among(asked, blocks))

    def payloads(self, owner: str, blocks: Collection[int]) -> dict[int, bytes]:
        """What an owner has in these blocks."""
        asked = "SELECT block, payload FROM entries WHERE owner = ? AND block IN (??)"
        return dict(self._ask.among(asked, blocks, owner))

    def take_entries(self, gone: Iterable[tuple[int, str]]) -> None:
        """Take away what owners have in blocks."""
        self._ask.each("DELETE FROM entries WHERE block = ? AND owner = ?", gone)

    def put_entries(self, made: Iterable[tuple[int, str, bytes]]) -> None:
        """Keep what owners have in blocks."""
        self._ask.each("INSERT INTO entries (block, owner, payload) VALUES (?, ?, ?)", made)

    # Passages

    def marks(self, kind: int, owners: Collection[int]) -> Iterator[KeptMark]:
        """The marks of these owners."""
        asked = "SELECT owner, grouped, flag, shingles FROM marks WHERE kind = ? AND owner IN (??)"
        yield from (KeptMark(*row) for row in self._ask.among(asked, owners, kind))

    def take_marks(self, kind: int, shingles: Mapping[int, Iterable[int]]) -> None:
        """Take the marks of owners away, and their shingles."""
        self._ask.change("DELETE FROM marks WHERE kind = ? AND owner IN (??)", shingles, kind)
        gone = ((kind, shingle, owner) for owner, all_of in shingles.items() for shingle in all_of)
        self._ask.each("DELETE FROM postings WHERE kind = ? AND shingle = ? AND owner = ?", gone)

    def put_marks(self, kind: int, made: Iterable[KeptMark], posted: Iterable[tuple[int, int]]) -> None:
        """Keep marks, and (shingle, owner) their shingles."""
        marks = ((kind, *mark) for mark in made)
        self._ask.each("INSERT INTO marks (kind, owner, grouped, flag, shingles) VALUES (?, ?, ?, ?, ?)", marks)
        shingles = ((kind, *at) for at in posted)
        self._ask.each("INSERT INTO postings (kind, shingle, owner) VALUES (?, ?, ?)", shingles)

    def posted(self, kind: int, shingles: Collection[int]) -> dict[int, list[int]]:
        """The owners of each of these shingles."""
        found: dict[int, list[int]] = defaultdict(list)
        asked = "SELECT shingle, owner FROM postings WHERE kind = ? AND shingle IN (??)"
        for shingle, owner in self._ask.among(asked, shingles, kind):
            found[shingle].append(owner)
        return found

    def paired(self, kind: int, owners: Collection[int]) -> dict[int, list[int]]:
        """With whom each of these owners is paired."""
        found: dict[int, list[int]] = defaultdict(list)
        asked = "SELECT owner, other FROM pairs WHERE kind = ? AND owner IN (??)"
        for owner, other in self._ask.among(asked, owners, kind):
            found[owner].append(other)
        return found

    def take_pairs(self, kind: int, gone: Iterable[tuple[int, int]]) -> None:
        """Take pairs away."""
        self._ask.each("DELETE FROM pairs WHERE kind = ? AND owner = ? AND other = ?", ((kind, *at) for at in gone))

    def put_pairs(self, kind: int, made: Iterable[tuple[int, int]]) -> None:
        """Keep pairs."""
        self._ask.each("INSERT INTO pairs (kind, owner, other) VALUES (?, ?, ?)", ((kind, *at) for at in made))

    def clear(self) -> None:
        """Take everything away."""
        for table in _TABLES:
            self._ask.do(f"DELETE FROM {table}")
