"""Score the sheets: `python -m tests.process.sheets [--errors CLUSTER] [--dossiers FOLDER]`.

The errors of a sheet that is never tuned on are not shown.
"""

import argparse
import os
import tempfile
from pathlib import Path

import dragoman

from .score import Output
from .sheet import sheets

_NEVER_TUNED_ON = "greece-bailout-2015"


def main() -> None:
    """Read each sheet's cluster, or take the dossier that is there, and print what of the sheet is in the output."""
    parser = argparse.ArgumentParser(prog="python -m tests.process.sheets")
    parser.add_argument("--errors", metavar="CLUSTER", default=None)
    parser.add_argument("--only", metavar="CLUSTER", default=None)
    parser.add_argument("--dossiers", metavar="FOLDER", default=None, help="where to keep the dossiers")
    given = parser.parse_args()
    if given.errors == _NEVER_TUNED_ON:
        parser.error(f"{_NEVER_TUNED_ON} is never tuned on: totals only")
    clusters = Path(os.environ.get("DRAGOMAN_SHARED", "../shared")) / "clusters"
    if not clusters.is_dir():
        parser.error(f"no real reports at {clusters}")
    with tempfile.TemporaryDirectory() as folder:
        for sheet in sheets():
            if given.only in (None, sheet.cluster):
                with dragoman.open(Path(given.dossiers or folder) / f"{sheet.cluster}.dossier") as dossier:
                    dossier.read([clusters / sheet.cluster])
                    score = Output(dossier).score(sheet)
                print(f"{sheet.cluster:24} {len(score.found)}/{len(sheet.items)} against: {len(score.against)}")
                if given.errors == sheet.cluster:
                    print("  missed: " + ", ".join(score.missed))
                    print("\n".join(f"  against: {line}" for line in score.against))


if __name__ == "__main__":
    main()
