"""Quotation marks paired: where somebody's own words begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.parsed import Parsed

_MARK = re.compile(r"``|''|[\"“”„‟«»\u2033＂「」『』‘’‚']")
_PAIRS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "``": "''"}
_SINGLE = frozenset("‘’‚'")
_STRAIGHT = frozenset(("\"", "\u2033", "＂", "''"))
_CLOSERS = frozenset(("”", "»", "「", "」", "』", "“", "«"))
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
        for start, end, closed in _paired(text, lo, hi):
            if not closed and not opens_next:
                continue
            tokens = doc.char_span(start, end, alignment_mode="expand")
            if tokens is not None and len(tokens) > 1:
                found.append(Quote(tokens.start, tokens.end, number, not closed))
    return tuple(found)


def _paired(text: str, lo: int, hi: int) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether closed, of the outermost quotations in `text[lo:hi]`."""
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, lo, hi):
        mark, at, after = match.group(), match.start(), match.end()
        if opened is None:
            if _opens(text, mark, at, after, lo, hi):
                opened = (at, mark)
        elif _closes(text, opened, mark, at, after, hi):
            if _long_enough(text, opened, at):
                yield opened[0], after, True
            opened = None
        elif _same_opener(text, opened[1], mark, at, after, lo, hi):
            opened = (at, mark)  # the earlier one lacks its end: that quotation is lost, not this one
    if opened is not None and opened[1] not in _SINGLE:
        yield opened[0], hi, False


def _opens(text: str, mark: str, at: int, after: int, lo: int, hi: int) -> bool:
    if after >= hi:
        return False
    before = text[at - 1] if at > lo else " "
    behind = text[after]
    if mark in _SINGLE:
        if mark == "’" or not (before.isspace() or before in "([—–-\"“:") or not behind.isalnum():
            return False
        return not (mark == "'" and behind.isdigit())
    if mark in _PAIRS and mark != "»":
        return True
    if mark == "»":
        return (before.isspace() or before in "([—–:") and not behind.isspace()
    if mark in _STRAIGHT:
        return not behind.isspace() and (not before.isalnum() or behind.isalnum()) and behind not in ",.;:)"
    return False


def _closes(text: str, opened: tuple[int, str], mark: str, at: int, after: int, hi: int) -> bool:
    opener = opened[1]
    before = text[at - 1]
    behind = text[after] if after < hi else " "
    if opener in _SINGLE:
        wanted = "'" if opener == "'" else "’‘"
        return mark in wanted and not behind.isalnum() and not before.isspace()
    if opener in _STRAIGHT:
        # A straight mark set after a space and before a word opens; it cannot be the end of this one.
        return mark in ("\"", "”", "''", "\u2033", "＂") and not (before.isspace() and behind.isalnum())
    if opener == "“":
        return mark == "”" or (mark == "\"" and not behind.isalnum())
    if opener == "``":
        return mark in ("''", "\"")
    return mark in _PAIRS.get(opener, "")


def _same_opener(text: str, opener: str, mark: str, at: int, after: int, lo: int, hi: int) -> bool:
    if opener in _SINGLE:
        return mark not in _SINGLE and _opens(text, mark, at, after, lo, hi)
    return mark == opener and _opens(text, mark, at, after, lo, hi)


def _long_enough(text: str, opened: tuple[int, str], at: int) -> bool:
    inside = text[opened[0] + 1 : at]
    if opened[1] in _SINGLE:
        return len(inside.split()) >= _SINGLE_WORDS
    return any(map(str.isalnum, inside))
