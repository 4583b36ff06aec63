"""`dragoman read`: files and folders into a dossier."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli.options import DEFAULT_DOSSIER, JsonOnly, Outlet, Published
from dragoman.cli.saying import out, remark
from dragoman.records.errors import Exit, Missing, UsageError

if TYPE_CHECKING:
    from dragoman.workbench import Progress, ReadResult


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders of reports.")],
    dossier: Annotated[
        Path, typer.Option(metavar="FILE", help="The dossier to read into; made if absent.")
    ] = DEFAULT_DOSSIER,
    published: Published = None,
    outlet: Outlet = None,
    json: JsonOnly = False,
) -> None:
    """Read files or folders of reports into a dossier.

    Reads text, HTML and JSON, also gzipped. What was read before is not read again; what cannot be read is named with
    its reason and the rest goes on (exit code 1).
    """
    check_day(published)
    with dragoman.open(dossier) as opened, _bar() as progress:
        result = opened.read(paths, published=published, outlet=outlet, progress=progress)
    if json:
        _print_json(result)
    else:
        _tell(result, dossier)
    if result.failures:
        raise typer.Exit(Exit.SOME_FAILED)


def check_day(published: str | None) -> None:
    """Raise UsageError for a publication day that cannot be understood."""
    if published is None:
        return
    from dragoman.reports import understand_date  # noqa: PLC0415  loads the readers of web pages

    if understand_date(published) is None:
        raise UsageError(Missing.DATE.format(value=published))


def _print_json(result: "ReadResult") -> None:
    from dragoman.showing.tables import json_text  # noqa: PLC0415  not needed to tell a person

    out(json_text(result))


# Notes that are shown one by one: more of them hide what else is said.
_NOTES = 6


def _tell(result: "ReadResult", dossier: Path) -> None:
    for failure in result.failures:
        remark(f"not read: {failure.file}: {failure.reason}")
    shown = result.warnings if len(result.warnings) <= _NOTES else result.warnings[: _NOTES - 1]
    for warning in shown:
        remark(f"note: {warning.file}: {warning.message}")
    if len(shown) < len(result.warnings):
        remark(f"note: and {len(result.warnings) - len(shown):,} more notes; with --json all are told")
    known = f", {result.known_count:,} known before" if result.known_count else ""
    failed = f", {len(result.failures):,} not read" if result.failures else ""
    new = f"{result.new_count:,} new {'report' if result.new_count == 1 else 'reports'}"
    out(f"{new}{known}{failed}: {dossier}\n")


@contextmanager
def _bar() -> Iterator[Callable[["Progress"], None] | None]:
    """A progress bar on standard error where that is a terminal; none in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  only where there is a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    from dragoman.showing.plain import clipped  # noqa: PLC0415

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    file = TextColumn("{task.fields[file]}", style="dim", markup=False)
    with Bar(*columns, file, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=None, file="")

        def advance(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total, file=clipped(progress.file, 40))

        yield advance
