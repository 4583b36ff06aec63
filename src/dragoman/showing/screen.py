"""The screen: how wide it is and whether it takes colour. NO_COLOR is respected, as is a pipe."""

import os
import sys
from typing import TextIO

from rich.console import Console

NARROWEST = 60
WIDEST = 200
PIPED = 120  # where there is no terminal to ask


def console(width: int | None = None, file: TextIO | None = None) -> Console:
    """A console on `file` (standard output by default) as wide as its terminal, within bounds."""
    stream = file or sys.stdout
    measured = Console(file=stream)
    if width is None:
        width = measured.width if measured.is_terminal or os.environ.get("COLUMNS") else PIPED
    bounded = max(NARROWEST, min(WIDEST, width))
    return Console(file=stream, width=bounded, highlight=False, markup=False, emoji=False, soft_wrap=False)
