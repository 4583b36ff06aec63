"""`dragoman journal`: every correction, and undoing one."""

from typing import Annotated

import typer

from dragoman.cli.commands.correct import tell_entry
from dragoman.cli.commands.printing import print_rows
from dragoman.cli.opening import to_correct, to_read
from dragoman.cli.options import DEFAULT_DOSSIER, By, Dossier, Format, Json, Reason, TableFormat
from dragoman.cli.saying import who


def journal(
    dossier: Dossier = DEFAULT_DOSSIER,
    *,
    undo: Annotated[int | None, typer.Option(metavar="N", help="Undo entry N, with an entry of its own.")] = None,
    by: By = None,
    reason: Reason = None,
    format_: Format = TableFormat.TABLE,
    json: Json = False,
) -> None:
    """List every correction, oldest first, or undo one."""
    if undo is None:
        with to_read(dossier) as opened:
            entries = opened.journal()
        print_rows("journal", entries, format_, json)
        return
    with to_correct(dossier) as opened:
        entry = opened.undo(undo, by=who(by), reason=reason)
    tell_entry(entry, json or format_ is TableFormat.JSON)
