"""Durations and sets: "a 60-day truce", "the past three months", "every Friday"."""

import datetime

from dragoman.reading.dates import choose, days, lexicon, units
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.happenings import is_happening
from dragoman.reading.dates.lexing import OTHER
from dragoman.reading.dates.relative_rules import as_amount, distance
from dragoman.reading.dates.sense import NO_TIME, Placed, Sense, fixed
from dragoman.reading.dates.vague import recent_days
from dragoman.records.reading import Offset, TimexType


def duration(unit: str, n: float | str) -> Sense:
    """An amount of time that is not placed."""
    return fixed(units.period(unit, n), kind=TimexType.DURATION)


def anchored(unit: str, n: float | str, sign: int) -> Sense:
    """The past three months, the next two weeks: an amount up to the report's day or from it."""
    value = units.period(unit, n)
    plain, count = units.base(unit, n if isinstance(n, (int, float)) else 1)
    vague = isinstance(n, str)

    def place(ref: datetime.date) -> Placed | None:
        if vague:
            return Placed(value, *recent_days(ref, plain, sign))
        return Placed(value, *units.stretch(ref, plain, count, sign))

    return Sense(
        TimexType.DURATION,
        Placed(value),
        place,
        Offset(unit=plain, n=None if vague else sign * count, anchor="published"),
    )


def _amount(found: Found) -> tuple[str, float | str] | None:
    unit = found.one("unit", "units")
    assert unit is not None
    lexeme = found.one("num", "year", "couple")
    if lexeme is not None:
        n = units.number(lexeme.value)
        if n is None or (lexeme.kind == "year" and unit.kind == "unit" and not found.has("hyphen")):
            return None  # "1986 year net"
        return unit.value, n + 0.5 if found.has("half") else n
    if found.has("few"):
        if found.before is not None and found.before.text.lower() == "as":
            return None  # "the second in as many days"
        return unit.value, "X"
    half = found.one("half")
    if half is not None:
        return unit.value, 0.5 if half.start < unit.start else 1.5
    return unit.value, 1 if unit.kind == "unit" else "X"


def _plain(found: Found) -> Sense | None:
    """Amounts; ages ("6-year-old") and shares ("three-quarters") are none."""
    if _age(found):
        return NO_TIME
    units_told = found.one("unit", "units")
    if units_told is not None and units_told.value == "quarter" and _share(found):
        return NO_TIME
    amount = _amount(found)
    if amount is None:
        return None
    return duration(*amount)


def _age(found: Found) -> bool:
    """Whether it is the age of somebody; a truce's or an offer's counts as time, and so does "years-old"."""
    if found.before is not None and found.before.text.lower() in ("aged", "age"):
        return True
    if [one.text.lower() for one in found.ahead[:2]] == ["of", "age"]:
        return True
    if not any(lexeme.text == "old" for lexeme in (*found.lexemes, *found.ahead[:1])):
        return False
    if found.after is not None and is_happening(found.after.text.lower()):
        return False
    return found.has("num", "couple", "few", "a", "year")


def _share(found: Found) -> bool:
    told = found.one("num")
    if told is not None and told.value in (1, 3) and found.has("hyphen"):
        return True
    return found.after is not None and found.after.text.lower() in ("of", "point", "percentage")


def _several(found: Found) -> Sense | None:
    """Two to three weeks, 12 to 18 months."""
    unit, told = found.one("unit", "units"), found.all("num", "year")
    assert unit is not None
    if _age(found):
        return NO_TIME
    if len(told) != 2 or any(units.number(one.value) is None for one in told):
        return None
    return duration(unit.value, "X")


def _span(found: Found) -> Sense | None:
    """The past week, the past year: the amount up to the report's day."""
    unit, which = found.one("unit"), found.one("last")
    lasting = which is not None and which.text == "last" and found.has("the")  # "over the last month"
    if unit is None or which is None or not (lasting or which.text in ("past", "this past")) or found.has("few"):
        return None
    if found.after is not None and found.after.kind == "of":
        return None
    if unit.value in ("day", "night") or (lasting and unit.value in ("second", "minute")):
        return None  # "at the last minute"
    return anchored(unit.value, 1, -1)


