"""Conflicts that a person says are none: their rows are not made, and what was disputed by them alone is not."""

from collections.abc import Iterable

from dragoman.reconciling.blocks import Derived, Reader
from dragoman.reconciling.claims import Draft as ClaimDraft
from dragoman.reconciling.claims import Said
from dragoman.reconciling.conflicts.sides import Draft
from dragoman.reconciling.conflicts.sides import row as conflict_row
from dragoman.reconciling.review import evidence_of
from dragoman.reconciling.stages.views import ActorsAt, PileAt, ReviewsAt
from dragoman.reconciling.words_of import Order
from dragoman.records.rows.happenings import ConflictKind, ConflictRow
from dragoman.records.span import Span

_EVER: Order = (-1, -1)


def rows_of(drafts: Iterable[Draft], at: Reader, *, after: Order = _EVER) -> Derived:
    """The rows of conflicts that stand. A word from before `after` says nothing of them."""
    pile, actors = PileAt(at), ActorsAt(at)
    rows = tuple(one for draft in drafts if not is_none(one := conflict_row(draft, pile, actors), at, after=after))
    return Derived(rows=tuple(("conflicts", row) for row in ReviewsAt(at).mark("conflicts", rows)))


def is_none(row: ConflictRow, at: Reader, *, after: Order = _EVER) -> bool:
    """Whether a person said so of all that it rests on: what is told since opens it again."""
    said = [_unmarks(e.report, Span(e.start, e.end), row.kind, at, after) for e in evidence_of(row)]
    return bool(said) and bool(frozenset.intersection(*said))


def undenied(draft: ClaimDraft, at: Reader) -> ClaimDraft:
    """A claim without the denials of which a person said that they do not deny it."""
    if not draft.contra:
        return draft
    told = frozenset[str]().union(*(_about(one, at) for one in draft.pro))
    return draft._replace(contra=tuple(one for one in draft.contra if not (told & _about(one, at))))


def _about(said: Said, at: Reader) -> frozenset[str]:
    return _unmarks(said.voice.report, said.span, ConflictKind.WHETHER, at, _EVER)


def _unmarks(report: str, span: Span, kind: ConflictKind, at: Reader, after: Order) -> frozenset[str]:
    return frozenset(
        one.unmark for one in at.word(report).unmarks if one.span == span and one.conflict is kind and one.order > after
    )
