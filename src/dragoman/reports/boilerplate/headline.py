"""The headline, where a text begins with it. It tells the story once more and is no sentence of it."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.reports.boilerplate.names import capitalised_share
from dragoman.reports.lines import Line, Page, has_letters
from dragoman.reports.vocabulary import cues

_LONGEST = 220
_MOST_WORDS = 30
_HEAD = 4
_MOST_POINTS = 9
_MOST_HEAD = 6
_NAME_WORDS = 5
_PATH = re.compile(r"\S\s+[>»›/]\s+\S")
_TITLE_CASE = 0.75
_COMPACT = re.compile(r"\W+")
_NOT_LAST = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "as",
        "into",
    ]
)


def find(page: Page) -> Iterator[Boilerplate]:
    """A first line that repeats the known title, or that stands over the story as a title does."""
    if page.title is not None:
        wanted = _COMPACT.sub("", page.title).casefold()
        for line in page.lines[:_HEAD]:
            if wanted and len(line.words) <= 2 * _LONGEST and _COMPACT.sub("", line.words).casefold() == wanted:
                yield _headline(line.span)
                return
    head = _head(page)
    if page.lines and is_highlight(page.lines[0].words):
        yield from _highlights(page.lines)
    elif page.title is None and len(head) > 1:
        yield from _sorted_out(head)
    elif len(page.lines) >= 2 and _looks_the_part(page) and _stands_over(page, page.lines[0], page.lines[1]):
        yield _headline(page.lines[0].span)


def _head(page: Page) -> tuple[Line, ...]:
    """The open lines over the story, where what was set aside among them shows that they are a page's head."""
    story = (n for n, line in enumerate(page.lines) if line.closed or len(line.words) > _LONGEST)
    count = next(story, 0)
    if not 0 < count <= _MOST_HEAD:
        return ()
    above = page.text[: page.lines[count].span.start]
    own = "".join(line.words for line in page.lines[:count])
    return page.lines[:count] if len("".join(above.split())) > len("".join(own.split())) else ()


def _sorted_out(head: tuple[Line, ...]) -> Iterator[Boilerplate]:
    """The longest line of a head is its headline; the others are a path, or name an outlet, a section or a writer."""
    longest = max(head, key=lambda line: line.words.count(" "))
    for line in head:
        if line is longest:
            yield _headline(line.span)
        elif _PATH.search(line.words):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.NAVIGATION)
        elif len(line.words.split()) <= _NAME_WORDS or capitalised_share(line.words) >= _TITLE_CASE:
            yield Boilerplate(span=line.span, kind=BoilerplateKind.METADATA)


def _looks_the_part(page: Page) -> bool:
    """Where the title is known, another line over the story must be written as one."""
    return page.title is None or capitalised_share(page.lines[0].words) >= _TITLE_CASE


def is_highlight(words: str) -> bool:
    """Whether a headline is the first of the story's points, and no title."""
    return cues("highlight_cues").match(words) is not None


def _highlights(lines: tuple[Line, ...]) -> Iterator[Boilerplate]:
    """The story's points over the story: lines that end without a mark, up to the first that does."""
    for line in lines[:_MOST_POINTS]:
        if line.closed or len(line.words) > _LONGEST:
            return
        yield _headline(line.span)


def _stands_over(page: Page, line: Line, below: Line) -> bool:
    words = line.words.split()
    if line.closed or len(line.words) > _LONGEST or not 2 <= len(words) <= _MOST_WORDS or not has_letters(line.words):
        return False
    if words[-1].lower() in _NOT_LAST or below.words[0].islower() or below.words[0] in ",;.’'":
        return False
    aside_between = bool(page.text[line.span.end : below.span.start].strip())
    if below.blank_before or aside_between:
        return True
    # With nothing between, the story must follow as running text, and the line be written as a title.
    return below.is_paragraph and capitalised_share(line.words) >= _TITLE_CASE


def _headline(span: Span) -> Boilerplate:
    return Boilerplate(span=span, kind=BoilerplateKind.HEADLINE)
