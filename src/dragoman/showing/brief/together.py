"""Rows that tell one thing, told in one line."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def together(rows: Iterable[T], are_one: Callable[[T, T], bool], most: int | None = None) -> list[list[T]]:
    """Rows with those before them that they are one with, by the first of these; in their order.

    With `most`, the first so many: whatever is one with none of them is left out.
    """
    joined: list[list[T]] = []
    for row in rows:
        known = next((group for group in joined if are_one(group[0], row)), None)
        if known is not None:
            known.append(row)
        elif most is None or len(joined) < most:
            joined.append([row])
    return joined
