"""What briefs need of every row of large tables: as much is unpacked, and the few rows that are told alone whole."""

from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import UNREVIEWED, Review
from dragoman.records.time import Interval


class Place(Frozen, frozen=True, kw_only=True):
    """The report of an evidence."""

    report: str


class Origin(Frozen, frozen=True, kw_only=True):
    """Of an origin: whether there is a source, and the reports."""

    id: str
    review: Review = UNREVIEWED
    source: str | None
    reports: tuple[str, ...]
    evidence: tuple[Place, ...]


class Point(Frozen, frozen=True, kw_only=True):
    """Of one telling of a figure: of when, in which reports."""

    as_of: Interval | None
    evidence: tuple[Place, ...]


class Figure(Frozen, frozen=True, kw_only=True):
    """Of a series: what is counted, and when each of its numbers is told."""

    id: str
    review: Review = UNREVIEWED
    of: str | None
    unit: str | None
    points: tuple[Point, ...]
    conflict: str | None
