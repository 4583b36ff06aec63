"""Quotation marks paired, whatever their style: where quotations begin and end, told from the characters alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.reading.marks import Lean, Mark, marks_in

# Quotations inside quotations, at most; marks that would open one more are left alone.
_DEEPEST = 6
# A quotation without a closing mark in its paragraph ends there, if that is not too far to believe.
_LONGEST_UNCLOSED = 2_000
# So many paragraphs on, the closing mark is looked for when none of them begins with a mark.
_FEW = 3
# A doubtful mark, such as a possessive's, is not taken to close what an unlikely mark opened so many characters ago.
_NEAR = 30


class Quotation(NamedTuple):
    """A quotation, marks included: the characters `[start, end)`, in one paragraph.

    `opens` and `closes` are the lengths of its marks: 0 where it goes on from the paragraph before, goes on in the next
    one, or lacks its mark. `depth` counts the quotations around it.
    """

    start: int
    end: int
    opens: int
    closes: int
    paragraph: int
    depth: int = 0
    goes_on: bool = False


class _Opened(NamedTuple):
    start: int
    length: int
    family: str
    side: Lean
    is_single: bool
    unlikely: bool  # an apostrophe could stand here as well


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs `[start, end)` of `text`, sorted, those inside others included.

    A mark without its fellow costs its own quotation at most. Takes time linear in the text's length.
    """
    marks = [marks_in(text, start, end) for start, end in paragraphs]
    found: list[Quotation] = []
    turned = frozenset(m.family for of_one in marks for m in of_one if m.side is Lean.OPENS and m.lean is Lean.CLOSES)
    last = _Last()
    for number, (start, end) in enumerate(paragraphs):
        if not marks[number] and last.carried is None:
            last = _Last()
            continue
        pairing = _Pairing(text, start, end, number, marks[number])
        if last.carried is not None:
            pairing.opened.append(last.carried._replace(start=start, length=0))
        pairing.run(last.reopened)
        last = pairing.finish(_Following(text, paragraphs, marks, number + 1, turned))
        found += _with_depth(pairing.closed)
    return tuple(found)


