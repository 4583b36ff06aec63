"""Forgetting: the words are gone from every corner of the file, and what stays says that they were there."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from dragoman.dossier import Store
from dragoman.dossier.forgetting import text_sha256
from dragoman.records.errors import DossierError, InputError
from dragoman.records.ids import report_id
from dragoman.records.journal import Anchor, EntryKind
from dragoman.records.report import Report

from .builders import AT, READER, a_reading, a_report, fill

SECRET = "Zyzzogeton"


def secret_report(outlet: str | None = "Varra Post") -> Report:
    text = a_report().text + f" {SECRET} hid there."
    return a_report(text=text, id=report_id(text, outlet), outlet=outlet, title=f"{SECRET} in hiding")


@pytest.fixture
def knowing(store: Store) -> Store:
    """A store with some reports, one of them to be forgotten, and entries on it."""
    report = secret_report()
    fill(store, range(1, 20))
    reading = a_reading(report).but(warnings=(SECRET,))
    store.add(report, reading, reader=READER, retrieved=AT)
    store.put_reading(report.id, reading, reader=READER, given="2031-03-08")
    fill(store, range(20, 40))
    store.cache("key", f"{SECRET} ".encode() * 3)
    for name in (report.id, a_report(1).id):
        anchor = Anchor(report=name, kind="statements", quote=f"{SECRET} hid there")
        store.append(EntryKind.REJECT, by="M", at=AT, anchors=[anchor], reason="no")
    return store


def test_what_it_said_is_gone_and_what_stays_is_told(knowing: Store) -> None:
    report = secret_report()
    stone = knowing.forget(report.id, by="K. Vale", at=AT, reason="a court's order")
    assert stone == knowing.tombstone(report.id)
    assert (stone.sha256, stone.day, stone.by) == (text_sha256(report.text), AT.date(), "K. Vale")
    assert report.id not in knowing.report_ids()
    assert len(knowing.report_ids()) == 39
    assert knowing.sources(report.id) == ()
    assert knowing.reading(report.id, reader=READER) is None
    assert knowing.reading(report.id, reader=READER, given="2031-03-08") is None
    assert knowing.search(SECRET) == ()
    assert len(knowing.search("inaccurate", limit=99)) == 39
    assert knowing.cached("key") is None
    first, second, forgotten = knowing.entries()
    assert [anchor.quote for entry in (first, second) for anchor in entry.anchors] == [
        None,
        f"{SECRET} hid there",
    ]
    assert first.anchors[0].report == report.id
    assert (forgotten.kind, forgotten.by, forgotten.reason) == (EntryKind.FORGET, "K. Vale", "a court's order")
    assert [anchor.report for anchor in forgotten.anchors] == [report.id]


def test_no_byte_of_it_stays_in_the_file(store: Store) -> None:
    path = store.path
    report = secret_report()
    fill(store, range(1, 20))
    store.add(report, a_reading(report), reader=READER, retrieved=AT)
    store.cache("key", SECRET.encode())
    anchor = Anchor(report=report.id, kind="statements", quote=f"{SECRET} hid there")
    store.append(EntryKind.REJECT, by="M", at=AT, anchors=[anchor])
    fill(store, range(20, 40))
    files = [path, path.with_name(path.name + "-wal")]

    def left() -> list[str]:
        return [file.name for file in files if SECRET.lower() in file.read_bytes().lower().decode("latin-1")]

    assert left() != []
    store.forget(report.id, by="K", at=AT, reason="asked to")
    assert left() == []
    assert store.search("varra", limit=99) != ()


def test_the_same_content_is_not_taken_again(knowing: Store) -> None:
    report = secret_report()
    knowing.forget(report.id, by="K", at=AT, reason="asked to")
    for again in (report, secret_report(outlet="Osk Herald"), secret_report(outlet=None)):
        with pytest.raises(InputError, match=rf"forgotten on 2031-03-09 \(asked to\) as {report.id}"):
            knowing.add(again, a_reading(again), reader=READER, retrieved=AT)
        assert again.id not in knowing.report_ids()
    with Store.open(knowing.path, read_only=True) as later:
        assert later.tombstone(report.id) is not None


def test_another_outlets_copy_that_is_kept_stays_kept(knowing: Store) -> None:
    copy = secret_report(outlet="Osk Herald")
    knowing.add(copy, a_reading(copy), reader=READER, retrieved=AT)
    knowing.forget(secret_report().id, by="K", at=AT, reason="asked to")
    assert knowing.search(SECRET) == (copy.id,)
    assert knowing.add(copy, a_reading(copy), reader=READER, retrieved=AT) == "same"


def test_forgetting_again_changes_nothing(knowing: Store) -> None:
    stone = knowing.forget(secret_report().id, by="K", at=AT, reason="asked to")
    later = AT + datetime.timedelta(days=3)
    assert knowing.forget(secret_report().id, by="L", at=later, reason="other") == stone
    assert len(knowing.entries()) == 3


def test_what_was_never_there_cannot_be_forgotten(knowing: Store) -> None:
    with pytest.raises(DossierError, match="holds no report r-000000000000"):
        knowing.forget("r-000000000000", by="K", at=AT, reason="asked to")
    assert knowing.tombstone("r-000000000000") is None
    assert len(knowing.entries()) == 2


def test_all_of_it_happens_or_nothing(knowing: Store, path: Path) -> None:
    report = secret_report()
    direct = sqlite3.connect(path)
    direct.execute("CREATE TRIGGER late BEFORE INSERT ON tombstones BEGIN SELECT RAISE(ABORT, 'cut short'); END")
    direct.commit()
    with pytest.raises(Exception, match="cut short"):
        knowing.forget(report.id, by="K", at=AT, reason="asked to")
    assert knowing.report(report.id) == report
    assert knowing.search(SECRET) == (report.id,)
    assert knowing.entries()[0].anchors[0].quote == f"{SECRET} hid there"
    assert len(knowing.entries()) == 2
    direct.close()
