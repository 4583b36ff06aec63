"""A table on a terminal: what fits of it, cut with an ellipsis. In a pipe a row is one line."""

import textwrap
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from dragoman.showing.screen import put
from dragoman.showing.tables.cells import cell
from dragoman.showing.tables.columns import Column, fitting

GAP = 2
LINES = 3  # of a row, where a person reads it and no program
ID = 14  # letters of an id, which is never cut


def grid(table: str, rows: Sequence[Any], width: int, lines: int = 1) -> Grid:
    """The rows of `table` in the columns that fit into `width`, the words of each on at most so many `lines`."""
    shown = fitting(table, width, GAP)
    cells = [[cell(row, column.source, column.form) for column in shown] for row in rows]
    widths = _widths(shown, cells, width)
    made = Grid(box=None, padding=(0, GAP, 0, 0), pad_edge=False, collapse_padding=True, header_style="bold")
    for column, wide in zip(shown, widths, strict=True):
        right = column.form in ("count", "size")
        made.add_column(
            column.head, width=wide, no_wrap=True, overflow="ellipsis", justify="right" if right else "left"
        )
    for line in cells:
        made.add_row(*(Text(_within(text, wide, lines)) for text, wide in zip(line, widths, strict=True)))
    return made


def _within(text: str, wide: int, lines: int) -> str:
    """`text` broken between words onto at most so many `lines`, with an ellipsis where it goes on."""
    if lines == 1 or len(text) <= wide:
        return text
    broken = textwrap.wrap(text, wide)
    kept = broken[:lines]
    return "\n".join([*kept[:-1], f"{kept[-1][: wide - 1]}…" if len(broken) > lines else kept[-1]])


def print_table(table: str, rows: Sequence[Any], console: Console) -> None:
    """Print the rows, or say that there are none."""
    if not rows:
        put(console, Text(f"nothing in {table}"))
        return
    put(console, grid(table, rows, console.width, LINES if console.is_terminal else 1))


def _widths(shown: list[Column], cells: list[list[str]], width: int) -> list[int]:
    """Each column's least width first, then its content's, then the spare width by share."""
    heads = [max(column.min, len(column.head)) for column in shown]
    longest = [max(len(line[index]) for line in cells) for index in range(len(shown))]
    wanted = [
        max(len(column.head), min(long, column.max or (long if column.share else max(column.min, ID))))
        for column, long in zip(shown, longest, strict=True)
    ]
    given = [min(head, want) for head, want in zip(heads, wanted, strict=True)]
    spare = width - sum(given) - GAP * (len(shown) - 1)
    order = sorted(range(len(shown)), key=lambda index: shown[index].share is not None)
    for index in order:
        if shown[index].share is None:
            more = max(0, min(spare, wanted[index] - given[index]))
            given[index] += more
            spare -= more
    return _shared(shown, given, wanted, spare)


def _shared(shown: list[Column], given: list[int], wanted: list[int], spare: int) -> list[int]:
    """Hand out `spare` by share until it is gone or nobody wants more."""
    given = list(given)
    while spare > 0:
        hungry = [i for i, column in enumerate(shown) if column.share and given[i] < wanted[i]]
        if not hungry:
            break
        total = sum(shown[i].share or 0 for i in hungry)
        portion = {i: max(1, spare * (shown[i].share or 0) // total) for i in hungry}
        for index in hungry:
            more = min(portion[index], wanted[index] - given[index], spare)
            given[index] += more
            spare -= more
    return given
