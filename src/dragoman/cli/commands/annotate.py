"""`dragoman annotate`: texts to JSON readings, without a dossier."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.commands.read import check_day
from dragoman.cli.options import Outlet, Published
from dragoman.cli.saying import out, remark
from dragoman.records.errors import Exit, InputError

if TYPE_CHECKING:
    from dragoman.records.report import Report


def annotate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files or folders of reports.")],
    published: Published = None,
    outlet: Outlet = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, which this command always does.")] = False,
) -> None:
    """Print what texts say as JSON, without a dossier.

    One file gives one indented object; several files or a folder give one object a line, with "file" added.
    """
    check_day(published)
    from dragoman.reading.read import read  # noqa: PLC0415  loads the parser
    from dragoman.showing.tables import json_line, json_text  # noqa: PLC0415

    alone = len(files) == 1 and files[0].is_file()
    failed = False
    for name, item in _reports(files, published, outlet):
        if isinstance(item, InputError):
            failed = True
            remark(f"dragoman: {item}")
        elif alone and "#" not in name.removeprefix(files[0].name):
            out(json_text(read(item)))
        else:
            out(json_line({"file": name, **read(item).as_dict()}))
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)


def _reports(
    files: list[Path], published: str | None, outlet: str | None
) -> "Iterator[tuple[str, Report | InputError]]":
    """Every report of the files, in the order given, with what it is cited as."""
    from dragoman.reports import discover, load, name_of  # noqa: PLC0415  loads the readers of web pages

    for file in discover(files):
        if isinstance(file, InputError):
            yield "", file
            continue
        name = name_of(file, files)
        for item in load(file, published=published, outlet=outlet, name=name):
            part = None if isinstance(item, InputError) or item.source is None else item.source.part
            yield (name if part is None else f"{name}#{part}"), item
