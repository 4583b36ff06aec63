"""Rows that tell one thing, told in one line."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def together(rows: Iterable[T], are_one: Callable[[T, T], bool]) -> list[list[T]]:
    """Rows with those before them that they are one with, by the first of these; in their order."""
    joined: list[list[T]] = []
    for row in rows:
        known = next((group for group in joined if are_one(group[0], row)), None)
        if known is None:
            joined.append([row])
        else:
            known.append(row)
    return joined