def _past(found: Found) -> Sense | None:
    amount, which = _amount(found), found.one("last", "next")
    if amount is None or which is None:
        return None
    unit = found.one("unit", "units")
    assert unit is not None
    if unit.kind == "unit" and not found.has("num", "half", "few", "couple"):
        return None
    if which.value in ("previous", "following"):
        return duration(*amount)  # "the subsequent 20-day pause": by what was told before, and not placed
    return anchored(*amount, -1 if which.kind == "last" else 1)


def _article(found: Found) -> Sense | None:
    """A bare "a week", "a year": an amount after words that want one, a rate after a number."""
    before = found.before.text.lower() if found.before else ""
    unit = found.one("unit")
    assert unit is not None
    if before in ("once", "twice", "times"):
        return fixed(units.period(unit.value, 1), kind=TimexType.SET)
    if found.after is not None and found.after.kind == "hyphen" and found.after.start == found.end:
        return None  # "a year-end speech"
    hedge = found.one("hedge")
    if hedge is not None and not found.has("a") and hedge.text not in _ONE_MORE:
        return None
    drive = found.after is not None and found.after.kind == "poss"  # "an hour's drive", "a year's salary"
    if before in lexicon.context("wants_amount") or found.has("hedge", "half") or drive:
        return _plain(found)
    after = found.after.text.lower() if found.after else ""
    if after in _THEN:
        return _plain(found)
    if _rated(found):
        return None
    rate = (
        found.before is None
        or found.before.kind in ("num", "money", "units")
        or before in lexicon.context("rate_after")
    )
    return None if rate or unit.value not in ("week", "month", "year", "decade") else _plain(found)


# what an amount is measured from or on to: "a day after the vote", "an hour into the talks"
def _rated(found: Found) -> bool:
    """Whether a plural or a measure stands before: "two million cars a year" is a rate."""
    word = found.before.text.lower() if found.before is not None and found.before.kind == OTHER else ""
    return (word.endswith("s") and len(word) > 3) or word in lexicon.context("rate_after")


_THEN = frozenset({"before", "after", "since", "into", "away"})
_ONE_MORE = frozenset({"another", "an additional", "an extra", "a full"})


def _bare(found: Found) -> Sense | None:
    before = found.before.text.lower() if found.before else ""
    unit = found.one("units")
    if unit is not None and unit.value == "hour" and before in ("after", "-", "kilowatt", "megawatt", "watt"):
        return None  # "after hours", "kilowatt-hours of power"
    if before in lexicon.context("bare_after") or (
        found.after is not None and found.after.text.lower() in ("of", "before", "after", "earlier", "later")
    ):
        return _plain(found)
    return None


def _in(found: Found) -> Sense | None:
    """Amounts after "in" and "within", of what is to come: "in two weeks", "within 48 hours"."""
    before = found.before.text.lower() if found.before else ""
    amount = _amount(found)
    if before not in ("in", "within") or amount is None or not isinstance(amount[1], (int, float)) or _age(found):
        return _plain(found)
    if found.has("the") or (found.after is not None and found.after.kind in ("hyphen", "of")):
        return _plain(found)
    if found.tense() != choose.FUTURE:
        return _plain(found)
    unit, n = amount[0], float(amount[1])
    if before == "within":
        return anchored(unit, n, 1)
    hedge = found.one("hedge")
    return as_amount(distance(unit, n, hedge.value if hedge else None, "published"), units.period(unit, n))


def _first_of(found: Found) -> Sense | None:
    """The first nine months (of a year), the last two weeks of a month."""
    amount, year, month = _amount(found), found.one("year"), found.one("month")
    lead = found.one("ord", "last")
    if amount is None or lead is None or (lead.kind == "ord" and lead.value != 1):
        return None
    unit, n = amount
    rest = found.ahead[:3]
    if [one.kind for one in rest] == ["of", "the", "unit"] and isinstance(n, (int, float)):
        return _first_of_this(rest[2].value, found.has("ord"), unit, n)
    if year is None or not isinstance(n, (int, float)):
        return duration(unit, n)
    whole = days.month_range(year.value, month.value) if month else days.year_range(year.value)
    edge = whole[0] if lead.kind == "ord" else whole[1]
    other = days.plus(edge, units.base(unit, n)[0], units.base(unit, n)[1] * (1 if lead.kind == "ord" else -1))
    return fixed(
        units.period(unit, n),
        units.sorted_range(edge, days.plus_days(other, -1 if lead.kind == "ord" else 1)),
        TimexType.DURATION,
    )


