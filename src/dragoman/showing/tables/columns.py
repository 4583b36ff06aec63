"""The columns of the tables, as columns.yaml lists them."""

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.records.base import Frozen
from dragoman.records.vocabularies import from_yaml


class Column(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"source": "from", "form": "as"}):
    """One column: its heading, the field it shows, how, and how wide."""

    head: str
    source: str
    form: str
    min: int
    max: int | None = None
    share: int | None = None


@cache
def columns() -> dict[str, tuple[Column, ...]]:
    """By table, the columns, most important first."""
    loaded = from_yaml((files("dragoman.showing.tables") / "columns.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(loaded, dict[str, tuple[Column, ...]])


def fitting(table: str, width: int, gap: int) -> list[Column]:
    """The columns of `table` that fit into `width`, most important first, at least the first two."""
    chosen: list[Column] = []
    used = 0
    for column in columns()[table]:
        needed = max(column.min, len(column.head)) + (gap if chosen else 0)
        if len(chosen) >= 2 and used + needed > width:
            continue
        chosen.append(column)
        used += needed
    return chosen
