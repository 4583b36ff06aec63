import datetime

import pytest

from dragoman.records.time import Interval, Known, Precision, Published
from dragoman.showing import days

D = datetime.date
MARCH_8 = D(2031, 3, 8)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (Interval(), "day not known"),
        (Interval.day(MARCH_8), "8 March"),
        (Interval.day(D(2030, 12, 31)), "31 December 2030"),
        (Interval(begin=D(2031, 3, 1), end=D(2031, 3, 31), precision=Precision.MONTH), "March"),
        (Interval(begin=D(2017, 1, 1), end=D(2017, 12, 31), precision=Precision.YEAR), "2017"),
        (Interval(begin=D(2010, 1, 1), end=D(2019, 12, 31), precision=Precision.DECADE), "the 2010s"),
        (Interval(begin=D(2031, 4, 1), end=D(2031, 6, 30), precision=Precision.QUARTER), "quarter 2 of 2031"),
        (Interval(begin=D(2031, 6, 1), end=D(2031, 8, 31), precision=Precision.SEASON), "summer 2031"),
        (Interval(begin=D(2031, 3, 8), end=D(2031, 3, 10), precision=Precision.INTERVAL), "between 8 and 10 March"),
        (
            Interval(begin=D(2031, 2, 25), end=D(2031, 3, 10), precision=Precision.WEEK),
            "between 25 February and 10 March",
        ),
        (Interval(begin=D(2030, 12, 25), end=D(2031, 1, 3)), "between 25 December 2030 and 3 January 2031"),
        (Interval(end=MARCH_8), "by 8 March"),
        (Interval(begin=MARCH_8), "from 8 March"),
        (Interval(begin=D(2012, 1, 1)), "from 2012"),
        (Interval(begin=D(2031, 2, 1)), "from February"),
    ],
)
def test_interval_says_no_more_than_it_holds(when: Interval, said: str) -> None:
    assert days.interval(when, 2031) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (Interval(), "since a day not known"),
        (Interval.day(MARCH_8), "since 8 March"),
        (Interval(end=MARCH_8), "since 8 March or before"),
        (Interval(begin=MARCH_8), "since 8 March or later"),
        (Interval(begin=MARCH_8, end=D(2031, 3, 10)), "since a day between 8 and 10 March"),
        (Interval(begin=D(2031, 3, 1), end=D(2031, 3, 31), precision=Precision.MONTH), "since March"),
    ],
)
def test_since(when: Interval, said: str) -> None:
    assert days.since(when, 2031) == said


def test_inferred_publication_says_so() -> None:
    when = Published(begin=MARCH_8, end=MARCH_8, precision=Precision.DAY, known=Known.INFERRED)
    assert days.published(when) == "8 March 2031 (inferred)"
    assert days.published(Published()) == "no date"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (None, None, "?"),
        (MARCH_8, MARCH_8, "2031-03-08"),
        (MARCH_8, D(2031, 3, 10), "2031-03-08..10"),
        (MARCH_8, D(2031, 4, 1), "2031-03-08..04-01"),
        (D(2030, 12, 1), MARCH_8, "2030-12-01..2031-03-08"),
        (None, MARCH_8, "..2031-03-08"),
        (MARCH_8, None, "2031-03-08.."),
    ],
)
def test_short(begin: D | None, end: D | None, said: str) -> None:
    assert days.short(begin, end) == said


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (None, None, "?"),
        (MARCH_8, MARCH_8, "8 Mar 2031"),
        (MARCH_8, D(2031, 3, 10), "8–10 Mar 2031"),
        (MARCH_8, D(2031, 4, 1), "8 Mar – 1 Apr 2031"),
        (D(2031, 3, 1), D(2031, 3, 31), "Mar 2031"),
        (D(2031, 3, 1), D(2031, 4, 30), "1 Mar – 30 Apr 2031"),
        (D(2031, 1, 1), D(2031, 12, 31), "2031"),
        (D(2030, 12, 1), MARCH_8, "1 Dec 2030 – 8 Mar 2031"),
        (None, MARCH_8, "by 8 Mar 2031"),
        (MARCH_8, None, "from 8 Mar 2031"),
    ],
)
def test_compact(begin: D | None, end: D | None, said: str) -> None:
    assert days.compact(begin, end) == said
