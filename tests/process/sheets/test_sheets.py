"""The sheets are sheets: their evidence stands in the reports, and each says enough."""

from pathlib import Path

import pytest

from dragoman.records.report import Report
from dragoman.reports import load
from tests.process.sheets.sheet import Sheet, sheets


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.cluster)
def test_a_sheet_says_enough_and_names_its_items_once(sheet: Sheet) -> None:
    names = [item.id for item in sheet.items]
    assert len(names) >= 8
    assert len(set(names)) == len(names)
    assert sheet.never


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.cluster)
def test_the_evidence_stands_in_the_reports(sheet: Sheet, shared: Path) -> None:
    texts = {
        report.id: report.text
        for path in sorted((shared / "clusters" / sheet.cluster).glob("*.json"))
        for report in load(path)
        if isinstance(report, Report)
    }
    for item in sheet.items:
        assert item.evidence
        for seen in item.evidence:
            assert 0 <= seen.start < seen.end <= len(texts[seen.report])
