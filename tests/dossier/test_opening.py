"""What can be opened, and what is said of what cannot."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.dossier import Store, schema
from dragoman.records.errors import DossierError, Exit

from .builders import AT, READER, a_report, fill
from .conftest import read_only_place


def _text(path: Path) -> None:
    path.write_text("Varra has halted its efforts.\n" * 100)


def _bytes(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite")


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE hosts(name)")
    made.close()


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA application_id = 7")
    made.close()


@pytest.mark.parametrize("make", [_text, _bytes, _short, _other_database, _other_program])
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_dossier_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], read_only: bool
) -> None:
    path = tmp_path / "some.file"
    make(path)
    before = path.read_bytes()
    with pytest.raises(DossierError) as caught:
        Store.open(path, read_only=read_only)
    assert str(caught.value).startswith(f"{path}: ")
    assert "is not a dossier" in str(caught.value)
    assert caught.value.exit is Exit.CANNOT_OPEN
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["some.file"]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_one_is_refused(path: Path, read_only: bool) -> None:
    with sqlite3.connect(path) as direct:
        direct.execute("UPDATE alembic_version SET version_num = '9999'")
    direct.close()
    with pytest.raises(DossierError, match=r"talks\.dossier: was made by a newer dragoman \(schema 9999.*install"):
        Store.open(path, read_only=read_only)


def test_an_older_one_is_not_changed_when_only_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))
    monkeypatch.setattr(schema, "HEAD", "9999")
    with pytest.raises(DossierError, match=r"made by an older dragoman .* copy it to a place"):
        Store.open(path, read_only=True)


@pytest.mark.parametrize(("create", "read_only"), [(False, False), (True, True), (False, True)])
def test_a_missing_one_is_named(tmp_path: Path, create: bool, read_only: bool) -> None:
    with pytest.raises(DossierError, match=r"no\.dossier: there is no dossier; make one with `dragoman read"):
        Store.open(tmp_path / "no.dossier", create=create, read_only=read_only)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_named(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(DossierError, match="is a folder; name a file in it"):
        Store.open(tmp_path, read_only=read_only)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"the folder .*/away does not exist; make it first"):
        Store.open(tmp_path / "away" / "talks.dossier")


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "away").write_text("a file")
    with pytest.raises(DossierError, match=r"the folder .*/away does not exist"):
        Store.open(tmp_path / "away" / "talks.dossier")


@pytest.mark.parametrize("name", ["a b.dossier", "100%.dossier", "who?.dossier", "no#1.dossier", "Åsk “x”.dossier"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name) as store:
        fill(store, range(1, 3))
    assert [p.name for p in tmp_path.iterdir()] == [name]
    with Store.open(str(tmp_path / name), create=False) as again:
        assert len(again.report_ids()) == 2


@pytest.mark.parametrize("create", [False, True])
def test_an_empty_file_is_one_whose_making_was_cut_short(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "talks.dossier"
    path.touch()
    with pytest.raises(DossierError, match="was begun and holds nothing yet; run `dragoman read`"):
        Store.open(path, read_only=True)
    with Store.open(path, create=create) as store:
        assert store.report_ids() == ()
        assert store.meta()["schema"] == schema.HEAD


class TestReadOnlyPlace:
    def test_it_cannot_be_written(self, path: Path) -> None:
        with read_only_place(path.parent), pytest.raises(DossierError, match=r"cannot be written .*read-only"):
            Store.open(path)

    def test_none_can_be_made_there(self, tmp_path: Path) -> None:
        place = tmp_path / "place"
        place.mkdir()
        with read_only_place(place), pytest.raises(DossierError, match=r"cannot be written .*read-only"):
            Store.open(place / "new.dossier")

    def test_it_can_be_shown(self, path: Path) -> None:
        with Store.open(path) as store:
            made = fill(store, range(1, 4))
        with read_only_place(path.parent), Store.open(path, read_only=True) as shown:
            assert shown.report(made[0].id) == made[0]
            assert len(list(shown.readings(dict.fromkeys(shown.report_ids()), reader=READER))) == 3
            assert set(shown.search("efforts halted")) == {report.id for report in made}
            shown.cache("key", b"value")
            shown.remember_ids([("c-1", "s-1")])
            assert shown.cached("key") is None
            with pytest.raises(DossierError, match="opened only to be read"):
                shown.note_failure("f", "r", AT)
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    def test_changes_waiting_beside_it_are_not_passed_over(self, path: Path, tmp_path: Path) -> None:
        place = tmp_path / "place"
        place.mkdir()
        with Store.open(path) as store:
            fill(store, range(1, 3))
            for suffix in ("", "-wal"):
                shutil.copy(f"{path}{suffix}", place)
        with read_only_place(place), pytest.raises(DossierError, match=r"newest changes wait in .*-wal"):
            Store.open(place / path.name, read_only=True)
        with Store.open(place / path.name, read_only=True) as shown:
            assert shown.report_ids() == tuple(sorted(a_report(n).id for n in (1, 2)))


def test_a_store_opened_to_read_leaves_the_file_as_it_is(path: Path) -> None:
    with Store.open(path) as store:
        fill(store, range(1, 3))
    before = path.read_bytes()
    with Store.open(path, read_only=True) as shown:
        assert len(list(shown.reports())) == 2
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_damaged_one_says_so(path: Path) -> None:
    with Store.open(path) as store:
        fill(store, range(1, 60))
    whole = bytearray(path.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 64] = b"\xff" * 64
    path.write_bytes(whole)
    with pytest.raises(DossierError, match=r"talks\.dossier: the file is damaged .*restore it from a copy"):
        list(Store.open(path).reports())


@pytest.mark.parametrize("length", [100, 5000])
def test_one_cut_short_by_copying_says_so(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DossierError, match=r"talks\.dossier: the file is damaged .*restore it from a copy"):
        Store.open(path)


def test_opening_notes_who_made_it(store: Store) -> None:
    store.note_meta("encoder", "sha256:00")
    store.note_meta("encoder", "sha256:01")
    assert store.meta()["made_by"].startswith("dragoman ")
    assert store.meta()["encoder"] == "sha256:01"
