"""The open dossier: tables, filters, as of, known by, and what a notebook needs."""

import datetime

import pytest

from dragoman.records.rows.reports import ReportRow
from dragoman.workbench import Dossier, Filters
from tests.properties.tables import TABLES

DAY = datetime.date(2031, 3, 12)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_turns_into_a_frame_in_one_call(example_dossier: Dossier, name: str) -> None:
    table = getattr(example_dossier, name)()
    frame = table.to_pandas()
    assert len(frame) == len(table)
    if table:
        assert table.to_arrow().num_rows == len(table)
        assert list(frame.columns) == list(table.as_dicts()[0])


def test_as_of_leaves_out_what_began_later(example_dossier: Dossier) -> None:
    rows = example_dossier.timeline(Filters(as_of=DAY))
    assert rows
    assert len(rows) < len(example_dossier.timeline())
    assert all((row.begin or row.end or DAY) <= DAY for row in rows)


def test_known_by_holds_nothing_from_a_later_or_undated_report(example_dossier: Dossier) -> None:
    asked = Filters(known_by=DAY)
    reports = example_dossier.reports(asked)
    assert 0 < len(reports) < len(example_dossier.reports())
    assert all(row.published.end is not None and row.published.end <= DAY for row in reports)
    ids = {row.id for row in reports}
    for name in TABLES:
        for row in getattr(example_dossier, name)(asked):
            if not isinstance(row, ReportRow):
                assert {e.report for e in getattr(row, "evidence", ())} <= ids


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (Filters(limit=3), "statements"),
        (Filters(source="diplomat"), "statements"),
        (Filters(status="denies"), "statements"),
        (Filters(begin=datetime.date(2031, 3, 1), end=datetime.date(2031, 3, 10)), "timeline"),
        (Filters(status="single_origin"), "claims"),
    ],
)
def test_filters_narrow_a_table(example_dossier: Dossier, filters: Filters, name: str) -> None:
    rows = getattr(example_dossier, name)(filters)
    everything = getattr(example_dossier, name)()
    assert 0 < len(rows) < len(everything)
    assert {row.id for row in rows} <= {row.id for row in everything}


def test_a_limit_of_none_and_nothing_found(example_dossier: Dossier) -> None:
    assert len(example_dossier.statements(Filters(source="nobody at all of this name"))) == 0


def test_search_finds_reports_by_their_words(example_dossier: Dossier) -> None:
    found = example_dossier.search("hotel bills")
    assert found
    assert all("hotel" in example_dossier.report(report).text.lower() for report in found)


def test_show_opens_a_row_on_its_words_in_context(example_dossier: Dossier) -> None:
    for name in ("timeline", "claims", "conflicts", "channels", "origins", "statements"):
        row = getattr(example_dossier, name)()[0]
        shown = example_dossier.show(row.id)
        assert (shown.kind, shown.row) == (name, row)
        assert shown.contexts
        for context in shown.contexts:
            text = example_dossier.report(context.evidence.report).text
            assert context.before + context.evidence.quote + context.after in text
        assert shown.why


def test_the_state_before_anything_is_none_and_certain(example_dossier: Dossier) -> None:
    states = example_dossier.state(datetime.date(1999, 1, 1))
    assert states
    assert {str(row.state) for row in states} == {"none"}


def test_an_opened_to_look_dossier_answers_alike(example_dossier: Dossier) -> None:
    with Dossier.open(example_dossier.path, read_only=True) as looking:
        assert looking.claims().as_dicts() == example_dossier.claims().as_dicts()
