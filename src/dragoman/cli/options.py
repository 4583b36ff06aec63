"""The options that commands share, each with its help."""

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DOSSIER = Path("dragoman.dossier")


class TableFormat(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class PageFormat(StrEnum):
    """How a page (a brief, a comparison) is put out."""

    TERMINAL = "terminal"
    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"


def day(value: str) -> datetime.date:
    """A day from the command line. Raises BadParameter for what is none."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; give one as YYYY-MM-DD, such as 2031-03-08") from None


Dossier = Annotated[
    Path,
    typer.Argument(metavar="DOSSIER", help="The dossier's file.", show_default=str(DEFAULT_DOSSIER)),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines, the same as --format json.")]
JsonOnly = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Format = Annotated[
    TableFormat, typer.Option("--format", metavar="FORMAT", help="How to print the rows: table, json or csv.")
]
AsOf = Annotated[
    datetime.date | None,
    typer.Option("--as-of", parser=day, metavar="DAY", help="Only what was true on DAY, by all that the record holds."),
]
KnownBy = Annotated[
    datetime.date | None,
    typer.Option(
        "--known-by",
        parser=day,
        metavar="DAY",
        help="The record as the reports published by DAY tell it; undated reports are left out.",
    ),
]
Begin = Annotated[
    datetime.date | None,
    typer.Option("--from", parser=day, metavar="DAY", help="Only rows of DAY or later."),
]
End = Annotated[
    datetime.date | None,
    typer.Option("--to", parser=day, metavar="DAY", help="Only rows of DAY or earlier."),
]
Actor = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only rows with this actor: its id or words of its name.")
]
Source = Annotated[str | None, typer.Option(metavar="WORDS", help="Only rows on the word of this source.")]
Report = Annotated[
    str | None, typer.Option(metavar="REPORT", help="Only rows that rest on this report: its id or file name.")
]
Status = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help="Only rows of this status, such as disputed, confirmed or denies."),
]
Process = Annotated[
    str | None, typer.Option(metavar="ID", help="Only rows of this negotiation, by the id that channels show.")
]
ReviewedOnly = Annotated[bool, typer.Option("--reviewed-only", help="Only rows that a person has confirmed.")]
Limit = Annotated[int | None, typer.Option(min=0, metavar="N", help="At most N rows.")]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who says so, kept in the journal.", show_default="your user name"),
]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, kept in the journal.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The publication day for reports that tell none, such as 2031-03-08."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet for reports that tell none.")]
PageForm = Annotated[
    PageFormat | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="terminal, md (Markdown), html, pdf, docx or json.",
        show_default="by the ending of --output, else terminal",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write it into FILE.", show_default="standard output"),
]
