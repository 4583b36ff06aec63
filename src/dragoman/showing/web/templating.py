"""Templates: everything that they print is escaped; what they call to make links, days and words."""

import datetime
import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote_plus

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from dragoman.records.rows.evidence import Evidence
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.drawing import PAGE, SCREEN, SMALL, drawn
from dragoman.showing.naming import is_pronoun
from dragoman.showing.numbers import value as figure
from dragoman.showing.page.model import Cite, Picture
from dragoman.showing.plain import clipped, one_line, quoted
from dragoman.showing.row import around
from dragoman.showing.web.assets import asset
from dragoman.showing.web.stamps import letter_of, stamp

ROW_ID = re.compile(r"[a-z]-[0-9a-f]{12}")
PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")  # what needs no escape in an address


@cache
def environment() -> Environment:
    """The templates, each loaded once."""
    made = Environment(
        loader=PackageLoader("dragoman.showing.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "clip": clipped,
        "line": one_line,
        "quoted": quoted,
        "spelled": lambda value: words.spelled(str(value)),
        "number": words.number,
        "figure": figure,
        "day": day,
        "interval": days.interval,
        "short": short,
        "published": days.published,
        "is_pronoun": is_pronoun,
        "around": around,
        "stay": lambda venue: days.compact(venue.begin, venue.end),
        "calm": calm,
        "by_report": by_report,
        "least": min,
        "stamp": stamp,
        "letter": letter_of,
    }
    made.tests["row_id"] = lambda value: ROW_ID.fullmatch(str(value)) is not None
    made.globals |= {
        "url": url,
        "sentence": sentence,
        "cited": cited,
        "asset": asset,
        "word": word,
        "count": words.count,
        "picture": picture,
    }
    return made


@pass_context
def url(context: Context, path: str, **query: Any) -> str:
    """An address within the site, with the day that the page speaks of carried on."""
    if not query:
        return f"{path}{context['view'].tail}"
    kept: dict[str, Any] = {**context["view"].kept, **query}
    told = [
        f"{name.rstrip('_')}={_in_address(str(value))}"
        for name, value in kept.items()
        if value is not None and value != ""
    ]
    return f"{path}?{'&'.join(told)}" if told else path


def _in_address(value: str) -> str:
    """A value as it stands in an address: most are ids, days and places, which stand as they are."""
    return value if PLAIN.fullmatch(value) else quote_plus(value)


@pass_context
def sentence(context: Context, evidence: Evidence) -> str:
    """The address of the words that evidence rests on, in their report."""
    place = f"{evidence.start}-{evidence.end}"
    return f"{url(context, f'/report/{evidence.report}', at=place)}#at"


@pass_context
def cited(context: Context, cite: Cite) -> str:
    """The address of what a line of the brief cites."""
    report = context["page"].reports[cite.number - 1]  # in the order of their numbers, from 1 on
    quotation = next((one for one in report.quotations if one.letter == cite.letter), None)
    if quotation is None:
        return url(context, f"/report/{report.report}")
    return f"{url(context, f'/report/{report.report}', at=f'{quotation.start}-{quotation.end}')}#at"


def day(value: datetime.date | str) -> str:
    """A day in words, one that is written in figures too."""
    return days.day(value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value))


def calm(title: str) -> str:
    """A title in capitals as words in a line: "NEW SINCE 7 NOVEMBER", "New since 7 November"."""
    parts = title.lower().split(" ")
    said = " ".join(part.capitalize() if part.capitalize() in days.MONTHS else part for part in parts)
    return said[:1].upper() + said[1:]


def word(name: str, value: Any) -> str:
    """The program's words for a value of an enumeration."""
    known = words.vocabulary().get(name, {})
    return known.get(str(value), words.spelled(str(value)))


def by_report(evidence: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], ...]:
    """The places in each report, the reports as they come first."""
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        found.setdefault(one.report, []).append(one)
    return tuple(map(tuple, found.values()))


def short(when: Interval | None) -> str:
    """An interval for a narrow place."""
    return days.compact(when.begin, when.end) if when else "?"


def picture(drawing: Picture, key: str) -> Markup:
    """A picture, drawn for broad, wide and narrow screens. What is drawn is escaped where it is drawn."""
    return Markup("").join(
        Markup('<div class="{}">{}</div>').format(name, Markup(drawn(drawing, style, f"{key}-{name}")))
        for name, style in (("broad", PAGE), ("wide", SCREEN), ("narrow", SMALL))
    )
