"""What stands beside the record: failures, the cache, former ids, the fingerprint."""

import datetime
import sqlite3

import pytest

from dragoman.dossier import Failure, Store
from dragoman.records.journal import EntryKind

from .builders import AT, READER, a_reading, a_report, fill

LATER = AT + datetime.timedelta(hours=1)


def test_failures_are_kept_once_by_name(store: Store) -> None:
    store.note_failure("b.pdf", "no report", AT)
    store.note_failure("a.txt", "empty", AT)
    store.note_failure("a.txt", "empty", LATER)
    store.note_failure("b.pdf", "damaged", LATER)
    store.note_failure("caf\udce9.txt", "gone", AT)
    assert store.failures() == (
        Failure(file="a.txt", reason="empty", at=AT),
        Failure(file="b.pdf", reason="damaged", at=LATER),
        Failure(file=r"caf\xe9.txt", reason="gone", at=AT),
    )
    for file in ("a.txt", "caf\udce9.txt", "never.txt"):
        store.clear_failure(file)
    assert [failure.file for failure in store.failures()] == ["b.pdf"]


def test_the_cache_keeps_the_latest_few(store: Store) -> None:
    for n in range(6):
        store.cache(f"key-{n}", bytes([n]) * 5000)
    store.cache("key-3", b"")
    store.cache("key-6", b"six")
    kept = {n: store.cached(f"key-{n}") for n in range(7)}
    assert kept == {0: None, 1: None, 2: None, 3: b"", 4: b"\4" * 5000, 5: b"\5" * 5000, 6: b"six"}


def test_what_was_derived_before_a_change_is_not_kept(store: Store) -> None:
    (report,) = fill(store, range(1, 2))
    seen = store.fingerprint(READER)
    store.cache("early", b"value", reader=READER, fingerprint=seen)
    store.forget(report.id, by="K", at=AT, reason="asked to")
    store.cache("late", b"value", reader=READER, fingerprint=seen)
    assert (store.cached("early"), store.cached("late")) == (None, None)
    store.cache("now", b"value", reader=READER, fingerprint=store.fingerprint(READER))
    assert store.cached("now") == b"value"


def test_a_cache_that_cannot_be_written_is_no_error(store: Store) -> None:
    holder = sqlite3.connect(store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    store.cache("key", b"value")
    holder.execute("ROLLBACK")
    holder.close()
    assert store.cached("key") is None


def test_former_ids_lead_to_every_member_they_had(store: Store) -> None:
    store.remember_ids([("c-1", "s-2"), ("c-1", "s-1"), ("c-2", "s-3")])
    store.remember_ids(pair for pair in [("c-1", "s-1"), ("c-1", "s-4"), ("c-1", "s-4")])
    assert store.members_of("c-1") == ("s-1", "s-2", "s-4")
    assert store.members_of("c-2") == ("s-3",)
    assert store.members_of("c-9") == ()


class TestFingerprint:
    def test_it_is_the_readers_own(self, store: Store) -> None:
        assert store.fingerprint(READER) != store.fingerprint("reader-2")

    @pytest.mark.parametrize("change", ["report", "name", "reading", "forget"])
    def test_what_the_record_rests_on_changes_it(self, store: Store, change: str) -> None:
        (report, *_) = fill(store, range(1, 3))
        before = store.fingerprint(READER)
        if change == "report":
            fill(store, range(3, 4))
        elif change == "name":
            store.note_source(a_report(1, file="another.txt"), retrieved=AT)
        elif change == "reading":
            store.put_reading(report.id, a_reading(report), reader=READER, given="2031-03-08")
        else:
            store.forget(report.id, by="K", at=AT, reason="asked to")
        assert store.fingerprint(READER) != before

    def test_what_it_does_not_rest_on_leaves_it(self, store: Store) -> None:
        (report, *_) = fill(store, range(1, 3))
        before = store.fingerprint(READER)
        store.put_reading(report.id, a_reading(report), reader="reader-2")
        store.note_failure("a.txt", "empty", AT)
        store.cache("key", b"value")
        store.remember_ids([("c-1", "s-1")])
        store.note_meta("encoder", "sha256:00")
        store.note_source(a_report(1), retrieved=LATER)
        store.append(EntryKind.KEEP_BRIEF, by="K", at=AT, value={"as_of": "2031-03-08", "reports": []})
        assert store.fingerprint(READER) == before
