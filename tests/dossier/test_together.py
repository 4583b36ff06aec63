"""Several at once: readers see what is committed, writers wait their turn and no longer."""

import sqlite3
import threading
from pathlib import Path

import pytest

from dragoman.dossier import Store
from dragoman.records.errors import DossierError

from .builders import AT, READER, a_reading, a_report, fill
from .processes import Child, adding
from .test_crashes import assert_holds, assert_whole


def test_two_processes_make_and_fill_one_dossier(tmp_path: Path) -> None:
    path = tmp_path / "talks.dossier"
    children = [Child(adding(path, numbers)) for numbers in (range(1, 40), range(20, 60), range(1, 60))]
    acknowledged = {line for child in children for line in child.end()}
    assert acknowledged == {a_report(n).id for n in range(1, 60)}
    assert_whole(path)
    assert_holds(path, acknowledged)


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    fill(store, range(1, 4))
    holder = sqlite3.connect(store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute("DELETE FROM readings")
    with Store.open(store.path, read_only=True) as reader:
        assert len(list(reader.readings(dict.fromkeys(reader.report_ids()), reader=READER))) == 3
    holder.execute("ROLLBACK")
    holder.close()


def test_a_stream_shows_the_dossier_as_it_was_when_it_began(store: Store) -> None:
    made = fill(store, range(1, 120))
    stream = store.reports()
    first = next(stream)
    fill(store, range(120, 130))
    store.forget(made[-1].id, by="K", at=AT, reason="asked to")
    assert [first, *stream] == sorted(made, key=lambda report: report.id)


def test_a_store_can_be_asked_as_it_stood(store: Store) -> None:
    fill(store, range(1, 4))
    with store.still():
        before = store.fingerprint(READER)
        with Store.open(store.path) as other:
            fill(other, range(4, 6))
        fill(store, range(6, 7))
        assert store.fingerprint(READER) == before
        assert len(store.report_ids()) == len(list(store.reports())) == 3
        with store.still():
            assert len(store.report_ids()) == 3
        assert len(store.report_ids()) == 3
    assert len(store.report_ids()) == 6
    assert store.fingerprint(READER) != before


@pytest.mark.parametrize("what", ["add", "open"])
def test_a_writer_that_waits_too_long_is_told_so(tmp_path: Path, store: Store, what: str) -> None:
    new = tmp_path / "new.dossier"
    holder = sqlite3.connect(store.path if what == "add" else new, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    report = a_report()
    with pytest.raises(DossierError, match=r"another program has been writing it for more than 0\.\d seconds"):
        if what == "add":
            store.add(report, a_reading(report), reader=READER, retrieved=AT)
        else:
            Store.open(new, patience=0.2)
    holder.execute("ROLLBACK")
    holder.close()
    assert store.report_ids() == ()
    fill(store, range(1, 2))


def test_threads_share_a_store(path: Path) -> None:
    store = Store.open(path)
    trouble: list[BaseException] = []

    def work(numbers: range) -> None:
        try:
            for report in fill(store, numbers):
                assert store.report(report.id) == report
        except BaseException as error:
            trouble.append(error)

    threads = [threading.Thread(target=work, args=(range(n, n + 10),)) for n in (1, 11, 21, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    assert len(store.report_ids()) == 30
    store.close()
