"""Rows read by filter out of the dossier are those that the filters choose of all rows."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.reconciling.review import evidence_of
from dragoman.workbench import Dossier, Filters
from dragoman.workbench.filters import chosen

TABLES = ("reports", "statements", "actors", "origins", "timeline", "claims", "conflicts", "figures")
DAY = datetime.date(2031, 3, 5)
ASKED = (
    Filters(),
    Filters(limit=0),
    Filters(limit=3),
    Filters(as_of=DAY),
    Filters(begin=DAY),
    Filters(end=DAY),
    Filters(begin=DAY, end=DAY, limit=2),
    Filters(actor="Olmar"),
    Filters(actor="OLMARA", begin=DAY),
    Filters(actor="%"),
    Filters(source="diplomat"),
    Filters(source="ministry", limit=4),
    Filters(status="disputed"),
    Filters(status="happened", as_of=DAY),
    Filters(report="courier"),
    Filters(report="r-b"),
    Filters(report="no such report"),
    Filters(reviewed_only=True),
)


@pytest.mark.parametrize("asked", ASKED, ids=str)
@pytest.mark.parametrize("table", TABLES)
def test_the_rows_asked_for_are_those_chosen_of_all(example_dossier: Dossier, table: str, asked: Filters) -> None:
    rows = getattr(example_dossier.record().reconciled, table)
    assert getattr(example_dossier, table)(asked).rows == chosen(rows, asked)


@pytest.mark.parametrize("asked", ASKED, ids=str)
@pytest.mark.parametrize("table", ("channels", "proposals", "positions", "conditions", "hosting"))
def test_the_talks_asked_for_are_those_chosen_of_all(example_dossier: Dossier, table: str, asked: Filters) -> None:
    rows = getattr(example_dossier.talks(), table)
    process = rows[0].process if rows and hasattr(rows[0], "process") else None
    for one in (asked, asked.but(process=process)):
        assert getattr(example_dossier, table)(one).rows == chosen(rows, one)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_the_ids_asked_for_are_those_of_the_rows(example_dossier: Dossier, asked: Filters) -> None:
    wanted = tuple(row.id for row in example_dossier.claims(asked.but(limit=None)))
    assert example_dossier.ids("claims", asked.but(limit=None)) == wanted
    assert tuple(example_dossier.of_ids("claims", wanted)[name].id for name in wanted) == wanted


@pytest.mark.parametrize("known_by", [None, datetime.date(2031, 4, 1)])
@pytest.mark.parametrize("table", (*TABLES, "positions"))
def test_the_rows_of_an_outlet_rest_on_its_reports(
    example_dossier: Dossier, table: str, known_by: datetime.date | None
) -> None:
    known = Filters(known_by=known_by)
    mine = {row.id for row in example_dossier.reports(known) if "wire" in (row.outlet or "").lower()}
    every = getattr(example_dossier, table)(known)
    wanted = [row for row in every if row.id in mine or any(item.report in mine for item in evidence_of(row))]
    assert mine
    assert list(getattr(example_dossier, table)(known.but(outlet="WIRE"))) == wanted
    assert list(getattr(example_dossier, table)(known.but(outlet="wire", limit=2))) == wanted[:2]


def test_an_actor_is_found_by_its_id(example_dossier: Dossier) -> None:
    actor = next(row for row in example_dossier.actors() if row.named)
    assert any(row.id == actor.id for row in example_dossier.actors(Filters(actor=actor.id)))
    assert example_dossier.timeline(Filters(actor=actor.id))


def test_a_query_loads_no_parser(example_path: Path) -> None:
    script = (
        "import sys; from dragoman.workbench import Dossier, Filters\n"
        "with Dossier.open(sys.argv[1]) as dossier: assert dossier.claims(Filters(limit=1))\n"
        "assert not {'spacy', 'onnxruntime'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(example_path)], check=True)


@pytest.mark.parametrize("asked", ASKED, ids=str)
@pytest.mark.parametrize("table", ("statements", "timeline", "claims"))
@pytest.mark.parametrize("is_held", (True, False))
def test_a_part_is_cut_out_of_the_rows_asked_for(example_path: Path, table: str, asked: Filters, is_held: bool) -> None:
    with Dossier.open(example_path, create=False) as dossier:
        if is_held:
            dossier.talks()
            dossier.statements()
        every = getattr(dossier, table)(asked.but(limit=None)).rows
        part, count = dossier.part(table, asked.but(limit=None), 2, 3)
    assert (part.rows, count) == (every[2:5], len(every))
