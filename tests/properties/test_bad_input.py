"""Property 6: a bad input costs that input alone, is named with its reason, and the exit code tells."""

import gzip
from pathlib import Path

import pytest

from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.records.time import Published
from dragoman.workbench import Dossier, intake

GOOD = "The envoy of Brenn said on Monday that talks with Ossary would go on. “We are patient,” she said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report and many kinds of bad ones."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.json").write_text('{"title": "x", "text": ', encoding="utf-8")
    (folder / "no-text.json").write_text('{"title": "x"}', encoding="utf-8")
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One two three four."}\n' * 200)[:-20])
    (folder / "blank.txt").write_text("  \n\n \t", encoding="utf-8")
    (folder / "latin.txt").write_bytes(
        "Le médiateur a parlé. The envoy of Brenn said it was café time.".encode("cp1252")
    )
    return folder


def test_bad_files_are_named_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    with Dossier.open(tmp_path / "x.dossier") as dossier:
        result = dossier.read([folder, tmp_path / "nowhere"])
        failed = {failure.file.split("#")[0].rsplit("/", 1)[-1]: failure.reason for failure in result.failures}
        assert {
            "empty.txt",
            "binary.txt",
            "broken.json",
            "no-text.json",
            "cut.jsonl.gz",
            "blank.txt",
            "nowhere",
        } == set(failed)
        assert all(len(reason) > 10 for reason in failed.values())
        read = {row.file.split("#")[0] for row in dossier.reports()}
        assert {"good.txt", "latin.txt"} <= read
        assert any("UTF-8" in warned.message for warned in result.warnings if warned.file == "latin.txt")


def test_a_folder_without_reports_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with Dossier.open(tmp_path / "x.dossier") as dossier:
        result = dossier.read([empty])
    assert [failure.file for failure in result.failures] == [str(empty)]


def test_good_reports_read_beside_bad_ones_are_read_alike(folder: Path, tmp_path: Path) -> None:
    with Dossier.open(tmp_path / "with.dossier") as beside, Dossier.open(tmp_path / "alone.dossier") as alone:
        beside.read([folder])
        alone.read([folder / "good.txt"])
        row = alone.reports()[0]
        assert beside.reading(row.id) == alone.reading(row.id)


def test_a_file_that_was_mended_is_no_failure_any_more(folder: Path, tmp_path: Path) -> None:
    with Dossier.open(tmp_path / "x.dossier") as dossier:
        dossier.read([folder])
        before = dossier.counts().failed_count
        (folder / "empty.txt").write_text("The council met on Tuesday, its chair said.", encoding="utf-8")
        dossier.read([folder])
        assert dossier.counts().failed_count == before - 1


def test_a_fault_of_our_own_costs_that_report_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = intake.read_dated

    def failing(report: Report, given: Published | None) -> Reading:
        if "Brenn said on Monday" in report.text:
            raise ZeroDivisionError("a fault")
        return whole(report, given)

    monkeypatch.setattr(intake, "read_dated", failing)
    with Dossier.open(tmp_path / "x.dossier") as dossier:
        result = dossier.read([folder / "good.txt", folder / "latin.txt"])
        assert [failure.file for failure in result.failures] == ["good.txt"]
        assert "ZeroDivisionError: a fault" in result.failures[0].reason
        assert [row.file for row in dossier.reports()] == ["latin.txt"]
