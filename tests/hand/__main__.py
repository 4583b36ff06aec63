"""Count what is found in the labelled passages: `python -m tests.hand [KIND] [--errors NEGOTIATION]`."""

import argparse
from pathlib import Path

from .draw import CLUSTERS, default_shared
from .judge import Kind
from .score import counts, score, table
from .sheet import CLOSED, drawn, sheet


def main() -> None:
    """Print the table; with --errors a line for each error of a negotiation, in ids, offsets and types."""
    parser = argparse.ArgumentParser(prog="python -m tests.hand", description=__doc__)
    parser.add_argument("kind", nargs="?", type=Kind, choices=tuple(Kind), help="one kind only")
    parser.add_argument("--errors", choices=CLUSTERS, help="list a negotiation's errors, without its reports' words")
    parser.add_argument("--shared", type=Path, default=default_shared(), help="the folder of real reports")
    given = parser.parse_args()
    if given.errors == CLOSED:
        parser.error(f"of {CLOSED} only totals are shown, so that nobody tunes on it")
    clusters = given.shared / "clusters"
    if not clusters.is_dir():
        parser.error(f"no real reports at {clusters}")
    verdicts = score(drawn(), sheet(), clusters)
    kinds = (given.kind,) if given.kind else tuple(Kind)
    print(table(counts(verdicts), kinds))
    for verdict in verdicts:
        if given.errors == verdict.cluster and verdict.kind in kinds:
            details = [field for field, right in verdict.details.items() if not right]
            if not verdict.right or details:
                print(f"{verdict.kind} {verdict.note}{f' (wrong: {chr(44).join(details)})' if details else ''}")


if __name__ == "__main__":
    main()
