"""The sheet of judged lines: whole, without text, and its lines found again."""

import random

from dragoman.workbench import Dossier

from .judging import SHEET, judged
from .lines import Told, draw, lines_of


def test_the_sheet_has_a_hundred_lines_and_a_reason_for_each_that_says_more() -> None:
    rows = judged()
    assert len(rows) == 100
    assert len({(row.pile, row.id) for row in rows}) == 100
    assert all(row.spans and all(0 <= start < end for _, start, end in row.spans) for row in rows)
    assert all(bool(row.reason) is not row.holds for row in rows)


def test_the_sheet_holds_no_text() -> None:
    longest = max(len(line) for line in SHEET.read_text(encoding="utf-8").splitlines())
    assert longest < 260
    assert "“" not in SHEET.read_text(encoding="utf-8")


def test_a_line_keeps_its_id_and_its_quotations_are_the_reports_own_words(example_dossier: Dossier) -> None:
    found = lines_of(example_dossier)
    assert found == lines_of(example_dossier)
    assert len({told.id for told in found}) == len(found)
    for told in found:
        for (report, start, end), quote in zip(told.spans, told.quotes, strict=True):
            assert example_dossier.report(report).text[start:end] == quote


def test_a_draw_is_the_same_for_everyone_and_takes_no_line_twice() -> None:
    lines = [Told(f"l-{n}", "", "", (), ()) for n in range(40)]
    piles = {"b": lines[:20], "a": lines[20:]}
    first = draw(piles, 10, 7)
    random.random()
    assert first == draw(dict(reversed(piles.items())), 10, 7)
    assert len({told.id for _, told in first}) == 10
    assert len(draw(piles, 100, 7)) == 40
