"""Read the example and print what it scores: `python -m tests.gold [KIND ...]`; a KIND also lists misses and errors."""

import sys
import tempfile
from pathlib import Path

import dragoman

from .score import EXAMPLES, example, score, table, tables_of


def main(kinds: list[str]) -> None:
    """Print the table, and for each of `kinds` (or `all`) what was missed and what was wrong."""
    with tempfile.TemporaryDirectory() as folder, dragoman.open(Path(folder) / "example.dossier") as dossier:
        dossier.read([EXAMPLES / "reports"])
        tallies = score(*example(), tables_of(dossier))
    print(table(tallies.values()))
    for tally in tallies.values():
        if tally.kind in kinds or "all" in kinds:
            print(f"\n{tally.kind}: missed\n  " + "\n  ".join(tally.missed))
            print(f"{tally.kind}: wrong\n  " + "\n  ".join(tally.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
