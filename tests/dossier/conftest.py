"""Stores to test with."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dragoman.dossier import Store

_NOBODY = 65534


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new, empty dossier; copy it rather than write it."""
    path = tmp_path_factory.mktemp("finished") / "new.dossier"
    Store.open(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, finished: Path) -> Path:
    """A new, empty dossier to write."""
    return Path(shutil.copy(finished, tmp_path / "talks.dossier"))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The same, opened."""
    with Store.open(path, patience=0.3) as opened:
        yield opened


@contextmanager
def read_only_place(folder: Path) -> Iterator[None]:
    """The folder and its files cannot be written meanwhile, not even by root."""
    places = [folder, *folder.iterdir()]
    modes = {place: stat.S_IMODE(place.stat().st_mode) for place in places}
    root = os.geteuid() == 0
    # Root writes everywhere, so it acts as nobody meanwhile, who must get as far as the folder.
    closed = [p for p in folder.parents if root and not p.stat().st_mode & stat.S_IXOTH]
    modes.update({parent: stat.S_IMODE(parent.stat().st_mode) for parent in closed})
    for parent in closed:
        parent.chmod(modes[parent] | 0o011)
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for place, mode in modes.items():
            place.chmod(mode)
