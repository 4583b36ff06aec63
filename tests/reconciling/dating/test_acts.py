"""Acts on a weekday: that of the day on which several dated reports have such an act."""

import pytest

from dragoman.reconciling import Item
from dragoman.reconciling.dating import acts
from tests.reconciling.dating.piles import item, pile

ONE = item("The envoys of Norland met the council on Tuesday.", "2031-03-12", "Daily Post")
TWO = item("On Tuesday, the council met envoys from Norland in the harbour.", "2031-03-13", "Evening Post")
BARE = item("On Tuesday the envoys of Norland met the council again. The ferries were late.")


def _found(*items: Item) -> list[tuple[str, str]]:
    return [(str(one.begin), str(one.end)) for one in acts.bounds(pile(*items, BARE), [BARE.id])[BARE.id]]


def test_several_agree_on_the_day() -> None:
    assert _found(ONE, TWO) == [("2031-03-11", "2031-03-17")]
    (bound,) = acts.bounds(pile(ONE, TWO, BARE), [BARE.id])[BARE.id]
    assert ONE.name in bound.ground.says and TWO.name in bound.ground.says
    assert bound.ground.span is not None and bound.ground.span.of(BARE.report.text) == bound.ground.quote


@pytest.mark.parametrize(
    "others",
    [
        (),
        (ONE,),
        (ONE, item("The envoys of Norland met the council on Tuesday, it said.", "2031-03-19", "Evening Post")),
        (ONE, TWO, item("The envoys of Norland met the council on Tuesday, it said.", "2031-03-19", "Evening Post")),
        (ONE, item("The envoys of Norland met the council on Friday.", "2031-03-14", "Evening Post")),
        (ONE, item("The envoys of Norland will meet the council on Tuesday.", "2031-03-10", "Evening Post")),
    ],
    ids=["none", "one alone", "two days", "another day", "another weekday", "still to come"],
)
def test_else_nothing(others: tuple[Item, ...]) -> None:
    assert _found(*others) == []
