"""Printing the rows of a table in the format asked for."""

from collections.abc import Sequence

from dragoman.cli.options import TableFormat
from dragoman.cli.saying import out
from dragoman.records.base import Frozen


def print_rows(table: str, rows: Sequence[Frozen], form: TableFormat, json: bool) -> None:
    """Print `rows` of `table` on standard output."""
    from dragoman.showing.screen import console  # noqa: PLC0415  Rich is only needed for a table
    from dragoman.showing.tables import ROWS, csv_text, json_text, print_table  # noqa: PLC0415

    if json or form is TableFormat.JSON:
        out(json_text(list(rows)))
    elif form is TableFormat.CSV:
        out(csv_text(ROWS[table], rows))
    else:
        print_table(table, rows, console())
