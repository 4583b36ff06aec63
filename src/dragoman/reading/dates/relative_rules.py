"""Times told by their distance from the report's day or from the time mentioned before."""

import datetime
from dataclasses import replace

from dragoman.reading.dates import choose, days, narrow, units
from dragoman.reading.dates.calendar_senses import year_sense
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.phases import SHIFTED_PHASE, phased
from dragoman.reading.dates.sense import Placed, Sense, day_sense, fixed
from dragoman.records.reading import Offset, TimexType

_SHIFTS = {"this": 0, "that": 0, "last": -1, "next": 1}
# "weeks ago": how many at the least and at the most
_FEW = {
    "day": (2, 14),
    "week": (2, 12),
    "month": (2, 24),
    "quarter": (2, 8),
    "year": (2, 30),
    "decade": (2, 20),
    "century": (2, 50),
}
_THURSDAY, _FRIDAY = 3, 4
_SAME_STORY = 700  # characters
_RANGE = len(" through ")
_WEEK = 7  # days
_SEVERAL = {**_FEW, "day": (2, 10), "week": (2, 10), "month": (2, 15), "quarter": (2, 6), "year": (2, 15)}


def day_word(n: int) -> Sense:
    """Today, yesterday, tomorrow."""

    def place(ref: datetime.date) -> Placed | None:
        day = days.plus_days(ref, n)
        return Placed(day.isoformat(), day, day) if day else None

    return Sense(TimexType.DATE, Placed("XXXX-XX-XX"), place, Offset(unit="day", n=n, anchor="published"))


def weekday(which: int, direction: str, deictic: str | None) -> Sense:
    """A day of the week. "last Friday" said on a Friday is the one before; "next Friday" the one to come."""

    def place(ref: datetime.date) -> Placed | None:
        if deictic == "last":
            day = choose.weekday(days.plus_days(ref, -1) or ref, which, choose.PAST)
        elif deictic == "next":
            day = choose.weekday(days.plus_days(ref, 1) or ref, which, choose.FUTURE)
        elif deictic == "this":
            day = days.plus_days(ref, which - ref.weekday())
        else:
            day = choose.weekday(ref, which, direction)
        return Placed(day.isoformat(), day, day) if day else None

    n = {"last": -1, "next": 1, "this": 0}.get(deictic or "", choose.signed(direction))
    return Sense(
        TimexType.DATE, Placed(f"XXXX-WXX-{which + 1}"), place, Offset(unit="weekday", n=n, anchor="published")
    )


def calendar_unit(unit: str, shift: int, anchor: str = "published") -> Sense:
    """A week, month, quarter or year by its distance: this, last or next week, month, quarter, year, ..."""
    unit, _ = units.base(unit, 1)
    return Sense(
        TimexType.DATE,
        Placed(units.unknown_value(unit)),
        lambda ref: units.calendar_unit(ref, unit, shift),
        Offset(unit=unit, n=shift, anchor=anchor),
    )


def weekend(shift: int | None, direction: str = choose.PRESENT) -> Sense:
    """A weekend, chosen by the tense; without "last" or "next" the one nearest before or around."""

    def place(ref: datetime.date) -> Placed | None:
        monday, _ = days.week_range(ref)
        ahead, past = direction == choose.FUTURE, direction in (choose.PAST, choose.EARLIER)
        back = 7 if shift == 1 else -7 if shift == -1 else 0
        if shift is None and ref.weekday() < _FRIDAY and not ahead:
            back = -7
        if shift == 0 and ((ref.weekday() == 0 and not ahead) or (ref.weekday() < _THURSDAY and past)):
            back = -7  # "this weekend's deal" in Monday's paper
        saturday = days.plus_days(monday, 5 + back)
        sunday = days.plus_days(saturday, 1)
        return Placed(f"{days.week_value(saturday)}-WE", saturday, sunday) if saturday else None

    return Sense(TimexType.DATE, Placed("XXXX-WXX-WE"), place, Offset(unit="week", n=shift or 0, anchor="published"))


def distance(unit: str, n: float, hedge: str | None, anchor: str) -> Sense:
    """`n` units before (negative) or after the anchor."""
    unit, n = units.base(unit, n)
    kind = TimexType.TIME if unit in ("second", "minute", "hour") else TimexType.DATE
    return Sense(
        kind,
        Placed(units.unknown_value(unit)),
        lambda ref: units.distant(ref, unit, n, hedge),
        Offset(unit=unit, n=n, anchor=anchor),
    )


