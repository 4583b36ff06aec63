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


def _compared_quarter(found: Found) -> str | None:
    """The quarter that "a year ago" compares with; none where nine months or a year were told since."""
    return _told_quarter(found) if found.story.quarter_at > found.story.months_at else None


def _the_quarter(found: Found) -> Sense | None:
    unit = found.one("unit")
    if unit is not None and found.has("latest") and unit.value in ("week", "month"):
        return calendar_unit(unit.value, -1)
    if unit is not None and unit.value != "quarter":
        return None
    if unit is None and not found.has("latest"):
        return None
    if found.after is not None and found.after.text.lower() in ("of", "century"):
        return None
    if found.has("latest"):
        return _last_quarter()
    ended = _quarter_ended(found)
    if ended is not None:
        return ended
    value = _told_quarter(found)
    return _quarter(value) if value else _last_quarter()


def _quarter_ended(found: Found) -> Sense | None:
    """The quarter ended July 31: the calendar's quarter that most of it lies in."""
    kinds = [one.kind for one in found.ahead]
    if kinds[:1] != ["followed"] or "month" not in kinds[1:3]:
        return None
    month = next(one.value for one in found.ahead if one.kind == "month")
    told = next((one.value for one in found.ahead[1:5] if one.kind == "year"), None)
    lies_ahead = found.ahead[0].text == "ending"

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + (month < ref.month) if lies_ahead else ref.year - (month > ref.month)
        middle = days.make(year if told is None else told, month, 1)
        day = days.plus_months(middle, -1)
        return Placed(units.value_at(day, "quarter"), *units.unit_range(day, "quarter")) if day else None

    return Sense(TimexType.DATE, Placed("XXXX-QX"), place, Offset(unit="quarter", n=None, anchor="published"))


def _year_before(found: Found) -> Sense | None:
    """The year-ago period, the year-earlier third quarter."""
    unit = found.one("unit")
    if unit is None or unit.value != "year":
        return None
    ordinal, value = found.one("ord"), _compared_quarter(found)
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
    value = _compared_quarter(found)
    return _quarter(value, -1) if value else _last_quarter(-1)


def _same_quarter(found: Found) -> Sense | None:
    """The same quarter a year ago, the same period last year."""
    first, which = found.all("unit", "period")[0], found.one("last", "ago", "shift")
    if found.all("unit")[-1].value != "year" or which is None:
        return None
    if not found.has("alike") and found.lexemes[0].text != "the same":
        return None
    if which.kind != "last" and which.value > 0:
        return None
    value = _told_quarter(found)
    if value is not None:
        return _quarter(value, -1)
    return _last_quarter(-1) if first.value == "quarter" else None


def _a_year_ago(found: Found) -> Sense | None:
    unit, way = found.one("unit"), found.one("ago", "shift")
    if unit is None or unit.value != "year" or way is None or way.value > 0:
        return None
    value = _compared_quarter(found)
    if value is not None:
        return _quarter(value, -1)
    return distance("year", -1, None, "published" if way.kind == "ago" else "previous")


def _full_year(found: Found) -> Sense | None:
    """For the full year: the one that the report's day is in."""
    unit = found.one("unit")
    return calendar_unit("year", 0) if unit is not None and unit.value == "year" else None


def _months_quarter(found: Found) -> Sense | None:
    """The April-June quarter, the January-March period."""
    first, last = found.all("month")[0], found.all("month")[-1]
    if first is last:
        first = first._replace(value=last.value - 2)  # "the June quarter"
        if [one.value for one in found.all("unit")] != ["quarter"]:
            return None
    if first.value % 3 != 1 or last.value != first.value + 2:
        return None
    quarter = (last.value + 2) // 3

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year if first.value <= ref.month else ref.year - 1
        return Placed(f"{year:04d}-Q{quarter}", *days.months_range(year, first.value, 3))

    return Sense(TimexType.DATE, Placed(f"XXXX-Q{quarter}"), place, Offset(unit="quarter", n=None, anchor="published"))


def _the_year(found: Found) -> Sense | None:
    unit = found.one("unit")
    if unit is None or unit.value not in ("year", "month", "week"):
        return None
    if found.after is not None and (found.after.kind == "followed" or found.after.text.lower() == "since"):
        return fixed(units.period(unit.value, 1), kind=TimexType.DURATION)
    if unit.value == "week":
        return None
    before = found.before.text.lower() if found.before else ""
    after = found.after.text.lower() if found.after else ""
    if [one.text.lower() for one in found.ahead[:2]] == ["to", "date"]:
        return calendar_unit(unit.value, 0)
    if after == "of" and len(found.ahead) > 1 and found.ahead[1].kind in ("money", "num"):
        after = ""  # "a high for the year of $42"
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
    rule("(the|a|alike)? unit hyphen (ago|shift) (ord hyphen?)? (unit|period)?", _year_before),
    rule("a unit (ago|shift)", _a_year_ago),
    rule("the unit a unit (ago|shift)", _year_before_quarter),
    rule("(that|alike) (unit|period) comma? (a unit (ago|shift)|of? the? last unit)", _same_quarter),
    rule("the fiscal? unit", _the_year),
    rule("the full fiscal? unit", _full_year),
    rule("the? month (hyphen|to) month (unit|period)", _months_quarter),
    rule("the? month unit", _months_quarter),
)
