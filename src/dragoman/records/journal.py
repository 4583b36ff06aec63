"""The journal: what people said of the record, in the order they said it. Entries are only ever added."""

import datetime
from enum import StrEnum
from typing import Any

from dragoman.records.base import Frozen
from dragoman.records.span import Span


class EntryKind(StrEnum):
    """The corrections that a journal carries."""

    CONFIRM = "confirm"
    REJECT = "reject"
    RELEVANCE = "relevance"
    SET_DATE = "set_date"
    RENAME_ACTOR = "rename_actor"
    MERGE_ACTORS = "merge_actors"
    SPLIT_ACTOR = "split_actor"
    ADD_STATEMENT = "add_statement"
    GRADE = "grade"
    MARK_CONFLICT = "mark_conflict"
    UNMARK_CONFLICT = "unmark_conflict"
    FORGET = "forget"
    UNDO = "undo"
    KEEP_BRIEF = "keep_brief"  # no correction: a brief was sent, and what is new is told since


class Anchor(Frozen, frozen=True, kw_only=True):
    """What an entry holds on to: words in a report, never a derived id. A report as a whole has no span."""

    report: str
    kind: str  # the table it was said of: "statements", "timeline", "reports", ...; a part of a statement that is added
    span: Span | None = None
    quote: str | None = None


class Entry(Frozen, frozen=True, kw_only=True):
    """One line of the journal."""

    number: int
    at: datetime.datetime  # UTC
    by: str
    kind: EntryKind
    anchors: tuple[Anchor, ...]
    # What the kind needs: {"relevance": ...}, {"date": ...}, {"name": ...}, {"undoes": ...}, {"as_of", ...},
    # {"names": [...]} of who is split off, {"sourcing", "polarity"} of a statement, {"grade": ...},
    # {"strength", "first": how many of the anchors are the first side's}, {"conflict": its kind}
    value: dict[str, Any] = {}
    reason: str | None = None
    undone_by: int | None = None  # told on reading, never stored
