"""Things counted up to a day are those whose day it is or was."""

import datetime
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.tally import Tally
from dragoman.showing.brief.whole import Whole
from dragoman.workbench import Dossier, Filters

DAYS = st.dates(datetime.date(2031, 3, 1), datetime.date(2031, 3, 9))


@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS), max_size=12), DAYS)
def test_a_kind_is_counted_up_to_a_day(told: list[tuple[str, datetime.date]], day: datetime.date) -> None:
    tally = Tally((kind, when.toordinal()) for kind, when in told)
    assert tally.upto(day) == Counter(kind for kind, when in told if when <= day)
    assert tally.upto(None) == Counter(kind for kind, _ in told)
    assert tally.count(day) == sum(when <= day for _, when in told)


def begun(row: StatementRow, day: datetime.date) -> bool:
    first = row.when.begin or row.when.end if row.when else None
    return first is None or first <= day


@pytest.mark.parametrize("day", [datetime.date(2031, 1, 1), datetime.date(2031, 3, 9), datetime.date(2031, 4, 8)])
def test_statements_are_counted_as_the_rows_that_a_day_has(day: datetime.date, example_dossier: Dossier) -> None:
    whole = Whole(example_dossier, Filters())
    rows = [row for row in whole.statements if begun(row, day)]
    assert whole.spoken(told=False).kinds(day) == Counter(row.sourcing for row in rows)
    told = [row for row in rows if whole.told_on(row.evidence) <= day.toordinal()]
    spoken = whole.spoken(told=True)
    assert spoken.kinds(day) == Counter(row.sourcing for row in told)
    reports = {row.id: row for row in whole.reports}
    names = dict.fromkeys(row.report for row in told if row.report in reports)
    assert spoken.reports(day, 3) == ([reports[name] for name in names][:3], len(names))
    assert {name: of.reports for name, of in spoken.outlets(day).items()} == Counter(
        reports[name].outlet for name in names
    )
    assert whole.statements
