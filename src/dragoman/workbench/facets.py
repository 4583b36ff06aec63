"""By what the rows of tables are asked for: whose, from whom, out of which reports, how they stand, of which days."""

from typing import Any

from dragoman.reading.spelling import plain
from dragoman.reconciling.review import evidence_of
from dragoman.records.rows.evidence import ActorRef, Row
from dragoman.records.rows.happenings import ConflictRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import ActorRow, StatementRow
from dragoman.records.time import Interval, Published

ACTOR, SOURCE, REPORT, STATUS, PROCESS = "actor", "source", "report", "status", "process"
CLAIM = "claim"  # of a conflict
SHOWN = "shown"  # of a report: the names by which others cite it
_OF_ACTORS = ("actor", "actors", "who", "host", "author", "mediators", "parties", "of")
_OF_STATUS = ("status", "polarity", "stance", "strength", "relevance", "mode")


def facets_of(row: Row) -> frozenset[tuple[str, str]]:
    """Each facet of a row with a word that it is found by. Names of actors and sources are made plain."""
    found = {(ACTOR, plain(name)) for name in _actors(row)} | {(SOURCE, plain(name)) for name in _sources(row)}
    found |= {(REPORT, name) for name in _reports(row)}
    values = [getattr(row, name, None) for name in _OF_STATUS]
    found |= {(STATUS, str(value)) for value in (*values, row.review.status) if value is not None}
    found |= {(SHOWN, row.id), (SHOWN, row.file)} if isinstance(row, ReportRow) else set()
    found |= {(CLAIM, claim) for claim in row.claims} if isinstance(row, ConflictRow) else set()
    process = getattr(row, "process", None)
    found |= {(PROCESS, process)} if process is not None else set()
    return frozenset(found)


def _actors(row: Row) -> list[str]:
    refs: list[ActorRef] = []
    for name in _OF_ACTORS:
        value = getattr(row, name, None)
        refs.extend([value] if isinstance(value, ActorRef) else [v for v in value or () if isinstance(v, ActorRef)])
    names = [word for ref in refs for word in (ref.name, ref.id)]
    return [*names, row.id, row.name, *row.aliases] if isinstance(row, ActorRow) else names


def _sources(row: Row) -> list[str]:
    words = [getattr(row, "source", None), getattr(row, "relayed_by", None), getattr(row, "outlet", None)]
    words += [getattr(part, "who", None) for name in ("sides", "points") for part in getattr(row, name, ())]
    actor = getattr(row, "actor", None)
    words.append(actor.name if isinstance(actor, ActorRef) else None)
    return [word for word in words if isinstance(word, str)]


def _reports(row: Row) -> list[str]:
    if isinstance(row, ReportRow):
        return [row.id, *row.files]
    return [e.report for e in evidence_of(row)]


def time_of(row: Row) -> Interval | None:
    """The days that a row is about; None for rows that are about none (actors, claims)."""
    if isinstance(row, ReportRow):
        return row.published.interval
    when: Any = getattr(row, "when", None)
    if isinstance(when, Interval | Published):
        return Interval(begin=when.begin, end=when.end, precision=when.precision)
    if isinstance(row, StatementRow):
        return Interval()
    if hasattr(row, "begin") and hasattr(row, "end"):
        return Interval(begin=row.begin, end=row.end)
    return None
