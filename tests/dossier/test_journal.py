"""The journal: only ever added to, and an undo can be undone."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from dragoman.dossier import Store
from dragoman.records.errors import DossierError, UsageError
from dragoman.records.journal import Anchor, EntryKind
from dragoman.records.span import Span

from .builders import AT, READER, fill

ANCHOR = Anchor(report="r-000000000001", kind="statements", span=Span(6, 34), quote="Varra has halted its efforts")
WHOLE = Anchor(report="r-000000000002", kind="reports")


def undo(store: Store, number: int) -> int:
    entry = store.append(EntryKind.UNDO, by="K. Vale", at=AT, value={"undoes": number})
    return entry.number


def test_entries_come_back_as_they_were_made_in_their_order(store: Store) -> None:
    east = datetime.timezone(datetime.timedelta(hours=3))
    first = store.append(
        EntryKind.MERGE_ACTORS,
        by="K. Vale",
        at=AT.astimezone(east),
        anchors=[ANCHOR, WHOLE],
        value={"name": "Åsk", "keep": [1, None, True], "deep": {"z": 1, "a": 2}},
        reason="one and the same",
    )
    second = store.append(EntryKind.CONFIRM, by="M", at=AT - datetime.timedelta(days=9), anchors=[WHOLE])
    assert (first.number, second.number) == (1, 2)
    assert first.at == AT
    assert first.anchors == (ANCHOR, WHOLE)
    assert first.value == {"name": "Åsk", "keep": [1, None, True], "deep": {"z": 1, "a": 2}}
    assert second.reason is None
    with Store.open(store.path, read_only=True) as again:
        assert again.entries() == (first, second) == store.entries()


def test_an_undo_is_told_and_can_be_undone(store: Store) -> None:
    for _ in range(2):
        store.append(EntryKind.REJECT, by="M", at=AT, anchors=[ANCHOR])
    assert undo(store, 1) == 3
    assert [entry.undone_by for entry in store.entries()] == [3, None, None]
    assert undo(store, 3) == 4
    assert [entry.undone_by for entry in store.entries()] == [None, None, 4, None]
    assert undo(store, 1) == 5
    assert [entry.undone_by for entry in store.entries()] == [5, None, 4, None, None]


@pytest.mark.parametrize(("number", "said"), [(9, "the journal has no entry 9"), (1, "was undone by entry 2")])
def test_an_undo_that_makes_no_sense_is_refused(store: Store, number: int, said: str) -> None:
    store.append(EntryKind.REJECT, by="M", at=AT, anchors=[ANCHOR])
    undo(store, 1)
    with pytest.raises(UsageError, match=said):
        undo(store, number)
    assert len(store.entries()) == 2


def test_forgetting_is_no_mere_entry(store: Store) -> None:
    with pytest.raises(ValueError, match="forgotten with `forget`"):
        store.append(EntryKind.FORGET, by="M", at=AT, anchors=[WHOLE])
    (report,) = fill(store, range(1, 2))
    store.forget(report.id, by="M", at=AT, reason="asked to")
    with pytest.raises(UsageError, match="entry 1 forgot a report, which cannot be undone"):
        undo(store, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET reason = 'other'",
        "UPDATE journal SET number = 7",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal(number, at, by, kind, value) VALUES (1, '2031-03-09', 'X', 'reject', '{}')",
        "UPDATE journal_anchors SET report = 'r-x'",
        "DELETE FROM journal_anchors",
        "REPLACE INTO journal_anchors(entry, place, report, kind) VALUES (1, 0, 'r-x', 'reports')",
        "UPDATE journal_quotes SET quote = 'never said'",
        "UPDATE journal_quotes SET quote = NULL, place = 1",
        "DELETE FROM journal_quotes",
        "REPLACE INTO journal_quotes(entry, place, quote) VALUES (1, 0, 'never said')",
    ],
)
def test_the_database_itself_refuses_to_rewrite_it(store: Store, statement: str) -> None:
    store.append(EntryKind.REJECT, by="M", at=AT, anchors=[ANCHOR, WHOLE], reason="why")
    before = store.entries()
    direct = sqlite3.connect(store.path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match="is append-only"):
        direct.execute(statement)
    direct.close()
    assert store.entries() == before


def test_a_store_opened_to_read_takes_no_entry(path: Path) -> None:
    with Store.open(path, read_only=True) as shown, pytest.raises(DossierError, match="opened only to be read"):
        shown.append(EntryKind.CONFIRM, by="M", at=AT)


def test_every_entry_changes_the_fingerprint(store: Store) -> None:
    seen = {store.fingerprint(READER)}
    for reason in ("one", "two"):
        store.append(EntryKind.RELEVANCE, by="M", at=AT, anchors=[WHOLE], reason=reason)
        seen.add(store.fingerprint(READER))
    assert len(seen) == 3
