"""How many judged lines still stand: `python -m tests.showing.sheets [--dossiers FOLDER] [--draw COUNT --seed N]`.

With --draw it prints lines drawn from the same piles to judge anew: on the screen only, for they hold reports' words.
"""

import argparse
import os
import tempfile
from pathlib import Path

import dragoman

from .judging import judged
from .lines import Told, draw, lines_of

PILES = ("coffee-ico-quota-1987", "gaza-truce-2012-11", "iran-geneva-2013", "reports")  # not the one never tuned on


def main() -> None:
    """Read the piles that lines are drawn from, or take the dossiers that are there, and compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.showing.sheets")
    parser.add_argument("--dossiers", metavar="FOLDER", default=None, help="where to keep the dossiers")
    parser.add_argument("--draw", metavar="COUNT", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    shared = Path(os.environ.get("DRAGOMAN_SHARED", "../shared"))
    sheet = judged()
    found: dict[str, list[Told]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pile in PILES:
            with dragoman.open(Path(given.dossiers or folder) / f"{pile}.dossier") as dossier:
                dossier.read([shared / "reports" if pile == "reports" else shared / "clusters" / pile])
                found[pile] = lines_of(dossier)
    standing = {(pile, told.id) for pile, lines in found.items() for told in lines}
    hold = [row for row in sheet if row.holds]
    print(f"judged: {len(sheet)} lines, {len(hold)} say no more than their quotations")
    still = [row for row in sheet if (row.pile, row.id) in standing]
    print(f"still told as judged: {len(still)}, of which {sum(row.holds for row in still)} hold")
    print("; ".join(f"{pile} {len(lines)} lines" for pile, lines in found.items()))
    for pile, told in draw(found, given.draw, given.seed):
        print(f"\n{told.id} {pile} [{told.head}] {told.text}")
        print("\n".join(f"    “{' '.join(quote.split())}”" for quote in told.quotes))


if __name__ == "__main__":
    main()
