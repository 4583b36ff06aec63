"""`python -m benchmarks.size`: what a pile costs at several sizes, and whether that stays flat.

For each size: seconds and peak memory per thousand reports of reconciling them all at once (in a process of its own);
seconds to add one report, read and reconciled, in a loaded process, and from a cold start with a query after it; and of
queries with filters the time within which 95 in a hundred are answered. Reading is timed on a sample. The reports are
those of the pile under DRAGOMAN_SHARED; with `--kept DOSSIER` they are that dossier's, with the readings that it has,
whatever read them.
"""

import argparse
import datetime
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.texts import ROOT
from dragoman.dossier import Store
from dragoman.reading.read import read
from dragoman.reading.version import reader_version
from dragoman.records.errors import InputError
from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.reports import load
from dragoman.workbench import Dossier, Filters

SIZES = (1_000, 2_000, 8_000, 19_000)
SAMPLE = 30  # reports that are added one by one, and queries of each kind
COLD = 3
_BATCH = 500
_MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
Kept = tuple[Report, Reading]


def pile() -> Iterator[Kept]:
    """The pile, read as it is asked for."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    for file in sorted((shared / "piles").glob("*.jsonl.gz")):
        for report in load(file):
            if not isinstance(report, InputError):
                yield report, read(report)


def of_dossier(path: Path) -> Iterator[Kept]:
    """What a dossier holds, in an order of its own."""
    with Store.open(path, read_only=True) as store:
        ids = list(store.report_ids())
        random.Random(1).shuffle(ids)
        for start in range(0, len(ids), _BATCH):
            for kept in store.kept(dict.fromkeys(ids[start : start + _BATCH]), reader=store.readers()[0]):
                if kept.reading is not None:
                    yield kept.report, kept.reading


def fill(path: Path, reports: Iterator[Kept], count: int) -> int:
    """Put as many more reports into a dossier as are there; how many it holds."""
    with Store.open(path) as store:
        while count > 0:
            some = list(islice(reports, min(_BATCH, count)))
            if not some:
                break
            count -= len(some)
            with store.changing():
                for report, reading in some:
                    store.add(report, reading, reader=reader_version(), retrieved=_MOMENT)
        return len(store.report_ids())


def reconciled(path: Path) -> tuple[float, float]:
    """Seconds to derive the record of a dossier, and by how many MiB the process grew; in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.size", "--reconcile", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: tuple[float, float] = tuple(json.loads(said))
    return found


def _reconcile(path: Path) -> None:
    before = peak()
    with Dossier.open(path) as dossier:
        spent = timed(lambda: dossier.claims(Filters(limit=1)))
    sys.stdout.write(json.dumps([spent, peak() - before]))


def peak() -> float:
    """The most memory that this process has had, in MiB. Linux counts what a parent had in a child's `ru_maxrss`."""
    status = Path("/proc/self/status")
    known = status.read_text() if status.exists() else ""
    lines = [line for line in known.splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) / 1024 if lines else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def files(reports: Sequence[Report], folder: Path) -> list[Path]:
    """Each report as a file of its own."""
    found = []
    for n, report in enumerate(reports):
        file = folder / f"new{n}.json"
        day = report.published.begin
        said = {"text": report.text, "title": report.title, "outlet": report.outlet}
        file.write_text(json.dumps({**said, "date": str(day) if day else None}), encoding="utf-8")
        found.append(file)
    return found


def added(path: Path, new: Sequence[Path]) -> tuple[list[float], list[float]]:
    """Seconds to add each report in a loaded process: to read it, and to bring the record up to date and ask."""
    reading, asking = [], []
    with Dossier.open(path) as dossier:
        for file in new:
            reading.append(timed(lambda file=file: dossier.read([file])))  # type: ignore[misc]
            asking.append(timed(lambda: dossier.claims(Filters(limit=20))))
    return reading[1:], asking[1:]  # the first loads the models


def cold(path: Path, new: Sequence[Path]) -> list[float]:
    """Seconds for each report from a cold start: a process that reads it, and one that asks."""

    def both(file: Path) -> None:
        for words in (["read", str(file), "--dossier", str(path)], ["claims", str(path), "--limit", "20", "--json"]):
            subprocess.run([sys.executable, "-m", "dragoman", *words], check=True, capture_output=True)

    return [timed(lambda file=file: both(file)) for file in new]  # type: ignore[misc]


def queries(path: Path) -> dict[str, float]:
    """Milliseconds within which 95 in a hundred questions to each table are answered."""
    day = datetime.date(1987, 3, 15)
    asked = (
        Filters(limit=50),
        Filters(status="disputed", limit=50),
        Filters(status="happened", limit=50),
        Filters(actor="japan", limit=50),
        Filters(actor="ec", begin=day, limit=50),
        Filters(begin=day, end=day + datetime.timedelta(days=6), limit=50),
        Filters(as_of=day, limit=50),
        Filters(source="minister", limit=50),
        Filters(report="r-1", limit=50),
    )
    found: dict[str, float] = {}
    with Dossier.open(path) as dossier:
        for name in ("claims", "timeline", "conflicts"):
            table: Callable[[Filters], object] = getattr(dossier, name)
            spent = sorted(timed(lambda f=f: table(f)) for _ in range(SAMPLE // 3) for f in asked)  # type: ignore[misc]  # noqa: B023
            found[name] = 1000 * spent[int(0.95 * len(spent))]
    return found


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def at_size(path: Path, held: int, new: Sequence[Report], folder: Path) -> None:
    """Measure a dossier, and print."""
    spent, grown = reconciled(path)
    thousands = held / 1000
    size = path.stat().st_size / 2**20
    print(
        f"{held:>7,} reports: reconciling {spent / thousands:6.1f} s and {grown / thousands:5.0f} MiB a thousand, "
        f"dossier {size / thousands:4.0f} MiB a thousand",
        flush=True,
    )
    written = files(new, folder)
    reading, asking = added(path, written[:-COLD])
    both = [a + b for a, b in zip(reading, asking, strict=True)]
    for what, times in (("read", reading), ("reconcile and ask", asking), ("both", both)):
        ordered = sorted(times)
        tail = ordered[int(0.9 * len(ordered))]
        print(f"        add one, {what:<18} median {statistics.median(times):.3f} s, nine in ten {tail:.3f} s")
    print(f"        add one, cold start        {statistics.median(cold(path, written[-COLD:])):.2f} s")
    for table, within in queries(path).items():
        print(f"        {table:<10} p95 {within:6.1f} ms", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", type=Path, help="a dossier whose reports and readings are taken")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--reconcile", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.reconcile is not None:
        _reconcile(given.reconcile)
        return
    reports = of_dossier(given.kept) if given.kept is not None else pile()
    new = [report for report, _ in islice(reports, SAMPLE + COLD)]
    if not new:
        raise SystemExit("no pile; set DRAGOMAN_SHARED or give --kept")
    read(new[0])
    spent = timed(lambda: [read(report) for report in new])
    print(f"reading {1000 * spent / len(new):.0f} s a thousand, over {len(new)} of the pile")
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "pile.dossier", Path(name)
        held = 0
        for size in sorted(given.sizes):
            before, held = held, fill(path, reports, size - held)
            if held == before:
                break
            copy = Path(name) / f"{size}.dossier"
            shutil.copy(path, copy)  # closed, so that its log is written back
            at_size(copy, held, new, folder)
            copy.unlink()


if __name__ == "__main__":
    main()
