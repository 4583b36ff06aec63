"""A copy of the example's dossier, and the command line in a folder of its own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.cli.main import run


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def folder(example_path: Path, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `talks.dossier` and `examples/reports` lie in it."""
    shutil.copy(example_path, tmp_path / "talks.dossier")
    shutil.copytree(example, tmp_path / "examples" / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process."""

    def run_it(*args: str) -> Outcome:
        capfd.readouterr()
        code = run(list(args))
        said = capfd.readouterr()
        return Outcome(code, said.out, said.err)

    return run_it
