"""A page on a terminal: a heading, sections as calm grids, the quotations at the end. Pictures are not drawn."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.page.frame import CHECKED, REFERENCES, cited_as, cites, left_out, once_labelled, published, shares
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, Page, Section, Tone
from dragoman.showing.plain import one_line, quoted
from dragoman.showing.screen import put

READABLE = 132  # wider lines are hard to read
SIDE_CITES = 96  # from this width on, citations stand in a column of their own
LABEL = 20
CITES = 21
COLUMN = 24  # a grid with narrower columns is told row by row
HEAD = 18
DEEP = 4  # where what stands under a line begins
STYLE = {
    Tone.WORDS: "",
    Tone.QUOTE: "",
    Tone.NAME: "",
    Tone.STATE: "bold",
    Tone.ALERT: "bold yellow",
    Tone.FAINT: "dim",
}


def show(page: Page, console: Console) -> None:
    """Print the page as wide as the console is, up to a readable width."""
    width = min(console.width, READABLE)
    put(console, *_parts(page, width), width=width)


def _parts(page: Page, width: int) -> Iterator[RenderableType]:
    yield from _head(page, width)
    for section in page.sections:
        yield Text("")
        yield Text(section.title, style="bold")
        if section.lines:
            yield from _lines(section, width)
        if section.grid:
            if section.lines:
                yield Text("")
            yield from _table(section.grid, width, 2)
        if section.more:
            yield Padding(Text(left_out(section.more), style="dim"), (0, 0, 0, 2))
        if section.note:
            yield Padding(Text(section.note), (0, 0, 0, 2))
    if page.reports:
        yield Text("")
        yield Text(REFERENCES, style="bold")
        yield from (_report(report) for report in page.reports)


def _head(page: Page, width: int) -> Iterator[RenderableType]:
    title, tally, *rest = (Text(page.heading, style="bold"), *map(Text, page.tally))
    if len(title) + len(tally) + 4 <= width:
        row = Table.grid(expand=True)
        row.add_column()
        row.add_column(justify="right")
        row.add_row(title, tally)
        yield row
    else:
        yield title
        yield tally
    for text in (*(line.plain for line in rest), *page.notes):
        yield Text(text, style="dim")


def _lines(section: Section, width: int) -> Iterator[RenderableType]:
    """The lines in grids of one shape, a line's own grid under it."""
    label = min(max(len(line.label) + 2 * line.depth for line in section.lines), LABEL, width * 3 // 10)
    held: list[Line] = []
    for line in section.lines:
        held.append(line)
        if line.grid:
            yield _grid(held, label, width)
            yield from _table(line.grid, width, DEEP)
            held = []
    if held:
        yield _grid(held, label, width)


def _grid(lines: Sequence[Line], wide: int, width: int) -> Table:
    aside = width >= SIDE_CITES
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=wide + 2)
    grid.add_column(ratio=1)
    if aside:
        grid.add_column(width=CITES, justify="right")
    for line, label in once_labelled(lines):
        body = _body(line)
        shown = Text(cites(line), style="cyan")
        if aside:
            grid.add_row(_label(line, label), body, shown)
        else:
            grid.add_row(_label(line, label), body + Text(" ") + shown if len(shown) else body)
    return grid


def _table(grid: Grid, width: int, indent: int) -> Iterator[RenderableType]:
    """A grid with its columns side by side, or row by row where the terminal is narrow."""
    if grid.caption:
        yield Padding(Text(grid.caption, style="dim"), (0, 0, 0, indent))
    if (width - indent - HEAD) // max(1, len(grid.heads)) < COLUMN and not grid.is_numbers:
        yield from _stacked(grid, indent)
        return
    is_apart = any(len(cells) > 1 for row in grid.rows for cells in row.cells)  # rows of several entries run together
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold", expand=not grid.is_numbers)
    if grid.is_numbers:
        table.add_column(grid.corner)
    else:
        table.add_column(
            grid.corner, width=min(HEAD, max(len(grid.corner), *(len(row.head.text) for row in grid.rows)))
        )
    for head, share in zip(grid.heads, shares(grid), strict=True):
        ratio = None if grid.is_numbers else round(share * 100)
        table.add_column(one_line(head), ratio=ratio, justify=_side(grid), overflow="fold")
    for place, row in enumerate(grid.rows):
        if place and is_apart:
            table.add_row()
        table.add_row(_held((row.head,)), *(_held(cells) for cells in row.cells))
    yield Padding(table, (0, 0, 0, indent))


def _side(grid: Grid) -> JustifyMethod:
    return "right" if grid.is_numbers else "left"


def _stacked(grid: Grid, indent: int) -> Iterator[RenderableType]:
    """Each row with its entries below, under the heads of the columns that have any."""
    wide = min(HEAD, max(map(cell_len, map(one_line, grid.heads)), default=0))
    for row in grid.rows:
        yield Padding(_held((row.head,)), (0, 0, 0, indent))
        below = Table.grid(padding=(0, 2, 0, 0), expand=True)
        below.add_column(width=wide)
        below.add_column(ratio=1)
        for head, cells in zip(grid.heads, row.cells, strict=True):
            for place, cell in enumerate(cells):
                below.add_row(Text("" if place else one_line(head), style="dim"), _held((cell,)))
        yield Padding(below, (0, 0, 0, indent + 2))


def _held(cells: Sequence[Cell]) -> Text:
    """The entries of a place one below the other, each with its citations."""
    shown = []
    for cell in cells:
        text = _body(cell)
        if cell.cites:
            text.append(f" {cites(cell)}", style="cyan")
        shown.append(text)
    return Text("\n").join(shown)


def _label(line: Line, label: str) -> RenderableType:
    text = Text(one_line(label), style="dim" if line.depth else "")
    return Padding(text, (0, 0, 0, 2 + 2 * line.depth))


def _body(line: Line | Cell) -> Text:
    body = Text.assemble(*((piece.text, STYLE[piece.tone]) for piece in line.pieces))
    if line.review == ReviewStatus.CONFIRMED:
        body.append(f" {CHECKED}", style="dim")
    return body


def _report(report: CitedReport) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=6)
    grid.add_column(ratio=1)
    grid.add_row(Text(f"[{report.number}]", style="cyan"), Text(f"{cited_as(report)}, {published(report)}"))
    grid.add_row(Text(""), Text(one_line(report.file), style="dim"))
    for quotation in report.quotations:
        grid.add_row(Text(f"   {quotation.letter}", style="cyan"), Text(quoted(quotation.quote)))
    return grid
