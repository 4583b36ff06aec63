"""Things that hang together: the members of a graph by the part of it that they are in."""

from collections.abc import Collection
from typing import NamedTuple

from dragoman.reconciling.blocks.shelf import Node, Shelf
from dragoman.reconciling.blocks.stage import Derived, Entry


class Components(NamedTuple):
    """A step that tells the connected parts of a graph.

    Its members are the keys of the index `units`; those tied to one another are left in the index `ties`, under each
    of the two, as tuples of keys. The value of a member is its part's root, its smallest member; `name` is also an
    index of the members by root.
    """

    name: str
    units: str
    ties: str

    @property
    def indexes(self) -> tuple[str, str]:
        """The indexes that it is run for."""
        return self.units, self.ties

    def run(self, dirty: Collection[str], shelf: Shelf) -> tuple[set[str], set[str]]:
        """Tell the parts of those whose ties have changed; gives the members and roots of other parts than before."""
        old: dict[str, str | None] = {}
        before: dict[str, Node] = {}
        found: dict[str, str] = {}
        waiting = sorted(dirty)
        while waiting:
            for unit in waiting:
                self._with_its_part(unit, shelf, old, before)
            waiting = []
            for unit in sorted(shelf.peopled(self.units, old.keys() - found.keys())):
                if unit not in found:
                    part = self._part(unit, shelf)
                    found.update(dict.fromkeys(part, min(part)))
                    waiting.extend(member for member in sorted(part) if member not in old)
        made: dict[str, tuple[Derived, Node] | None] = {}
        roots: set[str] = set()
        for unit, was in old.items():
            root = found.get(unit)
            if root != was:
                made[unit] = self._made(root)
                roots |= {part for part in (root, was) if part is not None}
        shelf.put(self.name, made, {unit: node for unit, node in before.items() if unit in made})
        return set(made), roots

    def _made(self, root: str | None) -> tuple[Derived, Node] | None:
        if root is None:
            return None
        return Derived(root, (Entry(self.name, root, None),)), Node(entries=((self.name, root),))

    def _with_its_part(self, unit: str, shelf: Shelf, old: dict[str, str | None], before: dict[str, Node]) -> None:
        """Note the member and all that were in one part with it."""
        kept = shelf.node(self.name, unit)
        root = kept[0] if kept else None
        for member in (unit, *(owner for owner, _ in shelf.members(self.name, root))) if root else (unit,):
            if member not in old:
                node = kept if member == unit else shelf.node(self.name, member)
                old[member] = node[0] if node else None
                if node:
                    before[member] = node[1]

    def _part(self, unit: str, shelf: Shelf) -> set[str]:
        part = {unit}
        queue = [unit]
        while queue:
            near = {other for _, tied in shelf.members(self.ties, queue.pop()) for other in tied}
            new = near - part
            fresh = shelf.peopled(self.units, new) if new else frozenset()
            part |= fresh
            queue.extend(sorted(fresh))
        return part