def _whole(found: Found) -> Sense | None:
    """All day, the entire week, the whole academic year."""
    unit = found.one("unit", "part")
    assert unit is not None
    if unit.kind == "part":
        return duration("night", 1) if unit.text == "night" else None
    return None if unit.value in ("second", "minute") else duration(unit.value, 1)


def _rate(found: Found) -> Sense | None:
    """24 hours a day, five days a week: no time."""
    return NO_TIME if found.has("num", "count", "few") else None


def _or_two(found: Found) -> Sense | None:
    """A week or two."""
    unit, count, to = found.one("unit"), found.one("num"), found.one("to")
    assert unit is not None and count is not None and to is not None
    return duration(unit.value, "X") if count.value == 2 and to.text == "or" else None


def _first_of_this(whole: str, first: bool, unit: str, n: float) -> Sense | None:
    """The first three months of the year: of the one that the report's day is in."""
    if whole not in ("week", "month", "quarter", "year", "decade"):
        return duration(unit, n)
    value = units.period(unit, n)

    def place(ref: datetime.date) -> Placed | None:
        begin, end = units.unit_range(ref, whole)
        edge = begin if first else end
        other = days.plus(edge, *((u := units.base(unit, n))[0], u[1] * (1 if first else -1)))
        return Placed(value, *units.sorted_range(edge, days.plus_days(other, -1 if first else 1)))

    return Sense(TimexType.DURATION, Placed(value), place, Offset(unit=whole, n=0, anchor="published"))


def _long_word(found: Found) -> Sense | None:
    return duration(found.lexemes[0].value, 1)


def _quarter_century(found: Found) -> Sense | None:
    """A quarter-century, a quarter of a century."""
    first, second = found.all("unit")
    return fixed("P25Y", kind=TimexType.DURATION) if (first.value, second.value) == ("quarter", "century") else None


def _ahead(found: Found) -> Sense | None:
    amount = _amount(found)
    return anchored(*amount, 1) if amount else None


def _every(found: Found) -> Sense | None:
    every = found.one("every")
    assert every is not None
    n: float | str = 2 if every.value == "other" else "X" if found.has("few") else 1
    number = found.one("num")
    if number is not None and not found.has("of", "last"):  # "each of the past three years" is each year
        count = units.number(number.value)
        if count is None:
            return None
        n = count
    weekday, month, season, part, unit = (found.one(kind) for kind in ("weekday", "month", "season", "part", "unit"))
    if weekday is not None:
        day_part = f"T{part.value}" if part is not None else ""
        return fixed(f"XXXX-WXX-{weekday.value + 1}{day_part}", kind=TimexType.SET)
    if month is not None:
        return fixed(f"XXXX-{month.value:02d}", kind=TimexType.SET)
    if season is not None:
        return fixed(f"XXXX-{season.value}", kind=TimexType.SET)
    if part is not None:
        return fixed(f"XXXX-XX-XXT{part.value}", kind=TimexType.SET)
    unit = unit or found.one("units")
    return fixed(units.period(unit.value, n), kind=TimexType.SET) if unit else fixed("XXXX-WXX-WE", kind=TimexType.SET)


def _set_word(found: Found) -> Sense | None:
    """Daily, monthly; not in a name ("the Daily News", "the daily Granma")."""
    after = found.after.text if found.after is not None else ""
    if after[:1].isupper() and after[1:2].islower():
        return None
    return fixed(found.lexemes[0].value, kind=TimexType.SET)


def _weekdays(found: Found) -> Sense | None:
    lexeme = found.one("weekdays")
    assert lexeme is not None
    if found.before is not None and found.before.text.lower() in ("last", "this", "next"):
        return None
    return fixed(f"XXXX-WXX-{lexeme.value + 1}", kind=TimexType.SET)


