"""A person's word on rows: confirmed or rejected, held on to by the words that they rest on."""

from collections.abc import Iterable
from typing import TypeVar

from dragoman.records.corrections import Corrections
from dragoman.records.rows.evidence import UNREVIEWED, Evidence, Review, ReviewStatus, Row
from dragoman.records.span import Span

R = TypeVar("R", bound=Row)
Anchored = tuple[str, str, Span | None]


class Reviews:
    """What people said of rows, by anchor; the latest word on an anchor counts."""

    def __init__(self, corrections: Corrections) -> None:
        self._said: dict[Anchored, Review] = {}
        for reviewed in corrections.reviews:
            for anchor in reviewed.anchors:
                self._said[anchor.report, anchor.kind, anchor.span] = reviewed.review

    def on(self, kind: str, evidence: Iterable[Evidence]) -> Review:
        """A row is confirmed when a person confirmed any of its evidence, rejected when all of it was rejected.

        So a rejected row opens again when a new report tells it.
        """
        if not self._said:
            return UNREVIEWED
        words = [self._said.get((e.report, kind, Span(e.start, e.end)), UNREVIEWED) for e in evidence]
        confirmed = [r for r in words if r.status is ReviewStatus.CONFIRMED]
        if confirmed:
            return confirmed[0]
        if words and all(r.status is ReviewStatus.REJECTED for r in words):
            return words[0]
        return UNREVIEWED

    def mark(self, table: str, rows: tuple[R, ...]) -> tuple[R, ...]:
        """The rows with what people said of them."""
        if not self._said:
            return rows
        return tuple(row.but(review=self.on(row_kind(table, row), evidence_of(row))) for row in rows)


def row_kind(table: str, row: Row) -> str:
    """The kind that an anchor names: the table, and for events the type, since two may share their words.

    So may a statement that a person added and the one that it takes the place of.
    """
    if getattr(row, "added_by", None) is not None:
        return f"{table}:added"
    type_ = getattr(row, "type", None)
    return f"{table}:{type_}" if isinstance(type_, str) else table


def evidence_of(row: Row) -> tuple[Evidence, ...]:
    """All evidence of a row, also of rows that keep it in their sides, points or states."""
    own = getattr(row, "evidence", None)
    if own is not None:
        return tuple(own)
    nested = [part.evidence for name in ("sides", "points", "states", "venues") for part in getattr(row, name, ())]
    return tuple({(e.report, e.start, e.end): e for items in nested for e in items}.values())


def stands(row: Row) -> bool:
    """Whether no person has rejected a row."""
    return row.review.status is not ReviewStatus.REJECTED
