"""Lines of a report's head that tell its day, its length or its shelf, not its story."""

from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.reports.daylines import date_line
from dragoman.reports.lines import Page
from dragoman.reports.vocabulary import cues, wording

_LONGEST = 240
_HEAD = 12  # lines from the start in which a date line or an agency's name is looked for
_TAIL = 6


def find(page: Page) -> Iterator[Boilerplate]:
    """Date lines and agency names in the head, reading times and labels anywhere."""
    last = len(page.lines)
    for n, line in enumerate(page.lines):
        if len(line.words) > _LONGEST:
            continue
        span: Span | None = None
        if cues("reading_time_lines").fullmatch(line.words) or cues("metadata_lines").fullmatch(line.words):
            span = line.span
        elif n < _HEAD or n >= last - _TAIL:
            dated = date_line(line.words, first=n == 0)
            if dated is not None:
                span = Span(line.span.start, line.span.start + dated.end)
            elif n < _HEAD and line.words in wording("agencies"):
                span = line.span
        if span is not None:
            yield Boilerplate(span=span, kind=BoilerplateKind.METADATA)
