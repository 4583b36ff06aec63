from pathlib import Path

import pytest

from dragoman.cli.examples import EXAMPLES
from tests.cli.conftest import Command

READING = ("brief", "timeline", "reports", "state", "journal")


@pytest.mark.parametrize("name", READING)
def test_a_dossier_that_is_not_there_is_3_with_one_line(name: str, tmp_path: Path, command: Command) -> None:
    outcome = command(name, str(tmp_path / "no.dossier"))
    assert outcome.code == 3
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert "no.dossier" in outcome.err
    assert "dragoman read" in outcome.err
    assert not (tmp_path / "no.dossier").exists()


@pytest.mark.parametrize("name", ["brief", "timeline", "reports"])
def test_a_file_that_is_no_dossier_is_3_and_left_alone(name: str, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a dossier\n" * 200)
    outcome = command(name, str(path))
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert path.read_text() == "not a dossier\n" * 200


@pytest.mark.parametrize(
    "args",
    [
        ["timeline", "talks.dossier", "--as-of", "yesterday"],
        ["timeline", "talks.dossier", "--format", "xml"],
        ["timeline", "talks.dossier", "--limit", "-1"],
        ["timeline", "talks.dossier", "--nonsense"],
        ["nonsense"],
        ["read"],
        ["read", "examples/reports", "--published", "someday"],
        ["annotate", "examples/reports/courier.txt", "--published", "someday"],
        ["show", "talks.dossier"],
        ["show", "talks.dossier", "t-ffffffffffff"],
        ["correct", "confirm", "talks.dossier", "nothing", "--by", "x"],
        ["correct", "relevance", "talks.dossier", "r-000000000000", "--as", "maybe"],
        ["forget", "talks.dossier", "r-000000000000"],
    ],
)
def test_what_makes_no_sense_is_2_and_says_why(args: list[str], folder: Path, command: Command) -> None:
    outcome = command(*args)
    assert outcome.code == 2, outcome.err
    assert outcome.err
    assert outcome.out == ""
    assert "Traceback" not in outcome.err


def test_one_bad_file_is_1_and_costs_only_itself(tmp_path: Path, command: Command) -> None:
    (tmp_path / "good.txt").write_text("Varra has halted its mediation, a diplomat said on Sunday.")
    (tmp_path / "empty.txt").write_text("")
    outcome = command("read", str(tmp_path), "--dossier", str(tmp_path / "q.dossier"))
    assert outcome.code == 1
    assert outcome.out.startswith("1 new report, 1 not read")
    assert outcome.err.count("\n") == 1
    assert "not read: empty.txt: " in outcome.err


def test_reading_again_says_what_was_known(folder: Path, command: Command) -> None:
    outcome = command("read", "examples/reports", "--dossier", "talks.dossier")
    assert outcome.code == 0
    assert outcome.out.startswith("0 new reports, 12 known before")


def test_the_dossier_can_be_left_out(folder: Path, command: Command) -> None:
    Path("talks.dossier").rename("dragoman.dossier")
    assert command("timeline", "--json").out == command("timeline", "dragoman.dossier", "--json").out
    shown = command("reports", "--json", "--limit", "1")
    name = shown.out.split('"id": "')[1].split('"')[0]
    assert command("show", name).code == 0


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["correct", "--help"], ["timeline", "--help"], ["--version"]])
def test_help_is_0(args: list[str], command: Command) -> None:
    outcome = command(*args)
    assert outcome.code == 0
    assert outcome.out


def test_an_unexpected_failure_is_one_line(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom\nat the seams")

    monkeypatch.setattr("dragoman.cli.commands.brief.to_read", broken)
    outcome = command("brief", "talks.dossier")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "RuntimeError: boom at the seams" in outcome.err
    assert "DRAGOMAN_TRACEBACK" in outcome.err


def test_every_example_names_a_command_that_the_exit_codes_are_told_for() -> None:
    assert set(READING) <= set(EXAMPLES)
