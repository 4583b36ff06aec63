"""Durations and sets: "a 60-day truce", "the past three months", "every Friday"."""

import datetime

from dragoman.reading.dates import choose, units
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.sense import Placed, Sense, fixed
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

    return Sense(TimexType.DURATION, Placed(value), place, Offset(unit=plain, n=None if vague else sign * count, anchor="published"))


def _amount(found: Found) -> tuple[str, float | str] | None:
    unit = found.one("unit", "units")
    assert unit is not None
    lexeme = found.one("num", "year", "couple")
    if lexeme is not None:
        n = units.number(lexeme.value)
        if n is None:
            return None
        return unit.value, n + 0.5 if found.has("half") else n
    if found.has("few"):
        return unit.value, "X"
    if found.has("half"):
        lead = found.lexemes.index(found.one("half"))  # type: ignore[arg-type]
        return unit.value, 0.5 if lead < found.lexemes.index(unit) else 1.5
    return unit.value, 1 if unit.kind == "unit" else "X"


def _plain(found: Found) -> Sense | None:
    amount = _amount(found)
    if amount is None:
        return None
    return duration(*amount)


def _past(found: Found) -> Sense | None:
    amount, which = _amount(found), found.one("last", "next")
    if amount is None or which is None:
        return None
    unit = found.one("unit", "units")
    assert unit is not None
    if unit.kind == "unit" and not found.has("num", "half", "few", "couple"):
        return None
    return anchored(*amount, -1 if which.kind == "last" else 1)


def _article(found: Found) -> Sense | None:
    """A bare "a week", "a year": an amount after words that want one, a rate after a number."""
    before = found.before.text.lower() if found.before else ""
    unit = found.one("unit")
    assert unit is not None
    if before in _WANTS_AMOUNT or found.has("hedge", "half"):
        return _plain(found)
    return None


_WANTS_AMOUNT = frozenset("for in within after over than nearly almost about only just take takes took taken last lasted lasting spend spent wait waited once twice times than under".split())


def _bare(found: Found) -> Sense | None:
    before = found.before.text.lower() if found.before else ""
    if before in _BARE_AFTER or (found.after is not None and found.after.text.lower() in ("of", "before", "after", "earlier", "later")):
        return _plain(found)
    return None


_BARE_AFTER = frozenset("for in within after over of than take takes took last lasted lasting spend spent wait waited".split())


def _ahead(found: Found) -> Sense | None:
    amount = _amount(found)
    return anchored(*amount, 1) if amount else None


def _every(found: Found) -> Sense | None:
    every = found.one("every")
    assert every is not None
    n: float = 2 if every.value == "other" else 1
    number = found.one("num")
    if number is not None:
        count = units.number(number.value)
        if count is None:
            return None
        n = count
    weekday, month, season, part, unit = (found.one(kind) for kind in ("weekday", "month", "season", "part", "unit"))
    if weekday is not None:
        return fixed(f"XXXX-WXX-{weekday.value + 1}", kind=TimexType.SET)
    if month is not None:
        return fixed(f"XXXX-{month.value:02d}", kind=TimexType.SET)
    if season is not None:
        return fixed(f"XXXX-{season.value}", kind=TimexType.SET)
    if part is not None:
        return fixed(f"XXXX-XX-XXT{part.value}", kind=TimexType.SET)
    unit = unit or found.one("units")
    return fixed(units.period(unit.value, n), kind=TimexType.SET) if unit else fixed("XXXX-WXX-WE", kind=TimexType.SET)


def _set_word(found: Found) -> Sense | None:
    return fixed(found.lexemes[0].value, kind=TimexType.SET)


def _weekdays(found: Found) -> Sense | None:
    lexeme = found.one("weekdays")
    assert lexeme is not None
    if found.before is not None and found.before.text.lower() in ("last", "this", "next"):
        return None
    return fixed(f"XXXX-WXX-{lexeme.value + 1}", kind=TimexType.SET)


_COUNT = "(count|few|couple)"

RULES: tuple[Rule, ...] = (
    rule(f"hedge? the? {_COUNT} hyphen? anyunit (hyphen? old)?", _plain),
    rule(f"hedge? {_COUNT} and a? half hyphen? anyunit (hyphen? old)?", _plain),
    rule("hedge? a unit and a half", _plain),
    rule("hedge? half hyphen? unit", _plain),
    rule("hedge? a unit", _article),
    rule("(units|unit) hyphen old", _plain),
    rule("hedge? units", _bare),
    rule(f"hedge? the? (last|next) hedge? {_COUNT} hyphen? anyunit", _past),
    rule("(every) of? the? last? num? (unit|units|weekday|month|season|part|weekend)", _every),
    rule("set", _set_word),
    rule("weekdays", _weekdays),
    rule("the? few? units ahead", _ahead),
)
