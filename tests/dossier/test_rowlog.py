"""The log of changed rows says what has changed since a state that it knows, and nothing of any other."""

from pathlib import Path

import pytest

from dragoman.dossier import Store, rowlog
from dragoman.dossier.rows import KeptRow, Rows


def row(name: str, sheet: str = "claims") -> KeptRow:
    return KeptRow(sheet, name, name.encode(), b"{}", None, None, False, False, frozenset())


def change(store: Store, *names: str, taken: tuple[str, ...] = ()) -> rowlog.Mark:
    """Put and take rows; the mark then."""
    with store.shelves() as (_, rows):
        rows.take("claims", taken)
        rows.put([row(name) for name in names])
        rows.note()
        found = rows.mark()
    assert found is not None
    return found


def since(store: Store, then: rowlog.Mark) -> dict[str, list[str]] | None:
    with store.rows() as rows:
        return rows.changed_after(then)


def test_what_came_and_went_since_a_mark_is_told(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.dossier") as store:
        first = change(store, "c-1")
        second = change(store, "c-2", "c-3")
        third = change(store, "c-1b", taken=("c-1", "c-2"))
        assert since(store, first) == {"claims": ["c-1", "c-1b", "c-2", "c-3"]}
        assert since(store, second) == {"claims": ["c-1", "c-1b", "c-2"]}
        assert since(store, third) == {}


def test_a_mark_of_another_log_is_not_known(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.dossier") as one, Store.open(tmp_path / "y.dossier") as other:
        mark = change(one, "c-1")
        change(other, "c-1")
        assert since(other, mark) is None


def test_what_is_too_long_ago_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rowlog, "_KEPT", 3)
    with Store.open(tmp_path / "x.dossier") as store:
        marks = [change(store, f"c-{n}") for n in range(6)]
        assert [since(store, mark) is None for mark in marks] == [True, True, True, False, False, False]
        assert since(store, marks[3]) == {"claims": ["c-4", "c-5"]}


def test_rows_that_are_all_new_cannot_be_gone_on_to(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.dossier") as store:
        mark = change(store, "c-1")
        with store.shelves() as (_, rows):
            rows.clear()
            rows.put([row("c-2")])
            rows.note()
        assert since(store, mark) is None
        with store.rows() as rows:
            assert isinstance(rows, Rows) and rows.mark() != mark
