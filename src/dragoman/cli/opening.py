"""Opening a dossier for a command. What takes long to import is imported here, when a command runs."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import dragoman
from dragoman.cli.options import DEFAULT_DOSSIER
from dragoman.records.errors import UsageError

if TYPE_CHECKING:
    from dragoman.workbench import Dossier

ID = re.compile(r"[a-z]-[0-9a-f]{12}")


def to_read(path: Path) -> "Dossier":
    """The dossier at `path`, to look at. Raises DossierError where there is none.

    Where the place can be written, the record that a command derives is kept there for the next command.
    """
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return dragoman.open(path, create=False, read_only=not writable)


def to_correct(path: Path) -> "Dossier":
    """The dossier at `path`, to write in. Raises DossierError where there is none."""
    return dragoman.open(path, create=False)


def dossier_and_ids(words: list[str]) -> tuple[Path, tuple[str, ...]]:
    """Arguments of the form `[DOSSIER] ID...`: the first is a dossier unless it looks like an id."""
    given = None if ID.fullmatch(words[0]) else Path(words[0])
    ids = tuple(words if given is None else words[1:])
    if not ids:
        raise UsageError(f"{words[0]!r} is no id; give the id of a row, such as one that `dragoman timeline` shows")
    return given or DEFAULT_DOSSIER, ids
