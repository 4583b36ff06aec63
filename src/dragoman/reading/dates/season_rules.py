"""Quarters, halves, seasons, holidays, centuries, and weeks of a month."""

import datetime

from dragoman.reading.dates import choose, days, feasts, lexicon, units
from dragoman.reading.dates.calendar_rules import month_direction, month_year
from dragoman.reading.dates.calendar_senses import month_only, published, quarter_only, season_only
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.phases import PHASE, phased
from dragoman.reading.dates.sense import NO_TIME, Placed, Sense, day_sense, fixed
from dragoman.records.reading import TimexType

_NEAR = 700  # characters: a quarter told this near before is the one meant


def _quarter_number(found: Found) -> tuple[str, int] | None:
    named = found.one("quartername")
    if named is not None:
        number = int(named.text[1])
        kind = named.text[0].upper()
        return (kind, number) if kind == "Q" or number <= 2 else None
    ordinal = found.one("ord")
    return ("Q", ordinal.value) if ordinal and 1 <= ordinal.value <= 4 else None


def _quarter(found: Found) -> Sense | None:
    told, year, which = _quarter_number(found), found.one("year"), found.one("last", "next", "this")
    if told is None:
        return None
    if any(unit.value not in ("quarter", "year") for unit in found.all("unit")):
        return _first_of_year(found, told[1])
    kind, number = told
    months = 3 if kind == "Q" else 6
    if year is not None:
        return fixed(
            f"{year.value:04d}-{kind}{number}", days.months_range(year.value, months * (number - 1) + 1, months)
        )
    if kind == "H":
        return None
    if which is not None and which.kind != "this":
        shift = -1 if which.kind == "last" else 1

        def place(ref: datetime.date) -> Placed | None:
            span = days.months_range(ref.year + shift, 3 * number - 2, 3)
            return Placed(f"{ref.year + shift:04d}-Q{number}", *span)

        return Sense(TimexType.DATE, Placed(f"XXXX-Q{number}"), place, published("year", shift))
    return quarter_only(number, found.tense())


def _year_first(found: Found) -> Sense | None:
    """The 1986 first quarter, 1987's second half."""
    year, ordinal = found.one("year"), found.one("ord")
    unit = found.all("unit", "half")[-1]
    assert year is not None and ordinal is not None
    if unit.kind == "half":
        return _half(year.value, ordinal.value) if ordinal.value <= 2 else None
    if unit.value != "quarter" or ordinal.value > 4:
        return None
    return fixed(f"{year.value:04d}-Q{ordinal.value}", days.months_range(year.value, 3 * ordinal.value - 2, 3))


def _half_of_year(found: Found) -> Sense | None:
    """The 1986 second half."""
    year, phase = found.one("year"), found.one("phase")
    assert year is not None and phase is not None
    if phase.value not in ("H1", "H2"):
        return None
    return _half(year.value, int(phase.value[1]))


def _half(year: int, number: int) -> Sense:
    return fixed(f"{year:04d}-H{number}", days.months_range(year, 6 * number - 5, 6))


def _year_period(found: Found) -> Sense | None:
    """The 1986 quarter, the 1986 period: of the year told, the quarter told before."""
    year, unit = found.one("year"), found.one("unit", "period")
    assert year is not None and unit is not None
    near = found.story.quarter is not None and found.start - found.story.quarter_at <= _NEAR
    if unit.value not in ("quarter", "period") or not near or found.story.quarter is None:
        return None
    number = int(found.story.quarter[-1])
    return fixed(f"{year.value:04d}-Q{number}", days.months_range(year.value, 3 * number - 2, 3))


def _last_of_year(found: Found) -> Sense | None:
    """The last quarter of 1986, the last month of 2012, the last day of 2012."""
    unit, year, last = found.one("unit"), found.one("year"), found.one("last")
    assert unit is not None and year is not None and last is not None
    end = days.make(year.value, 12, 31)
    if end is None or last.text != "last" or unit.value not in ("day", "week", "month", "quarter"):
        return None
    if unit.value == "week":
        return fixed(f"{year.value:04d}", (days.plus_days(end, -9), end))
    return Sense(TimexType.DATE, Placed(units.value_at(end, unit.value), *units.unit_range(end, unit.value)))


