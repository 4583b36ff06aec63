"""Quotation marks paired: where somebody's own words begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.reading.parsed import Parsed

_MARK = re.compile(r"``|''|[\"“”„‟«»\u2033＂「」『』‘’‚']")
_PAIRS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "``": "''"}
_SINGLE = frozenset("‘’‚'")
_STRAIGHT = frozenset(('"', "\u2033", "＂", "''"))
_BEFORE_OPENING = '([—–-"“:'
# An apostrophe closes nothing; a single mark that does has at least this many words before it.
_SINGLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included, as doc tokens `[start, end)`."""

    start: int
    end: int
    paragraph: int
    goes_on: bool = False  # not closed, because the next paragraph opens with a mark and goes on

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


def find_quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotations of a block, in order, none inside another. A mark without its fellow costs that quotation only."""
    doc = parsed.doc
    text = doc.text
    paragraphs = parsed.paragraphs
    found: list[Quote] = []
    for number, paragraph in enumerate(paragraphs):
        first, last = paragraph[0], paragraph[-1]
        lo, hi = first.idx, last.idx + len(last)
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        opens_next = following is not None and text[following.idx] in "“\"«„‘'"
        for start, end, closed in _paired(_Window(text, lo, hi)):
            if not closed and not opens_next:
                continue
            tokens = doc.char_span(start, end, alignment_mode="expand")
            if tokens is not None and len(tokens) > 1:
                found.append(Quote(tokens.start, tokens.end, number, not closed))
    return tuple(found)


class _Window(NamedTuple):
    """A paragraph in the doc's text."""

    text: str
    lo: int
    hi: int

    def before(self, at: int) -> str:
        """The character before an offset; a space at the paragraph's start."""
        return self.text[at - 1] if at > self.lo else " "

    def behind(self, after: int) -> str:
        """The character at an offset; a space at the paragraph's end."""
        return self.text[after] if after < self.hi else " "


def _paired(window: _Window) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether closed, of the outermost quotations of a paragraph."""
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(*window):
        if opened is None:
            if _opens(window, match):
                opened = (match.start(), match.group())
        elif _closes(window, opened[1], match):
            if _long_enough(window.text, opened, match.start()):
                yield opened[0], match.end(), True
            opened = None
        elif _reopens(window, opened[1], match):
            opened = (match.start(), match.group())  # the earlier one lacks its end: it is lost, not this one
    if opened is not None and opened[1] not in _SINGLE:
        yield opened[0], window.hi, False


def _opens(window: _Window, match: re.Match[str]) -> bool:
    mark, before, behind = match.group(), window.before(match.start()), window.behind(match.end())
    if match.end() >= window.hi:
        return False
    if mark in _SINGLE:
        set_off = before.isspace() or before in _BEFORE_OPENING
        return mark != "’" and set_off and behind.isalnum() and not (mark == "'" and behind.isdigit())
    if mark == "»":
        return (before.isspace() or before in "([—–:") and not behind.isspace()
    if mark in _PAIRS:
        return True
    if mark in _STRAIGHT:
        return not behind.isspace() and (not before.isalnum() or behind.isalnum()) and behind not in ",.;:)"
    return False


def _closes(window: _Window, opener: str, match: re.Match[str]) -> bool:
    mark, before, behind = match.group(), window.before(match.start()), window.behind(match.end())
    if opener in _SINGLE:
        wanted = "'" if opener == "'" else "’‘"
        return mark in wanted and not behind.isalnum() and not before.isspace()
    if opener in _STRAIGHT:
        # A straight mark set after a space and before a word opens; it cannot be the end of this one.
        return mark in (*_STRAIGHT, "”") and not (before.isspace() and behind.isalnum())
    if opener == "“":
        return mark == "”" or (mark == '"' and not behind.isalnum())
    if opener == "``":
        return mark in ("''", '"')
    return mark in _PAIRS.get(opener, "")


def _reopens(window: _Window, opener: str, match: re.Match[str]) -> bool:
    if opener in _SINGLE:
        return match.group() not in _SINGLE and _opens(window, match)
    return match.group() == opener and _opens(window, match)


def _long_enough(text: str, opened: tuple[int, str], at: int) -> bool:
    inside = text[opened[0] + 1 : at]
    if opened[1] in _SINGLE:
        return len(inside.split()) >= _SINGLE_WORDS
    return any(map(str.isalnum, inside))
