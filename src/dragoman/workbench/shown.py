"""One row with its evidence in context, and why it stands as it does."""

from typing import NamedTuple

from dragoman.dossier import Store
from dragoman.reconciling.review import evidence_of
from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import Evidence, Row
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import ChannelRow
from dragoman.records.rows.voices import ActorRow, GradeTold, OriginRow, StatementRow

_AROUND = 200  # characters shown on either side of the words


class Context(Frozen, frozen=True, kw_only=True):
    """A quotation with the words before and after it."""

    evidence: Evidence
    before: str
    after: str
    outlet: str | None
    title: str | None


class Shown(Frozen, frozen=True, kw_only=True):
    """A row, of which table, its evidence in context, and what else there is to say of it."""

    kind: str  # the table that it stands in
    row: Row
    contexts: tuple[Context, ...]
    why: tuple[str, ...]


class Beside(NamedTuple):
    """What else of the record tells why a row stands as it does."""

    conflicts: tuple[ConflictRow, ...] = ()  # of a claim
    claim: ClaimRow | None = None  # of an event
    grades: tuple[GradeTold, ...] = ()  # of its source


def shown(store: Store, table: str, row: Row, beside: Beside) -> Shown:
    """A row opened on the sentences that it rests on."""
    contexts = tuple(_context(store, evidence) for evidence in evidence_of(row))
    return Shown(kind=table, row=row, contexts=contexts, why=(*_why(beside, row), *map(_grade, beside.grades)))


def sources_of(row: Row, outlet: str | None) -> tuple[str, ...]:
    """The ids of the grades that a row's source can have: the source's own, its origin's, its outlet's."""
    match row:
        case StatementRow():
            own = f"actor {row.actor.id}" if row.actor else None
            told = own, row.origin and f"origin {row.origin}", outlet and f"outlet {outlet}"
            return tuple(one for one in told if one)
        case ActorRow():
            return (f"actor {row.id}",)
        case OriginRow():
            return (f"origin {row.id}",)
        case ReportRow():
            return (f"outlet {row.outlet}",) if row.outlet else ()
    return ()


def _grade(told: GradeTold) -> str:
    reason = f": {told.reason}" if told.reason else ""
    return f"{told.id.partition(' ')[0]} graded {told.grade} by {told.by}{reason}"


def _context(store: Store, evidence: Evidence) -> Context:
    report = store.report(evidence.report)
    return Context(
        evidence=evidence,
        before=report.text[max(0, evidence.start - _AROUND) : evidence.start],
        after=report.text[evidence.end : evidence.end + _AROUND],
        outlet=report.outlet,
        title=report.title,
    )


def _why(beside: Beside, row: Row) -> list[str]:
    match row:
        case ClaimRow():
            return [row.grounds, *(f"see conflict {conflict.id}" for conflict in beside.conflicts)]
        case TimelineRow():
            claim = beside.claim
            return [f"claim {claim.id}: {claim.grounds}"] if claim else []
        case ConflictRow():
            return [f"{row.strength}: {row.rule}", *(f"see claim {claim}" for claim in row.claims)]
        case StatementRow():
            return [f"origin {row.origin}"] if row.origin else []
        case ActorRow():
            return [*row.grounds, *row.doubts]
        case OriginRow():
            return [f"joined by: {row.kind}; first printed in {row.first_report}"]
        case ChannelRow():
            return [
                f"{spell.state} since {spell.since.begin or 'an unknown day'}: {spell.grounds}" for spell in row.states
            ]
        case ReportRow():
            known = row.published.known
            return [f"publication date {known}", *(ground.says for ground in row.published.evidence)]
    return []
