"""What the journal amounts to: the corrections in force, undone ones left out."""

from dragoman.records.base import Frozen
from dragoman.records.journal import Anchor
from dragoman.records.rows.evidence import Review
from dragoman.records.rows.reports import Relevance
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


class Corrections(Frozen, frozen=True, kw_only=True):
    """All corrections in force, in the journal's order."""

    relevance: dict[str, Decision] = {}
    dates: dict[str, Published] = {}
    reviews: tuple[Reviewed, ...] = ()
    renames: tuple[Renamed, ...] = ()
    merges: tuple[Merged, ...] = ()


NO_CORRECTIONS = Corrections()
