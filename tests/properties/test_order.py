"""Properties 2 and 3: the order of reports does not matter, and reading again changes nothing."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.workbench import Dossier
from tests.properties.tables import all_tables, tables_of


def orders(files: list[Path], seed: int) -> list[list[list[Path]]]:
    """Some ways to read the files: shuffled at once, shuffled one by one, in two halves."""
    rng = random.Random(seed)
    mixed, again, halves = (rng.sample(files, len(files)) for _ in range(3))
    cut = len(files) // 2
    return [[mixed], [[file] for file in again], [halves[:cut], halves[cut:]]]


@pytest.mark.parametrize("way", [0, 1, 2], ids=["at once", "one by one", "in halves"])
def test_any_order_of_the_example_gives_the_same_tables(
    example: Path, example_dossier: Dossier, tmp_path: Path, way: int
) -> None:
    files = sorted(example.iterdir())
    assert tables_of(orders(files, 7)[way], tmp_path / "x.dossier") == all_tables(example_dossier)


@pytest.mark.shared
def test_any_order_of_real_reports_gives_the_same_tables(shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "reports").glob("*.txt"))
    found = [tables_of(way, tmp_path / f"{n}.dossier") for n, way in enumerate(orders(files, 11))]
    assert len(found[0]["statements"]) > 1000
    assert all(tables == found[0] for tables in found[1:])


def test_another_process_gives_the_same_bytes(example: Path, example_dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "other.dossier"
    files = [str(file) for file in sorted(example.iterdir(), reverse=True)]
    script = "import sys, dragoman; dragoman.open(sys.argv[1]).read(sys.argv[2:])"
    for part in (files[::2], files[1::2]):
        subprocess.run([sys.executable, "-c", script, str(path), *part], check=True, env={"PYTHONHASHSEED": "5"})
    with Dossier.open(path) as dossier:
        assert all_tables(dossier) == all_tables(example_dossier)


def test_reading_again_changes_nothing(example: Path, example_path: Path, tmp_path: Path) -> None:
    path = shutil.copy(example_path, tmp_path / "again.dossier")
    with Dossier.open(path) as dossier:
        before = all_tables(dossier)
        result = dossier.read([example])
        assert result.new_count == 0
        assert result.known_count == len(dossier.reports())
        assert all_tables(dossier) == before
        copy = shutil.copy(next(example.glob("*.txt")), tmp_path / "zzz-copy.txt")
        assert dossier.read([copy]).new_count == 0
        shown = next(row for row in dossier.reports() if "zzz-copy.txt" in row.files)
        assert shown.file < "zzz-copy.txt"