def vague_distance(unit: str, sign: int, anchor: str, told: bool = False) -> Sense:
    """Weeks ago; `told` for "several weeks ago", which are fewer than bare ones can be."""
    unit, _ = units.base(unit, 1)
    low, high = (_SEVERAL if told else _FEW).get(unit, (0, 1))

    def place(ref: datetime.date) -> Placed | None:
        near, far = days.plus(ref, unit, sign * low), days.plus(ref, unit, sign * high)
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Placed(value, min(near, far) if near and far else None, max(near, far) if near and far else near)

    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Sense(TimexType.DATE, Placed(value), place, Offset(unit=unit, n=None, anchor=anchor))


def as_amount(sense: Sense, amount: str) -> Sense:
    """A distance from the time before, as TimeML writes it ("two days later" is P2D), with the days that it gives."""
    return replace(sense.then(lambda placed, _: placed._replace(value=amount)), type=TimexType.DURATION)


def _deictic(found: Found) -> str | None:
    lexeme = found.one("this", "last", "next", "that")
    return lexeme.kind if lexeme else None


def _with_part(sense: Sense, found: Found) -> Sense:
    part = found.one("part")
    return narrow.part_of_day(sense, part.value) if part else sense


def _day_word(found: Found) -> Sense | None:
    lexeme = found.one("dayword", "tonight")
    assert lexeme is not None
    if lexeme.kind == "tonight":
        return narrow.part_of_day(day_word(0), "NI")
    if (
        found.after is not None
        and found.after.kind == "poss"
        and lexeme.text == "today"
        and found.after.text in ("'", "’")
    ):
        return None
    return _with_part(day_word(lexeme.value), found)


def _weekday(found: Found) -> Sense | None:
    lexeme = found.one("weekday")
    assert lexeme is not None
    deictic = _deictic(found)
    if any(which.text == "past" for which in found.all("last")):
        return None  # "look past Wednesday's ruling"
    which = found.one("last", "next")
    if which is not None and which.value in ("following", "previous") and found.story.day is not None:
        return _with_part(_weekday_from(found.story.day, lexeme.value, which.kind), found)
    told = weekday(lexeme.value, weekday_direction(found), deictic)
    return _with_part(_after_first(told, lexeme.value, found) if deictic is None else told, found)


def _after_first(told: Sense, which: int, found: Found) -> Sense:
    """The second weekday of a range is the one after the first: "will run Monday through Friday"."""
    first = found.story.day
    joined = found.before is not None and (found.before.kind in ("to", "hyphen") or found.before.text == "through")
    if first is None or not joined or found.start - found.story.day_at > _RANGE:
        return told
    last = choose.weekday(days.plus_days(first, 1) or first, which, choose.FUTURE)

    def after(placed: Placed, ref: datetime.date | None) -> Placed:
        if last is None or placed.begin is None or abs((placed.begin - last).days) > _WEEK:
            return placed  # "from Sept. 14 to Thursday"
        return placed if first <= placed.begin == ref else Placed(last.isoformat(), last, last)

    return told.then(after)


def _weekday_from(day: datetime.date, which: int, kind: str) -> Sense:
    """The following Monday, the previous Friday: seen from the day told before."""
    ahead = kind == "next"
    beside = days.plus_days(day, 1 if ahead else -1) or day
    return day_sense(choose.weekday(beside, which, choose.FUTURE if ahead else choose.PAST) or day)


def weekday_direction(found: Found) -> str:
    """Where a weekday's tense points."""
    return found.tense()


def _weekday_of_week(found: Found) -> Sense | None:
    """Friday of last week, Monday next week."""
    lexeme, which, unit = found.one("weekday"), found.one("this", "last", "next"), found.one("unit")
    assert lexeme is not None and which is not None and unit is not None
    if unit.value != "week":
        return None
    shift, number = _SHIFTS[which.kind], lexeme.value

    def place(ref: datetime.date) -> Placed | None:
        day = days.plus_days(ref, number - ref.weekday() + 7 * shift)
        return Placed(day.isoformat(), day, day) if day else None

    sense = Sense(
        TimexType.DATE, Placed(f"XXXX-WXX-{number + 1}"), place, Offset(unit="week", n=shift, anchor="published")
    )
    return _with_part(sense, found)


