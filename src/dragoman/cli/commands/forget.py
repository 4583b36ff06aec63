"""`dragoman forget`: a report and all that was derived from it, out for good."""

from typing import Annotated

import typer

from dragoman.cli.opening import dossier_and_ids, to_correct
from dragoman.cli.options import By, JsonOnly
from dragoman.cli.saying import out, who
from dragoman.records.errors import UsageError


def forget(
    report: Annotated[
        list[str], typer.Argument(metavar="[DOSSIER] REPORT", help="The dossier's file, and the report's id.")
    ],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, kept with the report's tombstone.")],
    by: By = None,
    json: JsonOnly = False,
) -> None:
    """Forget a report for good; a tombstone stays.

    Its text and all that was derived from it go.
    This cannot be undone. The same content offered again is refused, with the tombstone named.
    """
    dossier, ids = dossier_and_ids(report)
    if len(ids) != 1:
        raise UsageError("forget takes one report at a time; give one id from `dragoman reports`")
    with to_correct(dossier) as opened:
        stone = opened.forget(ids[0], by=who(by), reason=reason)
    if json:
        from dragoman.showing.tables import json_text  # noqa: PLC0415  not needed to tell a person

        out(json_text(stone))
    else:
        out(f"{ids[0]} is forgotten; its tombstone stays in {dossier}\n")
