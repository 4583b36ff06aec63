"""A reading under another publication date: its days are told anew, and nothing is parsed for it."""

from collections.abc import Iterator

from dragoman.reading.blocks import cuts
from dragoman.reading.dates.choose import PRESENT
from dragoman.reading.dates.datelines import in_datelines
from dragoman.reading.dates.grammar import Found, string_of
from dragoman.reading.dates.lexing import lexemes
from dragoman.reading.dates.orders import in_order
from dragoman.reading.dates.placing import AHEAD, Chain, grammar, told_years
from dragoman.reading.dates.sense import NO_TIME, Sense
from dragoman.reading.dates.timing import interval, known
from dragoman.reading.events.days import when
from dragoman.reading.view import View
from dragoman.records.reading import Reading, TimeExpression
from dragoman.records.report import Report
from dragoman.records.time import NO_DAY, Interval, Published


def redated(reading: Reading, report: Report, published: Published) -> Reading:
    """The reading as it would be had `report` been published then: a pure function of the three.

    Expressions keep their spans; their values and days, and those of all that they date, are those of the new date.
    """
    expressions = {one.span: one for one in in_order(placed(reading, report, published.interval), report)}
    last = published.end
    events = tuple(e.but(when=when(interval(e.timing, expressions), e.mode, last)) for e in reading.events)
    return reading.but(
        report=reading.report.but(published=published),
        dates=tuple(expressions[one.span] for one in reading.dates),
        attributions=tuple(a.but(when=interval(a.timing, expressions)) for a in reading.attributions),
        events=events,
        stances=tuple(v.but(when=known(interval(v.timing, expressions)) or NO_DAY) for v in reading.stances),
        offers=tuple(q.but(when=known(interval(q.timing, expressions)) or NO_DAY) for q in reading.offers),
        figures=tuple(f.but(as_of=known(interval(f.timing, expressions))) for f in reading.figures),
    )


def placed(reading: Reading, report: Report, published: Interval) -> Iterator[TimeExpression]:
    """The reading's expressions on the days that they mean in a report published then, in the order of the text."""
    view = View(report)
    datelines = {one.span: one for one in in_datelines(report, published)}
    waiting = sorted(reading.dates, key=lambda one: one.span)
    at = 0
    for start, end in cuts(view):
        block = _Block(view.text[start:end], published)
        while at < len(waiting):
            first = view.forth(waiting[at].span.start)
            if first is not None and first >= end:
                break
            last = view.forth(waiting[at].span.end - 1)
            yield (
                datelines.get(waiting[at].span, waiting[at])
                if first is None or last is None
                else block.anew(waiting[at], first - start, last + 1 - start)
            )
            at += 1
    yield from (datelines.get(one.span, one) for one in waiting[at:])


class _Block:
    """One block's lexemes, and what its expressions have told so far."""

    def __init__(self, text: str, published: Interval) -> None:
        self._found = lexemes(text)
        self._string = string_of(self._found)
        self._at = {lexeme.start: n for n, lexeme in enumerate(self._found)}
        self._years = told_years(self._found)
        self._chain = Chain(published)

    def anew(self, one: TimeExpression, start: int, end: int) -> TimeExpression:
        """The expression at `[start, end)` of the block's text, placed; as it was where no rule knows it."""
        at = self._at.get(start)
        if at is None:
            return one
        for stop, rule in grammar().candidates(self._string, at):
            match = self._match(one, at, stop)
            sense = rule.handler(match) if match.end == end else None
            if sense is not None and sense is not NO_TIME:
                return self._placed(one, sense, match)
        return one

    def _placed(self, one: TimeExpression, sense: Sense, match: Found) -> TimeExpression:
        days = self._chain.place(sense, match.end, looks_back=match.has("ago", "shift", "that"))
        return one.but(value=days.value, begin=days.begin, end=days.end, offset=sense.offset)

    def _match(self, one: TimeExpression, at: int, stop: int) -> Found:
        found = self._found
        return Found(
            lexemes=tuple(found[at:stop]),
            before=found[at - 1] if at else None,
            after=found[stop] if stop < len(found) else None,
            tense=lambda: one.tense or PRESENT,
            story=self._chain.story,
            ahead=tuple(found[stop : stop + AHEAD]),
            years=self._years,
            before_noun=lambda: bool(one.before_noun),
        )
