"""The invented record as fixtures."""

from typing import Any

import pytest

from tests.showing.invented import full_tables
from tests.showing.memory import in_memory


@pytest.fixture
def full() -> Any:
    """A dossier with something for every section."""
    return in_memory(full_tables())


@pytest.fixture
def empty() -> Any:
    """A dossier without reports."""
    return in_memory({})
