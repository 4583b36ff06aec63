"""Times told by their distance from the report's day or from the time mentioned before."""

import datetime

from dragoman.reading.dates import choose, days, narrow, units
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.sense import Placed, Sense
from dragoman.records.reading import Offset, TimexType

_SHIFTS = {"this": 0, "that": 0, "last": -1, "next": 1}
# "weeks ago": how many at the least and at the most
_FEW = {"day": (2, 14), "week": (2, 12), "month": (2, 24), "quarter": (2, 8), "year": (2, 30), "decade": (2, 20), "century": (2, 50)}


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
    return Sense(TimexType.DATE, Placed(f"XXXX-WXX-{which + 1}"), place, Offset(unit="weekday", n=n, anchor="published"))


def calendar_unit(unit: str, shift: int, anchor: str = "published") -> Sense:
    """This, last or next week, month, quarter, year, ..."""
    unit, _ = units.base(unit, 1)
    return Sense(
        TimexType.DATE,
        Placed(units.unknown_value(unit)),
        lambda ref: units.calendar_unit(ref, unit, shift),
        Offset(unit=unit, n=shift, anchor=anchor),
    )


def weekend(shift: int | None) -> Sense:
    """A weekend; without "last" or "next" the one nearest before or around."""
    def place(ref: datetime.date) -> Placed | None:
        monday, _ = days.week_range(ref)
        back = -7 if (shift is None and ref.weekday() < 4) or (shift == -1) else 7 if shift == 1 else 0
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


def vague_distance(unit: str, sign: int, anchor: str, some: str = "X") -> Sense:
    """Weeks ago, several months later."""
    unit, _ = units.base(unit, 1)
    low, high = _FEW.get(unit, (0, 1))

    def place(ref: datetime.date) -> Placed | None:
        near, far = days.plus(ref, unit, sign * low), days.plus(ref, unit, sign * high)
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Placed(value, min(near, far) if near and far else None, max(near, far) if near and far else near)

    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Sense(TimexType.DATE, Placed(value), place, Offset(unit=unit, n=None, anchor=anchor))


def _deictic(found: Found) -> str | None:
    lexeme = found.one("this", "last", "next", "that")
    return lexeme.kind if lexeme else None


def _phase(found: Found) -> str | None:
    lexeme = found.one("early", "phase", "shift")
    if lexeme is None:
        return None
    return lexeme.value if lexeme.kind != "shift" else ("earlier" if lexeme.value < 0 else "later")


def _with_phase(sense: Sense, found: Found) -> Sense:
    which = _phase(found)
    return narrow.phase(sense, which) if which else sense


def _with_part(sense: Sense, found: Found) -> Sense:
    part = found.one("part")
    return narrow.part_of_day(sense, part.value) if part else sense


def _day_word(found: Found) -> Sense | None:
    lexeme = found.one("dayword", "tonight")
    assert lexeme is not None
    if lexeme.kind == "tonight":
        return narrow.part_of_day(day_word(0), "NI")
    if found.after is not None and found.after.kind == "poss" and lexeme.text == "today" and found.after.text in ("'", "’"):
        return None
    return _with_part(day_word(lexeme.value), found)


def _weekday(found: Found) -> Sense | None:
    lexeme = found.one("weekday")
    assert lexeme is not None
    deictic = _deictic(found)
    return _with_part(weekday(lexeme.value, found.tense(), deictic), found)


def _this_part(found: Found) -> Sense | None:
    part = found.one("part")
    assert part is not None
    shift = _SHIFTS[_deictic(found) or "this"]
    if _deictic(found) == "that" or (_deictic(found) == "next" and found.one("next").value == "following"):  # type: ignore[union-attr]
        sense = calendar_unit("day", shift, "previous")
    else:
        sense = day_word(shift if part.value in ("NI", "EV") or shift >= 0 else -1)
    return narrow.part_of_day(sense, part.value)


def _unit(found: Found) -> Sense | None:
    which, unit = found.one("this", "last", "next", "that"), found.one("unit")
    assert which is not None and unit is not None
    if unit.value in ("second", "minute", "hour"):
        return None
    previous = which.kind == "that" or which.value in ("following", "previous") or (which.value == "next" and unit.value == "day")
    if previous and which.value == "previous" and found.has("the") is False:
        previous = False
    return _with_phase(calendar_unit(unit.value, _SHIFTS[which.kind], "previous" if previous else "published"), found)


def _weekend(found: Found) -> Sense | None:
    which = _deictic(found)
    return weekend({"this": 0, "last": -1, "next": 1}.get(which or "", None))


def _count(found: Found) -> tuple[float | None, bool]:
    """How many units are told, and whether only some are ("weeks", "several weeks")."""
    lexeme = found.one("num", "year", "couple", "half")
    if lexeme is not None:
        n = units.number(lexeme.value)
        if n is not None and lexeme.kind != "half" and found.has("half"):
            n += 0.5
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
    n, some = _count(found)
    anchor = "published" if way.kind == "ago" else "previous"
    if some:
        return vague_distance(unit.value, way.value, anchor)
    if n is None:
        return None
    hedge = found.one("hedge")
    about = hedge.value if hedge else ("about" if found.has("couple") or "so" in [x.text for x in found.lexemes] else None)
    return distance(unit.value, way.value * n, about, anchor)


def _from_day(found: Found) -> Sense | None:
    """A week from Friday, two weeks from today."""
    return None


_PHASE = "((the? phase of)|((the)? early hyphen?)|shift)?"
_N = "(hedge? (count|few|couple|(a? half)|a)? hyphen? (anyunit) (and a? half)?)"

RULES: tuple[Rule, ...] = (
    rule("(early|shift)? dayword part?", _day_word),
    rule("tonight", _day_word),
    rule("(early|shift)? (hyphen)? (this|last|next)? weekday comma? part?", _weekday),
    rule("(shift|early)? (this|last|that|next) part", _this_part),
    rule(f"{_PHASE} the? (this|last|next|that) fiscal? unit", _unit),
    rule("(shift|early)? (the|this|last|next|that) weekend", _weekend),
    rule(f"{_N} (ago|shift)", _far),
    rule("hedge? a? couple anyunit (ago|shift)", _far),
    rule("hedge? the? (count|few|a) few? anyunit (ago|shift)", _far),
)
