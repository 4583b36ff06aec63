"""A table in memory brought up to date by the rows that have changed, which alone are read."""

import functools
from bisect import bisect_left
from collections.abc import Collection, Iterable
from typing import Any

from dragoman.workbench.keeping import place_of


def amended(table: str, rows: tuple[Any, ...], changed: Collection[str], now: Iterable[Any]) -> tuple[Any, ...]:
    """The rows of a table of before without those that have changed, and with what these are `now`, in their places."""
    if not changed:
        return rows
    gone = frozenset(changed)
    kept = [row for row in rows if row.id not in gone]
    place = functools.partial(place_of, table)
    for row in now:
        kept.insert(bisect_left(kept, place(row), key=place), row)
    return tuple(kept)