def _first_of_year(found: Found, number: int) -> Sense | None:
    """The first day of 2013, the second month of 2013; a week is told by its year."""
    unit, year = found.one("unit"), found.one("year")
    if unit is None or year is None:
        return None
    if unit.value == "day":
        day = days.plus_days(days.make(year.value, 1, 1), number - 1)
        return day_sense(day) if day else None
    if unit.value == "month":
        return fixed(f"{year.value:04d}-{number:02d}", days.month_range(year.value, number))
    if unit.value != "week":
        return None
    first = days.make(year.value, 1, 1)
    return fixed(f"{year.value:04d}", (days.plus_days(first, 7 * number - 10), days.plus_days(first, 7 * number + 2)))


def _winter_of(found: Found) -> Sense | None:
    """The winter of 2008-09."""
    season, year, second = found.one("season"), found.one("year"), found.all("num", "year")[-1]
    assert season is not None and year is not None
    if second.value not in ((year.value + 1) % 10, (year.value + 1) % 100, year.value + 1):
        return None
    return fixed(f"{year.value:04d}-{season.value}", days.season_range(year.value, season.value))


def _season(found: Found) -> Sense | None:
    season, year, which = found.one("season"), found.one("year"), found.one("last", "next", "this")
    assert season is not None
    if year is not None:
        return fixed(f"{year.value:04d}-{season.value}", days.season_range(year.value, season.value))
    if which is not None:
        return season_only(season.value, choose.PRESENT, which.kind)
    before = found.before.text.lower() if found.before else ""
    if before not in lexicon.context("before_season") or (season.text == "fall" and not found.has("the")):
        return None
    return season_only(season.value, found.tense())


def _holiday(found: Found) -> Sense | None:
    lexeme, year = found.one("holiday"), found.one("year")
    assert lexeme is not None
    if lexeme.value in feasts.feasts():
        return _feast(found, lexeme.value)
    rule_of = lexicon.holidays()[lexeme.value]

    def day_in(y: int) -> datetime.date | None:
        if len(rule_of) == 2:
            return days.make(y, *rule_of)
        day = days.nth_weekday(y, *rule_of)
        return days.plus_days(day, 1) if lexeme.value == "election day" else day

    if year is not None:
        day = day_in(year.value)
        return day_sense(day) if day else None
    direction = _direction(found)

    def place(ref: datetime.date) -> Placed | None:
        y = choose.year_of(day_in, ref, direction)
        day = day_in(y) if y else None
        return Placed(day.isoformat(), day, day) if day else None

    value = f"XXXX-{rule_of[0]:02d}-{rule_of[1]:02d}" if len(rule_of) == 2 else f"XXXX-{rule_of[0]:02d}"
    return Sense(TimexType.DATE, Placed(value), place, published("date", choose.signed(direction)))


def _direction(found: Found) -> str:
    which = found.one("last", "next", "this")
    if which is None:
        return found.tense()
    return {"last": choose.PAST, "next": choose.FUTURE}.get(which.kind, choose.PRESENT)


def _feast(found: Found, name: str) -> Sense | None:
    """A feast that moves, by the calendar that sets it; a season of many days by its year."""
    year, direction = found.one("year"), _direction(found)

    def in_year(y: int) -> Placed | None:
        day = feasts.first_day(name, y)
        if day is None:
            return None
        return Placed(f"{y:04d}" if feasts.is_long(name) else day.isoformat(), *feasts.span(name, y))

    if year is not None:
        placed = in_year(year.value)
        return Sense(TimexType.DATE, placed) if placed else None

    def place(ref: datetime.date) -> Placed | None:
        y = choose.year_of(lambda y: feasts.first_day(name, y), ref, direction)
        return in_year(y) if y else None

    return Sense(TimexType.DATE, Placed("XXXX"), place, published("date", choose.signed(direction)))


