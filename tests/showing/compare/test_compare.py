import datetime
import io
from typing import Any

import pytest

from dragoman.records.rows.happenings import ConflictKind
from dragoman.records.rows.talks import ChannelState
from dragoman.records.time import Interval
from dragoman.showing.compare import Comparison, compare
from dragoman.showing.page.html import html
from dragoman.showing.page.markdown import markdown
from dragoman.showing.page.model import GridRow, SectionKey, Tone, counted
from dragoman.showing.page.pdf import pdf
from dragoman.showing.page.terminal import show
from dragoman.showing.page.word import word
from dragoman.showing.plain import inside
from dragoman.showing.screen import console
from tests.showing.invented import full_tables
from tests.showing.memory import InMemory, in_memory
from tests.showing.rows import HALT, MARCH_8, MARCH_9, evidence, report

MARCH_1 = datetime.date(2031, 3, 1)


class Dated(InMemory):
    """A dossier whose channel is open before 8 March."""

    def state(self, as_of: datetime.date, filters: Any = None) -> tuple[Any, ...]:
        rows = self.tables.get("state", ())
        if as_of >= MARCH_8:
            return rows
        return tuple(
            row.but(state=ChannelState.OPEN, since=Interval.day(MARCH_1), disputed=False, readings=()) for row in rows
        )


@pytest.fixture
def tables() -> dict[str, tuple[Any, ...]]:
    """The invented record, two of its reports of 1 March."""
    found = full_tables()
    first = (report("r-1", "Port Wire", MARCH_1), report("r-3", "Osk Herald", MARCH_1))
    found["reports"] = (*first, report("r-2", "Northgate Daily", MARCH_9))
    return found


def made(tables: dict[str, tuple[Any, ...]]) -> Comparison:
    dossier: Any = Dated(tables)
    return compare(dossier, MARCH_1, MARCH_9)


def rows(page: Comparison, key: SectionKey) -> dict[str, list[str]]:
    grid = next(section.grid for section in page.sections if section.key == key)
    assert grid is not None
    return {row.head.text: [held(cells) for cells in row.cells] for row in grid.rows}


def held(cells: tuple[Any, ...]) -> str:
    return " | ".join(cell.text for cell in cells)


def test_states_stand_beside_each_other(tables: dict[str, tuple[Any, ...]]) -> None:
    before, after = rows(made(tables), SectionKey.STANDS)["Varra's channel"]
    assert before.startswith("OPEN, since 1 March")
    assert after.startswith("SUSPENDED, since 8 March, disputed")
    assert "diplomat briefed on the matter said.” (a diplomat briefed on the matter, unnamed)" in after
    assert (
        "“Reports that the office would close were ‘inaccurate’, L. Taro said.” (L. Taro, named, on the record)"
        in after
    )


def test_what_is_not_new_says_so(tables: dict[str, tuple[Any, ...]]) -> None:
    tables["positions"] = (tables["positions"][0].but(begin=None), tables["positions"][1])
    assert set(rows(made(tables), SectionKey.GAPS)["Withdrawal"][1:]) == {"nothing new since 1 March"}
    assert rows(made(tables), SectionKey.REOPENS)["Varra would resume mediation"] == [
        "“if both sides show they mean it”",
        "nothing new since 1 March",
    ]


def test_of_positions_and_figures_the_second_day_tells_what_is_new(tables: dict[str, tuple[Any, ...]]) -> None:
    refused, wanted = tables["positions"]
    later_words = evidence("r-2", refused.text, 80)
    tables["positions"] = (refused.but(begin=None, evidence=(later_words,)), wanted)
    point = tables["figures"][0].points[0]
    later = point.but(low=300, high=300, as_of=Interval.day(MARCH_9), evidence=(evidence("r-2", "300 people", 70),))
    tables["figures"] = (tables["figures"][0].but(points=(point, later), conflict=None),)
    page = made(tables)
    assert rows(page, SectionKey.FIGURES)["people taken"] == ["250 (Osk)", "300 (Osk, 9 March)"]
    before, after = rows(page, SectionKey.GAPS)["Withdrawal"]
    assert "Ridge Council wants" in before
    assert "Osk" not in before
    assert "Osk refuses" in after
    assert "Ridge Council" not in after


