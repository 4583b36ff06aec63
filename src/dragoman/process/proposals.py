"""Proposals: who put them, to whom, and who answered how."""

from dragoman.process.grounds import Grounds
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import Answer, ProposalRow, Response, Version

_ANSWERS = {
    "accept": Response.ACCEPTED,
    "reject": Response.REJECTED,
    "counter_propose": Response.AMENDED,
}


def proposals(grounds: Grounds, process: str | None) -> tuple[ProposalRow, ...]:
    """Every proposal that was put, by day (undated last), one version for each recipient that is named.

    An answer belongs to the last dated proposal before it that was not the answering actor's own.
    """
    put = [
        r
        for r in grounds.timeline
        if r.type == "propose" and r.mode is EventMode.HAPPENED and any(map(grounds.is_known, r.agent))
    ]
    answers: dict[str, list[Answer]] = {row.id: [] for row in put}
    for row in grounds.timeline:
        response = _ANSWERS.get(row.type)
        if response is None or row.mode is not EventMode.HAPPENED:
            continue
        for who in grounds.principals(row.agent):
            target = _answered(row, who.id, put, grounds)
            if target is not None:
                answers[target.id].append(Answer(who=who, response=response, when=row.interval))
    ordered = sorted(put, key=lambda r: (str(r.begin or "9999"), r.id))
    return tuple(_row(row, tuple(answers[row.id]), process, grounds) for row in ordered)


def _answered(row: TimelineRow, who: str, put: list[TimelineRow], grounds: Grounds) -> TimelineRow | None:
    if row.begin is None:
        return None
    before = [
        p
        for p in put
        if p.begin is not None and p.begin <= row.begin and all(ref.id != who for ref in grounds.principals(p.agent))
    ]
    return max(before, key=lambda p: (str(p.begin), p.id), default=None)


def _row(row: TimelineRow, responses: tuple[Answer, ...], process: str | None, grounds: Grounds) -> ProposalRow:
    to = row.recipient or row.patient
    return ProposalRow(
        id=derived_id(Prefix.PROPOSAL, row.members),
        process=process,
        author=next(filter(grounds.is_known, row.agent)),
        when=row.interval,
        versions=tuple(Version(to=(ref,), terms=()) for ref in to),
        differs_on=(),
        responses=responses,
        evidence=row.evidence,
    )
