"""Other processes that write a dossier, made by fork so that they start at once."""

import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import alembic.command  # noqa: F401  so that no child has to import it
from sqlalchemy.dialects.sqlite import pysqlite  # noqa: F401

from dragoman.dossier import Store

from .builders import AT, READER, a_reading, a_report


class Child:
    """A forked process that runs `work` with a function that reports lines to its parent."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        read_end, write_end = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(read_end)
            _run(work, write_end)
        os.close(write_end)
        self._lines = os.fdopen(read_end, encoding="utf-8")

    def line(self) -> str:
        """The next line reported; empty at the end."""
        return self._lines.readline().rstrip("\n")

    def end(self, *, kill: bool = False) -> list[str]:
        """Kill it or let it finish; the lines that were left. Fails if it failed by itself."""
        if kill:
            os.kill(self.pid, signal.SIGKILL)
        left = self._lines.read().split("\n")
        self._lines.close()
        _, status = os.waitpid(self.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code == 0 or (kill and code == -signal.SIGKILL), "\n".join(left[-40:])
        return [line for line in left if line]


def _run(work: Callable[[Callable[[str], None]], None], write_end: int) -> NoReturn:
    def say(line: str) -> None:
        os.write(write_end, f"{line}\n".encode())

    code = 1
    try:
        work(say)
        code = 0
    except BaseException:
        say(traceback.format_exc())
    finally:  # whatever happens, even a parent that is gone: the child never goes on as the test run
        os._exit(code)


def adding(path: Path, numbers: range) -> Callable[[Callable[[str], None]], None]:
    """Work that adds reports one by one and acknowledges each once it is kept."""

    def work(say: Callable[[str], None]) -> None:
        with Store.open(path) as store:
            for n in numbers:
                report = a_report(n)
                store.add(report, a_reading(report), reader=READER, retrieved=AT)
                say(report.id)

    return work
