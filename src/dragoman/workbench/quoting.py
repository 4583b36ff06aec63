"""Words that a person gives, found in a report's text: white space may differ, as it does where words are copied."""

import re

from dragoman.records.errors import Missing, UsageError
from dragoman.records.span import Span, Spans, hull

BETWEEN = re.compile(r"\s*(?:…|\[\.\.\.\])\s*")  # pieces of one part
_SHOWN = 80


def found_at(text: str, words: str, near: Span | None = None, *, optional: bool = False) -> Spans:
    """Where the words stand, piece by piece; of several places the one nearest to `near`.

    Raises UsageError where a piece stands nowhere, or at several places and nothing tells which is meant.
    """
    pieces = [piece for piece in BETWEEN.split(words) if piece.strip()]
    if not pieces:
        if optional:
            return ()
        raise UsageError(Missing.NO_CONTENT)
    found: list[Span] = []
    for piece in pieces:
        around = near or (hull(found) if found else None)
        found.append(_one(text, piece, around))
    return tuple(sorted(set(found)))


def _one(text: str, piece: str, near: Span | None) -> Span:
    pattern = r"\s+".join(map(re.escape, piece.split()))
    places = [Span(*match.span()) for match in re.finditer(pattern, text)]
    shown = " ".join(piece.split())[:_SHOWN]
    if not places:
        raise UsageError(Missing.NO_WORDS.format(words=shown))
    if len(places) > 1 and near is None:
        raise UsageError(Missing.MANY_PLACES.format(words=shown, count=len(places)))
    return min(places, key=lambda place: (_apart(place, near), place)) if near else places[0]


def _apart(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
