import csv
import datetime
import io
import json
import re
from typing import Any

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from dragoman.records.base import Frozen
from dragoman.records.time import Precision
from dragoman.showing.screen import console
from dragoman.showing.tables import ROWS, csv_text, json_line, json_text, print_readings, print_table
from dragoman.showing.tables.cells import FORMS
from dragoman.showing.tables.columns import columns, fitting
from dragoman.showing.tables.screen import GAP
from tests.showing.invented import full_tables

TABLES = [name for name in ROWS if name != "journal"]
MADE_UP = {"days"}  # columns over two fields


@pytest.mark.parametrize("table", ROWS)
def test_every_column_shows_a_field_of_its_row_in_a_known_form(table: str) -> None:
    row = ROWS[table]
    fields = {field.name for field in msgspec.structs.fields(row)}
    for column in columns()[table]:
        assert column.source in fields | MADE_UP or isinstance(getattr(row, column.source), property)
        assert column.form in FORMS


@pytest.mark.parametrize("table", ROWS)
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_columns_chosen_fit(table: str, width: int) -> None:
    chosen = fitting(table, width, GAP)
    assert chosen[0] == columns()[table][0]
    assert sum(max(c.min, len(c.head)) for c in chosen) + GAP * (len(chosen) - 1) <= width


def grid(table: str, rows: Any, width: int) -> list[str]:
    out = io.StringIO()
    print_table(table, rows, console(width, out))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_table_has_one_line_a_row_within_the_width(table: str, width: int) -> None:
    rows = full_tables()[table]
    lines = grid(table, rows, width)
    assert len(lines) == len(rows) + 1
    assert max(cell_len(line) for line in lines) <= width


def test_an_id_is_never_cut() -> None:
    rows = [row.but(id="t-0123456789ab", text="word " * 90) for row in full_tables()["timeline"]]
    assert all(line.startswith("t-0123456789ab ") for line in grid("timeline", rows, 60)[1:])


def test_long_text_is_cut_with_an_ellipsis() -> None:
    rows = [row.but(text="word " * 90) for row in full_tables()["timeline"]]
    assert all("…" in line for line in grid("timeline", rows, 80)[1:])


def test_words_of_a_report_do_nothing_to_the_terminal() -> None:
    rows = [row.but(text="a\n\x1b[2Jb [red]c") for row in full_tables()["timeline"]]
    assert "a \ufffd[2Jb [red]c" in grid("timeline", rows, 120)[1]


@pytest.mark.parametrize("table", ROWS)
def test_an_empty_table_says_so_and_its_data_is_empty(table: str) -> None:
    assert grid(table, (), 80) == [f"nothing in {table}"]
    assert json_text([]) == "[]\n"
    assert csv_text(ROWS[table], []).count("\n") == 1


@pytest.mark.parametrize("table", TABLES)
def test_json_is_the_rows_exactly(table: str) -> None:
    rows: tuple[Frozen, ...] = full_tables()[table]
    text = json_text(rows)
    assert json.loads(text) == [row.as_dict() for row in rows]
    assert text.endswith("]\n")
    assert list(json.loads(text)[0]) == [field.encode_name for field in msgspec.structs.fields(type(rows[0]))]


def test_json_keeps_letters_as_they_are() -> None:
    assert "Council’s" in json_text(full_tables()["timeline"])
    assert json_line({"file": "é"}) == '{"file": "é"}\n'


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_every_field(table: str) -> None:
    rows = full_tables()[table]
    read = list(csv.DictReader(io.StringIO(csv_text(ROWS[table], rows))))
    assert len(read) == len(rows)
    heads = {head.split(".")[0] for head in read[0]}
    assert heads == {field.encode_name for field in msgspec.structs.fields(ROWS[table])}


def test_csv_flattens_records_and_keeps_lists_as_json() -> None:
    row = next(csv.DictReader(io.StringIO(csv_text(ROWS["timeline"], full_tables()["timeline"]))))
    assert (row["begin"], row["plover.event"], row["plover.mode"]) == ("2031-03-08", "REJECT", "")
    assert row["review.status"] == "confirmed"
    assert json.loads(row["agent"]) == [{"id": "a-varra", "name": "Varra"}]


def test_state_prints_every_reading() -> None:
    out = io.StringIO()
    tables = full_tables()
    print_readings(
        tables["state"],
        console(80, out),
        conditions=tables["conditions"],
        hosting=[(row, ()) for row in tables["hosting"]],
        proposals=tables["proposals"],
    )
    text = out.getvalue()
    assert "SUSPENDED since 8 March 2031, disputed" in text
    assert "  between" in text
    assert "OPEN" in text
    flat = " ".join(text.split())
    assert "Varra would resume mediation “if both sides show they mean it” (d-1)" in flat
    assert "Ridge Council: asked to leave by Varra, since 8 March 2031, disputed (h-1)" in flat
    assert "the texts differ on withdrawal" in flat
    assert "to Osk “let it stay on the ridge”" in flat
    assert "to Ridge Council “had it" in flat
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_on_a_terminal_the_words_of_a_row_go_on_below_it() -> None:
    out = io.StringIO()
    rows = [row.but(text=f"first {'word ' * 30}last") for row in full_tables()["timeline"][:1]]
    print_table("timeline", rows, Console(file=out, force_terminal=True, width=80))
    lines = [re.sub("\x1b[^m]*m", "", line) for line in out.getvalue().splitlines()]
    assert len(lines) == 4
    assert lines[1].count("first") == 1
    assert lines[3].rstrip().endswith("…")
    assert max(map(cell_len, lines)) <= 80


def test_days_are_never_cut() -> None:
    first, last = datetime.date(2012, 1, 1), datetime.date(2024, 5, 7)
    rows = [row.but(begin=first, end=last, precision=Precision.YEAR) for row in full_tables()["timeline"]]
    assert all("2012-01-01..2024-05-07" in line for line in grid("timeline", rows, 80)[1:])
