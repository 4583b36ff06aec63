"""Times of day, with or without their day."""

import re
from dataclasses import replace

from dragoman.reading.dates import calendar_rules, calendar_senses, lexicon, relative_rules
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.lexing import Lexeme
from dragoman.reading.dates.sense import Placed, Sense, day_sense
from dragoman.records.reading import TimexType


def _clock(found: Found) -> str | None:
    """The time as TIMEX3 writes it, without its T; None when there is no such time."""
    noon = found.one("noon")
    if noon is not None:
        return str(noon.value)
    clock, ampm = found.one("clock"), found.one("ampm")
    dotted = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", found.lexemes[0].text) if ampm is not None else None
    if dotted is not None:  # 8.30pm
        hour, rest = int(dotted[1]), ":" + dotted[2]
    elif clock is not None:
        parts = clock.text.split(":")
        hour, rest = int(parts[0]), ":" + ":".join(parts[1:])
    elif found.has("zone") and re.fullmatch(r"[0-2]\d[0-5]\d", found.lexemes[0].text):
        digits = found.lexemes[0].text
        hour, rest = int(digits[:2]), ":" + digits[2:]
    else:
        number = found.lexemes[0] if found.lexemes[0].kind == "num" else found.one("num")
        if number is None or not isinstance(number.value, int):
            return None
        hour, rest = number.value, ":00"
    if ampm is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if ampm.value == "pm" else 0)
    if found.has("year") and not found.has("month") and found.lexemes[0].kind != "year":
        return None
    part = found.one("part", "tonight")
    if part is not None and ampm is None and hour <= 12:
        hour = _by_part(hour, part)
    if hour > 24 or any(int(part) > 59 for part in rest.split(":")[1:] if part.isdecimal()):
        return None
    return f"{hour:02d}{rest}"


def _by_part(hour: int, part: Lexeme) -> int:
    """The hour of the day that a part of the day makes of one on the clock's face: 4 in the morning, 11 at night."""
    if part.value == "MO":
        return hour % 12
    if part.value == "NI" and hour % 12 < 6:
        return hour % 12  # "2 last night" was after midnight
    return hour % 12 + 12


def _in_part(found: Found) -> Sense | None:
    """4 in the morning, 3 o'clock this afternoon, 9:30 last night."""
    part, which, dayword = found.one("part", "tonight"), found.one("this", "last"), found.one("dayword")
    assert part is not None
    first = next(one for one in found.lexemes if one.kind in ("clock", "num"))
    if first.kind == "num" and not found.has("zone", "hedge"):
        before = found.before.text.lower() if found.before else ""
        if before not in lexicon.context("before_clock") or not (isinstance(first.value, int) and first.value <= 12):
            return None
    weekday = found.one("weekday")
    if weekday is not None:
        return _weekday(found)
    if which is None and dayword is None and part.kind == "part":
        return today(found)
    n = dayword.value if dayword is not None else -1 if which is not None and which.kind == "last" else 0
    return on(found, relative_rules.day_word(n))


def _after_zone(found: Found) -> Lexeme | None:
    """The weekday in or after another zone's time, or after a range's end: "6 a.m. (0400 GMT) on Sunday"."""
    rest = found.ahead
    if len(rest) > 3 and rest[0].kind in ("to", "hyphen") and rest[2].kind == "ampm" and rest[3].kind == "weekday":
        return rest[3]
    if not rest or rest[0].text != "(":
        return None
    kinds = (*_TIMES, "in", "other", "weekday")
    for one in found.ahead:
        if one.kind not in kinds or (one.kind == "other" and one.text not in "()"):
            return None
        if one.kind == "weekday":
            return one
    return None


def on(found: Found, sense: Sense | None) -> Sense | None:
    """The time of day that a match tells, on the day of `sense`; None where it tells no such time."""
    clock = _clock(found)
    if clock is None or sense is None:
        return None

    def timed(placed: Placed, _day: object) -> Placed:
        return placed._replace(value=f"{placed.value.split('T')[0]}T{clock}")

    return replace(sense.then(timed), type=TimexType.TIME)


def today(found: Found) -> Sense | None:
    """A bare time of day: of the day that the same passage told just before, if it did."""
    clock = found.one("clock")
    if clock is not None and not found.has("ampm", "zone", "hedge", "part"):
        before = found.before.text.lower() if found.before else ""
        if before not in lexicon.context("before_clock"):
            return None  # a score, a film's length
    weekday = _after_zone(found)
    if weekday is not None:
        return on(found, relative_rules.weekday(weekday.value, relative_rules.weekday_direction(found), None))
    story = found.story
    if story.day is not None and found.start - story.day_at <= _SAME_PASSAGE:
        return on(found, day_sense(story.day))
    return on(found, relative_rules.around_day())


def _dayword(found: Found) -> Sense | None:
    lexeme = found.one("dayword")
    return on(found, relative_rules.day_word(lexeme.value if lexeme else 0))


def _weekday(found: Found) -> Sense | None:
    lexeme, which = found.one("weekday"), found.one("this", "last", "next")
    assert lexeme is not None
    return on(
        found,
        relative_rules.weekday(lexeme.value, relative_rules.weekday_direction(found), which.kind if which else None),
    )


def _stamp(found: Found) -> Sense | None:
    """A date of figures with its time, as wires and logs write it: 2024-05-03 08:14, 08-15-90 1337EDT."""
    first = found.lexemes[0]
    day = calendar_rules.iso(first.text) if first.kind == "isodate" else calendar_rules.slash(first.text)
    return on(replace(found, lexemes=found.lexemes[1:]), day)


def _date(found: Found) -> Sense | None:
    month, weekday = found.one("month"), found.one("weekday")
    assert month is not None
    at = found.lexemes.index(month)
    before, after = found.lexemes[at - 1], found.lexemes[at + 1 :]
    day = before.value if before.kind in ("num", "ord") else after[0].value if after else None
    if not isinstance(day, int):
        return None
    year = next((lexeme for lexeme in after if lexeme.kind == "year"), None)
    if year is not None:
        return on(found, calendar_senses.exact(year.value, month.value, day))
    told = weekday.value if weekday else None
    return on(found, calendar_senses.month_day(month.value, day, found.tense(), told))


_TIMES = ("clock", "num", "year", "ampm", "zone")
_SAME_PASSAGE = 150  # characters
_CLOCK = "(hedge? (clock ampm?|num ampm|num zone|year zone|noon) zone?)"

RULES: tuple[Rule, ...] = (
    rule(_CLOCK, today),
    rule("(isodate|slash) comma? in? (clock ampm?|(num|year) zone) zone?", _stamp),
    rule(f"{_CLOCK} comma? in? dayword", _dayword),
    rule("hedge? (clock|num) zone? comma? in? (the|this|last|weekday|dayword)? part", _in_part),
    rule("hedge? (clock|num) zone? tonight", _in_part),
    rule(f"{_CLOCK} comma? in? (this|last|next)? weekday", _weekday),
    rule(f"{_CLOCK} comma? in? (weekday comma?)? month day (comma? year)?", _date),
    rule(f"{_CLOCK} comma? in? (weekday comma?)? (the)? day month (comma? year)?", _date),
)
