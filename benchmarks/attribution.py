"""`python -m benchmarks.attribution`: the attribution yardstick as shipped, with an interval over its articles.

Reads through `dragoman.annotate` and counts with the yardstick's own script. The interval is a bootstrap: articles are
drawn with replacement, 10,000 times, and the middle 95% of the figures are told (Efron 1979). `--held-back` measures
on the tenth of the train part that is neither trained nor tuned on.
"""

import argparse
import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from training.attribution.held_back import held_back

from benchmarks.texts import ROOT
from dragoman import annotate

DRAWS = 10_000
_SHARE = 0.5  # of common characters from which on two contents are the same: the script's own


class Counted(NamedTuple):
    """Of one article: relations found, found exactly, told by the program, told by the annotator."""

    found: int
    exact: int
    told: int
    gold: int


def counted(script: ModuleType, gold: Path, name: str) -> Counted:
    """Read one article and count."""
    text = (gold / "text" / f"{name}.txt").read_bytes().decode("utf-8")  # line ends kept: offsets count them
    annotations = sorted((gold / "attributions").glob(f"{name}_*.ann"))
    relations, dropped = script.read_ann(annotations[0])
    drop = frozenset(i for start, end in dropped for i in range(start, end))

    def parts(one: dict[str, list[tuple[int, int]]]) -> dict[str, frozenset[int]]:
        return {k: script.chars(one.get(k) or [], text, drop) for k in ("source", "cue", "content")}

    wanted = [g for g in map(parts, relations) if g["content"]]
    told = [p for p in map(parts, annotate(text).as_dict()["attributions"]) if p["content"]]

    def overlap(g: dict[str, frozenset[int]], p: dict[str, frozenset[int]]) -> float:
        return len(g["content"] & p["content"]) / len(g["content"] | p["content"])

    def same(g: dict[str, frozenset[int]], p: dict[str, frozenset[int]]) -> bool:
        touches = bool(g["source"] & p["source"]) or not (g["source"] or p["source"])
        return touches and overlap(g, p) >= _SHARE

    found, _ = script.match(wanted, told, same, overlap)
    exact, _ = script.match(
        wanted, told, lambda g, p: (g["content"], g["source"]) == (p["content"], p["source"]), lambda *_: 1
    )
    return Counted(len(found), len(exact), len(told), len(wanted))


def f1(
    found: npt.NDArray[np.int64], told: npt.NDArray[np.int64], gold: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """F1 of sums along the last axis."""
    return np.asarray(2 * found.sum(-1) / np.maximum(1, told.sum(-1) + gold.sum(-1)))


def interval(rows: npt.NDArray[np.int64], column: int) -> tuple[float, float, float]:
    """F1 of a column (0 found, 1 exact) and the ends of its middle 95% over draws of articles."""
    drawn = np.random.default_rng(1).integers(0, len(rows), size=(DRAWS, len(rows)))
    figures = f1(rows[drawn, column], rows[drawn, 2], rows[drawn, 3])
    low, high = np.percentile(figures, (2.5, 97.5))
    return float(f1(rows[:, column], rows[:, 2], rows[:, 3])), float(low), float(high)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-back", action="store_true", help="the tenth of train that was kept aside")
    given = parser.parse_args()
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    yardsticks = shared / "yardsticks"
    gold = yardsticks / "polnear" / ("train" if given.held_back else "dev")
    names = [p.stem for p in sorted((gold / "text").glob("*.txt")) if not given.held_back or held_back(p.stem)]
    names = [name for name in names if any((gold / "attributions").glob(f"{name}_*.ann"))]
    if not names:
        raise SystemExit(f"nothing to read in {gold}; set DRAGOMAN_SHARED")
    script = _script(yardsticks / "attribution_score.py")
    rows = np.array([counted(script, gold, name) for name in names], dtype=np.int64)
    found, exact, told, wanted = rows.sum(0).tolist()
    print(f"{len(names)} articles, {wanted} attributions, {told} told: {found} found, {exact} exactly")
    for column, what in ((0, "relation"), (1, "exact")):
        print("{:<9} F1 {:.3f}   95% of draws {:.3f} to {:.3f}".format(what, *interval(rows, column)))


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no script at {path}; set DRAGOMAN_SHARED")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
