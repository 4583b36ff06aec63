"""What the journal amounts to: the corrections in force, undone ones left out."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.journal import Anchor
from dragoman.records.reading import Polarity, Sourcing
from dragoman.records.rows.evidence import Review
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.voices import Reliability
from dragoman.records.span import Spans
from dragoman.records.time import Published


class Decision(Frozen, frozen=True, kw_only=True):
    """A person's decision on a report's relevance."""

    relevance: Relevance
    reason: str | None = None


class Reviewed(Frozen, frozen=True, kw_only=True):
    """A person's word on the rows that stand on some anchors."""

    anchors: tuple[Anchor, ...]
    review: Review


class Renamed(Frozen, frozen=True, kw_only=True):
    """A person's name for the actor mentioned at some anchors."""

    anchors: tuple[Anchor, ...]
    name: str
    entry: int = 0  # the number of the journal's entry: of two names for one actor the later one counts


class Merged(Frozen, frozen=True, kw_only=True):
    """Mentions that a person says are of one actor."""

    anchors: tuple[Anchor, ...]
    entry: int = 0


class Split(Frozen, frozen=True, kw_only=True):
    """Names of the actor mentioned at some anchors that a person says stand for somebody else."""

    anchors: tuple[Anchor, ...]
    names: tuple[str, ...]
    entry: int = 0


class Part(StrEnum):
    """The parts of a statement that a person adds, as the kinds of its anchors."""

    SOURCE = "statements:source"
    CUE = "statements:cue"
    CONTENT = "statements:content"


class Added(Frozen, frozen=True, kw_only=True):
    """A statement that a person found in a report."""

    report: str
    source: Spans
    cue: Spans
    content: Spans
    polarity: Polarity
    sourcing: Sourcing | None  # None: as the actor that is named as its source is shown
    by: str
    at: datetime.datetime
    entry: int = 0


class Graded(Frozen, frozen=True, kw_only=True):
    """A person's grade for the source at some anchors: an actor's mentions, an origin's words, an outlet's report."""

    anchors: tuple[Anchor, ...]
    grade: Reliability
    by: str
    at: datetime.datetime
    reason: str | None = None
    entry: int = 0


class Marked(Frozen, frozen=True, kw_only=True):
    """Two rows that a person says are in conflict, as the anchors of each."""

    sides: tuple[tuple[Anchor, ...], tuple[Anchor, ...]]
    strength: ConflictStrength
    by: str
    reason: str | None = None
    entry: int = 0


class Unmarked(Frozen, frozen=True, kw_only=True):
    """A conflict that a person says is none, as what it rests on."""

    anchors: tuple[Anchor, ...]
    conflict: ConflictKind
    entry: int = 0


class Corrections(Frozen, frozen=True, kw_only=True):
    """All corrections in force, in the journal's order."""

    relevance: dict[str, Decision] = {}
    dates: dict[str, Published] = {}
    reviews: tuple[Reviewed, ...] = ()
    renames: tuple[Renamed, ...] = ()
    merges: tuple[Merged, ...] = ()
    splits: tuple[Split, ...] = ()
    added: tuple[Added, ...] = ()
    grades: tuple[Graded, ...] = ()
    marks: tuple[Marked, ...] = ()
    unmarks: tuple[Unmarked, ...] = ()


NO_CORRECTIONS = Corrections()
