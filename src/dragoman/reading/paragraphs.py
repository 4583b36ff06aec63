"""Paragraphs of a report's own words: lines that belong together, boilerplate left out."""

import functools
import re
import statistics
from collections.abc import Iterator
from importlib import resources

from dragoman.records.report import Boilerplate
from dragoman.records.span import Span
from dragoman.records.vocabularies import from_yaml
from dragoman.reports.dateline import read_dateline

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# A line that ends like this ends a thought, whatever follows. Quotation marks and brackets may close it.
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]*]*\s*$")
# A line that begins like this goes on with the one before: lower case, or punctuation that never opens a sentence.
_GOES_ON = re.compile(r"\s*(?:[a-zà-öø-ÿ,;:.!?%)\]”’]|['’]s\b|[-–](?=\w))")
# Typewriter and wire copy is wrapped at about this width; a pile's longest unwrapped lines are far over it.
_WRAP_WIDTH = 90
_WRAP_LINES = 5
# Lines in which a dateline may stand.
_HEAD = 3
# Wrapped copy indents the first line of a paragraph.
_INDENT = re.compile(r"[ \t]{2,}\S")


def paragraphs(text: str, boilerplate: tuple[Boilerplate, ...]) -> tuple[tuple[Span, ...], ...]:
    """The paragraphs of `text` outside `boilerplate`, each as the spans of its lines, in order.

    A line break inside a paragraph is one that the page or the wire put there: the line before it is not closed
    by punctuation and the one after it goes on in lower case, or the whole text is wrapped at a fixed width.
    """
    lines = [line for line in _lines(text, boilerplate) if not line.of(text).isspace()]
    lines = [part for n, line in enumerate(lines) for part in (_without_dateline(text, line) if n < _HEAD else [line])]
    wrapped = _is_wrapped(text, lines)
    found: list[list[Span]] = []
    for line in lines:
        if found and _belongs(text, found[-1][-1], line, wrapped):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(tuple(lines) for lines in found)


def _lines(text: str, boilerplate: tuple[Boilerplate, ...]) -> Iterator[Span]:
    aside = iter(boilerplate)
    current = next(aside, None)
    for match in _LINE.finditer(text):
        start, end = match.span()
        while current is not None and current.span.end <= start:
            current = next(aside, None)
        while current is not None and current.span.start < end:
            if start < current.span.start:
                yield Span(start, current.span.start)
            start = max(start, current.span.end)
            if current.span.end > end:
                break
            current = next(aside, None)
        if start < end:
            yield Span(start, end)


def _without_dateline(text: str, line: Span) -> list[Span]:
    """A line that begins with a dateline in two: no sentence begins with the place where it was filed."""
    found = read_dateline(line.of(text))
    if found is None or found.span.end >= line.end - line.start:
        return [line]
    cut = line.start + found.span.end
    return [Span(line.start, cut), Span(cut, line.end)]


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < _WRAP_LINES:
        return False
    lengths = [line.end - line.start for line in lines]
    open_ended = sum(not _CLOSED.search(line.of(text)) for line in lines)
    return max(lengths) <= _WRAP_WIDTH and statistics.median(lengths) >= _WRAP_WIDTH / 3 and open_ended * 2 > len(lines)


def _belongs(text: str, before: Span, line: Span, wrapped: bool) -> bool:
    gap = text[before.end : line.start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or not gap:
        return False
    words = line.of(text)
    if wrapped:
        return not _INDENT.match(words)
    open_ended = not _CLOSED.search(before.of(text))
    goes_on = bool(_GOES_ON.match(words)) and (open_ended or words.lstrip()[0] in ",;’”)")
    return goes_on or (open_ended and _is_fragment(text, before))


def _is_fragment(text: str, line: Span) -> bool:
    """Whether a line with no closing mark breaks off in mid-sentence: its last word asks for more."""
    last = line.of(text).split()[-1].lower()
    return last in _asks_for_more() or last.endswith(",")


@functools.cache
def _asks_for_more() -> frozenset[str]:
    """Words that no sentence, headline or caption ends with: what follows a break after one belongs to it."""
    data = from_yaml(resources.files(__package__).joinpath("paragraphs.yaml").read_text("utf-8"))
    return frozenset(data["asks_for_more"])
