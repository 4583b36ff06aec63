"""The command `dragoman`: its commands, its exit codes, and no traceback."""

import os
import sys
import traceback
from typing import Annotated, NoReturn

import typer

from dragoman.cli.commands.annotate import annotate
from dragoman.cli.commands.brief import brief
from dragoman.cli.commands.compare import compare
from dragoman.cli.commands.correct import correct_app
from dragoman.cli.commands.forget import forget
from dragoman.cli.commands.journal import journal
from dragoman.cli.commands.read import read
from dragoman.cli.commands.serve import serve
from dragoman.cli.commands.show import show
from dragoman.cli.commands.state import state
from dragoman.cli.commands.tables import add_tables
from dragoman.cli.examples import ROOT, epilog
from dragoman.cli.saying import remark
from dragoman.records.errors import DragomanError, Exit

INTERRUPTED = 130  # as shells have it for Ctrl-C
TRACEBACK = "DRAGOMAN_TRACEBACK"  # set it to see where an unexpected failure comes from

app = typer.Typer(
    name="dragoman",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        import dragoman  # noqa: PLC0415  the package's metadata is only read when asked for

        print(f"dragoman {dragoman.__version__}")
        raise typer.Exit


@app.callback(epilog=epilog(ROOT))
def dragoman_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read the press reports of a mediated negotiation and keep its record.

    Who said what and on whose word, what happened and when, what is on the table, where the talks stand, and where
    the accounts contradict each other. Every line opens on the sentence that it rests on.
    """


app.command(epilog=epilog("read"))(read)
app.command(epilog=epilog("brief"))(brief)
app.command(epilog=epilog("state"))(state)
app.command(epilog=epilog("compare"))(compare)
app.command(epilog=epilog("show"))(show)
app.command(epilog=epilog("serve"))(serve)
add_tables(app)
app.add_typer(correct_app, name="correct")
app.command(epilog=epilog("journal"))(journal)
app.command(epilog=epilog("forget"))(forget)
app.command(epilog=epilog("annotate"))(annotate)


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0, 1 some inputs failed, 2 usage, 3 the dossier cannot be opened."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run the command line; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # file names can hold bytes that are no text
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has gone; so do we, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    return code


def _run(args: list[str] | None) -> int:
    command = typer.main.get_command(app)
    try:
        command.main(args=args, prog_name="dragoman", standalone_mode=True)
    except SystemExit as exit_:
        if isinstance(exit_.__context__, BrokenPipeError):  # typer makes a failure of a reader that has gone
            return Exit.OK
        if exit_.code == INTERRUPTED:
            remark("dragoman: stopped; the same command goes on where this one was")
        return exit_.code if isinstance(exit_.code, int) else Exit.OK
    except DragomanError as error:
        remark(f"dragoman: {error}")
        return error.exit
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # the last resort: a person is told one line, a developer can ask for all
        if os.environ.get(TRACEBACK):
            traceback.print_exc()
        remark(f"dragoman: failed unexpectedly ({type(error).__name__}: {error}); {TRACEBACK}=1 shows where")
        return Exit.SOME_FAILED
    return Exit.OK