def _week_of(found: Found) -> Sense | None:
    """The first week of May, the last days of June: the month by its value, the days around."""
    unit, month, year, lead = found.one("unit"), found.one("month"), found.one("year"), found.one("ord", "last")
    assert unit is not None and month is not None and lead is not None
    if unit.value not in ("week", "weekend") or (lead.kind == "ord" and lead.value > 5):
        return None
    sense = month_year(found) if year is not None else month_only(month.value, month_direction(found))

    def week(placed: Placed, _day: datetime.date | None) -> Placed:
        first, last = placed.begin, placed.end
        if first is None or last is None:
            return placed
        start = days.plus_days(last, -6) if lead.kind == "last" else days.plus_days(first, 7 * (lead.value - 1))
        return placed._replace(
            begin=max(first, days.plus_days(start, -4) or first), end=min(last, days.plus_days(start, 10) or last)
        )

    return sense.then(week) if sense else None


def _part_of_year(found: Found) -> Sense | None:
    """The first quarter of next year, the spring of last year, the first half of this year."""
    which, unit, season = found.one("this", "last", "next"), found.all("unit")[-1], found.one("season")
    ordinal = found.one("ord")
    assert which is not None
    if unit.value != "year":
        return None
    shift = {"this": 0, "last": -1, "next": 1}[which.kind]
    half = found.one("half")
    if season is None and (
        ordinal is None or ordinal.value > 4 or (half is None and found.all("unit")[0].value != "quarter")
    ):
        return None

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + shift
        if season is not None:
            return Placed(f"{year:04d}-{season.value}", *days.season_range(year, season.value))
        assert ordinal is not None
        months = 6 if half else 3
        return Placed(
            f"{year:04d}-{'H' if half else 'Q'}{ordinal.value}",
            *days.months_range(year, months * (ordinal.value - 1) + 1, months),
        )

    return Sense(TimexType.DATE, Placed("XXXX"), place, published("year", shift))


def _half_year(found: Found) -> Sense | None:
    """First-half profit, the second half of 2023 written with a hyphen."""
    ordinal, year = found.one("ord"), found.one("year")
    if ordinal is None or ordinal.value > 2:
        return None
    if year is not None:
        return fixed(f"{year.value:04d}-H{ordinal.value}", days.months_range(year.value, 6 * ordinal.value - 5, 6))

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year if ordinal.value == 1 or ref.month > 6 else ref.year - 1
        return Placed(f"{year:04d}-H{ordinal.value}", *days.months_range(year, 6 * ordinal.value - 5, 6))

    return Sense(TimexType.DATE, Placed(f"XXXX-H{ordinal.value}"), place, published("date", -1))


def _ordinal_unit(found: Found) -> Sense | None:
    unit = found.one("unit")
    assert unit is not None
    if unit.value == "century":
        return _century(found)
    return _quarter(found) if unit.value == "quarter" else None


def _century(found: Found) -> Sense | None:
    lexeme = found.one("ord")
    if lexeme is None or not 1 <= lexeme.value <= 21:
        return None
    if found.after is not None and found.after.text.upper() in ("B", "BC", "BCE"):
        return NO_TIME
    first = (lexeme.value - 1) * 100
    return fixed(f"{lexeme.value - 1:02d}", days.year_range(max(first, 1), 101 if first else 100))


RULES: tuple[Rule, ...] = (
    rule("the? (ord|last) unit of month (comma? year)?", _week_of),
    rule("the? (ord hyphen? (unit|half)|season) of? (this|last|next) unit", _part_of_year),
    rule("the? ord hyphen half (of? year)?", _half_year),
    rule(f"{PHASE} the? fiscal? ord hyphen? fiscal? unit", lambda f: phased(_ordinal_unit(f), f)),
    rule(
        f"{PHASE} the? (last|next|this)? fiscal? (quartername|ord hyphen? fiscal? unit) comma? of? fiscal? unit? year",
        lambda f: phased(_quarter(f), f),
    ),
    rule("the? fiscal? year poss? fiscal? ord hyphen? (unit|half)", _year_first),
    rule("the? fiscal? year poss? phase", _half_of_year),
    rule("the? fiscal? year (unit|period)", _year_period),
    rule("the? last unit of year", _last_of_year),
    rule("quartername", _quarter),
    rule(f"{PHASE} the? season of? year", lambda f: phased(_season(f), f)),
    rule(f"{PHASE} (the|this|last|next)? season", lambda f: phased(_season(f), f)),
    rule("the? season of? year hyphen (num|year)", _winter_of),
    rule("(last|next|this)? holiday comma? of? year?", _holiday),
    rule("notday", lambda _: NO_TIME),
)
