"""What people said, by the report of which, or of whose words, they said it."""

from collections import defaultdict
from collections.abc import Mapping

from dragoman.records.base import Frozen
from dragoman.records.corrections import Corrections, Decision
from dragoman.records.ids import Prefix, digest
from dragoman.records.rows.evidence import Review
from dragoman.records.span import Span


class RenamedHere(Frozen, frozen=True, kw_only=True):
    """A person's name for the actor mentioned at a span; of two the greater `order` counts."""

    order: tuple[int, int]
    span: Span
    name: str


class MergedHere(Frozen, frozen=True, kw_only=True):
    """A mention that a person says to be of one actor with others: all of the same `merge`."""

    merge: str
    span: Span


class WordOf(Frozen, frozen=True, kw_only=True):
    """All that the corrections in force say of one report and of what stands in it."""

    relevance: Decision | None = None
    reviews: dict[tuple[str, Span | None], Review] = {}  # by what an anchor names; the latest word counts
    renames: tuple[RenamedHere, ...] = ()
    merges: tuple[MergedHere, ...] = ()


NO_WORD = WordOf()


def words_by_report(corrections: Corrections) -> Mapping[str, WordOf]:
    """The corrections by report; one of which nothing is said is left out."""
    reviews: dict[str, dict[tuple[str, Span | None], Review]] = defaultdict(dict)
    for reviewed in corrections.reviews:
        for anchor in reviewed.anchors:
            reviews[anchor.report][anchor.kind, anchor.span] = reviewed.review
    renames: dict[str, list[RenamedHere]] = defaultdict(list)
    for place, rename in enumerate(corrections.renames):
        for anchor in rename.anchors:
            if anchor.span is not None:
                order = rename.entry, place
                renames[anchor.report].append(RenamedHere(order=order, span=anchor.span, name=rename.name))
    merges: dict[str, list[MergedHere]] = defaultdict(list)
    for merge in corrections.merges:
        name = digest(Prefix.ACTOR, [[a.report, list(a.span) if a.span else None] for a in merge.anchors])
        for anchor in merge.anchors:
            if anchor.span is not None:
                merges[anchor.report].append(MergedHere(merge=name, span=anchor.span))
    return {
        report: WordOf(
            relevance=corrections.relevance.get(report),
            reviews=reviews.get(report, {}),
            renames=tuple(renames.get(report, ())),
            merges=tuple(merges.get(report, ())),
        )
        for report in sorted({*corrections.relevance, *reviews, *renames, *merges})
    }
