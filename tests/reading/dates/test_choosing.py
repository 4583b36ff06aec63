"""Which Friday, which May: by the tense of the verb, by what a clause waits for, and by nearness."""

import datetime
from collections.abc import Callable

import pytest

from dragoman.reading import dates
from dragoman.reading.dates import choose
from dragoman.reading.dates.days import make
from dragoman.reading.parsed import Parsed
from dragoman.records.time import Published

WEDNESDAY = datetime.date(2015, 7, 1)
D = datetime.date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys met Thursday.", "2015-06-25"),
        ("The envoys will meet Thursday.", "2015-07-02"),
        ("The minister could not be reached for comment Saturday.", "2015-06-27"),
        ("The judge ordered that the papers be released by Friday.", "2015-07-03"),
        ("The sides would hold no talks until after Sunday's vote.", "2015-07-05"),
        ("Both sides are campaigning ahead of Sunday's referendum.", "2015-07-05"),
        ("If voters approve the plan on Sunday, talks will resume.", "2015-07-05"),
        ("The summit was moved to Sept. 4.", "2015-09-04"),
        ("The two sides agreed to resume the talks in April.", "2015-04"),
        ("The two sides agreed to resume the talks in August.", "2015-08"),
        ("The talks had been set to end July 6.", "2015-07-06"),
        ("He gave no reason for the July 14 deadline.", "2015-07-14"),
        ("Elections will be held this November.", "2015-11"),
        ("The offensive began last June.", "2014-06"),
        ("The offensive began last April.", "2015-04"),
        ("The deadline is Feb. 29, officials said.", "2016-02-29"),
        ("The envoys were to meet Friday.", "2015-07-03"),
        ("The court gave the firm until Monday to reply.", "2015-07-06"),
        ("The court ordered the papers handed over by Aug. 14.", "2015-08-14"),
        ("Police were deployed before Friday's vote.", "2015-07-03"),
        ("The board declared a dividend payable Jan. 15.", "2016-01-15"),
        ("He stayed until Monday.", "2015-06-29"),
    ],
)
def test_the_side_that_is_meant(text: str, value: str, parsed_of: Callable[..., Parsed]) -> None:
    found = dates.find(parsed_of(text, Published(begin=WEDNESDAY, end=WEDNESDAY)))
    assert value in [one.value for one in found]


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2015-07-06", "Greeks voted in the referendum this weekend.", "2015-W27-WE"),
        ("2015-07-07", "They voted this weekend.", "2015-W27-WE"),
        ("2015-07-07", "They will vote this weekend.", "2015-W28-WE"),
        ("2015-07-07", "They met over the weekend.", "2015-W27-WE"),
        ("2015-07-09", "They will meet over the weekend.", "2015-W28-WE"),
        ("2015-07-11", "They met over the weekend.", "2015-W28-WE"),
    ],
)
def test_weekends(day: str, text: str, value: str, parsed_of: Callable[..., Parsed]) -> None:
    told = D.fromisoformat(day)
    assert [one.value for one in dates.find(parsed_of(text, Published(begin=told, end=told)))] == [value]


@pytest.mark.parametrize(
    ("direction", "day", "year"),
    [
        (choose.PAST, D(2000, 1, 5), 1999),
        (choose.EARLIER, D(2000, 1, 5), 2000),  # nine days ahead, and last year's would have been told with its year
        (choose.EARLIER, D(2000, 12, 5), 2000),
        (choose.FUTURE, D(2000, 1, 5), 2000),
        (choose.FUTURE, D(2000, 2, 5), 2000),  # next year's would have been told with its year
        (choose.LATER, D(2000, 3, 5), 2000),
        (choose.LATER, D(2000, 9, 5), 2001),
        (choose.PRESENT, D(2000, 6, 5), 2000),
    ],
)
def test_the_year_of_14_january(direction: str, day: datetime.date, year: int) -> None:
    assert choose.year_of(lambda y: make(y, 1, 14), day, direction) == year
