"""Times told by two steps: the week before last, a week from Friday, later in the week, a year ago today."""

import datetime

from dragoman.reading.dates import choose, days, narrow, units
from dragoman.reading.dates.calendar_senses import month_only, year_sense
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.phases import phased
from dragoman.reading.dates.relative_rules import (
    CLOCKED,
    N_UNITS,
    around_day,
    calendar_unit,
    count_of,
    day_word,
    distance,
    weekday,
)
from dragoman.reading.dates.sense import Placed, Sense, day_sense
from dragoman.records.reading import Offset, TimexType

_SAME_PASSAGE = 300  # characters: a day told this near before is the one of "later in the day"


def _before_last(found: Found) -> Sense | None:
    """The week before last, the year after next, the night before last."""
    way, which, unit, part = found.one("before"), found.one("last", "next"), found.one("unit"), found.one("part")
    assert way is not None and which is not None
    if which.text not in ("last", "next") or way.value != (-1 if which.kind == "last" else 1):
        return None
    if part is not None:
        return narrow.part_of_day(day_word(2 * way.value), part.value)
    assert unit is not None
    return calendar_unit(unit.value, 2 * way.value)


def _from_day(found: Found) -> Sense | None:
    """A week from Friday, three weeks from tomorrow."""
    unit, day, word = found.one("unit", "units"), found.one("weekday"), found.one("dayword")
    count = found.one("num", "couple")
    assert unit is not None
    n = units.number(count.value) if count is not None else 1
    if n is None or unit.value in ("second", "minute", "hour"):
        return None
    start = day_word(word.value) if word else weekday(day.value, choose.FUTURE, None) if day else None
    if start is None:
        return None

    def on(placed: Placed, _day: datetime.date | None) -> Placed:
        moved = days.plus(placed.begin, *units.base(unit.value, n))
        return Placed(moved.isoformat(), moved, moved) if moved else placed

    return start.then(on)


def _in_unit(found: Found) -> Sense | None:
    """Later in the week, early in the year; in the day: of the one told just before, or else of the report's."""
    unit, way = found.one("unit"), found.one("shift", "early")
    if unit is None or way is None or way.value == "about":
        return None
    if unit.value == "day":
        story = found.story
        near = story.day is not None and found.start - story.day_at <= _SAME_PASSAGE
        return day_sense(story.day) if near and story.day else around_day()
    if unit.value not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return phased(calendar_unit(unit.value, 0), found)


def _in_year(found: Found) -> Sense | None:
    """Late in 1988, early in May."""
    year, month = found.one("year"), found.one("month")
    if month is not None and year is not None:
        whole = days.month_range(year.value, month.value)
        return phased(Sense(TimexType.DATE, Placed(f"{year.value:04d}-{month.value:02d}", *whole)), found)
    if year is not None:
        return phased(year_sense(year.value), found) if 1880 <= year.value <= 2060 else None
    assert month is not None
    return phased(month_only(month.value, found.tense()), found)


def _same_of(found: Found) -> Sense | None:
    """The same month of 1985, the same quarter last year, the same day in 2012: as told before, in another year."""
    first, year, which = found.all("unit")[0], found.one("year"), found.one("last", "next")
    if first.value not in ("day", "week", "month", "quarter") or found.lexemes[0].text not in ("the same", "same"):
        return None
    if which is not None and found.all("unit")[-1].value != "year":
        return None
    shift = 0 if which is None else -1 if which.kind == "last" else 1

    def place(previous: datetime.date) -> Placed | None:
        years = year.value - previous.year if year is not None else shift
        return units.calendar_unit(days.plus_months(previous, 12 * years) or previous, first.value, 0)

    unknown = units.unknown_value(first.value)
    return Sense(TimexType.DATE, Placed(unknown), place, Offset(unit="year", n=shift, anchor="previous"))


