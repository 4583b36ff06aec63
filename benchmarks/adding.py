"""Seconds to add one report to a dossier that holds a thousand: with everything loaded, and from a cold start."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.texts import ROOT
from dragoman.records.errors import InputError
from dragoman.records.report import Report
from dragoman.reports import load
from dragoman.workbench import Dossier

HELD = 1000


def pile(count: int) -> list[str]:
    """So many short wire reports out of the pile, as lines of JSON; none where the pile is not to be had."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    files = sorted((shared / "piles").glob("*.jsonl.gz"))
    items = (item for file in files for item in load(file) if not isinstance(item, InputError))
    return [item.as_dict()["text"] for item in islice(items, count)]


def adding(texts: list[Report]) -> dict[str, float]:
    """Seconds by what is done: add (loaded), add (cold start), first table after it. Empty without the pile."""
    held = pile(HELD)
    if not held:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thousand.dossier"
        old, first, second = (Path(folder) / name for name in ("old", "new1.txt", "new2.txt"))
        old.mkdir()
        for n, text in enumerate(held):
            (old / f"{n:04d}.txt").write_text(text, encoding="utf-8")
        for file, report in zip((first, second), texts, strict=False):
            file.write_text(report.text, encoding="utf-8")
        spent: dict[str, float] = {}
        with Dossier.open(path) as dossier:
            spent[f"read {HELD:,}"] = timed(lambda: dossier.read([old]))
            spent["first table"] = timed(dossier.timeline)
            spent["add one, loaded"] = timed(lambda: dossier.read([first]))
            spent["next table"] = timed(dossier.timeline)
        command = [sys.executable, "-m", "dragoman", "read", str(second), "--dossier", str(path)]
        spent["add one, cold start"] = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    return spent


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
