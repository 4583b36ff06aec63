"""Pages that tell of a whole pile take their time: they are made beside the requests, which wait a little."""

import gc
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from dragoman.showing.web.desk import Desk, Moment
from dragoman.workbench import Dossier

MAKERS = 2
KEPT = 16  # pages that were made and not fetched yet
MANY = 500  # reports; less is made as quickly as it is asked for
Make = Callable[[Moment], Any]


class Waiting:
    """Makes pages, each once however many wait for it, and the first ones before anybody asks."""

    def __init__(self, desk: Desk, patience: float) -> None:
        self._desk = desk
        self._patience = patience
        self._makers = ThreadPoolExecutor(MAKERS, "dragoman-pages")
        self._is_closed = False
        self._lock = threading.Lock()
        self._jobs: dict[object, Future[Any]] = {}  # by the record's version and what is asked for
        self._warm = ""  # the version of which the first pages were asked for

    def ask(self, moment: Moment, key: object, make: Make) -> Any | None:
        """What `make` gives of the moment; None where it is not made yet, and is being made."""
        job = self._job(moment, key, make)
        done, _ = wait([job], self._patience)
        if not done:
            return None
        with self._lock:
            self._jobs.pop((moment.version, moment.kept, key), None)
        return job.result()

    def prepare(self, moment: Moment, first: Iterable[Make]) -> None:
        """Make the first pages of a large pile beforehand, and keep with it what takes longest to make again."""
        with self._lock:
            is_new, self._warm = self._warm != moment.version, moment.version
        if is_new and len(moment.reports) >= MANY:
            self._submit(moment, lambda moment: self._first(moment, first))

    def close(self) -> None:
        """Make nothing more than what is being made."""
        self._is_closed = True
        self._makers.shutdown(wait=False, cancel_futures=True)

    def _first(self, moment: Moment, first: Iterable[Make]) -> None:
        moment.dossier.talks()
        if self._desk.is_writable:
            with Dossier.open(moment.dossier.path, create=False) as writing:
                writing.keep_talks(moment.dossier)
            with self._desk.now():
                pass  # what was written is taken note of here, and not while somebody waits for a page
        for make in first:
            if not self._is_closed:
                make(moment)
        _set_aside()

    def _job(self, moment: Moment, key: object, make: Make) -> "Future[Any]":
        with self._lock:
            known = self._jobs.get((moment.version, moment.kept, key))
            if known is None:
                over = [at for at, job in self._jobs.items() if job.done()]
                for at in over[:-KEPT]:
                    del self._jobs[at]
                known = self._jobs[moment.version, moment.kept, key] = self._submit(moment, make)
            return known

    def _submit(self, moment: Moment, make: Make) -> "Future[Any]":
        """Make something of a moment that is held: it stays so until that is done."""
        give_back = self._desk.retain(moment)

        def work() -> Any:
            try:
                return make(moment)
            finally:
                give_back()

        return self._makers.submit(work)


def _set_aside() -> None:
    """Leave what a whole pile is made of out of what Python's collector of garbage looks through.

    It would do so every few pages, a fifth of a second each time, and hold up whoever asks meanwhile.
    """
    gc.unfreeze()  # of the state before, what refers to itself
    gc.collect()
    gc.freeze()