def _some_ago(found: Found) -> Sense | None:
    """Three or four months ago, a week or two ago, two to three years later."""
    unit, way, told = found.one("unit", "units"), found.one("ago", "shift"), found.all("num", "year")
    assert unit is not None and way is not None
    counts = [units.number(one.value) for one in told]
    if len(counts) == 1:
        counts.insert(0, 1)
    low, high = counts[0], counts[-1]
    if low is None or high is None or low >= high:
        return None
    near, far = (distance(unit.value, way.value * n, None, _anchor(way.kind)) for n in (low, high))

    def place(ref: datetime.date) -> Placed | None:
        one = near.place(ref) if near.place else None
        other = far.place(ref) if far.place else None
        if one is None or other is None:
            return None
        ends = [day for day in (one.begin, one.end, other.begin, other.end) if day is not None]
        return Placed(one.value, min(ends), max(ends)) if len(ends) == 4 else one

    plain, n = units.base(unit.value, (low + high) / 2)
    return Sense(near.type, near.placed, place, Offset(unit=plain, n=way.value * n, anchor=_anchor(way.kind)))


def _anchor(kind: str) -> str:
    return "published" if kind == "ago" else "previous"


def _mid_unit(found: Found) -> Sense | None:
    """Mid-year, midweek: of the one that the report's day is in."""
    word = found.one("midword")
    unit, early = found.one("unit"), found.one("early")
    if word is None and (unit is None or early is None or early.text != "mid" or unit.value not in _MIDDLES):
        return None
    told = word.value if word is not None else unit.value if unit is not None else ""
    return narrow.phase(calendar_unit(told, 0), "mid")


_MIDDLES = frozenset({"week", "month", "quarter", "year", "decade", "century"})


def _day_ago(found: Found) -> Sense | None:
    """A year ago today, two weeks ago Friday, three years ago this month: an exact day, week, month or year."""
    unit, day, which = found.all("unit", "units")[0], found.one("weekday"), found.one("this")
    word = found.one("dayword")
    n, _ = count_of(found)
    if n is None or not float(n).is_integer() or found.has("hedge") or unit.value in CLOCKED:
        return None
    if word is not None:
        start = day_word(word.value)
    elif day is not None:
        start = weekday(day.value, choose.PAST, None)
    else:
        if which is None or which.text != "this":
            return None
        start = calendar_unit(found.all("unit")[-1].value, 0)

    def back(placed: Placed, _day: datetime.date | None) -> Placed:
        begin = days.plus(placed.begin, *units.base(unit.value, -n))
        if begin is None:
            return placed
        told = "day" if which is None else found.all("unit")[-1].value
        return Placed(units.value_at(begin, told), *units.unit_range(begin, told))

    return start.then(back)


def _quarter_century(found: Found) -> Sense | None:
    """A quarter-century ago."""
    first, second = found.all("unit")
    way = found.one("ago", "shift")
    if way is None or (first.value, second.value) != ("quarter", "century"):
        return None
    return distance("year", 25 * way.value, None, "published" if way.kind == "ago" else "previous")


RULES: tuple[Rule, ...] = (
    rule("the (unit|part) before (last|next)", _before_last),
    rule("(count|a|couple) (unit|units) from (weekday|dayword)", _from_day),
    rule("(shift|early) in the unit", _in_unit),
    rule("(shift|early) in (month comma?)? year", _in_year),
    rule("(shift|early) in month", _in_year),
    rule("that unit (of|in)? (year|the? (last|next) unit)", _same_of),
    rule("hedge? (count|a) (to|hyphen) count anyunit (ago|shift)", _some_ago),
    rule("a unit to num (ago|shift)", _some_ago),
    rule("early hyphen? unit", _mid_unit),
    rule("midword", _mid_unit),
    rule(f"{N_UNITS} ago (dayword|weekday|this unit)", _day_ago),
    rule("hedge? a? unit hyphen? unit (ago|shift)", _quarter_century),
    rule("hedge? a? unit of a unit (ago|shift)", _quarter_century),
)
