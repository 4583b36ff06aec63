"""Figures: numbers with what they count, of whom, where, as of when and on whose word."""

import bisect
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading import dates as times
from dragoman.reading.actors import ActorBook
from dragoman.reading.events.cited import Cited
from dragoman.reading.events.nouns import lemma
from dragoman.reading.figures.counted import Before, Counted, counted
from dragoman.reading.figures.numbers import Amount, amounts, is_year
from dragoman.reading.figures.words import words
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, ReadEvent, ReadFigure, TimeExpression, TimexType
from dragoman.records.span import Span
from dragoman.records.time import Interval

_MEASURES = frozenset(words().units.values())
_NO_FRAME = "other"  # an act that the record of talks does not need
_REACH = 5  # words between a number and the noun that its span takes in


class _Told(NamedTuple):
    """What the finders before this one found, laid out by token."""

    dates: dict[int, TimeExpression]
    triggers: dict[int, ReadEvent]
    sources: frozenset[int]
    cited: Cited


class _Places:
    """The tokens at a span of the text, found by bisection: `Doc.char_span` is slow over many spans."""

    def __init__(self, parsed: Parsed) -> None:
        self._view = parsed.view
        self._base = parsed.base
        self._starts = [token.idx for token in parsed.doc]

    def at(self, span: Span) -> range:
        """The indices of the tokens that begin in or reach into `span`; none where it is outside the view."""
        first, last = self._view.forth(span.start), self._view.forth(span.end - 1)
        if first is None or last is None:
            return range(0)
        low = bisect.bisect_right(self._starts, first - self._base) - 1
        return range(max(0, low), bisect.bisect_right(self._starts, last - self._base))


def find(
    parsed: Parsed,
    book: ActorBook,
    dates: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    events: tuple[ReadEvent, ...],
) -> tuple[ReadFigure, ...]:
    """The figures of a block, in order. Dates, ages, codes and numbers in names are none."""
    places = _Places(parsed)
    told = _Told(
        {i: expression for expression in dates for i in places.at(expression.span)},
        {i: event for event in reversed(events) for i in places.at(event.trigger)},
        frozenset(i for said in attributions for span in said.source for i in places.at(span)),
        Cited(attributions),
    )
    placed = times.by_span(dates)
    found: list[ReadFigure] = []
    before: Before | None = None
    paragraph_ends = [paragraph.end for paragraph in parsed.paragraphs]
    paragraph = 0
    for amount in amounts(parsed.doc):
        while paragraph < len(paragraph_ends) and amount.first >= paragraph_ends[paragraph]:
            paragraph += 1
            before = None
        number = _main(amount, parsed)
        if _is_dates_business(amount, number, told):
            continue
        what = counted(amount, number, before)
        if what is None or _is_idle(amount, number, what, told):
            continue
        timing = times.timing(parsed, dates, what.act or number)
        figure = _figure(amount, what, times.interval(timing, placed), parsed, told)
        found.append(figure.but(timing=timing))
        if what.noun is not None and what.unit == "person" and lemma(what.noun) not in words().acts:
            before = Before(what.noun.text, what.of, number.sent.start)
    return tuple(found)


def _main(amount: Amount, parsed: Parsed) -> Token:
    """The token of a number that the rest of it hangs on."""
    inside = parsed.doc[amount.first : amount.last + 1]
    return next((t for t in inside if not amount.first <= t.head.i <= amount.last or t.head.i == t.i), inside[-1])


def _is_dates_business(amount: Amount, number: Token, told: _Told) -> bool:
    """Whether the number is a day, a year, a time or a length of time that no term is made of."""
    expression = told.dates.get(amount.first)
    following = number.nbor(1) if number.i + 1 < len(number.doc) else None
    measured = _duration_noun(number, following)
    if measured is not None:
        return not _is_term(measured)
    if expression is not None and expression.type is not TimexType.DURATION:
        return True
    if amount.first == amount.last and is_year(number) and number.dep_ in ("pobj", "npadvmod", "nummod", "ROOT", "dep"):
        return bool(number.dep_ != "nummod" or number.head.i < number.i)
    return bool(number.ent_type_ in ("DATE", "TIME") and number.dep_ != "nummod")


def _duration_noun(number: Token, following: Token | None) -> Token | None:
    lengths = words().durations
    if following is not None and following.text == "-" and number.i + 2 < len(number.doc):
        following = number.nbor(2)
    if following is not None and lemma(following) in lengths:
        return following
    return number.head if lemma(number.head) in lengths else None


def _is_term(length: Token) -> bool:
    """Whether a length of time is what was agreed: "a 60-day truce", "a pause of six weeks"."""
    known = words()
    if length.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") and lemma(length.head) in known.terms:
        return True
    if length.i + 1 < len(length.doc) and length.nbor(1).pos_ == "NOUN" and lemma(length.nbor(1)) in known.terms:
        return True
    head = length.head
    if length.dep_ == "nsubj" and any(child.lower_ == "the" for child in length.children):
        return True  # "once the 45 days have run out"
    if head.pos_ == "ADP":
        host = head.head
        if host.pos_ == "NOUN" and head.lower_ in ("of", "for", "within"):
            return lemma(host) in known.terms
        if host.pos_ == "VERB" and head.lower_ == "for":
            return lemma(host) in known.term_verbs and _has_term_subject(host)
        return False
    return head.pos_ == "VERB" and lemma(head) in known.term_verbs and _has_term_subject(head)


def _has_term_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and lemma(c) in words().terms for c in verb.children)


def _is_idle(amount: Amount, number: Token, what: Counted, told: _Told) -> bool:
    """Whether a count says nothing that a record needs: "two sides", "one of the diplomats", a source's number."""
    small = isinstance(amount.high, int) and amount.high < words().idle_below
    if amount.first in told.sources and small:
        return True
    if what.noun is None:
        return bool(number.lower_ == "one")
    if number.lower_ == "one" and amount.hedge.value == "exact":
        event = told.triggers.get(what.act.i) if what.act is not None else None
        return event is None or event.type == _NO_FRAME or what.unit != "person"
    word = lemma(what.noun)
    return bool(small and word in words().idle and amount.currency is None and word not in words().durations)


def _figure(amount: Amount, what: Counted, as_of: Interval | None, parsed: Parsed, told: _Told) -> ReadFigure:
    last = amount.end - 1
    if what.noun is not None and last < what.noun.i <= last + _REACH:
        last = what.noun.i
    span = parsed.span((parsed.doc[amount.start], parsed.doc[last]))
    said = told.cited.at(span)
    event = told.triggers.get(what.act.i) if what.act is not None else None
    return ReadFigure(
        id=found_id(Prefix.FIGURE, parsed.report.id, "figure", span),
        span=span,
        low=amount.low,
        high=amount.high,
        hedge=amount.hedge,
        unit=what.unit,
        of=what.of,
        place=_place(what, parsed),
        as_of=as_of if as_of is not None and as_of.known else None,
        attribution=said[0].id if said else None,
        event=event.id if event is not None and what.unit not in _MEASURES else None,
    )


def _place(what: Counted, parsed: Parsed) -> str | None:
    for host in (what.act, what.noun):
        if host is None:
            continue
        for child in host.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "at"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.ent_type_ in ("GPE", "LOC", "FAC"):
                        return _span_of(inner, parsed).of(parsed.report.text)
    return None


def _span_of(noun: Token, parsed: Parsed) -> Span:
    return parsed.span([*(c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), noun])
