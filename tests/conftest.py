"""What tests share: the real reports, where they are to be had, and the example, read once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dragoman.workbench import Dossier

ROOT = Path(__file__).resolve().parent.parent

# A test that fails does so for everyone, whatever they changed. `make explore` draws new examples instead.
# How long a machine takes is asked in benchmarks/ and never of a test: a busy one fails no health check.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and yardsticks (DRAGOMAN_SHARED, default ../shared); skips without it."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "reports").is_dir():
        pytest.skip(f"no real reports at {folder}; set DRAGOMAN_SHARED to run this test")
    return folder


@pytest.fixture(scope="session")
def example() -> Path:
    """The project's own example: invented reports."""
    return ROOT / "examples" / "reports"


@pytest.fixture(scope="session")
def example_path(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that has read the example; copy it before writing to it."""
    path = tmp_path_factory.mktemp("example") / "example.dossier"
    with Dossier.open(path) as dossier:
        assert not dossier.read([example]).failures
        dossier.record()
    return path


@pytest.fixture
def example_dossier(example_path: Path) -> Iterator[Dossier]:
    """The example's dossier, to look at."""
    with Dossier.open(example_path, create=False) as dossier:
        yield dossier