def _weekday_parts(found: Found) -> Sense | None:
    """Friday mornings."""
    weekday, part = found.one("weekday"), found.one("part")
    assert weekday is not None and part is not None
    if not part.text.endswith("s"):
        return None
    return fixed(f"XXXX-WXX-{weekday.value + 1}T{part.value}", kind=TimexType.SET)


def _weekends(found: Found) -> Sense | None:
    if found.before is not None and found.before.kind in ("num", "few", "last", "next", "this"):
        return None
    return fixed("XXXX-WXX-WE", kind=TimexType.SET)


_COUNT = "(count|few|couple)"


def _summed(found: Found) -> Sense | None:
    """Two amounts told as one: three years and two months, two minutes, 30 seconds."""
    first, second = found.all("unit", "units")
    counts = [units.number(one.value) for one in found.all("num")]
    if len(counts) != 2 or not all(isinstance(n, int) for n in counts):
        return None
    if (found.after is not None and found.after.kind in ("ago", "shift")) or _age(found):
        return None
    order = (first.value, second.value)
    if order not in _SUMMED:
        return None
    parts = [units.period(unit, int(n)) for unit, n in zip(order, counts, strict=True) if n is not None]
    tail = parts[1].removeprefix("PT") if parts[0].startswith("PT") else parts[1].removeprefix("P")
    return fixed(parts[0] + tail, kind=TimexType.DURATION)


_SUMMED = frozenset(
    {("year", "month"), ("month", "day"), ("day", "hour"), ("hour", "minute"), ("minute", "second"), ("year", "day")}
)


def _latest(found: Found) -> Sense | None:
    """The latest 12 months."""
    amount = _amount(found)
    return duration(*amount) if amount is not None else None


def _many_long(found: Found) -> Sense | None:
    """A yearslong siege."""
    return duration(found.lexemes[0].value, "X")


def _workday(found: Found) -> Sense | None:
    return fixed(found.lexemes[0].value, kind=TimexType.SET)


RULES: tuple[Rule, ...] = (
    rule("hedge? num anyunit (and|comma|comma and)? num anyunit", _summed),
    rule(f"the? latest {_COUNT} hyphen? anyunit", _latest),
    rule(f"hedge? {_COUNT} and count hyphen half hyphen? anyunit", _plain),
    rule("longwords", _many_long),
    rule("workday", _workday),
    rule(f"hedge? the? {_COUNT} anyunit", _in),
    rule(f"hedge? {_COUNT} hyphen anyunit", _in),
    rule(f"hedge? {_COUNT} hyphen? anyunit hyphen? old", _plain),
    rule(f"the? ord {_COUNT} hyphen? units (of? month)? (comma? of? year)?", _first_of),
    rule(f"the? last {_COUNT} hyphen? units of (month comma?)? year", _first_of),
    rule("hedge? (a|the? (last|next)) unit to num", _or_two),
    rule("(the|a)? whole fiscal? (unit|part)", _whole),
    rule(f"hedge? {_COUNT} anyunit a unit", _rate),
    rule(f"hedge? {_COUNT} hyphen and hyphen a? hyphen? half hyphen? anyunit", _plain),
    rule("longword", _long_word),
    rule("hedge? a? unit hyphen? unit", _quarter_century),
    rule("hedge? a? unit of a unit", _quarter_century),
    rule(f"hedge? {_COUNT} and a? half hyphen? anyunit (hyphen? old)?", _plain),
    rule("hedge? a unit and a half", _plain),
    rule("hedge? half hyphen? unit", _plain),
    rule("hedge? a unit", _article),
    rule("(units|unit) hyphen old", _plain),
    rule("hedge? units", _bare),
    rule(f"hedge? the? {_COUNT} (to|hyphen) count hyphen? anyunit", _several),
    rule(f"the? (last|next) {_COUNT} (to|hyphen) count hyphen? anyunit", _several),
    rule("the? last unit", _span),
    rule("hedge unit", _article),
    rule(f"the? (last|next) hedge? {_COUNT} hyphen? anyunit", _past),
    rule("every of? the? last? (num|few)? (unit|units|weekday part?|month|season|part|weekend)", _every),
    rule("weekday part", _weekday_parts),
    rule("weekends", _weekends),
    rule("set", _set_word),
    rule("weekdays", _weekdays),
    rule("the? few? units ahead", _ahead),
)
