"""The invented piles: their sheets rest on their words, and as much of them is in the output as once was."""

from pathlib import Path

import pytest

import dragoman
from tests.process.piles.pile import FOLDER, told, write
from tests.process.sheets.score import Output
from tests.process.sheets.sheet import Sheet, sheets

# What is found today; nothing that a sheet calls contradicted may be in the output.
FLOORS = {"captives": 19, "debt": 17, "highlands": 19}
SHEETS = sheets(FOLDER)


def test_every_pile_has_a_sheet_and_a_floor() -> None:
    assert {sheet.cluster for sheet in SHEETS} == set(FLOORS) == {path.stem for path in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.cluster)
def test_each_line_of_a_sheet_rests_on_words_of_a_report(sheet: Sheet) -> None:
    texts = [" ".join(report.text.split()) for report in told(sheet.cluster)]
    assert len({item.id for item in sheet.items}) == len(sheet.items) >= 12
    for item in sheet.items:
        assert item.quote
        assert any(item.quote in text for text in texts), item.id
    assert sheet.never


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.cluster)
def test_the_talks_of_a_pile_are_told_as_well_as_once(sheet: Sheet, tmp_path: Path) -> None:
    with dragoman.open(tmp_path / "pile.dossier") as dossier:
        dossier.read([write(sheet.cluster, tmp_path)])
        score = Output(dossier).score(sheet)
    assert len(score.found) >= FLOORS[sheet.cluster], score.missed
    assert not score.against