def test_what_begins_later_is_not_told_of_the_first_day(tables: dict[str, tuple[Any, ...]]) -> None:
    tables["conditions"] = tuple(row.but(evidence=(evidence("r-2", row.text, 50),)) for row in tables["conditions"])
    assert rows(made(tables), SectionKey.REOPENS)["Varra would resume mediation"][0] == "not told of"


def test_questions_of_who_and_of_numbers_are_disputes_too(tables: dict[str, tuple[Any, ...]]) -> None:
    told = rows(made(tables), SectionKey.DISPUTED)
    assert len(told) == len({row.kind for row in tables["conflicts"]})
    assert {ConflictKind.WHO, ConflictKind.HOW_MANY, ConflictKind.WHETHER} == {row.kind for row in tables["conflicts"]}
    assert all(any(name.startswith(kind) for name in told) for kind in ("Who: ", "How many: ", "Whether: "))


def test_sourcing_counts_the_reports_of_each_day(tables: dict[str, tuple[Any, ...]]) -> None:
    told = rows(made(tables), SectionKey.SOURCING)
    assert told["Reports"] == ["2 reports published by then", "3 reports published by then"]
    assert [text.split(":")[0] for text in told["Statements"]] == ["3", "4"]


def test_every_entry_on_rows_cites_what_it_quotes(tables: dict[str, tuple[Any, ...]]) -> None:
    page = made(tables)
    quotes = {(item.number, q.letter): inside(q.quote) for item in page.reports for q in item.quotations}
    told = counted(page.sections)
    assert len(told) > 5
    for item in told:
        cited = [quotes[cite.number, cite.letter] for cite in item.cites if cite.letter]
        assert cited, item.text
        for piece in item.pieces:
            if piece.tone == Tone.QUOTE:
                assert any(piece.text.strip("“”…") in quote for quote in cited), item.text


def test_days_are_put_in_their_order(tables: dict[str, tuple[Any, ...]]) -> None:
    dossier: Any = Dated(tables)
    page = compare(dossier, MARCH_9, MARCH_1)
    assert (page.first, page.second) == (MARCH_1, MARCH_9)
    assert page.heading == "Ridge Council and Osk: 1 March 2031 beside 9 March 2031"


def test_known_then_asks_for_the_record_of_each_day(tables: dict[str, tuple[Any, ...]]) -> None:
    dossier: Any = Dated(tables)
    page = compare(dossier, MARCH_1, MARCH_9, known_then=True)
    assert {filters.known_by for filters in dossier.asked} == {MARCH_1, MARCH_9}
    assert page.notes == ("Each day as the reports up to it told it.",)


def test_an_empty_record_compares_to_little() -> None:
    page = compare(in_memory({}), MARCH_1, MARCH_9)
    assert [section.key for section in page.sections] == [SectionKey.SOURCING]


def test_every_form_prints_it(tables: dict[str, tuple[Any, ...]]) -> None:
    page = made(tables)
    screen = io.StringIO()
    show(page, console(80, screen))
    for text in (screen.getvalue(), markdown(page), html(page)):
        assert "SUSPENDED" in text
        assert HALT.quote[:20] in text
    assert pdf(page).startswith(b"%PDF")
    assert word(page).startswith(b"PK")


def test_a_row_has_a_place_for_each_day(tables: dict[str, tuple[Any, ...]]) -> None:
    grids = [section.grid for section in made(tables).sections if section.grid]
    every: list[GridRow] = [row for grid in grids for row in grid.rows]
    assert all(len(row.cells) == 2 and all(row.cells) for row in every)
