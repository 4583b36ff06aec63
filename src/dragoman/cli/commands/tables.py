"""The commands that print the record's tables: one shape, thirteen tables."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.commands.printing import print_rows
from dragoman.cli.examples import epilog
from dragoman.cli.opening import to_read
from dragoman.cli.options import (
    DEFAULT_DOSSIER,
    Actor,
    AsOf,
    Begin,
    Dossier,
    End,
    Format,
    Json,
    KnownBy,
    Limit,
    Process,
    Report,
    ReviewedOnly,
    Source,
    Status,
    TableFormat,
)

if TYPE_CHECKING:
    from dragoman.workbench import Filters

# By table: what its command's help says.
HELP = {
    "timeline": "List what happened, is planned or threatened, by day.",
    "statements": "List who said what, and how each source is shown.",
    "claims": "List what is claimed, by how many origins, how it stands.",
    "conflicts": "List the questions on which the accounts differ.",
    "figures": "List numbers in series, with days and sources.",
    "actors": "List who is who: kind, roles, names.",
    "origins": "List where information first came from.",
    "proposals": "List proposals, their versions and the answers.",
    "positions": "List what each actor wants, refuses or could accept.",
    "conditions": "List what would have to happen for an act to follow.",
    "hosting": "List who hosts whom, and whether that lasts.",
    "channels": "List each mediator's line, its states over time.",
}


def add_tables(app: typer.Typer) -> None:
    """Add one command for each table."""
    for table, what in HELP.items():
        app.command(name=table, help=what, epilog=epilog(table))(_command(table))
    app.command(epilog=epilog("reports"))(reports)


def _command(table: str) -> Callable[..., None]:
    """The command that prints `table`."""

    def command(
        dossier: Dossier = DEFAULT_DOSSIER,
        *,
        as_of: AsOf = None,
        known_by: KnownBy = None,
        begin: Begin = None,
        end: End = None,
        actor: Actor = None,
        source: Source = None,
        report: Report = None,
        status: Status = None,
        process: Process = None,
        reviewed_only: ReviewedOnly = False,
        limit: Limit = None,
        format_: Format = TableFormat.TABLE,
        json: Json = False,
    ) -> None:
        filters = _filters(
            as_of=as_of,
            known_by=known_by,
            begin=begin,
            end=end,
            actor=actor,
            source=source,
            report=report,
            status=status,
            process=process,
            reviewed_only=reviewed_only,
            limit=limit,
        )
        _print(table, dossier, filters, format_, json)

    command.__name__ = table
    return command


def reports(
    dossier: Dossier = DEFAULT_DOSSIER,
    *,
    search: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only reports with these words, best match first.")
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    begin: Begin = None,
    end: End = None,
    actor: Actor = None,
    source: Source = None,
    report: Report = None,
    status: Status = None,
    process: Process = None,
    reviewed_only: ReviewedOnly = False,
    limit: Limit = None,
    format_: Format = TableFormat.TABLE,
    json: Json = False,
) -> None:
    """List the reports: outlet, date, copies, revisions."""
    filters = _filters(
        as_of=as_of,
        known_by=known_by,
        begin=begin,
        end=end,
        actor=actor,
        source=source,
        report=report,
        status=status,
        process=process,
        reviewed_only=reviewed_only,
        limit=None if search else limit,
    )
    if search is None:
        _print("reports", dossier, filters, format_, json)
        return
    with to_read(dossier) as opened:
        rows = {row.id: row for row in opened.reports(filters)}
        found = [rows[name] for name in opened.search(search, MOST_FOUND) if name in rows]
    print_rows("reports", found if limit is None else found[:limit], format_, json)


MOST_FOUND = 1_000_000  # as many as there are; --limit says how many to print


def _filters(**given: Any) -> "Filters":
    from dragoman.workbench import Filters  # noqa: PLC0415  loads the record's side of the house

    return Filters(**given)


def _print(table: str, dossier: Path, filters: "Filters", form: TableFormat, json: bool) -> None:
    with to_read(dossier) as opened:
        rows = getattr(opened, table)(filters)
    print_rows(table, rows, form, json)
