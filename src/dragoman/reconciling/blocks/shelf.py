"""The index protocol: where the results of the stages are kept and looked up. `dossier` has one in a database."""

import functools
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from dragoman.reconciling.blocks.stage import Derived

At = tuple[str, str]  # stage or index, and key


class Node(NamedTuple):
    """What a stage made of a key, without the value: what it left where, and what it read."""

    entries: tuple[At, ...] = ()
    rows: tuple[At, ...] = ()
    marks: tuple[At, ...] = ()
    reads: tuple[int, ...] = ()


class Mark(NamedTuple):
    """The shingles of a passage: `owner` and `group` are ids of the record ("s-...", "r-...")."""

    kind: str
    owner: str
    group: str
    flag: int  # passages with other flags are never said to share words
    shingles: tuple[int, ...]  # sorted, each once


class Shelf(Protocol):
    """What the engine keeps. Within a stage it is only read: all that a stage changed is put at its end."""

    def node(self, stage: str, key: str) -> tuple[Any, Node] | None:
        """A stage's value of a key and what else is kept of it; None for none."""

    def value(self, stage: str, key: str) -> Any:
        """A stage's value of a key; None for none."""

    def members(self, index: str, key: str) -> Sequence[tuple[str, Any]]:
        """Who left what under a key of an index, by owner."""

    def two(self, index: str, key: str) -> Sequence[str]:
        """The first two owners under a key, by name."""

    def size(self, index: str, key: str) -> int:
        """How many left something under a key."""

    def kinds(self, index: str, key: str) -> Sequence[tuple[Any, int]]:
        """The different things that are left under a key, in an order that depends on them alone, and how often."""

    def peopled(self, index: str, keys: Collection[str]) -> frozenset[str]:
        """Those of the keys under which something is left."""

    def payloads(self, stage: str, key: str, entries: Collection[At]) -> Mapping[At, Any]:
        """What a stage left of a key at these places."""

    def readers(self, sources: Collection[int]) -> Iterable[At]:
        """The stages and keys that read any of these."""

    def put(self, stage: str, made: "Mapping[str, tuple[Derived, Node] | None]", before: Mapping[str, Node]) -> None:
        """Keep what a stage made; None takes away what it had made. `before` is what was kept of these keys."""

    def marks(self, kind: str, owners: Collection[str]) -> Mapping[str, Mark]:
        """The marks of these owners."""

    def put_marks(self, kind: str, made: Mapping[str, Mark | None]) -> None:
        """Keep marks; None takes one away."""

    def posted(self, kind: str, shingles: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The owners of each of these shingles."""

    def pairs(self, kind: str, owners: Collection[str]) -> Mapping[str, Sequence[str]]:
        """With whom each of these owners is paired, sorted."""

    def put_pairs(self, kind: str, gone: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> None:
        """Take pairs away and keep others, each from its smaller owner to its greater one."""


@functools.lru_cache(maxsize=1 << 16)
def number_of(sort: str, name: str, key: str) -> int:
    """What a source of knowledge is noted as: 63 bits over what it is."""
    digest = hashlib.blake2b(f"{sort}\0{name}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def value_of(stage: str, key: str) -> int:
    """A stage's value as a source."""
    return number_of("v", stage, key)


def block_of(index: str, key: str) -> int:
    """The members of a key as a source."""
    return number_of("m", index, key)


def base_of(sort: str, key: str) -> int:
    """What is given from outside as a source: an item, a person's word."""
    return number_of("b", sort, key)
