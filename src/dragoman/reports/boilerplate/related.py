"""Single lines that point at another story: "Related: ...", "Read more: ..."."""

from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues

_LONGEST = 260
_HEAD = 2  # the first lines, where such a label belongs to the headline


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines that begin with a pointer's label."""
    for n, line in enumerate(page.lines):
        if len(line.words) <= _LONGEST and (_points(line) or (n >= _HEAD and _may_point(line))):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.RELATED)


def _points(line: Line) -> bool:
    return cues("related_lines").fullmatch(line.words) is not None


def _may_point(line: Line) -> bool:
    """Whether a line begins with a label that sentences begin with, too, and ends like no sentence."""
    return line.words[-1] not in '.!;,:”"' and cues("related_soft_lines").fullmatch(line.words) is not None
