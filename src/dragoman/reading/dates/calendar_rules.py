"""Days, months, years and decades of the calendar, with or without their year."""

import datetime

from dragoman.reading.dates import choose, days, lexicon
from dragoman.reading.dates.calendar_senses import exact, month_day, month_only, published, this_month, year_sense
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.lexing import OTHER, Lexeme
from dragoman.reading.dates.phases import PHASE, phase_of, phased
from dragoman.reading.dates.sense import Placed, Sense, day_sense, fixed
from dragoman.records.reading import Offset, TimexType

_STARTS = {"mid": 8, "late": 15, "end": 18}  # the first day of such a part of a month
_RECENT = 21  # days within which the date in a name needs no year
_FAR_APART = 60  # years between the ends of "1979-81"
_PIVOT = 50  # two-digit years up to here are 20xx


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
    year = _year_ahead(found) or found.years.get((month.value, number))
    if year is not None:
        return exact(year, month.value, number)
    weekday = found.one("weekday")
    sense = month_day(month.value, number, found.tense(), weekday.value if weekday else None)
    return sense.then(_perhaps_older) if sense is not None and weekday is None and found.before_noun() else sense


def _deictic_day(found: Found) -> Sense | None:
    """Last June 6, next May 3."""
    month, number, which = found.one("month"), _day_number(found), found.one("last", "next", "this")
    if month is None or number is None or which is None:
        return None
    if which.text not in ("last", "next", "this", "coming", "upcoming", "past", "this coming", "this past"):
        return None
    direction = {"last": choose.PAST, "next": choose.FUTURE}.get(which.kind, choose.PRESENT)
    return month_day(month.value, number, direction)


def _perhaps_older(placed: Placed, ref: datetime.date | None) -> Placed:
    """The date in a happening's name ("the May 3 vote"), told long after, can be of the year before too."""
    if ref is None or placed.end is None or (ref - placed.end).days <= _RECENT:
        return placed
    return placed._replace(begin=days.plus_months(placed.end, -12))


def month_year(found: Found) -> Sense | None:
    """A month with its year."""
    month, year = found.one("month"), found.one("year")
    assert month is not None and year is not None  # the pattern has both
    return fixed(f"{year.value:04d}-{month.value:02d}", days.month_range(year.value, month.value))


def _month(found: Found) -> Sense | None:
    month, which = found.one("month"), found.one("deictic", "last", "next", "this")
    assert month is not None
    if which is None and _is_name(found, month):
        return None
    if which is not None and found.after is not None and found.after.kind in ("num", "ord"):
        return None  # "coming September 30th"
    bare = found.has("phase") and not found.has("of", "hyphen")
    if bare and found.after is not None and found.after.kind in ("num", "ord"):
        return None  # "to end July 6"
    if which is None and month.text in ("may", "march", "jan", "mar", "dec") and not _is_month(found):
        return None
    year = _year_ahead(found) if which is None else None
    if year is not None:
        return fixed(f"{year:04d}-{month.value:02d}", days.month_range(year, month.value))
    if which is not None and which.kind == "this":
        return this_month(month.value, found.tense())
    if which is None:
        return month_only(month.value, month_direction(found), start=_STARTS.get(phase_of(found) or "", 1))
    return month_only(month.value, choose.PAST if which.kind == "last" else choose.FUTURE, skip_own=True)


def _is_name(found: Found, month: Lexeme) -> bool:
    """Whether a month's word is somebody's first name: "April Jones said"."""
    after, before = found.after, found.before
    if month.text not in ("april", "june", "august", "may") or after is None or after.kind != OTHER:
        return False
    words = lexicon.context("before_named_month")
    told = before is not None and (before.kind in ("the", "poss", "early", "comma") or before.text.lower() in words)
    return not told and not found.has("early", "phase") and after.text[:1].isupper() and after.text[1:2].islower()


def _day_of_month(found: Found) -> Sense | None:
    """The 23rd of last month."""
    number, which, unit = _day_number(found), found.one("this", "last", "next"), found.one("unit")
    if number is None or which is None or unit is None or unit.value != "month":
        return None
    shift = {"this": 0, "last": -1, "next": 1}[which.kind]

    def place(ref: datetime.date) -> Placed | None:
        first = days.plus_months(ref.replace(day=1), shift)
        day = days.make(first.year, first.month, number) if first else None
        return Placed(day.isoformat(), day, day) if day else None

    return Sense(TimexType.DATE, Placed(f"XXXX-XX-{number:02d}"), place, published("month", shift))


