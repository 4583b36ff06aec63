"""Property 4 again: a disk that is full (a limit on the file's size stands in) loses nothing that was committed."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.records.errors import Exit
from dragoman.workbench import Dossier
from tests.properties.tables import all_tables

KIB = 1024


@pytest.mark.parametrize("limit", [200 * KIB, 420 * KIB])
def test_a_full_disk_is_said_and_the_same_command_finishes_the_work(
    example: Path, example_dossier: Dossier, tmp_path: Path, limit: int
) -> None:
    path = tmp_path / "full.dossier"
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", "read", str(example), "--dossier", str(path)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == Exit.CANNOT_OPEN, done.stderr
    assert str(path) in done.stderr
    assert "space" in done.stderr
    assert "Traceback" not in done.stderr
    with Dossier.open(path) as dossier:
        held = len(dossier.reports())
        assert held < len(example_dossier.reports())
        dossier.read([example])
        assert all_tables(dossier) == all_tables(example_dossier)
