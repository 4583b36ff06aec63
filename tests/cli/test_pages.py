"""Briefs and comparisons in every form, on standard output and in files."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

DAYS = ("2031-03-07", "2031-03-25")
STARTS = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html>", "md": b"# ", "json": b"{", "txt": b"Sardova"}


@pytest.mark.parametrize(("ending", "start"), STARTS.items())
def test_a_file_s_ending_says_the_form(ending: str, start: bytes, folder: Path, command: Command) -> None:
    outcome = command("brief", "talks.dossier", "--output", f"brief.{ending}")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"written: brief.{ending}\n")
    assert (folder / f"brief.{ending}").read_bytes().startswith(start)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_comparison_is_printed_in_the_form_asked_for(form: str, folder: Path, command: Command) -> None:
    outcome = command("compare", "talks.dossier", *DAYS, "--format", form)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith(STARTS[form].decode())
    assert "SUSPENDED" in command("compare", "talks.dossier", "2031-03-07", "2031-03-10").out


def test_a_comparison_as_json_is_its_model(folder: Path, command: Command) -> None:
    made = json.loads(command("compare", "talks.dossier", *DAYS, "--json").out)
    assert (made["first"], made["second"], made["known_then"]) == (*DAYS, False)
    assert {section["key"] for section in made["sections"]} >= {"stands", "figures", "disputed", "sourcing"}
    assert all(len(row["cells"]) == 2 for section in made["sections"] for row in section["grid"]["rows"])


def test_known_then_holds_nothing_of_a_later_report(folder: Path, command: Command) -> None:
    made = json.loads(command("compare", "talks.dossier", *DAYS, "--known-then", "--json").out)
    published = [item["published"]["end"] for item in made["reports"]]
    assert published
    assert all(day is not None and day <= DAYS[1] for day in published)


@pytest.mark.parametrize("words", [("talks.dossier", "2031-03-07"), ("talks.dossier", *DAYS, DAYS[0]), (DAYS[0],)])
def test_two_days_are_asked_for(words: tuple[str, ...], folder: Path, command: Command) -> None:
    outcome = command("compare", *words)
    assert outcome.code == 2
    assert "two days are compared" in outcome.err


def test_an_ending_that_says_nothing_is_asked_about(folder: Path, command: Command) -> None:
    outcome = command("brief", "talks.dossier", "--output", "brief.odt")
    assert outcome.code == 2
    assert "--format" in outcome.err
    assert not (folder / "brief.odt").exists()


def test_a_place_that_cannot_be_written_is_named(folder: Path, command: Command) -> None:
    outcome = command("brief", "talks.dossier", "--output", "nowhere/brief.md")
    assert outcome.code == 2
    assert outcome.err == "dragoman: nowhere/brief.md cannot be written: No such file or directory\n"


def test_a_kept_brief_is_what_the_next_goes_by(folder: Path, command: Command) -> None:
    outcome = command("brief", "talks.dossier", "--as-of", "2031-03-12", "--keep", "--by", "ada")
    assert "journal entry 1: the brief of 2031-03-12 is kept" in outcome.err
    made = json.loads(command("brief", "talks.dossier", "--json").out)
    assert (made["since"], made["since_ground"]) == ("2031-03-12", "kept")
    assert "keep brief" in command("journal", "talks.dossier").out
    assert command("journal", "talks.dossier", "--undo", "1", "--by", "ada").code == 0
    assert json.loads(command("brief", "talks.dossier", "--json").out)["since_ground"] == "week"


def test_a_brief_known_by_a_day_rests_on_the_reports_up_to_it(folder: Path, command: Command) -> None:
    made = json.loads(command("brief", "talks.dossier", "--known-by", "2031-03-09", "--json").out)
    assert made["known_by"] == "2031-03-09"
    assert 0 < made["report_count"] < 12
    assert all(item["published"]["end"] <= "2031-03-09" for item in made["reports"])


def test_a_day_before_everything_has_a_short_answer(folder: Path, command: Command) -> None:
    early = command("brief", "talks.dossier", "--known-by", "1990-01-01")
    assert early.code == 0
    assert "No report in this dossier is known to have been published by 1 January 1990." in early.out
    before = command("brief", "talks.dossier", "--as-of", "1990-01-01")
    assert before.code == 0
    assert len(before.out.splitlines()) < 12
