"""What holds under several bounds, and what is left aside."""

import itertools

import pytest

from dragoman.reconciling.dating.bounds import Bound, met
from dragoman.records.time import Ground, Precision
from tests.reconciling.dating.piles import day


def _bound(begin: str | None, end: str | None, says: str, *, firm: bool = False) -> Bound:
    return Bound((begin and day(begin)) or None, (end and day(end)) or None, Ground(says=says), firm)


FIRM = _bound("2031-03-05", None, "tells of the fifth as past", firm=True)
WEEK = _bound("2031-03-03", "2031-03-09", "shares words")
AGAINST = _bound("2031-02-01", "2031-02-20", "shares other words")


def test_bounds_that_agree_are_joined() -> None:
    found = met([WEEK, FIRM])
    assert (found.interval.begin, found.interval.end) == (day("2031-03-05"), day("2031-03-09"))
    assert [one.says for one in found.grounds] == ["tells of the fifth as past", "shares words"]


def test_one_that_contradicts_narrows_nothing_and_is_said() -> None:
    found = met([AGAINST, WEEK, FIRM])
    assert found.interval == met([WEEK, FIRM]).interval
    assert found.grounds[-1].says == ("left aside, for it agrees with none of these days: shares other words")


@pytest.mark.parametrize("order", list(itertools.permutations((FIRM, WEEK, AGAINST))))
def test_no_order_matters(order: tuple[Bound, ...]) -> None:
    assert met(order) == met((FIRM, WEEK, AGAINST))


def test_nothing_gives_no_day() -> None:
    assert not met([]).interval.known


def test_one_day_is_a_day() -> None:
    assert met([_bound("2031-03-05", "2031-03-05", "a day")]).interval.precision is Precision.DAY