def _year_ahead(found: Found) -> int | None:
    """The year that a range's second date tells for both: "from June to August 2024", "May 6 and June 2, 2024"."""
    kinds = [lexeme.kind for lexeme in found.ahead]
    joined = kinds[:1] in (["to"], ["and"], ["hyphen"]) or [one.text for one in found.ahead[:1]] == ["through"]
    if not joined or kinds[1:2] != ["month"]:
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


def month_direction(found: Found) -> str:
    """Where the tense points; "until May" and "by May" are told of either side, so the nearer is taken."""
    if found.before is not None and found.before.text.lower() == "come":
        return choose.FUTURE  # "will lose come November"
    tense = found.tense()
    if found.before is not None and found.before.text.lower() in ("until", "by", "till"):
        return choose.PRESENT if tense in (choose.PAST, choose.EARLIER) else tense
    return tense


def _is_month(found: Found) -> bool:
    """Whether a word that is also a name or a verb stands where a month stands."""
    return found.has("early", "phase") or (
        found.before is not None and found.before.text.lower() in lexicon.context("before_month")
    )


def _in_year(found: Found) -> Sense | None:
    """A month or a day of this, last or next year: "in February this year"."""
    month, which, unit = found.one("month"), found.one("this", "that", "last", "next"), found.one("unit")
    assert month is not None and which is not None and unit is not None
    if unit.value != "year":
        return None
    shift, number = {"this": 0, "that": 0, "last": -1, "next": 1}[which.kind], _day_number(found)

    def place(ref: datetime.date) -> Placed | None:
        year = ref.year + shift
        if number is None:
            return Placed(f"{year:04d}-{month.value:02d}", *days.month_range(year, month.value))
        day = days.make(year, month.value, number)
        return Placed(day.isoformat(), day, day) if day else None

    value = f"XXXX-{month.value:02d}" + (f"-{number:02d}" if number else "")
    anchor = "previous" if which.kind == "that" else "published"
    return Sense(TimexType.DATE, Placed(value), place, Offset(unit="year", n=shift, anchor=anchor))


def iso(text: str) -> Sense | None:
    """2024-05-03; None where the calendar has no such day."""
    year, month, number = (int(part) for part in text.split("-"))
    day = days.make(year, month, number)
    return day_sense(day) if day else None


def slash(text: str) -> Sense | None:
    """5/3/2024, 03.05.2024, 05-03-90; None where it is no date."""
    dotted = "." in text
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3:
        return None
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4:
        day = days.make(one, two, three) if len(parts[2]) <= 2 else None
        return day_sense(day) if day else None
    if len(parts[0]) > 2 or len(parts[2]) == 3 or (dotted and len(parts[2]) == 2):
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
    fiscal = found.one("fiscal")
    if fiscal is not None:
        return _fiscal_year(lexeme.value, fiscal.text, found.has("unit"))
    if found.has("early", "phase"):
        return year_sense(lexeme.value)
    if lexeme.text[0] in "'’" and (before is None or before.text.lower() not in lexicon.context("before_year")):
        return None
    if before is not None and before.kind in ("money", "hedge") and before.text not in ("about", "around"):
        compared = before.text == "over" and (after is None or after.text in ".;,)" or after.kind == "paragraph")
        if not compared:  # "up 5 percent over 1986."
            return None
    if after is not None and after.kind in ("units", "unit", "money"):
        return None
    if not 1500 <= lexeme.value <= 2100:
        return None
    rest = found.ahead[:2]
    if len(rest) == 2 and rest[0].kind == "hyphen" and len(rest[1].text) == 1 and rest[1].text.isalpha():
        return None  # "Trust 1986-A"
    if not 1880 <= lexeme.value <= 2060 and (
        before is None or before.text.lower() not in lexicon.context("before_year")
    ):
        return None
    return year_sense(lexeme.value)


def _fiscal_year(year: int, kind: str, named: bool) -> Sense | None:
    """Fiscal 2023: told by the calendar year; its days can begin half a year before or after that."""
    if kind == "calendar":
        return year_sense(year)
    if not named and kind not in ("fiscal", "fy"):
        return None
    return fixed(f"{year:04d}", (days.make(year - 1, 7, 1), days.make(year + 1, 3, 31)))