def _beside(found: Found) -> Sense | None:
    """The day before, the week after: of the time told before; "the day after tomorrow" of the report's day."""
    unit, way, dayword = found.one("unit"), found.one("before"), found.one("dayword")
    assert unit is not None and way is not None
    if dayword is not None:
        return day_word(dayword.value + way.value) if unit.value == "day" else None
    if found.after is not None and found.after.text not in (".", ",", ";", ")", "”", '"'):
        return None
    return calendar_unit(unit.value, way.value, "previous")


def _night_before(found: Found) -> Sense | None:
    part, way = found.one("part"), found.one("before")
    assert part is not None and way is not None
    if found.after is not None and found.after.text not in (".", ",", ";", ")", "”", '"'):
        return None
    return narrow.part_of_day(calendar_unit("day", way.value, "previous"), part.value)


def _part_alone(found: Found) -> Sense | None:
    """Overnight, by mid-afternoon: of the report's day or the night to it."""
    part = found.one("part")
    assert part is not None
    early, before = found.one("early"), found.before.text.lower() if found.before else ""
    if part.text != "overnight" and (early is None or before not in ("by", "in", "until", "since", "during")):
        return None
    return narrow.part_of_day(around_day(), part.value)


def around_day() -> Sense:
    """The report's day by its value; the day before is inside the interval, for reports told a day late."""

    def place(ref: datetime.date) -> Placed | None:
        return Placed(ref.isoformat(), days.plus_days(ref, -1), ref)

    return Sense(TimexType.DATE, Placed("XXXX-XX-XX"), place, Offset(unit="day", n=0, anchor="published"))


def _this_part(found: Found) -> Sense | None:
    part = found.one("part")
    assert part is not None
    shift = _SHIFTS[_deictic(found) or "this"]
    if found.has("the", "that"):
        sense = calendar_unit("day", shift, "previous")
    else:
        sense = day_word(shift if part.value in ("NI", "EV") or shift >= 0 else -1)
    return narrow.part_of_day(sense, part.value)


def _unit(found: Found) -> Sense | None:
    which, unit = found.one("this", "last", "next", "that"), found.one("unit")
    assert which is not None and unit is not None
    if unit.value in ("second", "minute", "hour"):
        return None
    previous = (
        which.kind == "that"
        or which.value in ("following", "previous")
        or (which.value == "next" and unit.value == "day")
    )
    if previous and which.value == "previous" and found.has("the") is False:
        previous = False
    if which.text == "next" and found.has("the") and found.tense() == choose.PAST:
        previous = True  # "ran again the next year"
    near = found.story.quarter is not None and found.start - found.story.quarter_at <= _SAME_STORY
    if unit.value == "quarter" and previous and which.kind != "that" and near and found.story.quarter is not None:
        return phased(_beside_quarter(found.story.quarter, _SHIFTS[which.kind]), found)
    sense = calendar_unit(unit.value, _SHIFTS[which.kind], "previous" if previous else "published")
    fiscal = found.one("fiscal")
    if fiscal is not None and fiscal.text != "calendar":
        sense = sense.then(_fiscal)
    return phased(sense, found)


def _beside_quarter(value: str, shift: int) -> Sense:
    """The quarter before or after the one that the story is about (and not the one just compared with)."""
    year, quarter = divmod(int(value[:4]) * 4 + int(value[-1]) - 1 + shift, 4)
    return fixed(f"{year:04d}-Q{quarter + 1}", days.months_range(year, 3 * quarter + 1, 3))


def _fiscal(placed: Placed, _day: datetime.date | None) -> Placed:
    """A fiscal or academic year's bounds lie up to half a year before or after the calendar's."""
    return placed._replace(begin=days.plus_months(placed.begin, -6), end=days.plus_months(placed.end, 6))


def _weekend(found: Found) -> Sense | None:
    which = _deictic(found)
    return weekend({"this": 0, "last": -1, "next": 1}.get(which or ""), found.tense())


def count_of(found: Found) -> tuple[float | None, bool]:
    """How many units are told, and whether only some are ("weeks", "several weeks")."""
    lexeme = found.one("num", "year", "couple", "half")
    if lexeme is not None:
        n = units.number(lexeme.value)
        half = found.one("half")
        if n is not None and lexeme.kind != "half" and half is not None:
            n += 0.5
        unit_at = found.one("unit")
        if lexeme.kind == "half" and unit_at is not None and half is not None and half.start > unit_at.start:
            return 1.5, False  # "a year and a half ago"
        return n, False
    if found.has("few"):
        return None, True
    unit = found.one("unit", "units")
    if unit is not None and unit.kind == "unit":
        return 1.5 if found.has("half") else 1, False
    return None, True


