"""Posts from elsewhere that a page embeds: their text and the line that signs them."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import hull
from dragoman.reports.lines import Line, Page

# "— Name (@handle) March 9, 2031": how a post is signed when its frame is lost.
_SIGNED = re.compile(r"(?:^|\s)[—–-]{1,2}\s?[^—–\n]{1,80}\(@\w{1,30}\)\s+\w{3,9}\.?\s+\d{1,2},\s+\d{4}\s*$")
_SIGNED_OTHER = re.compile(
    r"(?:a post shared by .{1,100}|view this post on \w+.{0,40}|view on (?:twitter|x|instagram|threads)"
    r"|.{0,80}\(@[\w.]{1,30}\) on (?:twitter|x|instagram|threads|tiktok)\b.{0,60})",
    re.IGNORECASE,
)
# What only a post's own words end with.
_POSTED = re.compile(r"(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)\s*$", re.IGNORECASE)
_MOST_LINES = 8
# One of these stands in every such line; looking for them first keeps the common case quick.
_MARKS = ("(@", "twitter", "Twitter", "t.co/", "A post ", "iew ")


def find(page: Page) -> Iterator[Boilerplate]:
    """A signed post with the lines of its text, and lines that only a post ends as."""
    for n, line in enumerate(page.lines):
        if not line.cued or not any(mark in line.words for mark in _MARKS):
            continue
        signed = _SIGNED.search(line.words)
        if signed and signed.start() == 0:
            first = _first_line(page, n)
            yield _embed(page.lines[first : n + 1])
        elif signed or _SIGNED_OTHER.fullmatch(line.words) or _POSTED.search(line.words):
            yield _embed((line,))


def _first_line(page: Page, signature: int) -> int:
    """Where the post begins that the line numbered `signature` signs."""
    first = max(0, signature - 1)
    if not page.spaced or page.lines[signature].blank_before:
        return first
    while first > 0 and signature - first < _MOST_LINES and not page.lines[first].blank_before:
        first -= 1
    return first


def _embed(lines: tuple[Line, ...]) -> Boilerplate:
    return Boilerplate(span=hull(line.span for line in lines), kind=BoilerplateKind.EMBED)
