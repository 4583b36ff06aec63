"""Times told as one of several: the third and fourth quarters, March 3 and 4, from 9 to 11 a.m."""

import datetime
from dataclasses import replace

from dragoman.reading.dates import choose, clock_rules, days, lexicon, relative_rules
from dragoman.reading.dates.amount_rules import duration
from dragoman.reading.dates.calendar_rules import month_direction
from dragoman.reading.dates.calendar_senses import published, quarter_only
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.lexing import Lexeme
from dragoman.reading.dates.sense import Placed, Sense, day_sense, fixed
from dragoman.records.reading import Offset, TimexType

_SHIFTS = {"this": 0, "last": -1, "next": 1}
_NEAR = 700  # characters: within these, a report that has told a quarter tells of halves of the year too
_MIDYEAR = 7  # from this month on "the new year" is the one to come
_AND = len(" and ")
_WEEKS = 5  # at most, that a month has the same weekday


def _quarter_in(number: int, year: Lexeme | None, found: Found) -> Sense | None:
    if not 1 <= number <= 4:
        return None
    if year is not None:
        return fixed(f"{year.value:04d}-Q{number}", days.months_range(year.value, 3 * number - 2, 3))
    return quarter_only(number, found.tense())


def _first_of_two(found: Found) -> Sense | None:
    """The third of "the third and fourth quarters (of 1997)"."""
    rest = found.ahead
    if len(rest) < 3 or rest[0].kind not in ("and", "to") or (rest[1].kind, rest[2].value) != ("ord", "quarter"):
        return None
    ordinal = found.one("ord")
    year = next((one for one in rest[3:5] if one.kind == "year"), None)
    return _quarter_in(ordinal.value, year, found) if ordinal is not None and rest[2].kind == "units" else None


def _last_of_two(found: Found) -> Sense | None:
    """The fourth quarters of "the third and fourth quarters"."""
    ordinal, unit = found.one("ord"), found.one("units")
    if ordinal is None or unit is None or unit.value != "quarter":
        return None
    joined = found.before is not None and found.before.kind in ("and", "to")
    return _quarter_in(ordinal.value, found.one("year"), found) if joined else None


def _second_day(found: Found) -> Sense | None:
    """The 4 of "March 3 and 4": of the month told just before."""
    number, day, after = found.lexemes[0].value, found.story.day, found.after
    if found.before is None or found.before.kind != "and" or found.start - found.story.day_at != _AND or day is None:
        return None
    if not isinstance(number, int) or not day.day < number <= 31 or not found.lexemes[0].text[0].isdecimal():
        return None
    if after is not None and (after.kind in ("unit", "units", "hyphen", "money", "year", "month") or _is_noun(after)):
        return None
    told = days.make(day.year, day.month, number)
    return day_sense(told) if told is not None else None


def _is_noun(after: Lexeme) -> bool:
    return after.text.isalpha() and after.text.lower() not in lexicon.context("no_noun")


def _opens_hours(found: Found) -> Sense | None:
    """The 9 of "9-11 a.m." and "from 9 to 11 a.m. Saturday"."""
    rest = found.ahead
    first = found.lexemes[0]
    if len(rest) < 3 or rest[0].kind not in ("hyphen", "to", "and") or rest[1].kind not in ("num", "clock"):
        return None
    if rest[2].kind != "ampm" or (rest[0].kind == "and" and (found.before is None or found.before.text != "between")):
        return None
    hours = [int(one.text.split(":")[0]) for one in (first, rest[1]) if one.text[0].isdecimal() and "." not in one.text]
    if len(hours) != 2 or not all(1 <= hour <= 12 for hour in hours):
        return None
    # "10 to 2 p.m." begins in the morning
    half = "am" if rest[2].value == "pm" and hours[0] % 12 > hours[1] % 12 else rest[2].value
    told = replace(found, lexemes=(first, rest[2]._replace(value=half)))
    weekday = next((one for one in rest[3:5] if one.kind == "weekday"), None)
    if weekday is None:
        return clock_rules.today(told)
    direction = relative_rules.weekday_direction(found)
    return clock_rules.on(told, relative_rules.weekday(weekday.value, direction, None))


