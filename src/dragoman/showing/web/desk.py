"""The dossier behind the pages: opened once, and anew when somebody has written in it. Each page is of one moment."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import ActorRow, GradeTold
from dragoman.showing.naming import LONGEST, standing
from dragoman.showing.plain import quoted
from dragoman.workbench import Dossier

T = TypeVar("T")
SAID = "said"  # the first of the keys under which words of tables are kept
KEPT = 64  # results kept of one version: briefs, pictures
Stamp = tuple[tuple[int, int, int], ...]


class Moment:
    """A dossier as it is at one moment, held: what is written meanwhile is not seen."""

    def __init__(self, dossier: Dossier, state: int) -> None:
        self.dossier = dossier
        self.version = dossier.version()
        self.kept = tuple(brief.number for brief in dossier.kept_briefs())
        self.users = 0
        self.is_held = True
        self._state = state
        self._made: OrderedDict[object, Future[Any]] = OrderedDict()
        self._lasting: set[object] = set()  # what many pages ask for, or takes long to make
        self.changed: Mapping[str, Sequence[str]] | None = None  # the rows that a moment before did not have so
        self._earlier: dict[object, Any] = {}  # what that moment had of words
        self._lock = threading.Lock()

    def once(self, key: object, make: Callable[[], T], *, lasting: bool = False) -> T:
        """What `make` gives: made once for this moment; the latest few are kept, and what is `lasting`."""
        with self._lock:
            made = self._made.get(key)
            mine = made is None
            if made is None:
                made = self._made[key] = Future()
                if lasting:
                    self._lasting.add(key)
                passing = [one for one in self._made if one not in self._lasting]
                for one in passing[:-KEPT]:
                    del self._made[one]
            self._made.move_to_end(key)
        if mine:
            self._make(key, made, make)
        found: T = made.result()
        return found

    def _make(self, key: object, made: "Future[Any]", make: Callable[[], object]) -> None:
        """Make what others who ask for it meanwhile wait for."""
        try:
            made.set_result(make())
        except BaseException as error:
            with self._lock:
                self._made.pop(key, None)  # whoever asks next may have more luck
            made.set_exception(error)

    def hold(self) -> bool:
        """Hold the dossier again; whether it still is as it was."""
        state = self.dossier.pin()
        self.is_held = state == self._state
        if not self.is_held:
            self.dossier.unpin()
        return self.is_held

    def let_go(self) -> None:
        """Hold it no longer: nobody is asking."""
        self.is_held = False
        self.dossier.unpin()

    def keep(self, before: "Moment") -> None:
        """Share what was made of the same version, and what still is being made of it for the moment before."""
        self._made, self._lasting, self._lock = before._made, before._lasting, before._lock

    def follow(self, before: "Moment") -> None:
        """Go on from an earlier moment: what it holds of tables is amended, where it is known which rows changed."""
        self.changed = self.dossier.changed_since(before.dossier)
        if self.changed is not None:
            self.dossier.follow(before.dossier)
            with before._lock:
                made = [(key, one) for key, one in before._made.items() if isinstance(key, tuple) and key[0] == SAID]
            self._earlier = {key: one.result() for key, one in made if one.done() and one.exception() is None}

    def earlier(self, key: object) -> Any | None:
        """The words of the moment before under a key, to be gone on from by what has changed; asked for once."""
        with self._lock:
            return self._earlier.pop(key, None)

    @cached_property
    def actors(self) -> dict[str, ActorRow]:
        """The actors by their id."""
        return self.once("actors", lambda: {row.id: row for row in self.dossier.actors()}, lasting=True)

    def called(self, actor: ActorRef) -> str:
        """An actor as the brief calls it; words that name nobody ("its leaders") are quoted."""
        row = self.actors.get(actor.id)
        return standing(row.name if row else actor.name, row) or quoted(actor.name, LONGEST)

    @cached_property
    def grades(self) -> dict[str, GradeTold]:
        """The grades of sources, by whose they are: "actor a-...", "outlet ...", "origin o-..."."""
        return self.once("grades", lambda: {one.id: one for one in self.dossier.grades()}, lasting=True)

    @cached_property
    def reports(self) -> dict[str, ReportRow]:
        """The reports by their id."""
        return self.once("reports", lambda: {row.id: row for row in self.dossier.reports()}, lasting=True)


class Desk:
    """Gives each request the dossier as it is at one moment: all that a page asks is answered from one state of it.

    While a new record is derived, others still get the one before. Nothing is held on to while nobody asks: a state
    that is held keeps what is written meanwhile in the log.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._path = path
        self.is_writable = not read_only and os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        self._turn = threading.Lock()
        self._count = threading.Lock()
        self._seen: Stamp = ()
        self._moment: Moment | None = None

    @contextmanager
    def now(self, *, fresh: bool = False) -> Iterator[Moment]:
        """The dossier as it is. `fresh`: wait for what was written last, such as one's own correction."""
        moment = self._take(fresh)
        try:
            yield moment
        finally:
            self._give_back(moment)

    def retain(self, moment: Moment) -> Callable[[], None]:
        """Hold a moment that is in use beyond that use; what is given lets go of it."""
        with self._count:
            moment.users += 1
        return lambda: self._give_back(moment)

    def close(self) -> None:
        """Let go of the file."""
        moment, self._moment = self._moment, None
        if moment is not None:
            moment.dossier.close()

    def _take(self, fresh: bool) -> Moment:
        if self._moment is None or _stamp(self._path) != self._seen:
            wait = fresh or self._moment is None
            if self._turn.acquire(blocking=wait):
                try:
                    self._look_again()
                finally:
                    self._turn.release()
        while (moment := self._taken()) is None:
            with self._turn:
                self._look_again()
        return moment

    def _taken(self) -> Moment | None:
        """The moment, held; None where something was written since nobody held it."""
        with self._count:
            moment = self._moment
            assert moment is not None
            if not moment.is_held and not moment.hold():
                return None
            moment.users += 1
            return moment

    def _look_again(self) -> None:
        stamp = _stamp(self._path)
        if self._moment is not None and stamp == self._seen and self._moment.is_held:
            return
        moment = self._fresh()
        with self._count:
            before, self._moment = self._moment, moment
            idle = before is not None and before.users == 0
        if before is not None and before.version == moment.version:
            moment.dossier.take_over(before.dossier)
        elif before is not None:
            moment.follow(before)
        if before is not None and (before.version, before.kept) == (moment.version, moment.kept):
            moment.keep(before)  # nothing but what is kept beside the record was written
        self._seen = stamp
        if before is not None and idle:
            before.dossier.close()

    def _fresh(self) -> Moment:
        """The dossier as it is now, with its record."""
        if not self.is_writable:
            opened = Dossier.open(self._path, create=False, read_only=True)
            return Moment(opened, opened.pin())
        with Dossier.open(self._path, create=False) as writing:  # first, for it brings an older file up to date
            opened = Dossier.open(self._path, create=False, read_only=True)
            while (state := writing.settled(opened.pin)) is None:
                writing.bring_up_to_date()
        return Moment(opened, state)

    def _give_back(self, moment: Moment) -> None:
        with self._count:
            moment.users -= 1
            over = moment.users == 0 and moment is not self._moment
            if moment.users == 0 and not over and not self._turn.locked():
                moment.let_go()
        if over:
            moment.dossier.close()


def _stamp(path: Path) -> Stamp:
    """What the file and its log look like from outside: it changes whenever something is written."""
    found = []
    for one in (path, path.with_name(path.name + "-wal")):
        try:
            told = one.stat()
        except FileNotFoundError:
            found.append((0, 0, 0))
        else:
            found.append((told.st_ino, told.st_size, told.st_mtime_ns))
    return tuple(found)
