"""The repaired view of a report that the parser reads, and the way back from it to the report's text."""

import bisect
from collections.abc import Iterator

from dragoman.reading.paragraphs import paragraphs
from dragoman.reading.quotation import Quotation
from dragoman.reading.restyle import Piece, restyle
from dragoman.records.report import Report
from dragoman.records.span import Span, Spans

_BREAK = "\n\n"
_NO_SPACE_BEFORE = frozenset(",;:.!?%)]”’-–")


class View:
    """The report's own words as one string: boilerplate left out, broken lines joined, paragraphs apart.

    Every character of it stands for one of the report's text, or is white space between two of them. It is the same
    character but for the marks of quotations, which are the same for every style, since the parser is no good at most.
    `quotations` are what the report's own marks enclose, in the view's characters.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        parts: list[str] = []
        pieces: list[Piece] = []
        starts: list[int] = []
        at = 0
        for lines in paragraphs(report.text, report.boilerplate):
            if at:
                parts.append(_BREAK)
                at += len(_BREAK)
            starts.append(at)
            for number, line in enumerate(lines):
                start, words = _stripped(report.text, line)
                if number and words[0] not in _NO_SPACE_BEFORE:
                    parts.append(" ")
                    at += 1
                parts.append(words)
                pieces.append(Piece(at, start, len(words)))
                at += len(words)
        restyled = restyle("".join(parts), starts, pieces)
        self.text = restyled.text
        self.paragraph_starts: tuple[int, ...] = restyled.paragraph_starts
        self.quotations: tuple[Quotation, ...] = restyled.quotations
        self._left_out = restyled.left_out
        self._pieces = restyled.pieces
        self._starts = [piece.view for piece in self._pieces]
        self._text_starts = [piece.text for piece in self._pieces]

    def quotations_in(self, start: int, end: int) -> Iterator[Quotation]:
        """The quotations that have any of the view's characters `[start, end)`, in order."""
        return (one for one in self.quotations if one.start < end and one.end > start)

    def back(self, start: int, end: int) -> Spans:
        """The spans of the text behind the view's `[start, end)`: one, or several where boilerplate lay between.

        Pieces with nothing but white space between them in the text are given as one span.
        """
        found: list[Span] = []
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        for index in range(first, bisect.bisect_left(self._starts, end)):
            piece = self._pieces[index]
            lo, hi = max(start, piece.view), min(end, piece.view + piece.length)
            if lo >= hi:
                continue
            span = Span(piece.text + lo - piece.view, piece.text + hi - piece.view)
            if found and self._is_gap(found[-1].end, span.start):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return tuple(found)

    def hull(self, start: int, end: int) -> Span:
        """One span of the text from the first to the last character behind the view's `[start, end)`."""
        spans = self.back(start, end)
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    def _is_gap(self, start: int, end: int) -> bool:
        """Whether between two pieces nothing is left out but white space and the half of a mark of two characters."""
        text = self.report.text
        return all(text[at].isspace() or at in self._left_out for at in range(start, end))

    def forth(self, offset: int) -> int | None:
        """The view's offset of a character of the text; None where the text's character is not in the view."""
        index = bisect.bisect_right(self._text_starts, offset) - 1
        if index < 0:
            return None
        piece = self._pieces[index]
        inside = offset - piece.text
        return piece.view + inside if inside < piece.length else None


def _stripped(text: str, line: Span) -> tuple[int, str]:
    words = line.of(text)
    start = line.start + len(words) - len(words.lstrip())
    return start, words.strip()
