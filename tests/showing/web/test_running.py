"""The server is told to stop while it makes a page that takes long, or writes."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from dragoman.workbench import Dossier

AT_ONCE = 2.0  # seconds
SLOW = """
import sys, time
from pathlib import Path
from dragoman.showing.web import pages

def never(moment, asked):
    print("making", flush=True)
    {while_making}
    time.sleep(60)

pages.PAGES["/claims"] = pages.PAGES["/time"] = never
from dragoman.showing.web.running import run
from dragoman.showing.web.settings import Settings
run(Settings(path=Path(sys.argv[1]), port=int(sys.argv[2]), patience=60.0))
"""
WRITING = """from dragoman.records.journal import EntryKind
    from dragoman.workbench import Dossier
    writing = Dossier.open(moment.dossier.path, create=False)
    writing.correct(EntryKind.CONFIRM, (moment.dossier.claims()[0].id,), by="R. Lind")"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def ask(address: str) -> None:
    with suppress(OSError):
        urllib.request.urlopen(address, timeout=60).read()


def until_it_answers(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("page", "while_making"), [("/time", ""), ("/claims", ""), ("/claims", WRITING)])
def test_it_stops_at_once(path: Path, page: str, while_making: str, told: signal.Signals) -> None:
    port = free_port()
    with Dossier.open(path, create=False) as dossier:
        before = dossier.claims()
    script = SLOW.format(while_making=while_making)
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    ) as server:
        until_it_answers(port)
        asking = threading.Thread(target=ask, args=(f"http://127.0.0.1:{port}{page}",), daemon=True)
        asking.start()
        assert server.stdout is not None
        assert server.stdout.readline() == "making\n"
        time.sleep(0.2)
        server.send_signal(told)
        begin = time.monotonic()
        _, said = server.communicate(timeout=50)
        took = time.monotonic() - begin
    assert took < AT_ONCE
    assert server.returncode == (0 if told == signal.SIGINT else -told)
    assert said == ""
    with Dossier.open(path, create=False) as dossier:
        after = dossier.claims()
        assert [row.id for row in after] == [row.id for row in before]
        assert len(dossier.journal()) == bool(while_making)
