"""Runs the stages over what has changed, in their order, and stops where nothing changes further."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, Protocol

from dragoman.reconciling.blocks.components import Components
from dragoman.reconciling.blocks.reader import Reader
from dragoman.reconciling.blocks.sharing import Sharing
from dragoman.reconciling.blocks.shelf import At, Mark, Node, Shelf, base_of, block_of, value_of
from dragoman.reconciling.blocks.stage import Derived, Stage
from dragoman.reconciling.pile import Item
from dragoman.reconciling.words_of import WordOf


class Source(Protocol):
    """What is given from outside: the reports with their readings, and what people said of them."""

    def has(self, report: str) -> bool:
        """Whether there is such a report."""

    def item(self, report: str) -> Item:
        """A report with its reading."""

    def text(self, report: str) -> str:
        """A report's text."""

    def word(self, report: str) -> WordOf:
        """What people said of a report and of what stands in it."""


class Changed(NamedTuple):
    """What has changed outside: reports that came, went or were read anew, and reports of which people said more."""

    items: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


class Engine:
    """Keeps a shelf in step with a source."""

    def __init__(self, stages: Sequence[Stage | Components | Sharing], shelf: Shelf, source: Source) -> None:
        self._stages = stages
        self._shelf = shelf
        self._source = source
        self._over: dict[str, list[str]] = defaultdict(list)  # the stages that are run for an index
        for stage in stages:
            for index in _indexes(stage):
                self._over[index].append(stage.name)
        self._marked: dict[str, dict[str, Mark | None]] = defaultdict(dict)  # by kind, then by owner
        self._dirty: dict[str, set[str]] = defaultdict(set)
        self._cache: dict[tuple[str, str], Any] = {}

    def run(self, changed: Changed, *, fresh: bool = False) -> None:
        """Derive what depends on `changed`. `fresh`: the shelf is empty, and all reports are among the changed."""
        self._cache.clear()
        reports = [stage.name for stage in self._stages if isinstance(stage, Stage) and stage.over is None]
        for name in reports:
            self._dirty[name] |= changed.items
        if not fresh:
            sources = {base_of("item", report) for report in changed.items}
            self._wake(sources | {base_of("word", report) for report in changed.words})
        for stage in self._stages:
            if isinstance(stage, Stage):
                self._run(stage, fresh=fresh)
            elif isinstance(stage, Components):
                self._parts(stage, fresh=fresh)
            else:
                groups = stage.run(self._marked.pop(stage.kind, {}), self._shelf, fresh=fresh)
                self._note({block_of(stage.kind, group) for group in groups}, fresh=fresh)

    def _parts(self, stage: Components, *, fresh: bool) -> None:
        dirty = self._dirty.pop(stage.name, set())
        if not dirty:
            return
        units, roots = stage.run(dirty, self._shelf)
        for driven in self._over.get(stage.name, ()):
            self._dirty[driven] |= roots
        sources = {value_of(stage.name, unit) for unit in units} | {block_of(stage.name, root) for root in roots}
        self._note(sources, fresh=fresh)

    def _run(self, stage: Stage, *, fresh: bool) -> None:
        keys = sorted(self._dirty.pop(stage.name, ()))
        if not keys:
            return
        alive = (
            frozenset().union(*(self._shelf.peopled(index, keys) for index in _indexes(stage)))
            if stage.over is not None
            else frozenset(key for key in keys if self._source.has(key))
        )
        made: dict[str, tuple[Derived, Node] | None] = {}
        before: dict[str, Node] = {}
        touched: set[At] = set()
        sources: set[int] = set()
        for key in keys:
            old = None if fresh else self._shelf.node(stage.name, key)
            if key not in alive:
                if old is None:
                    continue
                made[key] = None
            else:
                reader = Reader(self._shelf, self._source, self._cache)
                derived = stage.derive(key, reader)
                made[key] = derived, _node(derived, reader.reads)
            if old is not None:
                before[key] = old[1]
            touched |= self._touched(stage.name, key, old, made[key])
            if not fresh and (old[0] if old else None) != _value(made[key]):
                sources.add(value_of(stage.name, key))
        self._shelf.put(stage.name, made, before)
        for index, key in touched:
            for name in self._over.get(index, ()):
                self._dirty[name].add(key)
        self._note(sources | {block_of(index, key) for index, key in touched} if not fresh else set(), fresh=fresh)

    def _touched(self, stage: str, key: str, old: tuple[Any, Node] | None, new: tuple[Derived, Node] | None) -> set[At]:
        """Where what is left has changed; what is marked is noted beside."""
        entries = {(entry.into, entry.key): entry.payload for entry in new[0].entries} if new else {}
        marks = new[0].marks if new else ()
        if old is not None:
            for kind, owner in old[1].marks:
                self._marked[kind][owner] = None
        for mark in marks:
            self._marked[mark.kind][mark.owner] = mark
        if old is None:
            return set(entries)
        kept = self._shelf.payloads(stage, key, old[1].entries) if old[1].entries else {}
        return {at for at in (*entries, *kept) if at not in kept or at not in entries or kept[at] != entries[at]}

    def _note(self, sources: Collection[int], *, fresh: bool) -> None:
        if not fresh:
            self._wake(sources)

    def _wake(self, sources: Collection[int]) -> None:
        if sources:
            for stage, key in self._shelf.readers(sources):
                self._dirty[stage].add(key)


def _indexes(stage: Stage | Components | Sharing) -> tuple[str, ...]:
    if isinstance(stage, Components):
        return stage.indexes
    over = stage.over if isinstance(stage, Stage) else None
    return (over,) if isinstance(over, str) else over or ()


def _node(derived: Derived, reads: set[int]) -> Node:
    return Node(
        entries=tuple((entry.into, entry.key) for entry in derived.entries),
        rows=tuple((table, row.id) for table, row in derived.rows),
        marks=tuple((mark.kind, mark.owner) for mark in derived.marks),
        reads=tuple(sorted(reads)),
    )


def _value(made: tuple[Derived, Node] | None) -> Any:
    return None if made is None else made[0].value
