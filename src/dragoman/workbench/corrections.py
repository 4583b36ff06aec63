"""From the journal to the corrections in force, and from rows to the anchors that an entry holds on to."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dragoman.reconciling.review import evidence_of, row_kind
from dragoman.records.corrections import (
    Added,
    Corrections,
    Decision,
    Graded,
    Marked,
    Merged,
    Part,
    Renamed,
    Reviewed,
    Split,
    Unmarked,
)
from dragoman.records.journal import Anchor, Entry, EntryKind
from dragoman.records.reading import Polarity, Sourcing
from dragoman.records.rows.evidence import Review, ReviewStatus, Row
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.rows.reports import Relevance, ReportRow
from dragoman.records.rows.voices import Reliability
from dragoman.records.span import Span, Spans
from dragoman.records.time import Ground, Interval, Known, Published

_STATUS = {EntryKind.CONFIRM: ReviewStatus.CONFIRMED, EntryKind.REJECT: ReviewStatus.REJECTED}


def in_force(entries: Iterable[Entry]) -> Corrections:
    """The corrections that no undo stands against, in the journal's order; a later word on one thing counts."""
    relevance: dict[str, Decision] = {}
    dates: dict[str, Published] = {}
    found: dict[type, list[Any]] = defaultdict(list)
    for entry in entries:
        if entry.undone_by is not None:
            continue
        match entry.kind:
            case EntryKind.RELEVANCE:
                decision = Decision(relevance=Relevance(entry.value["relevance"]), reason=entry.reason)
                relevance.update({anchor.report: decision for anchor in entry.anchors})
            case EntryKind.SET_DATE:
                dates.update({anchor.report: given_date(entry) for anchor in entry.anchors})
            case _:
                word = _word(entry)
                found[type(word)].append(word)
    return Corrections(
        relevance=relevance,
        dates=dates,
        reviews=tuple(found[Reviewed]),
        renames=tuple(found[Renamed]),
        merges=tuple(found[Merged]),
        splits=tuple(found[Split]),
        added=tuple(found[Added]),
        grades=tuple(found[Graded]),
        marks=tuple(found[Marked]),
        unmarks=tuple(found[Unmarked]),
    )


Word = Reviewed | Renamed | Merged | Split | Added | Graded | Marked | Unmarked


def _word(entry: Entry) -> Word | None:
    """What an entry says of rows; None where it says nothing of any."""
    number, anchors, value = entry.number, entry.anchors, entry.value
    match entry.kind:
        case EntryKind.CONFIRM | EntryKind.REJECT:
            return Reviewed(anchors=anchors, review=Review(status=_STATUS[entry.kind], by=entry.by, at=entry.at))
        case EntryKind.RENAME_ACTOR:
            return Renamed(anchors=anchors, name=str(value["name"]), entry=number)
        case EntryKind.MERGE_ACTORS:
            return Merged(anchors=anchors, entry=number)
        case EntryKind.SPLIT_ACTOR:
            return Split(anchors=anchors, names=tuple(map(str, value["names"])), entry=number)
        case EntryKind.ADD_STATEMENT:
            return _added(entry)
        case EntryKind.GRADE:
            grade = Reliability(value["grade"])
            return Graded(anchors=anchors, grade=grade, by=entry.by, at=entry.at, reason=entry.reason, entry=number)
        case EntryKind.MARK_CONFLICT:
            sides = anchors[: int(value["first"])], anchors[int(value["first"]) :]
            strength = ConflictStrength(value["strength"])
            return Marked(sides=sides, strength=strength, by=entry.by, reason=entry.reason, entry=number)
        case EntryKind.UNMARK_CONFLICT:
            return Unmarked(anchors=anchors, conflict=ConflictKind(value["conflict"]), entry=number)
    return None


def _added(entry: Entry) -> Added:
    def part(wanted: Part) -> Spans:
        return tuple(anchor.span for anchor in entry.anchors if anchor.kind == wanted and anchor.span is not None)

    sourcing = entry.value.get("sourcing")
    return Added(
        report=entry.anchors[0].report,
        source=part(Part.SOURCE),
        cue=part(Part.CUE),
        content=part(Part.CONTENT),
        polarity=Polarity(entry.value["polarity"]),
        sourcing=Sourcing(sourcing) if sourcing else None,
        by=entry.by,
        at=entry.at,
        entry=entry.number,
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
    from dragoman.reports import understand_date  # noqa: PLC0415  loads what reads files: a query does without

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
