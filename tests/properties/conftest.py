"""The example, read once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.workbench import Dossier


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
