"""Which files are reports, in which order."""

from pathlib import Path

import pytest

from dragoman.records.errors import InputError
from dragoman.reports import discover, name_of


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.json", "sub/d.jsonl.gz", "README.txt", ".hidden.txt", "e.pdf", ".git/f.txt"):
        path = tmp_path / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return tmp_path / "pile"


def test_a_folder_gives_its_reports_in_order(pile: Path) -> None:
    found = [path for path in discover([pile]) if isinstance(path, Path)]
    assert [name_of(path, [pile]) for path in found] == ["a.html", "b.txt", "sub/c.json", "sub/d.jsonl.gz"]


def test_a_file_named_twice_comes_once(pile: Path) -> None:
    found = [path for path in discover([pile / "b.txt", pile, pile / "sub" / ".." / "b.txt"]) if isinstance(path, Path)]
    assert [path.name for path in found] == ["b.txt", "a.html", "c.json", "d.jsonl.gz"]


def test_a_named_file_is_given_whatever_its_type(pile: Path) -> None:
    assert list(discover([pile / "e.pdf", pile / "README.txt"])) == [pile / "e.pdf", pile / "README.txt"]


def test_nothing_to_read_and_nothing_there_are_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    found = list(discover([empty, tmp_path / "missing"]))
    assert [isinstance(each, InputError) for each in found] == [True, True]
    assert "no reports in this folder" in str(found[0])
    assert "missing: no such file" in str(found[1])
