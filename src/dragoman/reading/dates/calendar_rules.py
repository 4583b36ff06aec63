"""Calendar dates: days, months, quarters, seasons, years, decades, with or without their year."""

import datetime

from dragoman.reading.dates import choose, days, lexicon, narrow
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.sense import Place, Placed, Sense, day_sense, fixed
from dragoman.records.reading import Offset, TimexType

SIX_MONTHS = 190
_PIVOT = 50  # two-digit years up to here are 20xx


def _published(unit: str, n: float | None) -> Offset:
    return Offset(unit=unit, n=n, anchor="published")


def month_day(month: int, day: int, direction: str) -> Sense | None:
    """A day of a month without its year."""
    if days.make(2000, month, day) is None:
        return None

    def place(ref: datetime.date) -> Placed | None:
        year = choose.year_of(lambda y: days.make(y, month, day), ref, direction)
        found = days.make(year, month, day) if year else None
        return Placed(found.isoformat(), found, found) if found else None

    value = f"XXXX-{month:02d}-{day:02d}"
    return Sense(TimexType.DATE, Placed(value), place, _published("date", choose.signed(direction)))


def month_only(month: int, direction: str, skip_own: bool = False) -> Sense:
    """A month without its year; `skip_own` for "last May" and "next May", said in May."""

    def place(ref: datetime.date) -> Placed | None:
        seen = days.make(ref.year, ref.month, 1)
        if seen is None:
            return None
        if skip_own:
            seen = days.plus_days(seen, -1 if direction == choose.PAST else 1) or seen
        year = choose.year_of(lambda y: days.make(y, month, 1), seen, direction, far=400)
        return Placed(f"{year:04d}-{month:02d}", *days.month_range(year, month)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-{month:02d}"), place, _published("date", choose.signed(direction)))


def quarter_only(quarter: int, direction: str) -> Sense:
    """A quarter without its year."""

    def place(ref: datetime.date) -> Placed | None:
        ahead = (3 * quarter - 2 - ref.month) % 12
        year = ref.year if 3 * quarter - 2 <= ref.month else ref.year - 1
        if direction == choose.FUTURE and 0 < ahead <= 6:
            year += 1
        return Placed(f"{year:04d}-Q{quarter}", *days.months_range(year, 3 * quarter - 2, 3)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-Q{quarter}"), place, _published("date", choose.signed(direction)))


def season_only(season: str, direction: str, which: str | None = None) -> Sense:
    """A season without its year; `which` is "this", "last" or "next"."""

    def place(ref: datetime.date) -> Placed | None:
        start = days.SEASON_MONTHS[season]
        year: int | None = ref.year
        if which == "last":
            over = days.make(ref.year, start, 1)
            year = ref.year if over and (ref - over).days > 92 else ref.year - 1
        elif which == "next":
            year = ref.year if ref.month < start else ref.year + 1
        elif which is None:
            year = choose.year_of(lambda y: days.make(y, start, 1), ref, direction)
        elif season == "WI" and ref.month < 3:
            year = ref.year - 1
        return Placed(f"{year:04d}-{season}", *days.season_range(year, season)) if year else None

    return Sense(TimexType.DATE, Placed(f"XXXX-{season}"), place, _published("date", choose.signed(direction)))


def year_sense(year: int) -> Sense:
    """A year of the calendar."""
    return fixed(f"{year:04d}", days.year_range(year))


def exact(year: int, month: int, day: int) -> Sense | None:
    """A day told in full; None where the calendar has none such."""
    found = days.make(year, month, day)
    return day_sense(found) if found else None


def _day_number(found: Found) -> int | None:
    lexeme = found.one("num", "ord")
    number = lexeme.value if lexeme else None
    return number if isinstance(number, int) and 1 <= number <= 31 else None


def _full(found: Found) -> Sense | None:
    month, year, number = found.one("month"), found.one("year"), _day_number(found)
    if month is None or year is None or number is None:
        return None
    day = days.make(year.value, month.value, number)
    return day_sense(day) if day else None


def _month_day(found: Found) -> Sense | None:
    month, number = found.one("month"), _day_number(found)
    if month is None or number is None:
        return None
    year = _year_ahead(found)
    if year is not None:
        return exact(year, month.value, number)
    return month_day(month.value, number, found.tense())


def _month_year(found: Found) -> Sense | None:
    month, year = found.one("month"), found.one("year")
    assert month is not None and year is not None  # the pattern has both
    return fixed(f"{year.value:04d}-{month.value:02d}", days.month_range(year.value, month.value))


def _month(found: Found) -> Sense | None:
    month, which = found.one("month"), found.one("deictic", "last", "next", "this")
    assert month is not None
    if which is None and month.text in ("may", "march", "jan", "mar", "dec") and not _is_month(found):
        return None
    year = _year_ahead(found) if which is None else None
    if year is not None:
        return fixed(f"{year:04d}-{month.value:02d}", days.month_range(year, month.value))
    if which is None or which.kind == "this":
        return month_only(month.value, _direction(found))
    return month_only(month.value, choose.PAST if which.kind == "last" else choose.FUTURE, skip_own=True)


def _year_ahead(found: Found) -> int | None:
    """The year that a range's second date tells for both: "from June to August 2024", "May 6 and June 2, 2024"."""
    kinds = [lexeme.kind for lexeme in found.ahead]
    if kinds[:1] not in (["to"], ["and"], ["hyphen"]) or kinds[1:2] != ["month"]:
        return None
    rest = found.ahead[2:]
    for lexeme in rest[:3]:
        if lexeme.kind == "year":
            return int(lexeme.value)
        if lexeme.kind not in ("num", "ord", "comma"):
            return None
    return None


def _days_range(found: Found) -> Sense | None:
    """May 6-8, between May 6 and 8, 6 to 8 May 2024: one expression for both days."""
    month, year, told = found.one("month"), found.one("year"), found.all("num", "ord")
    if month is None or len(told) != 2 or not all(isinstance(one.value, int) and 1 <= one.value <= 31 for one in told):
        return None
    first, last = told[0].value, told[1].value
    if first >= last or (found.after is not None and found.after.kind in ("unit", "units", "hyphen", "clock", "ampm")):
        return None
    if found.lexemes[-1] is told[1] and found.has("and", "to") and not _range_opens(found):
        return None
    if year is not None:
        return _span_of_days(year.value, month.value, first, last)
    start = month_day(month.value, first, found.tense())
    if start is None or start.place is None or days.make(2000, month.value, last) is None:
        return None

    def widen(placed: Placed, _day: datetime.date | None) -> Placed:
        if placed.begin is None:
            return placed._replace(value=f"{placed.value}/XXXX-{month.value:02d}-{last:02d}")
        end = days.make(placed.begin.year, month.value, last)
        return Placed(f"{placed.value}/{end}", placed.begin, end) if end else placed

    return start.then(widen)


def _range_opens(found: Found) -> bool:
    return found.before is not None and found.before.text.lower() in ("from", "between")


def _span_of_days(year: int, month: int, first: int, last: int) -> Sense | None:
    begin, end = days.make(year, month, first), days.make(year, month, last)
    return fixed(f"{begin}/{end}", (begin, end)) if begin and end else None


def _week_of(found: Found) -> Sense | None:
    """The first week of May, the last days of June: the month by its value, the days around."""
    unit, month, year, lead = found.one("unit"), found.one("month"), found.one("year"), found.one("ord", "last")
    assert unit is not None and month is not None and lead is not None
    if unit.value not in ("week", "weekend") or (lead.kind == "ord" and lead.value > 5):
        return None
    sense = _month_year(found) if year is not None else month_only(month.value, _direction(found))

    def week(placed: Placed, _day: datetime.date | None) -> Placed:
        first, last = placed.begin, placed.end
        if first is None or last is None:
            return placed
        start = days.plus_days(last, -6) if lead.kind == "last" else days.plus_days(first, 7 * (lead.value - 1))
        return placed._replace(begin=max(first, days.plus_days(start, -4) or first), end=min(last, days.plus_days(start, 10) or last))

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
    if season is None and (ordinal is None or ordinal.value > 4 or (half is None and found.all("unit")[0].value != "quarter")):
        return None

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + shift
        if season is not None:
            return Placed(f"{year:04d}-{season.value}", *days.season_range(year, season.value))
        assert ordinal is not None
        months = 6 if half else 3
        return Placed(f"{year:04d}-{'H' if half else 'Q'}{ordinal.value}", *days.months_range(year, months * (ordinal.value - 1) + 1, months))

    return Sense(TimexType.DATE, Placed("XXXX"), place, _published("year", shift))


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

    return Sense(TimexType.DATE, Placed(f"XXXX-H{ordinal.value}"), place, _published("date", -1))


def _direction(found: Found) -> str:
    """Where the tense points; "until May" and "by May" are told of either side, so the nearer is taken."""
    tense = found.tense()
    if found.before is not None and found.before.text.lower() in ("until", "by", "till"):
        return choose.PRESENT if tense == choose.PAST else tense
    return tense


def _is_month(found: Found) -> bool:
    """Whether a word that is also a name or a verb stands where a month stands."""
    return found.has("early", "phase") or (found.before is not None and found.before.text.lower() in _BEFORE_MONTH)


def _in_year(found: Found) -> Sense | None:
    """A month or a day of this, last or next year: "in February this year"."""
    month, which, unit = found.one("month"), found.one("this", "last", "next"), found.one("unit")
    assert month is not None and which is not None and unit is not None
    if unit.value != "year":
        return None
    shift, number = {"this": 0, "last": -1, "next": 1}[which.kind], _day_number(found)

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + shift
        if number is None:
            return Placed(f"{year:04d}-{month.value:02d}", *days.month_range(year, month.value))
        day = days.make(year, month.value, number)
        return Placed(day.isoformat(), day, day) if day else None

    value = f"XXXX-{month.value:02d}" + (f"-{number:02d}" if number else "")
    return Sense(TimexType.DATE, Placed(value), place, _published("year", shift))


_BEFORE_MONTH = frozenset("in since until by from of to through late early mid during and before after last next this on for".split())


def _iso(found: Found) -> Sense | None:
    lexeme = found.lexemes[0]
    year, month, number = (int(part) for part in lexeme.text.split("-"))
    day = days.make(year, month, number)
    return day_sense(day) if day else None


def _slash(found: Found) -> Sense | None:
    text = found.lexemes[0].text
    dotted = "." in text
    parts = text.replace(".", "/").split("/")
    if len(parts) != 3:
        return None
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4:
        day = days.make(one, two, three) if len(parts[2]) <= 2 else None
        return day_sense(day) if day else None
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year = three if len(parts[2]) == 4 else three + (2000 if three <= _PIVOT else 1900)
    if dotted:
        return _ambiguous(days.make(year, two, one), None)
    return _ambiguous(days.make(year, one, two), days.make(year, two, one))


def _ambiguous(first: datetime.date | None, second: datetime.date | None) -> Sense | None:
    """Month first, as news agencies write; where day first could be meant too, both days are inside the interval."""
    if first is None:
        return day_sense(second) if second else None
    if second is None or first == second:
        return day_sense(first)
    return fixed(first.isoformat(), (min(first, second), max(first, second)))


def _year(found: Found) -> Sense | None:
    lexeme = found.one("year")
    assert lexeme is not None
    before, after = found.before, found.after
    if found.has("fiscal", "early", "phase"):
        return year_sense(lexeme.value)
    if before is not None and before.kind in ("money", "hedge", "hyphen") and before.text not in ("about", "around"):
        if before.kind != "hyphen":
            return None
    if after is not None and after.kind in ("units", "unit", "money"):
        return None
    if not 1500 <= lexeme.value <= 2100:
        return None
    if not 1880 <= lexeme.value <= 2060 and (before is None or before.text.lower() not in _BEFORE_YEAR):
        return None
    return year_sense(lexeme.value)


_BEFORE_YEAR = frozenset("in since until by from of to through late early mid during and before after around about circa".split())


def _decade(found: Found) -> Sense | None:
    lexeme = found.one("decade", "decadeword")
    assert lexeme is not None
    if lexeme.kind == "decadeword":
        return fixed(str(lexeme.value), days.year_range(lexeme.value * 10, 10))
    digits = lexeme.text.strip("s'’")
    start = int(digits)
    if len(digits) == 2:
        if lexeme.text[0] not in "'’" and not found.has("the", "early", "phase"):
            return None
        start += 1900 if start >= 20 else 2000
    if not 1000 <= start < 2100:
        return None
    return fixed(str(start // 10), days.year_range(start, 10))


def _century(found: Found) -> Sense | None:
    lexeme = found.one("ord")
    if lexeme is None or not 1 <= lexeme.value <= 21:
        return None
    first = (lexeme.value - 1) * 100
    return fixed(f"{lexeme.value - 1:02d}", days.year_range(max(first, 1), 101 if first else 100))


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
    kind, number = told
    months = 3 if kind == "Q" else 6
    if year is not None:
        return fixed(f"{year.value:04d}-{kind}{number}", days.months_range(year.value, months * (number - 1) + 1, months))
    if kind == "H":
        return None
    if which is not None and which.kind != "this":
        shift = -1 if which.kind == "last" else 1

        def place(ref: datetime.date) -> Placed | None:
            span = days.months_range(ref.year + shift, 3 * number - 2, 3)
            return Placed(f"{ref.year + shift:04d}-Q{number}", *span)

        return Sense(TimexType.DATE, Placed(f"XXXX-Q{number}"), place, _published("year", shift))
    return quarter_only(number, found.tense())


def _season(found: Found) -> Sense | None:
    season, year, which = found.one("season"), found.one("year"), found.one("last", "next", "this")
    assert season is not None
    if year is not None:
        return fixed(f"{year.value:04d}-{season.value}", days.season_range(year.value, season.value))
    if which is not None:
        return season_only(season.value, choose.PRESENT, which.kind)
    before = found.before.text.lower() if found.before else ""
    if before not in _BEFORE_SEASON or (season.text == "fall" and not found.has("the")):
        return None
    return season_only(season.value, found.tense())


_BEFORE_SEASON = frozenset("in during by since until over through of for late early mid before after".split())


def _holiday(found: Found) -> Sense | None:
    lexeme, year, which = found.one("holiday"), found.one("year"), found.one("last", "next", "this")
    assert lexeme is not None
    rule_of = lexicon.holidays()[lexeme.value]

    def day_in(y: int) -> datetime.date | None:
        if len(rule_of) == 2:
            return days.make(y, *rule_of)
        day = days.nth_weekday(y, *rule_of)
        return days.plus_days(day, 1) if lexeme.value == "election day" else day

    if year is not None:
        day = day_in(year.value)
        return day_sense(day) if day else None
    direction = found.tense() if which is None else {"last": choose.PAST, "next": choose.FUTURE}.get(which.kind, choose.PRESENT)

    def place(ref: datetime.date) -> Placed | None:
        y = choose.year_of(day_in, ref, direction)
        day = day_in(y) if y else None
        return Placed(day.isoformat(), day, day) if day else None

    value = f"XXXX-{rule_of[0]:02d}-{rule_of[1]:02d}" if len(rule_of) == 2 else f"XXXX-{rule_of[0]:02d}"
    return Sense(TimexType.DATE, Placed(value), place, _published("date", choose.signed(direction)))


def _phased(inner: Sense | None, found: Found) -> Sense | None:
    lexeme = found.one("early", "phase", "shift")
    if inner is None or lexeme is None:
        return inner
    which = lexeme.value if lexeme.kind != "shift" else ("earlier" if lexeme.value < 0 else "later")
    return narrow.phase(inner, which)


_PHASE = "((the? phase of the?)|((the)? early hyphen?))?"
_WEEKDAY = "(this? next? weekday comma? (the)?)?"

RULES: tuple[Rule, ...] = (
    rule(f"{_WEEKDAY} month day comma? year", _full),
    rule(f"{_WEEKDAY} (the)? day of? month comma? (of)? year", _full),
    rule(f"{_WEEKDAY} month (the)? day", _month_day),
    rule(f"{_WEEKDAY} (the)? day of? month", _month_day),
    rule(f"{_PHASE} month comma? of? year", lambda f: _phased(_month_year(f), f)),
    rule(f"{_PHASE} (this|last|next)? month", lambda f: _phased(_month(f), f)),
    rule("month comma? of? (this|last|next) unit", _in_year),
    rule("month day comma? of? (this|last|next) unit", _in_year),
    rule("day of? month comma? of? (this|last|next) unit", _in_year),
    rule("month num (hyphen|to|and) num (comma year)?", _days_range),
    rule("(the)? day (hyphen|to|and) (the)? day of? month (comma? year)?", _days_range),
    rule("the? (ord|last) unit of month (comma? year)?", _week_of),
    rule("the? (ord hyphen? (unit|half)|season) of? (this|last|next) unit", _part_of_year),
    rule("the? ord hyphen half (of? year)?", _half_year),
    rule("isodate", _iso),
    rule("slash", _slash),
    rule(f"{_PHASE} (the? (fiscal? unit|fiscal))? year", lambda f: _phased(_year(f), f)),
    rule(f"{_PHASE} the? (decade|decadeword)", lambda f: _phased(_decade(f), f)),
    rule(f"{_PHASE} the? ord hyphen? unit", lambda f: _phased(_ordinal_unit(f), f)),
    rule(f"{_PHASE} the? (last|next|this)? (fiscal)? (quartername|ord hyphen? unit) comma? of? (fiscal)? year",
         lambda f: _phased(_quarter(f), f)),
    rule("quartername", _quarter),
    rule(f"{_PHASE} the? season of? year", lambda f: _phased(_season(f), f)),
    rule(f"{_PHASE} (the|this|last|next)? season", lambda f: _phased(_season(f), f)),
    rule("(last|next|this)? holiday comma? year?", _holiday),
)


def _ordinal_unit(found: Found) -> Sense | None:
    unit = found.one("unit")
    assert unit is not None
    if unit.value == "century":
        return _century(found)
    return _quarter(found) if unit.value == "quarter" else None

