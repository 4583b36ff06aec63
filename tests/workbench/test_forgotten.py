"""What a person orders forgotten is in none of the tables from which the record is kept up to date."""

import sqlite3
from pathlib import Path

from dragoman.workbench import Dossier

WORDS = "Zephyrine Quillfeather said that the talks between Brenn and Lisse would resume at the Xylotype Bureau."
OTHER = "Brenn said on Monday that talks with Lisse would resume. The ministry denied it."


def everything(path: Path) -> str:
    kept = sqlite3.connect(path)
    tables = ("nodes", "entries", "record_words", "marks", "row_changes")
    cells = (cell for table in tables for row in kept.execute(f"SELECT * FROM {table}") for cell in row)
    found = " ".join(c.decode("utf-8", "replace") if isinstance(c, bytes) else str(c) for c in cells)
    kept.close()
    return found.lower()


def test_nothing_of_a_forgotten_report_is_left_in_what_was_derived(tmp_path: Path) -> None:
    path = tmp_path / "x.dossier"
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file, text in zip(files, (WORDS, OTHER), strict=True):
        file.write_text(text, encoding="utf-8")
    with Dossier.open(path) as dossier:
        assert not dossier.read(files).failures
        before = len(dossier.claims())
        assert "quillfeather" in everything(path)
        report = next(row for row in dossier.reports() if row.file == "a.txt")
        dossier.forget(report.id, by="A. Analyst", reason="asked to")
        kept = everything(path)
        assert not [word for word in ("quillfeather", "zephyrine", "xylotype", report.id) if word in kept]
        assert 0 < len(dossier.claims()) < before
