"""Words for a part of a unit before it: "early", "late", "the end of", "earlier"."""

from typing import TypeVar

from dragoman.reading.dates import narrow
from dragoman.reading.dates.grammar import Found
from dragoman.reading.dates.sense import Sense

PHASE = "((the? phase of the?)|(phase hyphen?)|((the)? early hyphen?))?"
SHIFTED_PHASE = "((the? phase of)|((the)? early hyphen?)|shift)?"
MaybeSense = TypeVar("MaybeSense", Sense, Sense | None)


def phase_of(found: Found) -> str | None:
    """The part that a match tells, or None."""
    lexeme = found.one("early", "phase", "shift")
    if lexeme is None:
        return None
    return str(lexeme.value) if lexeme.kind != "shift" else ("earlier" if lexeme.value < 0 else "later")


def phased(inner: MaybeSense, found: Found) -> MaybeSense:
    """The sense narrowed to the part that the match tells, if it tells one."""
    which = phase_of(found)
    return inner if inner is None or which is None else narrow.phase(inner, which)
