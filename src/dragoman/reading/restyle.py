"""The marks of quotations made alike, so that the parser sees one style of them whatever the report's is."""

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from dragoman.reading.quotation import Quotation, quotations

# By depth: around a quotation, and around one inside it. The parser does as well with straight marks; these tell sides.
_MARKS = (("“", "”"), ("‘", "’"))
# Where one of these meets a mark from outside, the tokeniser does not tell them apart without a space.
_GLUED = frozenset("—–")
_GLUED_BEFORE = _GLUED | frozenset(",.;:!?")


class Piece(NamedTuple):
    """A run of characters that stands in the view as it stands in the text."""

    view: int
    text: int
    length: int


class Restyled(NamedTuple):
    """A view's text with its marks made alike, and all that points into it."""

    text: str
    paragraph_starts: tuple[int, ...]
    pieces: tuple[Piece, ...]
    quotations: tuple[Quotation, ...]
    left_out: frozenset[int]  # characters of the report's text: halves of marks, spaces that set marks apart


class _Edit(NamedTuple):
    """A mark at `at` becomes `sign`. Its other characters and the space inside of it, the spare ones, go."""

    at: int
    sign: str
    spare: range
    space: int | None  # where one comes in: what stands there moves on


class _Change(NamedTuple):
    """From `since` on, everything moves by `by`. Ordered by where it happens."""

    since: int
    by: int


def restyle(text: str, starts: Sequence[int], pieces: Sequence[Piece]) -> Restyled:
    """The view's `text` with one style of marks; `starts` are its paragraphs', `pieces` lead back to the report's text.

    Each mark is one character afterwards, with no space between it and the quotation and one where words outside are
    glued to it. Of a mark of two, the outer character stands in the view and the inner one is left out.
    """
    bounds = pairwise([*starts, len(text)])
    found = quotations(text, [(start, start + len(text[start:end].rstrip())) for start, end in bounds])
    edits = _edits(text, found)
    if not edits:
        return Restyled(_plain_possessives(text, found), tuple(starts), tuple(pieces), found, frozenset())
    spare = sorted({at for edit in edits for at in edit.spare})
    characters = list(text)
    for edit in edits:
        characters[edit.at] = edit.sign
    for at in spare:
        characters[at] = ""
    for edit in edits:
        if edit.space is not None:
            characters[edit.space] = " " + characters[edit.space]
    added = {edit.space for edit in edits if edit.space is not None}
    changes = sorted([*(_Change(at + 1, -1) for at in spare), *(_Change(at, 1) for at in added)])
    moved = _Moved(changes)
    now = tuple(
        one._replace(
            start=moved(one.start),
            end=moved(one.end - 1) + 1,
            opens=min(1, one.opens),
            closes=min(1, one.closes),
        )
        for one in found
    )
    return Restyled(
        _plain_possessives("".join(characters), now),
        tuple(map(moved, starts)),
        tuple(_split(pieces, changes, moved)),
        now,
        frozenset(_back(pieces, spare)),
    )


def _plain_possessives(text: str, found: Sequence[Quotation]) -> str:
    """The text with a straight apostrophe after a name that ends in s: a curly one the parser takes for a mark."""
    marks = {at for one in found for at in (one.start, one.end - 1)}
    return _POSSESSIVE.sub(lambda match: match.group() if match.start() in marks else "'", text)


_POSSESSIVE = re.compile(r"(?<=[sxz])’(?=\s)", re.IGNORECASE)


class _Moved:
    """Where a character of the view as it was stands now."""

    def __init__(self, changes: Sequence[_Change]) -> None:
        self._since = [change.since for change in changes]
        self._by = [0, *accumulate(change.by for change in changes)]

    def __call__(self, at: int) -> int:
        return at + self._by[bisect.bisect_right(self._since, at)]


def _edits(text: str, found: Sequence[Quotation]) -> list[_Edit]:
    edits: list[_Edit] = []
    for one in found:
        opening, closing = _MARKS[min(one.depth, 1)]
        if one.opens:
            after = one.start + one.opens
            spaced = after < len(text) and text[after].isspace()
            before = text[one.start - 1 : one.start]
            space = one.start if before.isalnum() or before in _GLUED_BEFORE else None
            edits.append(_Edit(one.start, opening, range(one.start + 1, after + spaced), space if before else None))
        if one.closes:
            ahead = one.end - one.closes
            spaced = text[ahead - 1].isspace()
            behind = text[one.end : one.end + 1]
            space = one.end if behind.isalnum() or behind in _GLUED else None
            edits.append(_Edit(one.end - 1, closing, range(ahead - spaced, one.end - 1), space if behind else None))
    return edits


def _split(pieces: Sequence[Piece], changes: Sequence[_Change], moved: _Moved) -> Iterator[Piece]:
    """The pieces cut where something changes, without the characters that are spare, each where it stands now."""
    number = 0
    for piece in pieces:
        start, end = piece.view, piece.view + piece.length
        while number < len(changes) and changes[number].since <= end:
            since, by = changes[number]
            stop = since + min(by, 0)  # a spare character stands before what moves for it
            if stop > start:
                yield Piece(moved(start), piece.text + start - piece.view, stop - start)
            start = max(start, since)
            number += 1
        if start < end:
            yield Piece(moved(start), piece.text + start - piece.view, end - start)


def _back(pieces: Sequence[Piece], spare: Sequence[int]) -> Iterator[int]:
    """The characters of the report's text behind these of the view's."""
    following = iter(pieces)
    piece = next(following, None)
    for at in spare:
        while piece is not None and piece.view + piece.length <= at:
            piece = next(following, None)
        if piece is not None and piece.view <= at:
            yield piece.text + at - piece.view
