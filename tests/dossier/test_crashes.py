"""Killed at any moment, or out of space: what was committed is there, and the same work can be finished."""

import random
import resource
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.dossier import Store
from dragoman.records.errors import DossierError
from dragoman.records.journal import EntryKind

from .builders import AT, READER, a_reading, a_report, fill
from .processes import Child, adding

REPORTS = range(1, 201)
KILLS = 15


def assert_whole(path: Path) -> None:
    """Nothing in the file contradicts anything else in it."""
    direct = sqlite3.connect(path)
    assert direct.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert direct.execute("PRAGMA foreign_key_check").fetchall() == []
    direct.execute("INSERT INTO report_words(report_words, rank) VALUES ('integrity-check', 1)")
    direct.close()


def assert_holds(path: Path, ids: set[str]) -> None:
    """Every one of these reports is there with its reading and its words."""
    with Store.open(path, create=False) as store:
        kept = set(store.report_ids())
        assert ids <= kept
        assert store.unread(dict.fromkeys(kept), reader=READER) == ()
        assert set(store.search("halted", limit=999)) == kept
        readings = store.readings(dict.fromkeys(kept), reader=READER)
        assert all(reading == a_reading(report) for reading, report in zip(readings, store.reports(), strict=True))


def test_killed_again_and_again_nothing_acknowledged_is_lost(path: Path) -> None:
    chance = random.Random(1)
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        child = Child(adding(path, REPORTS))
        acknowledged.update(child.line() for _ in range(len(acknowledged) + chance.randrange(1, 12)))
        time.sleep(chance.random() * 0.008)
        acknowledged.update(child.end(kill=True))
        assert_whole(path)
        assert_holds(path, acknowledged)
    assert 15 < len(acknowledged) < len(REPORTS)
    acknowledged.update(Child(adding(path, REPORTS)).end())
    assert acknowledged == {a_report(n).id for n in REPORTS}
    assert_whole(path)
    assert_holds(path, acknowledged)


@pytest.mark.parametrize("seed", range(12))
def test_killed_while_it_is_made_it_is_finished_by_the_next(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "talks.dossier"
    child = Child(adding(path, range(1, 4)))
    time.sleep(0.003 * (seed + random.Random(seed).random()))
    acknowledged = set(child.end(kill=True))
    with Store.open(path) as store:
        assert acknowledged <= set(store.report_ids())
        fill(store, range(1, 4))
    assert_whole(path)
    assert_holds(path, {a_report(n).id for n in range(1, 4)})


@pytest.mark.parametrize("limit", [0, 512, 4096, 20_000, 40_000, 90_000, 200_000, 300_000])
def test_a_full_disk_is_said_and_costs_nothing_committed(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "talks.dossier"
    if limit > 100_000:
        with Store.open(path) as store:
            fill(store, range(1, 6))
    work = adding(path, REPORTS)

    def cramped(say: Callable[[str], None]) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            work(say)
        except DossierError as error:
            say(f"error {error}")

    *acknowledged, error = Child(cramped).end()
    assert error.startswith(f"error {path}: no space left to write it")
    assert "free some space and run the same command again" in error
    with Store.open(path) as store:
        assert set(acknowledged) <= set(store.report_ids())
        fill(store, range(1, 11))
    assert_whole(path)
    assert_holds(path, {*acknowledged, *(a_report(n).id for n in range(1, 11))})


def test_a_store_goes_on_once_there_is_space_again(path: Path) -> None:
    def work(say: Callable[[str], None]) -> None:
        old = resource.getrlimit(resource.RLIMIT_FSIZE)
        with Store.open(path) as store:
            fill(store, range(1, 3))
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
            for n in range(3, 6):
                report = a_report(n)
                with pytest.raises(DossierError, match="no space left"):
                    store.add(report, a_reading(report), reader=READER, retrieved=AT)
            with pytest.raises(DossierError, match="no space left"):
                store.append(EntryKind.CONFIRM, by="M", at=AT)
            assert len(list(store.reports())) == 2
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
            fill(store, range(3, 6))
            say(str(len(store.report_ids())))

    assert Child(work).end() == ["5"]
    assert_whole(path)
    assert_holds(path, {a_report(n).id for n in range(1, 6)})
