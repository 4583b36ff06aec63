"""`dragoman brief`: where the talks stand."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.commands.pages import put_page
from dragoman.cli.opening import to_correct, to_read
from dragoman.cli.options import DEFAULT_DOSSIER, By, Dossier, Json, KnownBy, Output, PageForm, PageFormat, Process, day
from dragoman.cli.saying import remark, who
from dragoman.records.errors import UsageError


def brief(
    dossier: Dossier = DEFAULT_DOSSIER,
    *,
    as_of: Annotated[
        datetime.date | None,
        typer.Option(
            "--as-of",
            parser=day,
            metavar="DAY",
            help="Where the talks stood on DAY.",
            show_default="the latest day that the record holds",
        ),
    ] = None,
    known_by: KnownBy = None,
    since: Annotated[
        datetime.date | None,
        typer.Option(
            parser=day,
            metavar="DAY",
            help="What is new is told since DAY.",
            show_default="the last brief that was kept, else a week before",
        ),
    ] = None,
    process: Process = None,
    keep: Annotated[
        bool,
        typer.Option("--keep", help="Note in the journal that this brief was sent: the next tells what is new since."),
    ] = False,
    by: By = None,
    format_: PageForm = None,
    output: Output = None,
    json: Json = False,
) -> None:
    """Print where the talks stand: a two-page brief.

    Every line cites a report and the quotation in it that it rests on: [3b] is quotation b of report 3, both listed at
    the end. The brief says how many of its lines a person has checked (dragoman correct confirm).
    """
    from dragoman.showing.brief import brief as build  # noqa: PLC0415  loads the record's side of the house

    with to_read(dossier) as opened:
        made = build(opened, as_of, since, known_by=known_by, process=process)
    if keep and made.as_of is None:
        raise UsageError("nothing in this record has a day; a brief of no day cannot be kept")
    put_page(made, PageFormat.JSON if json else format_, output)
    if keep and made.as_of is not None:
        _keep(dossier, made.as_of, known_by, by)


def _keep(dossier: Path, as_of: datetime.date, known_by: datetime.date | None, by: str | None) -> None:
    with to_correct(dossier) as opened:
        entry = opened.keep_brief(as_of, by=who(by), known_by=known_by)
    remark(f"journal entry {entry.number}: the brief of {as_of} is kept; the next one tells what is new since it")
