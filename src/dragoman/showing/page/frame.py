"""What every form of a page says alike: what is left out, how a report is cited."""

import math
import re
from collections.abc import Callable, Iterator, Sequence

from dragoman.showing import days
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, More, Piece, Tone
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import clipped, one_line

REFERENCES = "REPORTS AND QUOTATIONS"
CHECKED = "checked"
APOSTROPHE = re.compile(r"(?<=\w)'")
HELD = re.compile(r"(?<=\b\d) (?=\w)|(?<=\d\d) (?=\w)")
LEAST_SHARE = 0.55  # of the widest column: a narrower one would break its words


def further(line: Line | Cell) -> list[str]:
    """What stands after a line's citations where there is more evidence."""
    return [f"+{line.further_cite_count}"] if line.further_cite_count else []


def typeset(text: str) -> str:
    """The program's own words as a printer sets them: on one line, apostrophes curled."""
    return APOSTROPHE.sub("’", one_line(text))


def held(text: str) -> str:
    """The same with numbers held to what they number, where there is room for both."""
    return HELD.sub("\u00a0", typeset(text))


def in_print(piece: Piece, words: Callable[[str], str] = typeset) -> str:
    """A piece on one line, with the outer blanks that part it from its neighbours; a quotation's words as they are."""
    inner = one_line(piece.text) if piece.tone == Tone.QUOTE else words(piece.text)
    return f"{' ' if piece.text[:1] == ' ' else ''}{inner}{' ' if inner and piece.text[-1:] == ' ' else ''}"


def cites(line: Line | Cell) -> str:
    """A line's citations: "[1a] [3b] +2"."""
    return " ".join([*(cite.label for cite in line.cites), *further(line)])


def left_out(more: More) -> str:
    """What a section leaves out."""
    return wording("left_out", count=more.left_out_count, command=more.command)


def left_out_on_paper(more: More) -> str:
    """The same for a reader who has the paper and not the machine that it was made on."""
    return wording("left_out", count=more.left_out_count, command=more.asked)


def once_labelled(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lines with their labels, which are not repeated line after line unless a grid stands between."""
    before: Line | None = None
    for line in lines:
        again = before is not None and not before.grid and (before.label, before.depth) == (line.label, line.depth)
        before = line
        yield line, "" if again else line.label


def shares(grid: Grid) -> tuple[float, ...]:
    """How wide the columns of a grid are to each other: a column of few words leaves room to the others."""
    columns = zip(*(row.cells for row in grid.rows), strict=True)
    letters = [sum(len(cell.text) for entries in column for cell in entries) for column in columns] or [0] * len(
        grid.heads
    )
    longest = max(letters, default=0)
    return tuple(round(max(LEAST_SHARE, math.sqrt(one / longest)), 2) if longest else 1.0 for one in letters)


def cited_as(report: CitedReport) -> str:
    """A report's outlet and title."""
    outlet = clipped(report.outlet, 60) if report.outlet else wording("report_untitled")
    return f"{outlet}, “{clipped(report.title, 120)}”" if report.title else outlet


def published(report: CitedReport) -> str:
    """When a report appeared."""
    return days.published(report.published) if report.published else "no date"
