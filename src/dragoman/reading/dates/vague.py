"""References to no day in particular: now, recently, soon, the past, recent weeks, the coming days."""

import datetime

from dragoman.reading.dates import days, lexicon, units
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.sense import NO_TIME, Place, Placed, Sense
from dragoman.records.reading import Offset, TimexType

# "recent weeks" reach back at most this many of the unit; what is only "recent" at most a year
_RECENT = {"day": 14, "week": 13, "month": 18, "quarter": 8, "year": 15, "decade": 10, "hour": 48, "minute": 60}


def recent_days(ref: datetime.date, unit: str, sign: int) -> days.Range:
    """What "recent weeks" (sign -1) or "the coming weeks" (+1) can reach."""
    if unit in ("hour", "minute", "second"):
        return units.sorted_range(ref, days.plus_days(ref, sign * 2))
    return units.stretch(ref, unit, _RECENT.get(unit, 1), sign)


def reference(value: str, reach: str) -> Sense:
    """PRESENT_REF, PAST_REF or FUTURE_REF. `reach` is now, recent, past, soon or future."""

    def place(ref: datetime.date) -> Placed | None:
        back = days.plus(ref, "year", -1)
        ahead = days.plus(ref, "year", 1)
        begin, end = {
            "now": (ref, ref),
            "recent": (back, ref),
            "past": (None, ref),
            "soon": (ref, ahead),
            "future": (ref, None),
        }[reach]
        return Placed(value, begin, end)

    n = 0 if reach == "now" else None
    return Sense(TimexType.DATE, Placed(value), place, Offset(unit="day", n=n, anchor="published"))


def _present(found: Found) -> Sense | None:
    if found.after is not None and found.after.kind == "hyphen" and found.after.start == found.end:
        return None  # "the now-closed office"
    return reference("PRESENT_REF", "now")


def _at_present(found: Found) -> Sense | None:
    """At the moment, for the time being, until the present; "the moment when" is none."""
    before, after = (one.text.lower() if one else "" for one in (found.before, found.after))
    if before not in lexicon.context("before_present"):
        return None
    if after.isalpha() and after not in lexicon.context("after_present"):
        return None
    return reference("PRESENT_REF", "now")


def _current(found: Found) -> Sense | None:
    """A bare "current": of the report's day."""
    return reference("PRESENT_REF", "now") if found.lexemes[0].text == "current" else None


def _past(found: Found) -> Sense | None:
    return reference("PAST_REF", found.lexemes[-1].value)


def _the_past(found: Found) -> Sense | None:
    """A bare "the past", as in "in the past"."""
    if found.lexemes[-1].text != "past" or (
        found.after is not None and found.after.kind not in ("other", "comma", "paragraph")
    ):
        return None
    if found.before is None or found.before.text.lower() not in ("in", "of", "from"):
        return None
    return reference("PAST_REF", "past")


def _future(found: Found) -> Sense | None:
    word = found.lexemes[-1].text
    before, after = (lexeme.text.lower() if lexeme else "" for lexeme in (found.before, found.after))
    if (
        before in ("as", "how", "so", "that")
        or (word == "soon" and after in ("as", "enough"))
        or (word in ("soon", "shortly") and after in _BESIDE)
    ):
        return NO_TIME
    return reference("FUTURE_REF", found.lexemes[-1].value)


_BESIDE = frozenset({"before", "beforehand", "after", "afterward", "afterwards", "thereafter"})


def _recent_units(found: Found) -> Sense | None:
    unit = found.one("units")
    if unit is None:
        return reference("PAST_REF", "recent")
    place: Place = lambda ref: Placed("PAST_REF", *recent_days(ref, units.base(unit.value, 1)[0], -1))  # noqa: E731
    return Sense(TimexType.DATE, Placed("PAST_REF"), place, Offset(unit=unit.value, n=None, anchor="published"))


def _coming_units(found: Found) -> Sense | None:
    unit, which = found.one("units"), found.one("next", "last")
    assert unit is not None and which is not None
    sign = 1 if which.kind == "next" else -1
    value = "FUTURE_REF" if sign > 0 else "PAST_REF"
    place: Place = lambda ref: Placed(value, *recent_days(ref, units.base(unit.value, 1)[0], sign))  # noqa: E731
    return Sense(TimexType.DATE, Placed(value), place, Offset(unit=unit.value, n=None, anchor="published"))


def _earlier(found: Found) -> Sense | None:
    """A bare "earlier"."""
    word = found.lexemes[0]
    if (
        word.text != "earlier"
        or found.after is None
        or found.after.text.lower() == "than"
        or found.after.kind == "hyphen"
    ):
        return None
    if found.after.kind != "comma" and (found.before is None or found.before.text not in (".", "had")):
        return None
    return reference("PAST_REF", "past")


def _future_units(found: Found) -> Sense | None:
    """Future years."""
    return reference("FUTURE_REF", "future")


RULES: tuple[Rule, ...] = (
    rule("futurely units", _future_units),
    rule("present", _present),
    rule("atpresent", _at_present),
    rule("this", _current),
    rule("pastref", _past),
    rule("futureref", _future),
    rule("the last", _the_past),
    rule("the? recent units (and units)?", _recent_units),
    rule("the? (next|last) units", _coming_units),
    rule("shift", _earlier),
)
