"""The publication date, and how it is known: from the report's own fields, its text, its file's name, or a person."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.records.errors import Notices
from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.records.time import Ground, Interval, Known, Precision, Published
from dragoman.reports.dateline import Dateline
from dragoman.reports.daylines import TwoDays, date_line, find_day, find_two_days, two_days, understand_date
from dragoman.reports.dayorder import Order

Day = datetime.date | str | None

_LAST_MONTH, _LAST_DAY = 12, 31
_SHOWN = 60  # characters of a date that is no date
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
    *,
    fields: Iterable[Stated],
    text: Iterable[Stated],
    given: Day,
    weak: Iterable[Stated],
    given_first: bool,
    order: Order | None = None,
    today: datetime.date | None = None,
) -> Decided:
    """The publication date from all that tells one, the strongest first.

    `fields` are the form's own date fields, `text` what the text's head states, `weak` the file's name and address.
    `given` fills in for what the report does not state; with `given_first` it outranks all of them.
    A date that cannot be understood is said and left out, and so is every difference between those that can.
    One that could be two days is read in the `order` of the outlet's country, else as another date here agrees with,
    else as all days from the one to the other, and that is said. A publication after `today` is said.
    """
    person = [] if given is None else [Stated(str(given), Ground(says="given"), _interval(given))]
    stated, weak = [*fields, *text], tuple(weak)
    ranked = [*person, *stated, *weak] if given_first else [*stated, *person, *weak]
    sure = [each.when for each in ranked if each.when is not None]
    read = [_in_order(each, order, sure) for each in ranked]
    notices = [notice for _, notice in read if notice is not None]
    good = [(each, each.when) for each, _ in read if each.when is not None]
    if not good:
        return Decided(Published(), tuple(dict.fromkeys(notices)))
    chosen, when = good[0]
    # Names and addresses are dated by other clocks: a day more or less is no difference.
    near = _a_day_wider(when)
    differing = [each for each, other in good if not other.meets(near if each in weak else when)]
    if differing:
        values = ", ".join(f"{_day(each)} ({each.ground.says})" for each in (chosen, *differing))
        notices.append(Notices.DATES_DIFFER.format(values=values, chosen=_day(chosen)))
    # Elsewhere it may be tomorrow already.
    if today is not None and when.begin is not None and when.begin.toordinal() > today.toordinal() + 1:
        notices.append(Notices.FUTURE_DATE.format(value=_day(chosen), says=chosen.ground.says))
    published = Published(
        begin=when.begin,
        end=when.end,
        precision=when.precision,
        known=Known.GIVEN if person and chosen is person[0] else Known.STATED,
        evidence=(chosen.ground,),
    )
    return Decided(published, tuple(dict.fromkeys(notices)))


def _in_order(stated: Stated, order: Order | None, sure: Sequence[Interval]) -> tuple[Stated, str | None]:
    """The date with its day and month told apart as far as can be, and what is to be said of it."""
    if stated.when is not None:
        return stated, None
    two = two_days(stated.value.strip())
    if two is None:
        return stated, Notices.BAD_DATE.format(value=stated.value[:_SHOWN], says=stated.ground.says)
    when, decided = _one_of(two, order, sure)
    notice = Notices.TWO_DAYS.format(
        value=stated.value[:_SHOWN], says=stated.ground.says, first=min(two), second=max(two), decided=decided
    )
    return stated._replace(when=when), notice


def _one_of(two: TwoDays, order: Order | None, sure: Sequence[Interval]) -> tuple[Interval, str]:
    if order is not None:
        return Interval.day(two.day_first if order.day_first else two.month_first), said(order)
    agreeing = [day for day in two if any(other.meets(_a_day_wider(Interval.day(day))) for other in sure)]
    if len(agreeing) == 1:
        found = Order(day_first=agreeing[0] == two.day_first, why="another date of the report agrees")
        return Interval.day(agreeing[0]), said(found)
    return Interval(begin=min(two), end=max(two), precision=Precision.INTERVAL), Notices.EITHER_DAY


def said(order: Order) -> str:
    """The order of day and month that was taken, and why."""
    return (Notices.DAY_FIRST if order.day_first else Notices.MONTH_FIRST).format(why=order.why)


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
        return
    doubtful = find_two_days(span.of(text))
    if doubtful is not None:
        where = Span(span.start + doubtful[0], span.start + doubtful[1])
        yield Stated(where.of(text), Ground(says=says, quote=where.of(text), span=where))


def from_name(name: str | None) -> Iterator[Stated]:
    """The day that a file's name begins with, in ISO form."""
    match = _NAME_DAY.match(name or "")
    if match:
        yield Stated(match[1], Ground(says="the file's name", quote=match[1]), understand_date(match[1]))


def from_address(url: str | None) -> Iterator[Stated]:
    """The day in a web address such as /2031/03/09/."""
    match = _ADDRESS_DAY.search(url or "")
    when = understand_date("-".join(match.groups())) if match else None
    # Other numbers stand in addresses, too: those of a day and a month alone are a wrong date.
    if match and (when is not None or (int(match[2]) <= _LAST_MONTH and int(match[3]) <= _LAST_DAY)):
        yield Stated(match[0].strip("/"), Ground(says="the page's address", quote=match[0].strip("/")), when)
