"""`dragoman state`: each channel's state on a day, and why."""

import datetime
from typing import Annotated

import typer

from dragoman.cli.commands.printing import print_rows
from dragoman.cli.opening import to_read
from dragoman.cli.options import DEFAULT_DOSSIER, Dossier, Format, Json, KnownBy, Process, TableFormat, day
from dragoman.cli.saying import remark
from dragoman.records.errors import UsageError


def state(
    dossier: Dossier = DEFAULT_DOSSIER,
    *,
    as_of: Annotated[
        datetime.date | None,
        typer.Option(
            "--as-of",
            parser=day,
            metavar="DAY",
            help="The day asked about.",
            show_default="the latest day that the record holds",
        ),
    ] = None,
    known_by: KnownBy = None,
    process: Process = None,
    format_: Format = TableFormat.TABLE,
    json: Json = False,
) -> None:
    """Print each channel's state on a day, and why.

    Where the accounts disagree the state is disputed and both readings are kept. Conditions stand under their channel;
    who is hosted where follows, and proposals whose texts for several recipients differ.
    """
    from dragoman.showing.brief.pile import gather, latest_day  # noqa: PLC0415  loads the record's side of the house
    from dragoman.showing.brief.sections.hosting import contradicting, stays  # noqa: PLC0415
    from dragoman.showing.brief.sections.reopens import conditions, once  # noqa: PLC0415
    from dragoman.showing.tables import print_readings  # noqa: PLC0415
    from dragoman.workbench import Filters  # noqa: PLC0415

    with to_read(dossier) as opened:
        filters = Filters(known_by=known_by, process=process)
        asked = as_of or latest_day(opened.reports(filters), opened.timeline(filters))
        if asked is None:
            raise UsageError("nothing in this record has a day; say which one you mean with --as-of DAY")
        rows = opened.state(asked, filters)
        table = not json and format_ is TableFormat.TABLE
        pile = gather(opened, asked, known_by=known_by, process=process) if table else None
    if as_of is None:
        remark(f"as of {asked}, the latest day that the record holds")
    if pile is None:
        print_rows("state", rows, format_, json)
        return
    print_readings(
        rows,
        conditions=[one[0] for one in once(conditions(pile))],
        hosting=[(one[0], contradicting(one[0], pile)) for one in stays(pile)],
        proposals=pile.proposals,
    )
