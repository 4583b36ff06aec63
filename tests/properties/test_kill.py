"""Property 4: killed at any moment of a read, the dossier opens, holds all that was committed, and goes on."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.reading.parser import parser
from dragoman.workbench import Dossier
from tests.properties.tables import all_tables

KILLS = 50


def in_child(work: Callable[[], object]) -> int:
    """Run `work` in a forked process, which has the parser loaded already; its process id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def test_a_read_killed_at_random_moments_loses_nothing(example: Path, example_dossier: Dossier, tmp_path: Path) -> None:
    parser()  # so that each child is killed in its reading, not in loading
    rng = random.Random(3)
    began = time.monotonic()
    with Dossier.open(tmp_path / "whole.dossier") as dossier:
        dossier.read([example])
    span = time.monotonic() - began
    whole = all_tables(example_dossier)
    path = tmp_path / "killed.dossier"
    held = finished = 0
    for n in range(KILLS):
        if finished:
            path.unlink()
            held = finished = 0
        child = in_child(lambda: Dossier.open(path).read([example]))
        # The first kills come while the dossier is made, the others anywhere in the read.
        time.sleep(rng.uniform(0, 0.05 if n < 10 else span / 6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with Dossier.open(path) as dossier:
            rows = dossier.reports()
            assert len(rows) >= held, "a committed report is gone"
            held = len(rows)
            for row in rows:
                assert dossier.reading(row.id).text == dossier.report(row.id).text
            finished = held == len(example_dossier.reports())
    with Dossier.open(path) as dossier:
        dossier.read([example])
        assert all_tables(dossier) == whole