def _of_a_year(found: Found) -> Sense | None:
    """Last year's fourth quarter, this year's first half."""
    which, ordinal, half = found.one("this", "last", "next"), found.one("ord"), found.one("half")
    units = found.all("unit")
    if which is None or ordinal is None or units[0].value != "year" or which.value in ("previous", "following"):
        return None
    if (half is None and units[-1].value != "quarter") or not 1 <= ordinal.value <= (2 if half else 4):
        return None
    months, letter, shift = (6, "H", _SHIFTS[which.kind]) if half else (3, "Q", _SHIFTS[which.kind])

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + shift
        span = days.months_range(year, months * (ordinal.value - 1) + 1, months)
        return Placed(f"{year:04d}-{letter}{ordinal.value}", *span)

    return Sense(TimexType.DATE, Placed(f"XXXX-{letter}{ordinal.value}"), place, published("year", shift))


def _phase_alone(found: Found) -> Sense | None:
    """The first half, in a report on quarters; the early days of, the final weeks of something."""
    phase = found.one("phase")
    assert phase is not None
    counted = lexicon.words().get(phase.text.split()[-1], ())
    if counted and counted[0][0] == "units":
        after = found.after.text.lower() if found.after is not None else ""
        return duration(counted[0][1], "X") if after in ("of", "before", "after") else None
    near = found.story.quarter is not None and found.start - found.story.quarter_at <= _NEAR
    if phase.value not in ("H1", "H2") or not near or (found.after is not None and found.after.kind == "of"):
        return None
    number = int(phase.value[1])
    ahead = found.tense() == "future"

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year if number == 1 or ref.month > 6 or ahead else ref.year - 1
        return Placed(f"{year:04d}-H{number}", *days.months_range(year, 6 * number - 5, 6))

    return Sense(TimexType.DATE, Placed(f"XXXX-H{number}"), place, published("date", None))


def _nth_weekday(found: Found) -> Sense | None:
    """The first Tuesday in November, the last Friday of August 1997."""
    which, weekday, month, year = found.one("ord", "last"), found.one("weekday"), found.one("month"), found.one("year")
    if which is None or weekday is None or month is None or (which.kind == "last" and which.text != "last"):
        return None
    nth = which.value if which.kind == "ord" else -1
    if nth > _WEEKS:
        return None
    if year is not None:
        told = days.nth_weekday(year.value, month.value, weekday.value, nth)
        return day_sense(told) if told is not None else None
    direction = month_direction(found)

    def place(ref: datetime.date) -> Placed | None:
        told = choose.year_of(lambda y: days.nth_weekday(y, month.value, weekday.value, nth), ref, direction)
        day = days.nth_weekday(told, month.value, weekday.value, nth) if told else None
        return Placed(day.isoformat(), day, day) if day else None

    unknown = Placed(f"XXXX-{month.value:02d}-WXX-{weekday.value + 1}")
    return Sense(TimexType.DATE, unknown, place, published("date", choose.signed(direction)))


def _new_year(found: Found) -> Sense | None:
    """The new year: the one to come or, in its first half, the one that has begun."""

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + (ref.month >= _MIDYEAR)
        return Placed(f"{year:04d}", *days.year_range(year))

    return Sense(TimexType.DATE, Placed("XXXX"), place, Offset(unit="year", n=None, anchor="published"))


RULES: tuple[Rule, ...] = (
    rule("the? ord", _first_of_two),
    rule("ord hyphen? units (of? year)?", _last_of_two),
    rule("num", _second_day),
    rule("num|clock", _opens_hours),
    rule("(this|last|next) unit poss ord hyphen? (unit|half)", _of_a_year),
    rule("the? phase", _phase_alone),
    rule("the? (ord|last) weekday (in|of) month (comma? year)?", _nth_weekday),
    rule("newyear", _new_year),
)
