"""The brief on a terminal: a heading, sections as calm grids, the quotations at the end."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing import days
from dragoman.showing.brief.frame import cited_as, counts, further, heading, left_out, reviewed
from dragoman.showing.brief.model import Brief, CitedReport, Line, Section, Tone
from dragoman.showing.plain import one_line, quoted
from dragoman.showing.screen import put

READABLE = 132  # wider lines are hard to read
SIDE_CITES = 96  # from this width on, citations stand in a column of their own
LABEL = 18
CITES = 21
STYLE = {
    Tone.WORDS: "",
    Tone.QUOTE: "",
    Tone.NAME: "",
    Tone.STATE: "bold",
    Tone.ALERT: "bold yellow",
    Tone.FAINT: "dim",
}


def show(brief: Brief, console: Console) -> None:
    """Print the brief as wide as the console is, up to a readable width."""
    width = min(console.width, READABLE)
    put(console, *_parts(brief, width), width=width)


def _parts(brief: Brief, width: int) -> Iterator[RenderableType]:
    yield from _head(brief, width)
    for section in brief.sections:
        yield Text("")
        yield Text(section.title, style="bold")
        if section.lines:
            yield _grid(section, width)
        if section.more:
            yield Padding(Text(left_out(section.more), style="dim"), (0, 0, 0, 2))
        if section.note:
            yield Padding(Text(section.note), (0, 0, 0, 2))
    if brief.reports:
        yield Text("")
        yield Text("REPORTS AND QUOTATIONS", style="bold")
        yield from (_report(report) for report in brief.reports)


def _head(brief: Brief, width: int) -> Iterator[RenderableType]:
    title, tally = Text(heading(brief), style="bold"), Text(counts(brief))
    if len(title) + len(tally) + 4 <= width:
        row = Table.grid(expand=True)
        row.add_column()
        row.add_column(justify="right")
        row.add_row(title, tally)
        yield row
    else:
        yield title
        yield tally
    if brief.report_count:
        yield Text(reviewed(brief), style="dim")
    for note in brief.notes:
        yield Text(note, style="dim")


def _grid(section: Section, width: int) -> Table:
    aside = width >= SIDE_CITES
    label = min(max(len(line.label) + 2 * line.depth for line in section.lines), LABEL, width * 3 // 10)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=label + 2)
    grid.add_column(ratio=1)
    if aside:
        grid.add_column(width=CITES, justify="right")
    before: Line | None = None
    for line in section.lines:
        again = before is not None and (line.label, line.depth) == (before.label, before.depth)
        before = line
        body = _body(line)
        cites = Text(_cites(line), style="cyan")
        if aside:
            grid.add_row(_label(line, again), body, cites)
        else:
            grid.add_row(_label(line, again), body + Text(" ") + cites if len(cites) else body)
    return grid


def _label(line: Line, again: bool) -> RenderableType:
    """The label; none where the line before has the same."""
    text = Text("" if again else one_line(line.label), style="dim" if line.depth else "")
    return Padding(text, (0, 0, 0, 2 + 2 * line.depth))


def _body(line: Line) -> Text:
    body = Text.assemble(*((piece.text, STYLE[piece.tone]) for piece in line.pieces))
    if line.review == ReviewStatus.CONFIRMED:
        body.append(" checked", style="dim")
    return body


def _cites(line: Line) -> str:
    return " ".join([*(cite.label for cite in line.cites), *further(line)])


def _report(report: CitedReport) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=6)
    grid.add_column(ratio=1)
    known = days.published(report.published) if report.published else "no date"
    grid.add_row(Text(f"[{report.number}]", style="cyan"), Text(f"{cited_as(report)}, {known}"))
    grid.add_row(Text(""), Text(one_line(report.file), style="dim"))
    for quotation in report.quotations:
        grid.add_row(Text(f"   {quotation.letter}", style="cyan"), Text(quoted(quotation.quote)))
    return grid
