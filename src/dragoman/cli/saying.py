"""What a command says: data on standard output, remarks on standard error, each as one clear line."""

import getpass
import os
import sys

from dragoman.showing.plain import one_line


def out(text: str) -> None:
    """Data, as it is."""
    sys.stdout.write(text)


def remark(text: str) -> None:
    """A remark on one line, without what a terminal would obey."""
    sys.stderr.write(f"{one_line(text)}\n")


def who(by: str | None) -> str:
    """Who a correction is by: as given, or the user's name, which is then told."""
    if by:
        return by
    name = os.environ.get("USER") or getpass.getuser()
    remark(f"by {name} (--by gives another name)")
    return name
