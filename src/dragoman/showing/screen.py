"""The screen: how wide it is and whether it takes colour. NO_COLOR is respected, as is a pipe."""

import os
import sys
from typing import TextIO

from rich.console import Console, RenderableType

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


def put(screen: Console, *parts: RenderableType, width: int | None = None) -> None:
    """Print `parts`, without the blanks at the ends of lines that only a terminal's grid needs."""
    with screen.capture() as captured:
        for part in parts:
            screen.print(part, width=width)
    text = captured.get()
    screen.file.write("".join(f"{line.rstrip()}\n" for line in text.splitlines()))