def _with_depth(closed: list[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    around: list[int] = []
    for one in sorted(closed, key=lambda q: (q.start, -q.end)):
        while around and around[-1] <= one.start:
            around.pop()
        found.append(one._replace(depth=len(around)))
        around.append(one.end)
    return found


class _Last(NamedTuple):
    """What a paragraph leaves open: a quotation that goes on without a mark, or so many that the next begins with."""

    carried: _Opened | None = None
    reopened: int = 0


class _Following(NamedTuple):
    """The paragraphs after one: whether a quotation left open in it goes on there."""

    text: str
    paragraphs: Sequence[tuple[int, int]]
    marks: Sequence[list[Mark]]
    number: int
    turned: frozenset[str]  # the families whose marks are set the German way somewhere in the text

    def reopens(self, opened: Sequence[_Opened]) -> int:
        """How many of these, outermost first, the next paragraph begins with the marks of."""
        if self.number >= len(self.paragraphs):
            return 0
        at = self.paragraphs[self.number][0]
        count = 0
        for one, mark in zip(opened, self.marks[self.number], strict=False):
            stands_there = not self.text[at : mark.start].strip() and mark.family == one.family
            # French repeats the closing mark at the head of a paragraph, as well as the opening one.
            if not stands_there or one.unlikely or (mark.lean is Lean.CLOSES and mark.is_single):
                break
            if one.side is Lean.CLOSES and "guillemet" in one.family and one.family not in self.turned:
                break  # a list's bullets
            count, at = count + 1, mark.end
        return count

    def closes(self, opened: _Opened) -> bool:
        """Whether, with no mark before it, the one that closes the quotation stands in the next few paragraphs."""
        for marks in self.marks[self.number : self.number + _FEW]:
            for mark in marks:
                if mark.family == opened.family:
                    return mark.lean is Lean.CLOSES and not mark.doubtful
        return False


@dataclass
class _Pairing:
    """The marks of a paragraph, paired from left to right."""

    text: str
    start: int
    end: int
    paragraph: int
    marks: list[Mark]
    opened: list[_Opened] = field(default_factory=list)
    closed: list[Quotation] = field(default_factory=list)

    def run(self, reopened: int) -> None:
        """Pair them; the first so many open again what the paragraph before left open."""
        self._next = _next_certain(self.marks)
        self._balanced = _balanced(self.marks)
        for index, mark in enumerate(self.marks):
            at = self._opener(mark)
            if index < reopened:
                self._open(mark._replace(side=Lean.OPENS, lean=Lean.OPENS))
            elif at is None:
                if mark.lean is Lean.OPENS or (mark.lean is Lean.EITHER and mark.side is Lean.EITHER):
                    self._open(mark)
            elif self._is_closing(mark, self.opened[at]):
                self._close(index, at)
            elif self._is_nested(index):
                self._open(mark)
            elif not self._is_clipped(mark):
                del self.opened[at:]  # the earlier one lacks its end: it is lost, not this one
                self._open(mark)

    def finish(self, following: _Following) -> _Last:
        """What becomes of those still open at the paragraph's end."""
        if not self.opened:
            return _Last()
        reopened = following.reopens(self.opened)
        for one in self.opened[:reopened]:
            self._keep(one, self.end, 0, goes_on=True)
        first = self.opened[0]
        if reopened or first.is_single or (first.side is Lean.CLOSES and first.length):
            return _Last(reopened=reopened)
        if following.closes(first):
            self._keep(first, self.end, 0, goes_on=True)
            return _Last(first)
        if self.end - first.start <= _LONGEST_UNCLOSED:
            self._keep(first, self.end, 0)
        return _Last()

    def _opener(self, mark: Mark) -> int | None:
        for at in range(len(self.opened) - 1, -1, -1):
            if self.opened[at].family == mark.family:
                return at
        return None

    def _is_closing(self, mark: Mark, opened: _Opened) -> bool:
        if mark.side is Lean.CLOSES and opened.side is Lean.OPENS and not mark.is_single:
            return True
        return mark.lean is not Lean.OPENS

    def _open(self, mark: Mark) -> None:
        if mark.is_single and mark.lean is not Lean.OPENS:
            return
        if len(self.opened) < _DEEPEST:
            unlikely = mark.is_single and mark.side is not Lean.OPENS and self._follows_a_word(mark)
            length = mark.end - mark.start
            self.opened.append(_Opened(mark.start, length, mark.family, mark.side, mark.is_single, unlikely))

    def _close(self, index: int, at: int) -> None:
        mark, opened = self.marks[index], self.opened[at]
        if mark.is_single and any(not one.is_single for one in self.opened[at + 1 :]):
            return  # an apostrophe in a quotation inside this one
        if mark.doubtful and self._is_apostrophe(index, opened):
            return
        del self.opened[at:]
        self._keep(opened, mark.end, mark.end - mark.start)

    def _is_apostrophe(self, index: int, opened: _Opened) -> bool:
        certain = self._next[index]
        if certain is not None and self.marks[certain].lean is Lean.CLOSES:
            return True
        # Few begin a quotation in mid-sentence with a capital; names from other scripts begin with such marks.
        near = _NEAR if self.text[opened.start + opened.length].isupper() else 2 * _NEAR
        return opened.unlikely and self.marks[index].start - opened.start > near

    def _is_nested(self, index: int) -> bool:
        """Whether a mark that opens while one of its family is open stands inside that, rather than in its stead."""
        if self.marks[index].family in self._balanced:
            return True
        first = self._next[index]
        second = self._next[first] if first is not None else None
        return second is not None and all(self.marks[i].lean is Lean.CLOSES for i in (first, second) if i is not None)

    def _is_clipped(self, mark: Mark) -> bool:
        """Whether a single mark in a quotation in single marks stands before a word that lost its beginning."""
        if not mark.is_single or not self.text[mark.end : mark.end + 1].islower():
            return False
        return self._follows_a_word(mark)

    def _follows_a_word(self, mark: Mark) -> bool:
        return self.text[max(self.start, mark.start - 2) : mark.start].rstrip()[-1:].isalnum()

    def _keep(self, opened: _Opened, end: int, closes: int, *, goes_on: bool = False) -> None:
        inside = range(opened.start + opened.length, end - closes)
        if any(self.text[i].isalnum() for i in inside):
            self.closed.append(Quotation(opened.start, end, opened.length, closes, self.paragraph, 0, goes_on))


def _next_certain(marks: list[Mark]) -> list[int | None]:
    """For each mark the next of its family that opens or closes for certain."""
    found: list[int | None] = [None] * len(marks)
    latest: dict[str, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        found[index] = latest.get(mark.family)
        if mark.lean is not Lean.EITHER and not mark.doubtful:
            latest[mark.family] = index
    return found


def _balanced(marks: list[Mark]) -> frozenset[str]:
    """The families whose marks, each taken as what it leans to, all find their fellows."""
    depth: dict[str, int] = {}
    odd: set[str] = set()
    for mark in marks:
        depth[mark.family] = depth.get(mark.family, 0) + mark.lean
        if mark.doubtful or mark.lean is Lean.EITHER or depth[mark.family] < 0:
            odd.add(mark.family)
    return frozenset(family for family, open_now in depth.items() if not open_now and family not in odd)
