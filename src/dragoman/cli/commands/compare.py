"""`dragoman compare`: two days side by side."""

import datetime
import re
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.commands.pages import put_page
from dragoman.cli.opening import to_read
from dragoman.cli.options import DEFAULT_DOSSIER, Json, Output, PageForm, PageFormat, Process, day
from dragoman.records.errors import UsageError

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def compare(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[DOSSIER] DAY DAY", help="The dossier's file, and the two days, such as 2031-03-08."),
    ],
    known_then: Annotated[
        bool,
        typer.Option("--known-then", help="Each day as the reports published up to it told it, not by all known now."),
    ] = False,
    *,
    process: Process = None,
    format_: PageForm = None,
    output: Output = None,
    json: Json = False,
) -> None:
    """Lay two days side by side: state, positions, figures, disputes.

    Both days are told by all that the record holds; with --known-then each by the reports up to it. Every entry cites
    a report and the quotation that it rests on.
    """
    from dragoman.showing.compare import compare as build  # noqa: PLC0415  loads the record's side of the house

    path, first, second = _taken_apart(words)
    with to_read(path) as opened:
        made = build(opened, first, second, known_then=known_then, process=process)
    put_page(made, PageFormat.JSON if json else format_, output)


def _taken_apart(words: list[str]) -> tuple[Path, datetime.date, datetime.date]:
    """The dossier, by default the usual one, and the two days."""
    given, days = (words[0], words[1:]) if not DAY.fullmatch(words[0]) else (None, words)
    if len(days) != 2:
        raise UsageError(
            f"two days are compared, {len(days)} given; for example: dragoman compare 2031-03-01 2031-03-08"
        )
    first, second = map(day, days)
    return Path(given) if given else DEFAULT_DOSSIER, first, second
