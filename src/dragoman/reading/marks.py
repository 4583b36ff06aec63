"""Quotation marks in a paragraph: which family each is of, and whether it opens or closes by what stands around it."""

import functools
import re
from collections.abc import Iterator
from enum import IntEnum
from importlib import resources
from typing import NamedTuple

from dragoman.records.vocabularies import from_yaml

_SINGLE = "single"
_BEFORE_OPENING = frozenset("([{<—–―-/:*_")
_NEVER_BEFORE_CLOSING = frozenset("([{")
_NEVER_AFTER_OPENING = frozenset(",.;:!?)]}…")
_AFTER_CLOSING = frozenset(",.;:!?)]}—–―-/…*_%")
# Spaces that a typesetter puts between two marks that stand together.
_THIN = frozenset("\u00a0\u2009\u200a\u202f")
_DECADE = re.compile(r"\d\ds\b")
_YEAR = re.compile(r"\d\d\b(?![.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = frozenset("sSzZxX")
_LONGEST_CLIPPED = 3
_TWO_COMMAS = ",,"  # a typewriter's „; anywhere but before a word it is a slip, or an empty column


class Lean(IntEnum):
    """What a mark does, by its sign and by the characters on both sides of it."""

    CLOSES = -1
    EITHER = 0
    OPENS = 1


class Mark(NamedTuple):
    """A quotation mark: the characters `[start, end)`.

    `side` is the one that its sign has of itself, `lean` the one that it has here. One that is `doubtful` closes, if it
    is a quotation mark at all: it may be an apostrophe at a word's end, or inches.
    """

    start: int
    end: int
    family: str
    side: Lean
    lean: Lean
    doubtful: bool = False

    @property
    def is_single(self) -> bool:
        """Whether it is of the family that apostrophes are of too."""
        return self.family == _SINGLE


class Style(NamedTuple):
    """The marks before and after a quotation, and before and after one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


class _Vocabulary(NamedTuple):
    marks: re.Pattern[str]
    signs: dict[str, tuple[str, Lean]]
    elisions: frozenset[str]
    clipped: frozenset[str]
    styles: dict[str, Style]


@functools.cache
def _vocabulary() -> _Vocabulary:
    data = from_yaml(resources.files(__package__).joinpath("marks.yaml").read_text("utf-8"))
    sides = {"opening": Lean.OPENS, "closing": Lean.CLOSES, "either": Lean.EITHER}
    signs = {
        sign: (family, sides[side])
        for family, by_side in data["families"].items()
        for side, of_side in by_side.items()
        for sign in of_side
    }
    alternatives = "|".join(map(re.escape, sorted(signs, key=lambda sign: (-len(sign), sign))))
    # Three straight single marks are a single and a double one: the single one stands inside. Every alternative begins
    # with a character, not with a condition, which lets the search skip all other characters.
    marks = re.compile(rf"'(?<=[^\s']')(?=''(?!'))|{alternatives}")
    styles = {name: Style(tuple(style["outer"]), tuple(style["inner"])) for name, style in data["styles"].items()}
    return _Vocabulary(marks, signs, frozenset(data["elisions"]), frozenset(data["clipped"]), styles)


def styles() -> dict[str, Style]:
    """The styles that are known by name, for whoever writes a text in one of them."""
    return _vocabulary().styles


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of the paragraph `text[start:end]`, in order; what can only be an apostrophe is none."""
    known = _vocabulary()
    found: list[Mark] = []
    for run in _runs(text, start, end):
        lo, hi = run[0].start(), run[-1].end()
        before = text[lo - 1] if lo > start else " "
        after = text[hi] if hi < end else " "
        around = _Around(text, lo, hi, before, after)
        for match in run:
            family, side = known.signs[match.group()]
            mark = _mark(around, match, family, side)
            if mark is not None:
                found.append(mark)
    return found


class _Around(NamedTuple):
    """Marks that stand together, `[lo, hi)`, and the characters before and after them."""

    text: str
    lo: int
    hi: int
    before: str
    after: str

    def lean(self) -> Lean:
        free = self.before.isspace()
        leads = self.text.startswith(("…", ".."), self.hi) and free
        opens = (free or self.before in _BEFORE_OPENING) and not self.after.isspace()
        opens = opens and (leads or self.after not in _NEVER_AFTER_OPENING)
        closes = not free and self.before not in _NEVER_BEFORE_CLOSING
        closes = closes and (self.after.isspace() or self.after in _AFTER_CLOSING)
        return Lean(opens - closes)


def _runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Marks that stand together: what is outside of them is on the same side of them all."""
    run: list[re.Match[str]] = []
    for match in _vocabulary().marks.finditer(text, start, end):
        if run and not _stand_together((text, start, end), run[-1], match):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _stand_together(paragraph: tuple[str, int, int], one: re.Match[str], other: re.Match[str]) -> bool:
    text, start, end = paragraph
    signs = _vocabulary().signs
    gap = text[one.end() : other.start()]
    if not gap or _THIN.issuperset(gap):
        return True
    if gap != " " or signs[one.group()][0] == signs[other.group()][0]:
        return False
    # Some set an inner and an outer mark apart. Where one closes and the other opens there are words on both sides.
    free_before = one.start() == start or text[one.start() - 1].isspace()
    free_after = other.end() == end or text[other.end()].isspace()
    return free_before != free_after


def _mark(around: _Around, match: re.Match[str], family: str, side: Lean) -> Mark | None:
    lean = around.lean()
    if side is Lean.OPENS and lean is not Lean.CLOSES:
        lean = Lean.OPENS
    elif side is Lean.CLOSES and lean is not Lean.OPENS:
        lean = Lean.CLOSES
    start, end = match.span()
    if match.group() == _TWO_COMMAS and around.lean() is not Lean.OPENS:
        return None
    if family != _SINGLE:
        inches = side is Lean.EITHER and around.before.isdigit() and lean is not Lean.OPENS
        return Mark(start, end, family, side, lean, inches and not around.after.isalnum())
    if _is_apostrophe(around, start, end, lean):
        return None
    return Mark(start, end, family, side, lean, lean is Lean.CLOSES and _may_be_apostrophe(around.text, start))


def _is_apostrophe(around: _Around, start: int, end: int, lean: Lean) -> bool:
    """Whether a single mark stands inside a word, or where a word or a year has lost its beginning."""
    before = around.text[start - 1] if start > around.lo else around.before
    after = around.text[end] if end < around.hi else around.after
    if after.isalnum() and (before.isalnum() or (before == "-" and around.text[start - 2 : start - 1].isalnum())):
        return True
    if lean is not Lean.OPENS or not after.isalnum():
        return False
    if after.isdigit():
        follows_a_word = around.text[max(0, start - 2) : start].rstrip()[-1:].isalnum()
        return bool(_DECADE.match(around.text, end) or (follows_a_word and _YEAR.match(around.text, end)))
    word = _WORD.match(around.text, end)
    return word is not None and word.group().lower() in _vocabulary().elisions


def _may_be_apostrophe(text: str, at: int) -> bool:
    """Whether a single mark at a word's end may be a plural's possessive, a clipped word's, or feet."""
    before = text[at - 1 : at]
    if before in _POSSESSIVE or before.isdigit():
        return True
    start = at
    while start > 0 and at - start <= _LONGEST_CLIPPED and text[start - 1].isalpha():
        start -= 1
    word = text[start:at].lower()
    clipped = _vocabulary().clipped
    return word in clipped or (len(word) > _LONGEST_CLIPPED and word.endswith("in"))
