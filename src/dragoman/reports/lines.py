"""A report's text as its lines: what the boilerplate finders look at."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from dragoman.records.span import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]*]*$")
# Beyond this a line is a paragraph, whatever it says: no cue is looked for in it, which keeps odd input quick.
LONGEST_CUED = 1200


class Line(NamedTuple):
    """A line with something on it: `span` leaves the white space around it out."""

    span: Span
    words: str
    blank_before: bool
    indent: int  # characters of white space before it, on the same line

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence or a lead-in does."""
        return _ENDS_SENTENCE.search(self.words[-8:]) is not None

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads as running text: several words and an end."""
        return self.closed and self.words.count(" ") >= 7

    @property
    def cued(self) -> bool:
        """Whether it is short enough to be something else than a paragraph."""
        return len(self.words) <= LONGEST_CUED


class Page:
    """A text and its lines. `taken` are passages that were set aside before: what they leave of a line is a line."""

    def __init__(self, text: str, *, taken: Iterable[Span] = (), title: str | None = None) -> None:
        self.text = text
        self.title = title
        self.lines = tuple(_lines(text, tuple(taken)))

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines stand between the paragraphs."""
        return sum(line.blank_before for line in self.lines) * 2 >= len(self.lines) - 1


def _lines(text: str, taken: tuple[Span, ...]) -> Iterator[Line]:
    at = 0  # the first of `taken` that may still matter
    before = 0
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        gap = text[before : match.start()]
        blank = before == 0 or len(gap.replace("\r\n", "\n").strip(" \t\xa0")) > 1
        before = match.end()
        while at < len(taken) and taken[at].end <= match.start():
            at += 1
        start, here = match.start(), at
        while here < len(taken) and taken[here].start < match.end():
            yield from _line(text, start, taken[here].start, match.start(), blank)
            start = max(start, taken[here].end)
            here += 1
        yield from _line(text, start, match.end(), match.start(), blank)


def _line(text: str, start: int, end: int, margin: int, blank: bool) -> Iterator[Line]:
    words = text[start:end]
    kept = words.strip()
    if kept:
        first = start + len(words) - len(words.lstrip())
        yield Line(Span(first, first + len(kept)), kept, blank, first - margin)


def has_letters(words: str) -> bool:
    """Whether there is any letter in it."""
    return _LETTER.search(words) is not None
