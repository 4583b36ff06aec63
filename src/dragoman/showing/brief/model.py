"""The brief as typed data: sections of lines, each line citing the reports and quotations it rests on."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import ReviewStatus
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
    """One citation: the brief's number of the report and, unless the report as a whole is meant, a quotation."""

    number: int
    letter: str | None

    @property
    def label(self) -> str:
        """As it is printed: "[3b]"."""
        return f"[{self.number}{self.letter or ''}]"


class Line(Frozen, frozen=True, kw_only=True):
    """One line of a section. `depth` 1 stands under the line of depth 0 before it."""

    label: str
    pieces: tuple[Piece, ...]
    cites: tuple[Cite, ...] = ()
    further_cite_count: int = 0  # evidence beyond `cites`; `dragoman show ROW` has it all
    rows: tuple[str, ...] = ()  # the ids of the rows that it tells of
    review: ReviewStatus = ReviewStatus.UNREVIEWED  # confirmed only where a person confirmed every row
    depth: int = 0

    @property
    def text(self) -> str:
        """The words of the line without label and citations."""
        return "".join(piece.text for piece in self.pieces)


class More(Frozen, frozen=True, kw_only=True):
    """What a section leaves out, and the command that lists it."""

    left_out_count: int
    command: str


class SectionKey(StrEnum):
    """The sections of a brief, in their order."""

    STANDS = "stands"
    NEW = "new"
    TABLE = "table"
    DISPUTED = "disputed"
    FIGURES = "figures"
    HAPPENED = "happened"
    ACTORS = "actors"
    SOURCING = "sourcing"
    NOT_KNOWN = "not_known"


class Section(Frozen, frozen=True, kw_only=True):
    """A part of the brief under its heading."""

    key: SectionKey
    title: str
    lines: tuple[Line, ...]
    more: More | None = None
    note: str | None = None  # said in place of lines, or after them


class Quotation(Frozen, frozen=True, kw_only=True):
    """The exact words that a line rests on: the report's `text[start:end]`."""

    letter: str
    start: int
    end: int
    quote: str


class CitedReport(Frozen, frozen=True, kw_only=True):
    """A report that the brief cites, with the words it is cited for."""

    number: int
    report: str
    file: str
    outlet: str | None
    title: str | None
    published: Published | None
    quotations: tuple[Quotation, ...]


class AsOfGround(StrEnum):
    """Why the brief speaks as of its day."""

    GIVEN = "given"  # asked for
    LATEST = "latest"  # the latest day that the record holds
    UNKNOWN = "unknown"  # nothing in the record has a day


class Brief(Frozen, frozen=True, kw_only=True):
    """Where the talks stand on a day, by all that the record holds."""

    title: str
    as_of: datetime.date | None
    as_of_ground: AsOfGround
    since: datetime.date | None
    report_count: int
    outlet_count: int
    origin_count: int
    undated_count: int
    failed_count: int
    excluded_count: int
    line_count: int  # lines that rest on rows of the record
    checked_count: int  # of these, lines whose every row a person has confirmed
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    reports: tuple[CitedReport, ...]
