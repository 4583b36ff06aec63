"""Company language: the quarter, the latest period, the year-earlier quarter, the year ended March 31."""

import datetime

from dragoman.reading.dates import days, units
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.relative_rules import calendar_unit, distance
from dragoman.reading.dates.sense import Placed, Sense, fixed
from dragoman.records.reading import Offset, TimexType

_NEAR = 700  # characters: a quarter told this near before is the one meant


def _last_quarter(shift_years: int = 0) -> Sense:
    """The quarter that was over last, or that of some years before."""

    def place(ref: datetime.date) -> Placed | None:
        day = days.plus_months(ref, -3 + 12 * shift_years)
        return Placed(units.value_at(day, "quarter"), *units.unit_range(day, "quarter")) if day else None

    return Sense(
        TimexType.DATE, Placed("XXXX-QX"), place, Offset(unit="quarter", n=-1 + 4 * shift_years, anchor="published")
    )


def _quarter(value: str, shift_years: int = 0) -> Sense:
    year, quarter = int(value[:4]) + shift_years, int(value[-1])
    return fixed(f"{year:04d}-Q{quarter}", days.months_range(year, 3 * quarter - 2, 3))


def _told_quarter(found: Found) -> str | None:
    near = found.story.quarter is not None and found.start - found.story.quarter_at <= _NEAR
    return found.story.quarter if near else None


def _the_quarter(found: Found) -> Sense | None:
    unit = found.one("unit")
    if unit is not None and unit.value != "quarter":
        return None
    if unit is None and not found.has("latest"):
        return None
    if found.after is not None and found.after.text.lower() in ("of", "century"):
        return None
    value = _told_quarter(found)
    return _quarter(value) if value else _last_quarter()


def _year_before(found: Found) -> Sense | None:
    """The year-ago period, the year-earlier third quarter."""
    unit = found.one("unit")
    if unit is None or unit.value != "year":
        return None
    ordinal, value = found.one("ord"), _told_quarter(found)
    if ordinal is not None and ordinal.value <= 4:
        year = value[:4] if value else None
        return _quarter(f"{year}-Q{ordinal.value}", -1) if year else _last_quarter(-1)
    if value is not None:
        return _quarter(value, -1)
    if len(found.all("unit")) > 1 and found.all("unit")[1].value == "quarter":
        return _last_quarter(-1)
    return calendar_unit("year", -1)


def _year_before_quarter(found: Found) -> Sense | None:
    first, second = found.all("unit")
    if (first.value, second.value) != ("quarter", "year"):
        return None
    value = _told_quarter(found)
    return _quarter(value, -1) if value else _last_quarter(-1)


def _a_year_ago(found: Found) -> Sense | None:
    unit, way = found.one("unit"), found.one("ago", "shift")
    if unit is None or unit.value != "year" or way is None or way.value > 0:
        return None
    value = _told_quarter(found)
    if value is not None:
        return _quarter(value, -1)
    return distance("year", -1, None, "published" if way.kind == "ago" else "previous")


def _the_year(found: Found) -> Sense | None:
    unit = found.one("unit")
    if unit is None or unit.value not in ("year", "month"):
        return None
    if found.after is not None and found.after.kind == "followed":
        return fixed(units.period(unit.value, 1), kind=TimexType.DURATION)
    before = found.before.text.lower() if found.before else ""
    after = found.after.text.lower() if found.after else ""
    if before not in ("of", "for", "in", "through", "during") or after in (
        "of",
        "that",
        "when",
        "before",
        "after",
        "to",
    ):
        return None
    return calendar_unit(unit.value, 0)


RULES: tuple[Rule, ...] = (
    rule("the latest? (unit|period)", _the_quarter),
    rule("(the|a)? unit hyphen (ago|shift) (ord hyphen?)? (unit|period)?", _year_before),
    rule("a unit (ago|shift)", _a_year_ago),
    rule("the unit a unit (ago|shift)", _year_before_quarter),
    rule("the fiscal? unit", _the_year),
)
