"""`dragoman brief`: where the talks stand."""

import datetime
from typing import Annotated

import typer

from dragoman.cli.opening import to_read
from dragoman.cli.options import DEFAULT_DOSSIER, BriefFormat, Dossier, Json, day
from dragoman.cli.saying import out


def brief(
    dossier: Dossier = DEFAULT_DOSSIER,
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
    since: Annotated[
        datetime.date | None,
        typer.Option(parser=day, metavar="DAY", help="What is new is told since DAY.", show_default="a week before"),
    ] = None,
    format_: Annotated[
        BriefFormat,
        typer.Option("--format", metavar="FORMAT", help="How to print it: terminal, md (Markdown) or json."),
    ] = BriefFormat.TERMINAL,
    json: Json = False,
) -> None:
    """Print where the talks stand: a two-page brief.

    Every line cites a report and the quotation in it that it rests on: [3b] is quotation b of report 3, both listed at
    the end. The brief says how many of its lines a person has checked (dragoman correct confirm).
    """
    from dragoman.showing.brief import brief as build  # noqa: PLC0415  loads the record's side of the house
    from dragoman.showing.brief.markdown import markdown  # noqa: PLC0415
    from dragoman.showing.brief.terminal import show  # noqa: PLC0415
    from dragoman.showing.screen import console  # noqa: PLC0415
    from dragoman.showing.tables import json_text  # noqa: PLC0415

    with to_read(dossier) as opened:
        made = build(opened, as_of, since)
    if json or format_ is BriefFormat.JSON:
        out(json_text(made))
    elif format_ is BriefFormat.MD:
        out(markdown(made))
    else:
        show(made, console())
