"""Count the program's errors on the labels: `python -m tests.reading.attributions.hand [--errors]`."""

import argparse
import os
from pathlib import Path

from .score import counts, score, table
from .sheet import sheet

_ROOT = Path(__file__).resolve().parents[4]


def main() -> None:
    """Print the table; with --errors a line for each error, in ids, offsets and grades."""
    parser = argparse.ArgumentParser(prog="python -m tests.reading.attributions.hand", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list every error, without the report's words")
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("DRAGOMAN_SHARED", _ROOT.parent / "shared")),
        help="the folder of real reports (default: DRAGOMAN_SHARED, or ../shared)",
    )
    given = parser.parse_args()
    clusters = given.shared / "clusters"
    if not clusters.is_dir():
        parser.error(f"no real reports at {clusters}")
    verdicts = score(sheet(), clusters)
    print(table(counts(verdicts)))
    if given.errors:
        wrong = (verdict for verdict in verdicts if verdict.right is False)
        print("\n" + "\n".join(f"{verdict.label} {verdict.field}: {verdict.note}" for verdict in wrong))


if __name__ == "__main__":
    main()
