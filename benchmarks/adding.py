"""Seconds to add one report to a dossier that holds a thousand: with everything loaded, and from a cold start."""

import datetime
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.dossier import Store
from dragoman.reading.read import read
from dragoman.reading.version import reader_version
from dragoman.records.ids import report_id
from dragoman.records.report import Report
from dragoman.workbench import Dossier

HELD = 1000
_NOW = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)


def adding(texts: list[Report]) -> dict[str, float]:
    """Seconds by what is done: add (loaded), add (cold start), first table after it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thousand.dossier"
        _fill(path, texts)
        first, second = (Path(folder) / f"new{n}.txt" for n in (1, 2))
        for n, file in enumerate((first, second)):
            file.write_text(f"Report number {n}. " + texts[n].text, encoding="utf-8")
        with Dossier.open(path) as dossier:
            dossier.reports()
            start = time.perf_counter()
            dossier.read([first])
            loaded = time.perf_counter() - start
            start = time.perf_counter()
            dossier.timeline()
            derived = time.perf_counter() - start
        start = time.perf_counter()
        command = [sys.executable, "-m", "dragoman", "read", str(second), "--dossier", str(path)]
        subprocess.run(command, check=True, capture_output=True)
        cold = time.perf_counter() - start
    return {"add, loaded": loaded, "add, cold start": cold, "first table after it": derived}


def _fill(path: Path, texts: list[Report]) -> None:
    """Give the dossier a thousand reports: the texts again and again, each numbered so that it is another text."""
    readings = {report.id: read(report) for report in texts}
    with Store.open(path) as store:
        for n in range(HELD):
            report = texts[n % len(texts)]
            text = report.text + "\n" * (n // len(texts) + 1)
            copy = report.but(text=text, id=report_id(text, report.outlet))
            reading = readings[report.id]
            head = reading.report.but(id=copy.id)
            ids = {x.id: f"{x.id[:2]}{n:012x}{i}" for i, x in enumerate((*reading.attributions, *reading.events))}
            told = reading.but(
                report=head,
                text=text,
                attributions=tuple(a.but(id=ids[a.id], parent=ids.get(a.parent or "")) for a in reading.attributions),
                events=tuple(e.but(id=ids[e.id], attribution=ids.get(e.attribution or "")) for e in reading.events),
                figures=(),
            )
            store.add(copy, told, reader=reader_version(), retrieved=_NOW)
