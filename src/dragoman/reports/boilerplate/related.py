"""Single lines that point at another story: "Related: ...", "Read more: ..."."""

from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.lines import Page
from dragoman.reports.vocabulary import cues

_LONGEST = 260


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines that begin with a pointer's label."""
    for line in page.lines:
        if len(line.words) <= _LONGEST and cues("related_lines").fullmatch(line.words):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.RELATED)
