"""Joining things into groups: union-find whose groups do not depend on the order of joining."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups of `members`; `join` makes two groups one."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def root(self, member: T) -> T:
        """The member that stands for the group of `member`."""
        parent = self._parent
        root = member
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root

    def join(self, one: T, other: T) -> None:
        """Make the groups of the two one."""
        self._parent[self.root(other)] = self.root(one)

    def all(self) -> list[list[T]]:
        """Every group, members in the order given at first."""
        found: dict[T, list[T]] = defaultdict(list)
        for member in self._parent:
            found[self.root(member)].append(member)
        return list(found.values())
