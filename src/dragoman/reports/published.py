"""The publication date, and how it is known: from the report's own fields, its text, its file's name, or a person."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.records.errors import Notices
from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.records.time import Ground, Interval, Known, Published
from dragoman.reports.dateline import Dateline
from dragoman.reports.daylines import date_line, find_day, understand_date

Day = datetime.date | str | None

_NAME_DAY = re.compile(r"(?:.*/)?(\d{4}-\d{2}-\d{2})(?!\d)")
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


class Stated(NamedTuple):
    """A date that something about the report states, in the words that it does."""

    value: str
    ground: Ground
    when: Interval | None = None


class Decided(NamedTuple):
    """The date that is used, and what is to be said of it."""

    published: Published
    notices: tuple[str, ...]


def decide(
    *, fields: Iterable[Stated], text: Iterable[Stated], given: Day, weak: Iterable[Stated], given_first: bool
) -> Decided:
    """The publication date from all that tells one, the strongest first.

    `fields` are the form's own date fields, `text` what the text's head states, `weak` the file's name and address.
    `given` fills in for what the report does not state; with `given_first` it outranks all of them.
    A date that cannot be understood is said and left out, and so is every difference between those that can.
    """
    person = [] if given is None else [Stated(str(given), Ground(says="given"), _interval(given))]
    stated, weak = [*fields, *text], tuple(weak)
    order = [*person, *stated, *weak] if given_first else [*stated, *person, *weak]
    notices = [Notices.BAD_DATE.format(value=each.value[:60]) for each in order if each.when is None]
    good = [(each, each.when) for each in order if each.when is not None]
    if not good:
        return Decided(Published(), tuple(dict.fromkeys(notices)))
    chosen, when = good[0]
    # Names and addresses are dated by other clocks: a day more or less is no difference.
    near = _a_day_wider(when)
    differing = [each for each, other in good if not other.meets(near if each in weak else when)]
    if differing:
        values = ", ".join(f"{_day(each)} ({each.ground.says})" for each in (chosen, *differing))
        notices.append(Notices.DATES_DIFFER.format(values=values, chosen=_day(chosen)))
    published = Published(
        begin=when.begin,
        end=when.end,
        precision=when.precision,
        known=Known.GIVEN if person and chosen is person[0] else Known.STATED,
        evidence=(chosen.ground,),
    )
    return Decided(published, tuple(dict.fromkeys(notices)))


def _a_day_wider(when: Interval) -> Interval:
    first, last = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    begin = when.begin and datetime.date.fromordinal(max(first, when.begin.toordinal() - 1))
    end = when.end and datetime.date.fromordinal(min(last, when.end.toordinal() + 1))
    return when.but(begin=begin, end=end)


def _interval(given: Day) -> Interval | None:
    if isinstance(given, datetime.datetime):
        return Interval.day(given.date())
    if isinstance(given, datetime.date):
        return Interval.day(given)
    return understand_date(given or "")


def _day(stated: Stated) -> str:
    if stated.when is None or stated.when.begin is None:
        return stated.value
    if stated.when.begin == stated.when.end:
        return stated.when.begin.isoformat()
    return f"{stated.when.begin} to {stated.when.end}"


def from_field(value: str, says: str) -> Stated:
    """The date of a field outside the text. `says` names the field."""
    return Stated(value, Ground(says=says, quote=value), understand_date(value))


def from_text(
    text: str, boilerplate: tuple[Boilerplate, ...], dateline: Dateline | None, *, updates: bool
) -> Iterator[Stated]:
    """The dates that lines of the report's head state. Days inside embedded posts, captions and the story are none.

    The day of an update is taken only where `updates` lets it and nothing tells the first printing.
    """
    updated, found = [], False
    for passage in boilerplate:
        if passage.kind not in (BoilerplateKind.METADATA, BoilerplateKind.BYLINE):
            continue
        words = passage.span.of(text)
        line = date_line(words, first=True)
        if line is not None:
            says = "an update line of the report" if line.updated else "a date line of the report"
            span = Span(passage.span.start + line.start, passage.span.start + line.stop)
            stated = Stated(span.of(text), Ground(says=says, quote=span.of(text), span=span), line.when)
            if line.updated:
                updated.append(stated)
            else:
                found = True
                yield stated
        elif passage.kind is BoilerplateKind.BYLINE:
            yield from _inside(text, passage.span, "the byline")
    if dateline is not None:
        yield from _inside(text, dateline.span, "the dateline")
    if updates and not found:
        yield from updated[:1]


def _inside(text: str, span: Span, says: str) -> Iterator[Stated]:
    found = find_day(span.of(text))
    if found is not None:
        day, start, stop = found
        where = Span(span.start + start, span.start + stop)
        yield Stated(where.of(text), Ground(says=says, quote=where.of(text), span=where), Interval.day(day))


def from_name(name: str | None) -> Iterator[Stated]:
    """The day that a file's name begins with, in ISO form."""
    match = _NAME_DAY.match(name or "")
    when = understand_date(match[1]) if match else None
    if match and when is not None:
        yield Stated(match[1], Ground(says="the file's name", quote=match[1]), when)


def from_address(url: str | None) -> Iterator[Stated]:
    """The day in a web address such as /2031/03/09/."""
    match = _ADDRESS_DAY.search(url or "")
    when = understand_date("-".join(match.groups())) if match else None
    if match and when is not None:
        yield Stated(match[0], Ground(says="the page's address", quote=match[0].strip("/")), when)
