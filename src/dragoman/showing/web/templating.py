"""Templates: everything that they print is escaped; what they call to make links, days and words."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from dragoman.records.rows.evidence import Evidence
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.drawing import SCREEN, SMALL, drawn
from dragoman.showing.naming import is_pronoun
from dragoman.showing.numbers import value as figure
from dragoman.showing.page.model import Cite, Picture
from dragoman.showing.plain import clipped, one_line, quoted
from dragoman.showing.web.assets import asset
from dragoman.showing.web.stamps import letter_of, stamp


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
        "day": days.day,
        "interval": days.interval,
        "short": short,
        "published": days.published,
        "is_pronoun": is_pronoun,
        "stamp": stamp,
        "letter": letter_of,
    }
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
    kept: dict[str, Any] = {**context["view"].kept, **query}
    told = {name.rstrip("_"): str(value) for name, value in kept.items() if value is not None and value != ""}
    return f"{path}?{urlencode(told)}" if told else path


@pass_context
def sentence(context: Context, evidence: Evidence) -> str:
    """The address of the words that evidence rests on, in their report."""
    place = f"{evidence.start}-{evidence.end}"
    return f"{url(context, f'/report/{evidence.report}', at=place)}#at"


@pass_context
def cited(context: Context, cite: Cite) -> str:
    """The address of what a line of the brief cites."""
    report = next(one for one in context["page"].reports if one.number == cite.number)
    quotation = next((one for one in report.quotations if one.letter == cite.letter), None)
    if quotation is None:
        return url(context, f"/report/{report.report}")
    return f"{url(context, f'/report/{report.report}', at=f'{quotation.start}-{quotation.end}')}#at"


def word(name: str, value: Any) -> str:
    """The program's words for a value of an enumeration."""
    known = words.vocabulary().get(name, {})
    return known.get(str(value), words.spelled(str(value)))


def short(when: Interval | None) -> str:
    """An interval for a narrow place; one with an open end in words."""
    if when is None:
        return "?"
    if (when.begin is None) != (when.end is None):
        return f"by {when.end}" if when.begin is None else f"from {when.begin}"
    return days.short(when.begin, when.end)


def picture(drawing: Picture, key: str) -> Markup:
    """A picture, drawn for wide and for narrow screens. What is drawn is escaped where it is drawn."""
    wide, narrow = drawn(drawing, SCREEN, f"{key}-wide"), drawn(drawing, SMALL, f"{key}-narrow")
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(Markup(wide), Markup(narrow))
