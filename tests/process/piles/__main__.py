"""Score the invented piles: `python -m tests.process.piles [NAME] [--dossiers FOLDER]`, with what is missed."""

import argparse
import tempfile
from pathlib import Path

import dragoman
from tests.process.sheets.score import Output
from tests.process.sheets.sheet import sheets

from .pile import FOLDER, write


def main() -> None:
    """Read each pile, or take the dossier that is there, and print what of its sheet is in the output."""
    parser = argparse.ArgumentParser(prog="python -m tests.process.piles")
    parser.add_argument("name", nargs="?")
    parser.add_argument("--dossiers", metavar="FOLDER", default=None, help="where to keep the dossiers")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        for sheet in sheets(FOLDER):
            if given.name in (None, sheet.cluster):
                folder = Path(given.dossiers or passing)
                with dragoman.open(folder / f"{sheet.cluster}.dossier") as dossier:
                    dossier.read([write(sheet.cluster, folder)])
                    score = Output(dossier).score(sheet)
                print(f"{sheet.cluster:24} {len(score.found)}/{len(sheet.items)} against: {len(score.against)}")
                print("  missed: " + ", ".join(score.missed))
                print("\n".join(f"  against: {line}" for line in score.against))


if __name__ == "__main__":
    main()
