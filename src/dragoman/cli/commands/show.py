"""`dragoman show`: one row with its evidence in context."""

from typing import Annotated

import typer

from dragoman.cli.opening import dossier_and_ids, to_read
from dragoman.cli.options import JsonOnly
from dragoman.cli.saying import out


def show(
    row: Annotated[
        list[str], typer.Argument(metavar="[DOSSIER] ID", help="The dossier's file, and the id of a row of any table.")
    ],
    json: JsonOnly = False,
) -> None:
    """Show one row with its evidence in context, and why it stands.

    The id is one of any table's; a former id of a row finds it too.
    """
    from dragoman.showing.row import print_shown  # noqa: PLC0415  loads Rich
    from dragoman.showing.screen import console  # noqa: PLC0415
    from dragoman.showing.tables import json_text  # noqa: PLC0415

    dossier, ids = dossier_and_ids(row)
    with to_read(dossier) as opened:
        found = [opened.show(name) for name in ids]
    if json:
        out(json_text(found[0] if len(found) == 1 else found))
        return
    for shown in found:
        print_shown(shown, console())
