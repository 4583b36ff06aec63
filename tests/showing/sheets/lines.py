"""The lines of a brief, each under an id that depends on its words and on what it cites, and on nothing else."""

import hashlib
import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.showing.brief import brief
from dragoman.showing.page.model import Cell, GridRow, Line, Page
from dragoman.workbench import Dossier


class Told(NamedTuple):
    """One line or cell that rests on rows of the record, with where its quotations stand."""

    id: str
    head: str  # the label, or the heads of row and column
    text: str
    spans: tuple[tuple[str, int, int], ...]  # report, start, end
    quotes: tuple[str, ...]


def lines_of(dossier: Dossier) -> list[Told]:
    """Every line and cell of the brief that cites quotations, in its order."""
    page = brief(dossier)
    return [_told(head, item, page) for head, item in _items(page) if any(cite.letter for cite in item.cites)]


def draw(found: Mapping[str, list[Told]], count: int, seed: int) -> list[tuple[str, Told]]:
    """`count` lines of all piles together, each as likely as any other."""
    everything = [(name, told) for name, lines in sorted(found.items()) for told in lines]
    return random.Random(seed).sample(everything, min(count, len(everything)))


def _items(page: Page) -> Iterator[tuple[str, Line | Cell]]:
    for part in page.sections:
        above = ""
        for line in part.lines:
            above = line.label if line.depth == 0 and line.label else above
            label = f"{above} / {line.label}" if line.depth else above
            yield f"{part.title}: {label}", line
            for row in line.grid.rows if line.grid else ():
                yield from _cells(part.title, row, line.grid.heads if line.grid else ())
        for row in part.grid.rows if part.grid else ():
            yield from _cells(part.title, row, part.grid.heads if part.grid else ())


def _cells(title: str, row: GridRow, heads: tuple[str, ...]) -> Iterator[tuple[str, Line | Cell]]:
    for head, cells in zip(heads, row.cells, strict=True):
        for one in cells:
            yield f"{title}: {row.head.text} / {head}", one


def _told(head: str, item: Line | Cell, page: Page) -> Told:
    known = {(report.number, one.letter): (report.report, one) for report in page.reports for one in report.quotations}
    cited = [known[cite.number, cite.letter] for cite in item.cites if cite.letter]
    spans = tuple((report, one.start, one.end) for report, one in cited)
    name = hashlib.sha256(f"{head}\n{item.text}\n{spans}".encode()).hexdigest()[:12]
    return Told(f"l-{name}", head, item.text, spans, tuple(one.quote for _, one in cited))
