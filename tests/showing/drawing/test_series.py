import datetime
from itertools import pairwise

from lxml import etree

from dragoman.records.reading import Hedge, Sourcing
from dragoman.records.rows.happenings import FigurePoint, FigureRow
from dragoman.records.time import Interval
from dragoman.showing.drawing.series import NARROW, series

MARCH = datetime.date(2031, 3, 1)
DAY = datetime.timedelta(days=1)


def point(day: int, number: float, who: str) -> FigurePoint:
    return FigurePoint(
        low=number,
        high=number,
        hedge=Hedge.EXACT,
        as_of=Interval.day(MARCH + day * DAY),
        who=who,
        sourcing=Sourcing.NAMED,
        evidence=(),
    )


def row(*points: FigurePoint) -> FigureRow:
    return FigureRow(
        id="g-1", series="people held", of="people held", unit="person", place=None, points=points, conflict=None
    )


def drawn(*points: FigurePoint) -> tuple[etree._Element, etree._Element]:
    made = series(row(*points), {})
    assert made is not None
    return etree.fromstring(made.svg.encode()), etree.fromstring(made.narrow.encode())


def places(svg: etree._Element, shape: str, *names: str) -> list[float]:
    return [float(one.get(names[0], "")) for one in svg.iterfind(f".//{{*}}{shape}")]


def test_a_telephone_gets_a_drawing_of_its_own() -> None:
    broad, narrow = drawn(*(point(day, 100 + day, "Varra") for day in range(0, 90, 10)))
    assert narrow.get("viewBox", "").split()[2] == f"{NARROW:.0f}"
    assert narrow.get("font-size") == broad.get("font-size")
    assert len(places(narrow, "circle", "cx")) == len(places(broad, "circle", "cx")) == 9
    assert all(0 < x < NARROW for x in places(narrow, "circle", "cx"))
    named = [one for one in narrow.iterfind(".//{*}text") if one.get("text-anchor") == "middle"]
    days = [float(one.get("x", "")) for one in named]
    assert all(later - earlier > 40 for earlier, later in pairwise(days))


def test_the_same_number_of_two_sources_on_a_day_is_seen_twice() -> None:
    broad, _ = drawn(point(0, 90, "Varra"), point(3, 161, "Varra"), point(3, 161, "Osk"))
    (disc,) = (x for x in places(broad, "circle", "cx") if x > 200)
    (square,) = (x for x in places(broad, "rect", "x"))
    assert square - disc > 5


def test_one_number_is_no_series() -> None:
    assert series(row(point(0, 5, "Osk")), {}) is None
