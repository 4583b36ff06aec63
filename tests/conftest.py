"""What tests share: the real reports, where they are to be had."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