def _far(found: Found) -> Sense | None:
    unit, way = found.one("unit", "units"), found.one("ago", "shift")
    assert unit is not None and way is not None
    n, some = count_of(found)
    anchor = "published" if way.kind == "ago" else "previous"
    if n is None and not some:
        return None
    if n is not None and n == 0.5 and unit.value in _YEARS:
        return distance("year", way.value * n * _YEARS[unit.value], None, anchor)
    if way.text == "from today" and n is not None and float(n).is_integer() and unit.value not in CLOCKED:
        return day_word(0).then(lambda placed, _: _moved(placed, unit.value, int(n)))
    amount = units.period(unit.value, "X" if n is None else n)
    if some or n is None:
        sense = vague_distance(unit.value, way.value, anchor, found.has("few"))
        return sense if anchor == "published" else as_amount(sense, amount)
    hedge = found.one("hedge")
    about = hedge.value if hedge else ("about" if found.has("couple") or found.has("so") else None)
    sense = distance(unit.value, way.value * n, about, anchor)
    return (
        sense
        if anchor == "published" or unit.value in ("month", "quarter", "year", "decade", "century")
        else as_amount(sense, amount)
    )


CLOCKED = frozenset({"second", "minute", "hour"})
_YEARS = {"decade": 10, "century": 100}


def _moved(placed: Placed, unit: str, n: int) -> Placed:
    day = days.plus(placed.begin, *units.base(unit, n))
    return Placed(day.isoformat(), day, day) if day is not None else placed


def _end_of(found: Found) -> Sense | None:
    """The end of the month, the beginning of the week: of the one that the report's day is in."""
    unit = found.one("unit")
    if unit is None or unit.value not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return phased(calendar_unit(unit.value, 0), found)


def _year_end(found: Found) -> Sense | None:
    """Year-end, the year's end."""
    unit, which, phase = found.one("unit"), _deictic(found), found.one("phase")
    if unit is None or phase is None or unit.value not in ("year", "month", "week") or phase.value != "end":
        return None
    year = found.one("year")
    if year is not None:
        return phased(year_sense(year.value), found) if unit.value == "year" else None
    return phased(calendar_unit(unit.value, _SHIFTS[which or "this"]), found)


_COUNT = "(count|few|couple)"
N_UNITS = "(hedge? (count|few|couple|(a? half)|a)? hyphen? (anyunit) (and a? half)?)"

RULES: tuple[Rule, ...] = (
    rule("(early|shift)? dayword part?", _day_word),
    rule("(shift|early)? tonight", _day_word),
    rule(f"hedge? {_COUNT} and (a|count)? hyphen? half hyphen? anyunit (ago|shift)", _far),
    rule("(early|shift)? weekday comma? of? (this|last|next) unit part?", _weekday_of_week),
    rule("the unit before dayword?", _beside),
    rule("the part before", _night_before),
    rule("(early hyphen?)? part", _part_alone),
    rule("((early|shift) (hyphen|in)?)? (this|last|next)? weekday (comma? part)?", _weekday),
    rule("(the? phase of)? weekday part?", _weekday),
    rule("(shift|early)? the? (this|last|that|next) part", _this_part),
    rule(f"{SHIFTED_PHASE} the? (this|last|next|that) fiscal? unit", _unit),
    rule("(shift|early)? (the|this|last|next|that) weekend", _weekend),
    rule(f"{N_UNITS} (ago|shift)", _far),
    rule("hedge? a unit and a? half (ago|shift)", _far),
    rule("hedge? a? couple anyunit (ago|shift)", _far),
    rule("hedge? a? (count|few|couple)? anyunit so (ago|shift)", _far),
    rule("the? phase of the unit", _end_of),
    rule("hedge? (the|this|last|next)? unit (poss|hyphen)? phase", _year_end),
    rule("a unit hyphen phase", _year_end),
    rule("hedge? unit (poss|hyphen)? phase of? year", _year_end),
    rule("year unit (poss|hyphen)? phase", _year_end),
    rule("hedge? the? (count|few|a) few? anyunit (ago|shift)", _far),
)
