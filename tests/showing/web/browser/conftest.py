"""A server on a free port, and a browser; where none is installed these tests are skipped and say so."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from dragoman.showing.web.app import application
from dragoman.showing.web.settings import PATIENCE, Settings

CHROMIUM = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
MUST = os.environ.get("DRAGOMAN_BROWSER_TESTS") == "must"  # CI: skipping is failing
Open = Callable[..., Any]


@contextmanager
def serving(path: Path, *, patience: float = PATIENCE) -> Iterator[str]:
    """The address of a server of this dossier."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    app = application(Settings(path=path, port=port, by="M. Aldo", patience=patience))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if CHROMIUM is None:
        assert not MUST, "no browser: install chromium"
        pytest.skip("no browser here: install chromium, or name one with DRAGOMAN_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def looked_at(example_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that nobody corrects anything on."""
    path = tmp_path_factory.mktemp("browser") / "talks.dossier"
    shutil.copy(example_path, path)
    with serving(path) as address:
        yield address


@pytest.fixture
def corrected(example_path: Path, tmp_path: Path) -> Iterator[str]:
    """A server of one's own."""
    path = tmp_path / "talks.dossier"
    shutil.copy(example_path, path)
    with serving(path) as address:
        yield address


@pytest.fixture
def page_of(chromium: Any) -> Iterator[Open]:
    """Opens pages; fails where a page said something on the console or asked another machine."""
    troubles: list[str] = []
    contexts: list[Any] = []

    def opened(address: str, *, wide: int = 1440, scheme: str = "light", script: bool = True) -> Any:
        context = chromium.new_context(
            viewport={"width": wide, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="en-GB",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        host = "/".join(address.split("/")[:3])
        page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(host) else troubles.append(asked.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []
