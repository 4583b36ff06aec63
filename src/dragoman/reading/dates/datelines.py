"""The day in a dateline that stands apart as a line of its own and is no part of the parsed text."""

from collections.abc import Iterator

from dragoman.reading.dates import choose
from dragoman.reading.dates.calendar_senses import exact, month_day
from dragoman.reading.dates.lexing import Lexeme, lexemes
from dragoman.reading.dates.placing import Chain
from dragoman.reading.dates.sense import Sense
from dragoman.records.reading import TimeExpression
from dragoman.records.report import BoilerplateKind, Report
from dragoman.records.span import Span
from dragoman.records.time import Interval
from dragoman.reports.dateline import read_dateline

_KINDS = frozenset({BoilerplateKind.HEADLINE, BoilerplateKind.BYLINE, BoilerplateKind.METADATA})
_LONGEST = 120  # characters of such a line
_MOST_LINES = 10
_BODY = " A"  # a dateline's dash has the story after it; here the story is on the next line


def in_datelines(report: Report, published: Interval) -> Iterator[TimeExpression]:
    """The days of the report's datelines among the lines that are set aside ("HAVANA, August 7 (Xinhua) --")."""
    for aside in report.boilerplate[:_MOST_LINES]:
        line = aside.span.of(report.text)
        if aside.kind not in _KINDS or len(line) > _LONGEST:
            continue
        told = read_dateline(line.rstrip() + _BODY)
        if told is None or told.span.end < len(line.rstrip()):
            continue
        found = _day(lexemes(told.words))
        if found is None:
            continue
        sense, first, last = found
        placed = Chain(published).place(sense, 0, looks_back=False)
        start = aside.span.start + told.span.start
        yield TimeExpression(
            span=Span(start + first.start, start + last.end),
            type=sense.type,
            value=placed.value,
            begin=placed.begin,
            end=placed.end,
            offset=sense.offset,
        )


def _day(found: list[Lexeme]) -> tuple[Sense, Lexeme, Lexeme] | None:
    """The first date of the words, with its first and last lexeme."""
    for at, month in enumerate(found):
        if month.kind != "month":
            continue
        before, after = found[at - 1] if at else None, [one for one in found[at + 1 : at + 4] if one.kind != "comma"]
        number = after[0] if after and after[0].kind == "num" else before if before and before.kind == "num" else None
        if number is None or not isinstance(number.value, int):
            return None
        year = next((one for one in after[:2] if one.kind == "year"), None)
        if year is not None:
            sense = exact(year.value, month.value, number.value)
        else:
            sense = month_day(month.value, number.value, choose.PRESENT)
        last = year or max(month, number, key=lambda one: one.end)
        return (sense, min(month, number, key=lambda one: one.start), last) if sense is not None else None
    return None