def _two_years(found: Found) -> Sense | None:
    """2023-24."""
    year, second = found.one("year"), found.one("num")
    assert year is not None and second is not None
    first = year.value
    if len(second.text) != 2 or not second.text.isdecimal():
        return None
    last = first - first % 100 + second.value
    if found.has("hyphen") and not found.has("fiscal") and first + 1 < last <= first + _FAR_APART:
        return fixed(f"{first:04d}/{last:04d}", days.year_range(first, last - first + 1))  # 1979-81
    if second.value != (first + 1) % 100:
        return None
    fiscal = found.one("fiscal")
    if fiscal is None or fiscal.value != "academic":  # a fiscal year's bounds differ by country
        return fixed(f"{first:04d}/{first + 1:04d}", days.year_range(first, 2))
    return fixed(f"{first:04d}/{first + 1:04d}", (days.make(first, 8, 1), days.make(first + 1, 7, 31)))


def _day_alone(found: Found) -> Sense | None:
    """On the 17th: of the month that the tense points to."""
    number = _day_number(found)
    before = found.before.text.lower() if found.before else ""
    led = before in ("on", "until", "since", "by") or found.has("weekday")
    if number is None or not led or not found.lexemes[-1].text[0].isdecimal():
        return None
    if (
        found.after is not None
        and found.after.text.isalpha()
        and found.after.text.lower() not in lexicon.context("no_noun")
    ):
        return None
    direction = found.tense()
    ahead = choose.signed(direction) > 0
    weekday = found.one("weekday")

    def fits(day: datetime.date) -> bool:
        return weekday is None or day.weekday() == weekday.value

    def place(ref: datetime.date) -> Placed | None:
        steps = range(0, 13) if ahead else range(0, -13, -1)
        for step in steps:
            first = days.plus_months(ref.replace(day=1), step)
            day = days.make(first.year, first.month, number) if first else None
            if day and (day >= ref if ahead else day <= ref) and fits(day):
                return Placed(day.isoformat(), day, day)
        return None

    return Sense(TimexType.DATE, Placed(f"XXXX-XX-{number:02d}"), place, published("date", choose.signed(direction)))


def _decade(found: Found) -> Sense | None:
    lexeme = found.one("decade", "decadeword")
    assert lexeme is not None
    if lexeme.kind == "decadeword":
        return fixed(str(lexeme.value), days.year_range(lexeme.value * 10, 10))
    digits = lexeme.text.strip("s'’")
    start = int(digits)
    if len(digits) == 2:
        whose = found.before is not None and found.before.text.lower() in lexicon.context("whose")
        if lexeme.text[0] not in "'’" and (whose or not found.has("the", "early", "phase")):
            return None  # "his early 40s" are years of age
        start += 1900 if start >= 20 else 2000
    if not 1000 <= start < 2100:
        return None
    if start % 100 == 0 and len(digits) == 4 and start < _DECADE_FROM:
        return fixed(str(start // 100), days.year_range(start, 100))  # "the 1800s"
    return fixed(str(start // 10), days.year_range(start, 10))


_DECADE_FROM = 2000  # "the 2000s" are a decade
_WEEKDAY = "(this? next? weekday comma? (the)?)?"

RULES: tuple[Rule, ...] = (
    rule(f"{_WEEKDAY} month day comma? year", _full),
    rule(f"{_WEEKDAY} (the)? day of? month comma? (of)? year", _full),
    rule(f"{_WEEKDAY} month (the)? day", _month_day),
    rule("(last|next|this) month the? day", _deictic_day),
    rule(f"{_WEEKDAY} (the)? day of? month", _month_day),
    rule(f"{PHASE} month comma? of? year", lambda f: phased(month_year(f), f)),
    rule(f"{PHASE} (this|last|next)? month", lambda f: phased(_month(f), f)),
    rule("month comma? of? (this|that|last|next) unit", _in_year),
    rule("month day comma? of? (this|that|last|next) unit", _in_year),
    rule("day of? month comma? of? (this|that|last|next) unit", _in_year),
    rule("month day (hyphen|to|and) day (comma year)?", _days_range),
    rule("the? day of (this|last|next) unit", _day_of_month),
    rule("(the)? day (hyphen|to|and) (the)? day of? month (comma? year)?", _days_range),
    rule("(fiscal unit?)? year (hyphen|stroke) num", _two_years),
    rule("the? year (hyphen|stroke) num fiscal unit", _two_years),
    rule("the? year fiscal unit", _year),
    rule("day hyphen month hyphen year", _full),
    rule("weekday comma? the ord", _day_alone),
    rule("the ord", _day_alone),
    rule("isodate", lambda f: iso(f.lexemes[0].text)),
    rule("slash", lambda f: slash(f.lexemes[0].text)),
    rule(f"{PHASE} (the? (fiscal? unit|fiscal hyphen?))? year", lambda f: phased(_year(f), f)),
    rule(f"{PHASE} the? (decade|decadeword)", lambda f: phased(_decade(f), f)),
)
