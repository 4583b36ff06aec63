"""One row on a terminal: its fields, why it stands as it does, and its evidence in context."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from dragoman.records.rows.evidence import ReviewStatus, Row
from dragoman.showing import words
from dragoman.showing.plain import one_line
from dragoman.showing.screen import put
from dragoman.showing.tables.cells import cell
from dragoman.showing.tables.columns import columns
from dragoman.workbench import Context, Shown

MOST = 12  # contexts shown; the rest is counted
READABLE = 110
AROUND = 200  # characters; context as long was cut there, likely within a word


def print_shown(shown: Shown, console: Console) -> None:
    """Print the row as wide as is good to read."""
    width = min(console.width, READABLE)
    put(console, *_parts(shown), width=width)


def _parts(shown: Shown) -> Iterator[RenderableType]:
    yield Text(f"{shown.row.id}  {words.spelled(shown.kind)}", style="bold")
    yield _fields(shown)
    if shown.why:
        yield Text("\nWHY", style="bold")
    for reason in shown.why:
        yield Text(f"  {one_line(reason)}")
    if shown.contexts:
        yield Text("\nEVIDENCE", style="bold")
    for context in shown.contexts[:MOST]:
        yield _context(context)
    if len(shown.contexts) > MOST:
        yield Text(f"and {len(shown.contexts) - MOST:,} more; --json has all", style="dim")
    yield Text("")


def _fields(shown: Shown) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim")
    grid.add_column()
    for head, value in _values(shown.kind, shown.row):
        grid.add_row(Text(f"  {head}"), Text(value))
    return grid


def _values(table: str, row: Row) -> Iterator[tuple[str, str]]:
    for column in columns()[table]:
        if column.source not in ("id", "evidence") and (value := cell(row, column.source, column.form)):
            yield column.head, value
    yield "review", _review(row)


def _review(row: Any) -> str:
    review = row.review
    if review.status == ReviewStatus.UNREVIEWED:
        return "not checked by a person"
    at = f" on {review.at.date().isoformat()}" if review.at else ""
    return f"{review.status.value} by {one_line(review.by or 'a person')}{at}"


def around(context: Context) -> tuple[str, str]:
    """The words before and after, without the parts of words at which they were cut."""
    before, after = one_line(context.before), one_line(context.after)
    if len(context.before) >= AROUND:
        before = before.partition(" ")[2] or before
    if len(context.after) >= AROUND:
        after = after.rpartition(" ")[0] or after
    return before, after


def _context(context: Context) -> Text:
    item = context.evidence
    text = Text("\n")
    outlet = f"{one_line(context.outlet)}, " if context.outlet else ""
    text.append(f"  {outlet}{one_line(item.file)} [{item.start}, {item.end})\n", style="cyan")
    before, after = around(context)
    space_before = " " if context.before[-1:].isspace() else ""
    space_after = " " if context.after[:1].isspace() else ""
    text.append(f"  …{before}{space_before}" if before else "  ", style="dim")
    text.append(one_line(item.quote), style="bold")
    text.append(f"{space_after}{after}…" if after else "", style="dim")
    return text
