"""From the journal to the corrections in force, and from rows to the anchors that an entry holds on to."""

from collections.abc import Iterable

from dragoman.reconciling.review import evidence_of, row_kind
from dragoman.records.corrections import Corrections, Decision, Merged, Renamed, Reviewed
from dragoman.records.journal import Anchor, Entry, EntryKind
from dragoman.records.rows.evidence import Review, ReviewStatus, Row
from dragoman.records.rows.reports import Relevance, ReportRow
from dragoman.records.span import Span
from dragoman.records.time import Ground, Interval, Known, Published
from dragoman.reports import understand_date

_STATUS = {EntryKind.CONFIRM: ReviewStatus.CONFIRMED, EntryKind.REJECT: ReviewStatus.REJECTED}


def in_force(entries: Iterable[Entry]) -> Corrections:
    """The corrections that no undo stands against, in the journal's order; a later word on one thing counts."""
    relevance: dict[str, Decision] = {}
    dates: dict[str, Published] = {}
    reviews: list[Reviewed] = []
    renames: list[Renamed] = []
    merges: list[Merged] = []
    for entry in entries:
        if entry.undone_by is not None:
            continue
        match entry.kind:
            case EntryKind.CONFIRM | EntryKind.REJECT:
                review = Review(status=_STATUS[entry.kind], by=entry.by, at=entry.at)
                reviews.append(Reviewed(anchors=entry.anchors, review=review))
            case EntryKind.RELEVANCE:
                decision = Decision(relevance=Relevance(entry.value["relevance"]), reason=entry.reason)
                relevance.update({anchor.report: decision for anchor in entry.anchors})
            case EntryKind.SET_DATE:
                dates.update({anchor.report: given_date(entry) for anchor in entry.anchors})
            case EntryKind.RENAME_ACTOR:
                renames.append(Renamed(anchors=entry.anchors, name=str(entry.value["name"]), entry=entry.number))
            case EntryKind.MERGE_ACTORS:
                merges.append(Merged(anchors=entry.anchors))
            case EntryKind.FORGET | EntryKind.UNDO | EntryKind.KEEP_BRIEF:
                continue
    return Corrections(
        relevance=relevance, dates=dates, reviews=tuple(reviews), renames=tuple(renames), merges=tuple(merges)
    )


def up_to(entries: Iterable[Entry], number: int) -> tuple[Entry, ...]:
    """The journal as it was when entry `number` was made: later entries are left out, and what they undid stands."""
    earlier = [entry for entry in entries if entry.number < number]
    undone: dict[int, int] = {}
    for entry in reversed(earlier):
        if entry.kind is EntryKind.UNDO and entry.number not in undone:
            undone[int(entry.value["undoes"])] = entry.number
    return tuple(entry.but(undone_by=undone.get(entry.number)) for entry in earlier)


def given_date(entry: Entry) -> Published:
    """The publication date that an entry gives."""
    when = understand_date(str(entry.value["date"])) or Interval()
    reason = f": {entry.reason}" if entry.reason else ""
    return Published(
        begin=when.begin,
        end=when.end,
        precision=when.precision,
        known=Known.GIVEN,
        evidence=(Ground(says=f"set by {entry.by}{reason}"),),
    )


def anchors_of(table: str, row: Row) -> tuple[Anchor, ...]:
    """What an entry about a row holds on to: a report itself, or the words that the row rests on."""
    if isinstance(row, ReportRow):
        return (Anchor(report=row.id, kind="reports"),)
    kind = row_kind(table, row)
    return tuple(Anchor(report=e.report, kind=kind, span=Span(e.start, e.end), quote=e.quote) for e in evidence_of(row))
