"""What rests on whom as of a day is counted over the statements that the table has of that day."""

import datetime
from collections import Counter

import pytest

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.web.resting import Resting
from dragoman.workbench import Dossier, Filters


@pytest.mark.parametrize("day", [None, datetime.date(2031, 3, 8), datetime.date(2031, 4, 8)])
def test_shares_are_those_of_the_rows_of_a_day(day: datetime.date | None, example_dossier: Dossier) -> None:
    outlets = {row.id: row.outlet for row in example_dossier.reports()}
    told = Resting(example_dossier.statements(), outlets).told(day, 1000)
    rows = [row for row in example_dossier.statements(Filters(as_of=day)) if row.review.status != ReviewStatus.REJECTED]
    assert rows
    kinds = Counter(row.sourcing.value for row in rows)
    assert {one.name: one.statements for one in told["sourcing"].most} == kinds
    assert told["sourcing"].statement_count == len(rows)
    assert sum(one.share for one in told["sourcing"].most) == pytest.approx(100)
    for one in told["outlets"].most:
        mine = [row for row in rows if (outlets.get(row.report) or "not known") == one.name]
        assert (one.statements, one.reports) == (len(mine), len({row.report for row in mine}))
        assert one.origins == len({row.origin for row in mine if row.origin})
        assert dict(one.sourcing) == Counter(row.sourcing.value for row in mine)
    cited = [row for row in rows if row.sourcing is not Sourcing.OUTLET]
    names = {row.actor.name if row.actor else row.source or "not shown": row.actor for row in cited}
    assert {one.name for one in told["sources"].most} == set(names)
    assert {one.actor for one in told["sources"].most} >= {actor.id for actor in names.values() if actor}


def test_only_the_first_are_told_and_all_are_counted(example_dossier: Dossier) -> None:
    resting = Resting(example_dossier.statements(), {})
    every, first = resting.told(None, 1000)["sources"], resting.told(None, 1)["sources"]
    assert first.most == every.most[:1]
    assert first.count == every.count == len(every.most) > 1
