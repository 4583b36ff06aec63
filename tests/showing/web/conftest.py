"""A copy of the example's dossier behind the application, and visitors to it."""

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.showing.web.app import application
from dragoman.showing.web.settings import Settings
from dragoman.workbench import Dossier

BASE = "http://127.0.0.1:8321"
TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


class Visitor(TestClient):
    """A browser without a screen: keeps cookies, sends forms with the token of the page that they are on."""

    def token(self, page: str = "/journal") -> str:
        found = TOKEN.search(self.get(page).text)
        assert found, "the page has no form"
        return found[1]

    def fill(self, address: str, fields: dict[str, Any], **more: Any) -> Any:
        return self.post(address, data={"form_token": self.token(more.pop("page", "/login")), **fields}, **more)

    def seen(self, row: str, page: str) -> str:
        """What a page's tick box says of a row: its id and what was seen of it."""
        found = re.search(rf'value="({row}~[0-9a-f]+)"', self.get(page).text)
        assert found, f"{row} is not on {page}"
        return unescape(found[1])


Visit = Callable[..., Visitor]


@pytest.fixture
def path(example_path: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "talks.dossier"
    shutil.copy(example_path, copied)
    return copied


@pytest.fixture
def visit(path: Path) -> Iterator[Visit]:
    """Makes visitors: of one application for the same settings."""
    made: dict[str, Any] = {}

    def visitor(base: str = BASE, **settings: Any) -> Visitor:
        asked = Settings(**{"path": path, "by": "M. Aldo", "patience": 60.0, **settings})
        app = made.setdefault(repr(asked), application(asked))
        return Visitor(app, base_url=base, raise_server_exceptions=True, follow_redirects=True)

    yield visitor


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    return visit()


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with Dossier.open(path, create=False) as opened:
        yield opened
