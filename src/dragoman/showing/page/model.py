"""A page as typed data: sections of lines and grids, each citing the reports and quotations that it rests on.

The brief and the comparison of two days are pages; everything that prints one prints both.
"""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.talks import ChannelState
from dragoman.records.time import Published


class Tone(StrEnum):
    """What a piece of a line is: the program's words, a quotation, a name, a state, a warning, a side note."""

    WORDS = "words"
    QUOTE = "quote"
    NAME = "name"
    STATE = "state"
    ALERT = "alert"
    FAINT = "faint"


class Piece(Frozen, frozen=True, kw_only=True):
    """Some words of a line. A QUOTE's marks stand in its text; its exact words are among the quotations."""

    tone: Tone
    text: str


class Cite(Frozen, frozen=True, kw_only=True):
    """One citation: the page's number of the report and, unless the report as a whole is meant, a quotation."""

    number: int
    letter: str | None

    @property
    def label(self) -> str:
        """As it is printed: "[3b]"."""
        return f"[{self.number}{self.letter or ''}]"


class Cell(Frozen, frozen=True, kw_only=True):
    """One place of a grid."""

    pieces: tuple[Piece, ...] = ()
    cites: tuple[Cite, ...] = ()
    further_cite_count: int = 0
    rows: tuple[str, ...] = ()  # the ids of the rows that it tells of
    review: ReviewStatus = ReviewStatus.UNREVIEWED

    @property
    def text(self) -> str:
        """Its words without citations."""
        return "".join(piece.text for piece in self.pieces)


class GridRow(Frozen, frozen=True, kw_only=True):
    """A row of a grid under its head; a cell holds several entries one below the other."""

    head: Cell
    cells: tuple[tuple[Cell, ...], ...]


class Grid(Frozen, frozen=True, kw_only=True):
    """Things side by side: the texts that two recipients got, what each side wants, two days."""

    caption: str
    corner: str  # what the heads of the rows are
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]

    @property
    def is_numbers(self) -> bool:
        """Whether its cells hold nothing but numbers."""
        return all(one.text.replace(",", "").isdigit() for row in self.rows for held in row.cells for one in held)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, the heads of the rows too."""
        return tuple(cell for row in self.rows for cell in (row.head, *(one for held in row.cells for one in held)))


class Line(Frozen, frozen=True, kw_only=True):
    """One line of a section. `depth` 1 stands under the line of depth 0 before it; its grid stands under it."""

    label: str
    pieces: tuple[Piece, ...]
    cites: tuple[Cite, ...] = ()
    further_cite_count: int = 0  # evidence beyond `cites`; `dragoman show ROW` has it all
    rows: tuple[str, ...] = ()  # the ids of the rows that it tells of
    review: ReviewStatus = ReviewStatus.UNREVIEWED  # confirmed only where a person confirmed every row
    depth: int = 0
    grid: Grid | None = None

    @property
    def text(self) -> str:
        """The words of the line without label and citations."""
        return "".join(piece.text for piece in self.pieces)


class More(Frozen, frozen=True, kw_only=True):
    """What a section leaves out, and the command that lists it."""

    left_out_count: int
    command: str
    asked: str  # the command without its dossier: what is printed on paper names no place on a machine


class Spell(Frozen, frozen=True, kw_only=True):
    """A state of a lane from `begin` (None: before the picture) to `end` (None: to its end)."""

    state: ChannelState
    begin: datetime.date | None
    end: datetime.date | None
    disputed: bool


class Lane(Frozen, frozen=True, kw_only=True):
    """One channel over the days of a picture."""

    label: str
    spells: tuple[Spell, ...]


class Mark(Frozen, frozen=True, kw_only=True):
    """What happened on one day, or some day from `begin` to `end`: events, their origins, the weightiest in words."""

    begin: datetime.date
    end: datetime.date
    event_count: int
    origin_count: int
    label: str | None


class Picture(Frozen, frozen=True, kw_only=True):
    """Lanes or marks over the days from `begin` to `end`. `told` says in words what is drawn."""

    title: str
    told: str
    begin: datetime.date
    end: datetime.date
    lanes: tuple[Lane, ...] = ()
    marks: tuple[Mark, ...] = ()


class SectionKey(StrEnum):
    """The sections of pages."""

    STANDS = "stands"
    NEW = "new"
    TABLE = "table"
    VENUE = "venue"
    GAPS = "gaps"
    REOPENS = "reopens"
    DISPUTED = "disputed"
    FIGURES = "figures"
    HAPPENED = "happened"
    ACTORS = "actors"
    SOURCING = "sourcing"
    NOT_KNOWN = "not_known"

    @property
    def is_annex(self) -> bool:
        """Whether it is looked up and not read through: on paper it follows what a person signs."""
        return self in {SectionKey.HAPPENED, SectionKey.ACTORS, SectionKey.SOURCING}


class Section(Frozen, frozen=True, kw_only=True):
    """A part of a page under its heading."""

    key: SectionKey
    title: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None
    picture: Picture | None = None
    more: More | None = None
    note: str | None = None  # said in place of lines, or after them


class Quotation(Frozen, frozen=True, kw_only=True):
    """The exact words that a line rests on: the report's `text[start:end]`."""

    letter: str
    start: int
    end: int
    quote: str


class CitedReport(Frozen, frozen=True, kw_only=True):
    """A report that the page cites, with the words it is cited for."""

    number: int
    report: str
    file: str
    outlet: str | None
    title: str | None
    published: Published | None
    quotations: tuple[Quotation, ...]


class Page(Frozen, frozen=True, kw_only=True):
    """What is printed: a title, what it rests on, sections, and the reports that they cite."""

    title: str
    heading: str  # the title with the day or days that the page speaks of
    tally: tuple[str, ...]  # what the page rests on and how much of it a person has checked
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    reports: tuple[CitedReport, ...]


def counted(sections: tuple[Section, ...]) -> tuple[Line | Cell, ...]:
    """The lines and cells of sections that rest on rows of the record."""
    grids = [grid for part in sections for grid in (part.grid, *(line.grid for line in part.lines)) if grid]
    told: list[Line | Cell] = [line for part in sections for line in part.lines]
    told += [cell for grid in grids for cell in grid.cells]
    return tuple(item for item in told if item.rows)
