"""Days told anew by a later date are those of a reading made with that date, and nothing else changes."""

import datetime
from pathlib import Path

import pytest

from dragoman.reading.read import read
from dragoman.reading.redating import redated
from dragoman.records.report import Report
from dragoman.records.time import Interval, Known, Precision, Published
from dragoman.reports import load

DAY = datetime.date(2031, 3, 12)
ON = Published(begin=DAY, end=DAY, precision=Precision.DAY, known=Known.GIVEN)
WITHIN = Published(begin=DAY, end=DAY + datetime.timedelta(days=5), precision=Precision.INTERVAL, known=Known.INFERRED)


def _undated(report: Report) -> Report:
    return report.but(published=Published())


@pytest.fixture(scope="module")
def reports(example: Path) -> list[Report]:
    found = [one for path in sorted(example.rglob("*.txt")) for one in load(path)]
    return [_undated(one) for one in found if isinstance(one, Report)]


@pytest.mark.parametrize("published", [ON, WITHIN, Published()], ids=["a day", "some days", "no day"])
def test_it_is_the_reading_of_that_date(reports: list[Report], published: Published) -> None:
    assert len(reports) > 3
    told = 0
    for report in reports:
        reading = read(report)
        again = redated(reading, report, published)
        assert again == read(report.but(published=published))
        told += sum(one.begin is not None and one.offset is not None for one in again.dates)
    assert bool(told) == published.interval.known


def test_it_can_be_taken_back(reports: list[Report]) -> None:
    reading = read(reports[0])
    assert redated(redated(reading, reports[0], ON), reports[0], Published()) == reading


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("The council asked the movement to leave about two weeks ago.", (2, 24), (3, 2)),
        ("The envoy met the movement on Friday.", (3, 7), (3, 7)),
        ("The council signed the truce on May 3, 2030. Two days later the army shelled the ridge.", None, None),
    ],
)
def test_what_was_told_from_the_report_s_day_gets_days(
    text: str, begin: tuple[int, int] | None, end: tuple[int, int] | None
) -> None:
    report = Report(id="r-0123456789ab", text=text, published=Published())
    bare = read(report)
    made = redated(bare, report, ON)
    if begin is None or end is None:
        assert [one.begin for one in made.dates] == [one.begin for one in bare.dates]
    else:
        assert [one.begin for one in bare.dates] == [None]
        (one,) = made.dates
        assert one.begin is not None and one.end is not None
        wanted = Interval(begin=datetime.date(2031, *begin), end=datetime.date(2031, *end))
        assert wanted.meets(Interval(begin=one.begin, end=one.end))
        assert made.events[0].when.meets(wanted)
