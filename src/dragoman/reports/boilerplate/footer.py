"""What syndication, agencies and rights desks put under a report, and the section's name after it."""

from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.boilerplate.names import capitalised_share
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues

_LONGEST = 600
_TAIL = 12  # lines from the end in which footers are looked for
_SECTION_WORDS = 6
_SECTION_LENGTH = 50


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines at the end that say who else wrote, who owns it, where it stood first."""
    last = len(page.lines) - 1
    found: set[int] = set()
    for n in range(max(0, last + 1 - _TAIL), last + 1):
        line = page.lines[n]
        if len(line.words) <= _LONGEST and cues("footer_lines").fullmatch(line.words.rstrip(".")):
            found.add(n)
            yield Boilerplate(span=line.span, kind=BoilerplateKind.FOOTER)
    if last >= 1 and last not in found and _is_section(page.lines[last], page.lines[last - 1], last - 1 in found):
        yield Boilerplate(span=page.lines[last].span, kind=BoilerplateKind.METADATA)


def _is_section(line: Line, before: Line, after_footer: bool) -> bool:
    """Whether the last line is the name of the section that the report stood in."""
    words = line.words.split()
    if line.closed or len(words) > _SECTION_WORDS or len(line.words) > _SECTION_LENGTH:
        return False
    return (after_footer or before.is_paragraph) and capitalised_share(line.words) == 1.0
