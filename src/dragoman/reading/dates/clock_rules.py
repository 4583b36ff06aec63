"""Times of day, with or without their day."""

import re
from dataclasses import replace

from dragoman.reading.dates import calendar_senses, relative_rules
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.sense import Placed, Sense, day_sense
from dragoman.records.reading import TimexType


def _clock(found: Found) -> str | None:
    """The time as TIMEX3 writes it, without its T; None when there is no such time."""
    noon = found.one("noon")
    if noon is not None:
        return str(noon.value)
    clock, ampm = found.one("clock"), found.one("ampm")
    if clock is not None:
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
    if hour > 24 or any(int(part) > 59 for part in rest.split(":")[1:] if part.isdecimal()):
        return None
    return f"{hour:02d}{rest}"


def _on(found: Found, sense: Sense | None) -> Sense | None:
    clock = _clock(found)
    if clock is None or sense is None:
        return None

    def timed(placed: Placed, _day: object) -> Placed:
        return placed._replace(value=f"{placed.value.split('T')[0]}T{clock}")

    return replace(sense.then(timed), type=TimexType.TIME)


def _today(found: Found) -> Sense | None:
    """A bare time of day: of the day that the same passage told just before, if it did."""
    story = found.story
    if story.day is not None and found.start - story.day_at <= _SAME_PASSAGE:
        return _on(found, day_sense(story.day))
    return _on(found, relative_rules.around_day())


def _dayword(found: Found) -> Sense | None:
    lexeme = found.one("dayword")
    return _on(found, relative_rules.day_word(lexeme.value if lexeme else 0))


def _weekday(found: Found) -> Sense | None:
    lexeme, which = found.one("weekday"), found.one("this", "last", "next")
    assert lexeme is not None
    return _on(
        found,
        relative_rules.weekday(lexeme.value, relative_rules.weekday_direction(found), which.kind if which else None),
    )


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
        return _on(found, calendar_senses.exact(year.value, month.value, day))
    told = weekday.value if weekday else None
    return _on(found, calendar_senses.month_day(month.value, day, found.tense(), told))


_SAME_PASSAGE = 150  # characters
_CLOCK = "(hedge? (clock ampm?|num ampm|num zone|year zone|noon) zone?)"

RULES: tuple[Rule, ...] = (
    rule(_CLOCK, _today),
    rule(f"{_CLOCK} comma? in? dayword", _dayword),
    rule(f"{_CLOCK} comma? in? (this|last|next)? weekday", _weekday),
    rule(f"{_CLOCK} comma? in? (weekday comma?)? month day (comma? year)?", _date),
    rule(f"{_CLOCK} comma? in? (weekday comma?)? (the)? day month (comma? year)?", _date),
)
