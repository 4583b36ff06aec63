"""A page as Markdown: for a memo, an issue. Pictures are told in words."""

import re
from collections.abc import Iterator, Sequence

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.page.frame import CHECKED, REFERENCES, cited_as, cites, published
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, Page, Piece, Section, Tone
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import one_line, quoted

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def markdown(page: Page) -> str:
    """The whole page, ending in a newline."""
    return "\n".join(_lines(page)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """`text` on one line so that Markdown takes none of it as markup."""
    return SPECIAL.sub(r"\\\1", one_line(text))


def _lines(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.heading)}"
    yield ""
    yield escaped("; ".join(page.tally))
    for note in page.notes:
        yield ""
        yield f"*{escaped(note)}*"
    for section in page.sections:
        yield from _section(section)
    if page.reports:
        yield ""
        yield f"## {REFERENCES}"
        for report in page.reports:
            yield from _report(report)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.title)}"
    yield ""
    for line in section.lines:
        yield f"{'  ' * line.depth}- {_line(line)}"
        if line.grid:
            yield from (["", *(f"  {row}" for row in _grid(line.grid)), ""])
    if section.grid:
        yield from ["", *_grid(section.grid), ""]
    if section.more:
        left_out = wording("left_out", count=section.more.left_out_count, command="").strip()
        yield f"- *{left_out}* `{section.more.command}`"
    if section.note:
        yield from ([""] if section.lines else [])
        yield escaped(section.note)


def _line(line: Line) -> str:
    label = f"**{escaped(line.label)}**: " if line.label and not line.depth else ""
    if line.label and line.depth:
        label = f"{escaped(line.label)}: "
    body = "".join(_piece(piece) for piece in line.pieces)
    return f"{label}{body}{_after(line)}".rstrip()


def _after(line: Line | Cell) -> str:
    checked = f" *{CHECKED}*" if line.review == ReviewStatus.CONFIRMED else ""
    return f"{checked} {escaped(cites(line))}" if line.cites else checked


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield f"*{escaped(grid.caption)}*"
        yield ""
    yield f"| {' | '.join(map(escaped, (grid.corner, *grid.heads)))} |"
    yield "|---" * (len(grid.heads) + 1) + "|"
    for row in grid.rows:
        yield f"| {' | '.join(_held(cells) for cells in ((row.head,), *row.cells))} |"


def _held(cells: Sequence[Cell]) -> str:
    return "<br>".join("".join(map(_piece, cell.pieces)) + _after(cell) for cell in cells)


def _piece(piece: Piece) -> str:
    """Outer spaces are kept outside the emphasis, where Markdown needs them."""
    inner = escaped(piece.text)
    before = " " if piece.text[:1] == " " else ""
    after = " " if piece.text[-1:] == " " and inner else ""
    if piece.tone in (Tone.STATE, Tone.ALERT) and inner:
        head = re.match(r"[^\w]*", inner)
        lead = head.group() if head else ""
        return f"{before}{lead}**{inner[len(lead) :]}**{after}"
    return f"{before}{inner}{after}"


def _report(report: CitedReport) -> Iterator[str]:
    yield ""
    yield f"**\\[{report.number}\\]** {escaped(cited_as(report))}, {published(report)}, `{one_line(report.file)}`"
    yield ""
    for quotation in report.quotations:
        yield f"- \\[{report.number}{quotation.letter}\\] {escaped(quoted(quotation.quote))}"
