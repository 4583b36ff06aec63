"""What people said, by the report of which, or of whose words, they said it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.records.base import Frozen
from dragoman.records.corrections import Added, Corrections, Decision, Graded
from dragoman.records.ids import Prefix, digest
from dragoman.records.journal import Anchor
from dragoman.records.rows.evidence import Review
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.span import Span

Order = tuple[int, int]  # of two words on one thing the greater counts: the journal's entry, then its place


class RenamedHere(Frozen, frozen=True, kw_only=True):
    """A person's name for the actor mentioned at a span; of two the greater `order` counts."""

    order: Order
    span: Span
    name: str


class MergedHere(Frozen, frozen=True, kw_only=True):
    """A mention that a person says to be of one actor with others: all of the same `merge`."""

    order: Order
    merge: str
    span: Span


class SplitHere(Frozen, frozen=True, kw_only=True):
    """A mention of an actor of whose names some stand for somebody else, `split`."""

    order: Order
    split: str
    span: Span
    names: tuple[str, ...]


class GradedHere(Frozen, frozen=True, kw_only=True):
    """A person's grade for whom or what is at a span of a report, or for its outlet."""

    order: Order
    kind: str
    span: Span | None
    word: Graded


class MarkedHere(Frozen, frozen=True, kw_only=True):
    """Words of one side of a conflict that a person marked."""

    order: Order
    mark: str
    side: int
    kind: str
    span: Span
    strength: ConflictStrength
    by: str
    reason: str | None


class UnmarkedHere(Frozen, frozen=True, kw_only=True):
    """Words that a person says are in no such conflict with the others of this `unmark`."""

    order: Order
    unmark: str
    conflict: ConflictKind
    span: Span


class WordOf(Frozen, frozen=True, kw_only=True):
    """All that the corrections in force say of one report and of what stands in it."""

    relevance: Decision | None = None
    reviews: dict[tuple[str, Span | None], Review] = {}  # by what an anchor names; the latest word counts
    renames: tuple[RenamedHere, ...] = ()
    merges: tuple[MergedHere, ...] = ()
    splits: tuple[SplitHere, ...] = ()
    added: tuple[Added, ...] = ()
    grades: tuple[GradedHere, ...] = ()
    marks: tuple[MarkedHere, ...] = ()
    unmarks: tuple[UnmarkedHere, ...] = ()


NO_WORD = WordOf()


def words_by_report(corrections: Corrections) -> Mapping[str, WordOf]:
    """The corrections by report; one of which nothing is said is left out."""
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for report, decision in corrections.relevance.items():
        said[report]["relevance"] = decision
    for reviewed in corrections.reviews:
        for anchor in reviewed.anchors:
            said[anchor.report].setdefault("reviews", {})[anchor.kind, anchor.span] = reviewed.review
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for place, rename in enumerate(corrections.renames):
        order = rename.entry, place
        for anchor, span in _placed(rename.anchors):
            found[anchor.report, "renames"].append(RenamedHere(order=order, span=span, name=rename.name))
    for place, merge in enumerate(corrections.merges):
        order, name = (merge.entry, place), _name(merge.anchors)
        for anchor, span in _placed(merge.anchors):
            found[anchor.report, "merges"].append(MergedHere(order=order, merge=name, span=span))
    for place, split in enumerate(corrections.splits):
        order, name = (split.entry, place), _name(split.anchors, *split.names)
        for anchor, span in _placed(split.anchors):
            here = SplitHere(order=order, split=name, span=span, names=split.names)
            found[anchor.report, "splits"].append(here)
    for added in corrections.added:
        found[added.report, "added"].append(added)
    for place, graded in enumerate(corrections.grades):
        for anchor in graded.anchors:
            one = GradedHere(order=(graded.entry, place), kind=anchor.kind, span=anchor.span, word=graded)
            found[anchor.report, "grades"].append(one)
    _add_conflicts(corrections, found)
    for (report, field), words in found.items():
        said[report][field] = tuple(words)
    return {report: WordOf(**said[report]) for report in sorted(said)}


def _add_conflicts(corrections: Corrections, found: dict[tuple[str, str], list[Any]]) -> None:
    for place, marked in enumerate(corrections.marks):
        name = _name((*marked.sides[0], *marked.sides[1]), marked.strength.value)
        for side, anchors in enumerate(marked.sides):
            for anchor, span in _placed(anchors):
                here = MarkedHere(
                    order=(marked.entry, place),
                    mark=name,
                    side=side,
                    kind=anchor.kind,
                    span=span,
                    strength=marked.strength,
                    by=marked.by,
                    reason=marked.reason,
                )
                found[anchor.report, "marks"].append(here)
    for place, unmarked in enumerate(corrections.unmarks):
        name = _name(unmarked.anchors, unmarked.conflict.value)
        order = unmarked.entry, place
        for anchor, span in _placed(unmarked.anchors):
            gone = UnmarkedHere(order=order, unmark=name, conflict=unmarked.conflict, span=span)
            found[anchor.report, "unmarks"].append(gone)


def _placed(anchors: Iterable[Anchor]) -> Iterable[tuple[Anchor, Span]]:
    return ((anchor, anchor.span) for anchor in anchors if anchor.span is not None)


def _name(anchors: Iterable[Anchor], *more: str) -> str:
    """What is the same in all reports that one correction speaks of."""
    return digest(Prefix.ACTOR, [[a.report, list(a.span) if a.span else None] for a in anchors], *more)
