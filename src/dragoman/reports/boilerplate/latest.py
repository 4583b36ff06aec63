"""Lists of other stories: "Latest stories", "More on this story", and what they list."""

import itertools
import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span, hull
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues

BULLET = re.compile(r"[•·▪◦‣⁃●○■*–—-]\s+(?=\S)|\d{1,2}[.)]\s+(?=\S)")
_LONGEST_HEADING = 60
_DOTS = re.compile(r"[\s.:…>»›]+$")


def find(page: Page) -> Iterator[Boilerplate]:
    """A heading that announces other stories, with the items under it."""
    reach = -1
    for n, line in enumerate(page.lines):
        if n > reach and is_heading(line):
            reach = n + _items(page.lines[n + 1 :])
            span = hull(each.span for each in page.lines[n : reach + 1])
            yield Boilerplate(span=Span(*span), kind=BoilerplateKind.LATEST)


def is_heading(line: Line) -> bool:
    """Whether a line announces a list of other stories."""
    return (
        len(line.words) <= _LONGEST_HEADING
        and line.words[0].isupper()
        and cues("list_headings").fullmatch(_DOTS.sub("", line.words)) is not None
    )


def _items(lines: tuple[Line, ...]) -> int:
    """How many of `lines` belong to the list that they begin with."""
    if lines and BULLET.match(lines[0].words):
        return _bulleted(lines)
    count = 0
    for line in lines:
        if line.is_paragraph or line.closed:
            break
        count += 1
    # A few titles and then the story again is a box in its middle; one open line could be the story's own.
    return count if count > 1 or count == len(lines) else 0


def _bulleted(lines: tuple[Line, ...]) -> int:
    """Items with a bullet, each with its summary; a line less indented than the bullets ends the list."""
    indent = lines[0].indent
    if indent == 0:
        return _flat(lines)
    return next((n for n, line in enumerate(lines) if line.indent < indent), len(lines))


def _flat(lines: tuple[Line, ...]) -> int:
    """Bullets at the margin: up to the last one, and its summary where the others have one."""
    bullets = [n for n, line in enumerate(lines) if BULLET.match(line.words)]
    steps = [after - before for before, after in itertools.pairwise(bullets)]
    if any(step > 2 for step in steps):
        return next(before for before, step in zip(bullets, steps, strict=False) if step > 2) + 1
    summary = 1 if steps and min(steps) > 1 else 0
    return min(len(lines), bullets[-1] + 1 + summary)
