"""Proposals: who put them, to whom, in which version, and who answered how."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.issues import OTHER, issue_of
from dragoman.process.likeness import are_alike
from dragoman.process.terms import terms_of
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import Answer, ProposalRow, Response, Version
from dragoman.records.time import NO_DAY, Interval

_ANSWERS = {
    "accept": Response.ACCEPTED,
    "reject": Response.REJECTED,
    "counter_propose": Response.AMENDED,
}
_SOON = 45  # days in which an answer that names no proposal may be one to the last


class _Telling(NamedTuple):
    """One telling of a proposal."""

    member: str
    author: ActorRef
    to: tuple[ActorRef, ...]
    text: str | None
    versions: tuple[Version, ...]
    when: Interval
    evidence: tuple[Evidence, ...]


def proposals(grounds: Grounds, process: str | None) -> tuple[ProposalRow, ...]:
    """Every proposal that was put, by day (undated last), one version for each recipient with a text of its own.

    An answer belongs to the proposal that the same words tell, else to the last dated one before it that was not the
    answering actor's own.
    """
    groups: list[list[_Telling]] = []
    for one in sorted((*_by_words(grounds), *_by_acts(grounds)), key=lambda told: told.member):
        home = next((group for group in groups if any(_is_alike(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    drafts = [_row(group, process) for group in groups]
    answers = _answers(drafts, grounds)
    rows = (row.but(responses=answers.get(row.id, ())) for row in drafts)
    return tuple(sorted(rows, key=lambda row: (str(row.when.begin or row.when.end or "9999"), row.id)))


def _by_words(grounds: Grounds) -> Iterator[_Telling]:
    for one in grounds.offers:
        author = next((who for ref in one.author if (who := grounds.holder(ref)) is not None), None)
        if author is None:
            continue
        to = grounds.principals(filter(grounds.is_known, one.to))
        parts = [part for part in grounds.offers if part.version_of == one.id and part.text]
        versions = [
            Version(to=grounds.principals(filter(grounds.is_known, part.to)), terms=terms_of(part.text or ""))
            for part in parts
        ]
        if not versions and (one.text or to):
            versions = [Version(to=to, terms=terms_of(one.text) if one.text else ())]
        yield _Telling(
            one.id, author, to, one.text, tuple(versions), one.when, (one.evidence, *(part.evidence for part in parts))
        )


def _by_acts(grounds: Grounds) -> Iterator[_Telling]:
    told = [one.evidence for one in grounds.offers if one.author]
    for row in grounds.timeline:
        if row.type != "propose" or row.mode is not EventMode.HAPPENED:
            continue
        author = next((who for ref in row.agent if (who := grounds.holder(ref)) is not None), None)
        if author is None or any(_touch(e, o) for e in row.evidence for o in told):
            continue
        to = grounds.principals(filter(grounds.is_known, row.recipient or row.patient))
        terms = tuple(term for term in terms_of(row.text) if term.issue != OTHER)
        yield _Telling(
            min(row.members), author, to, row.text, (Version(to=to, terms=terms),), row.interval, row.evidence
        )


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _is_alike(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of one proposal: one author, no other recipients, no other time, and alike in words."""
    if one.author.id != other.author.id or not one.when.meets(other.when):
        return False
    mine, others = {ref.id for ref in one.to}, {ref.id for ref in other.to}
    if mine and others and mine != others:
        return False
    return one.text is None or other.text is None or are_alike(one.text, other.text)


def _row(group: list[_Telling], process: str | None) -> ProposalRow:
    first = min(group, key=lambda one: (str(one.when.begin or one.when.end or "9999"), one.member))
    versions: dict[tuple[str, ...], Version] = {}
    for one in group:
        for version in one.versions:
            key = tuple(ref.id for ref in version.to)
            kept = versions.get(key)
            if kept is None or len(version.terms) > len(kept.terms):
                versions[key] = version
    evidence = {(e.report, e.start, e.end): e for one in group for e in one.evidence}
    return ProposalRow(
        id=derived_id(Prefix.PROPOSAL, [one.member for one in group]),
        process=process,
        author=first.author,
        when=first.when if first.when.known else NO_DAY,
        versions=tuple(versions.values()),
        differs_on=_differs_on(tuple(versions.values())),
        responses=(),
        evidence=tuple(evidence.values()),
    )


def _differs_on(versions: tuple[Version, ...]) -> tuple[str, ...]:
    """The issues on which the texts for several recipients say different things."""
    told = [{term.issue: term.text for term in version.terms} for version in versions if version.to]
    found = {
        issue
        for n, one in enumerate(told)
        for other in told[n + 1 :]
        for issue in {*one, *other}
        if one.get(issue) != other.get(issue)
    }
    return tuple(sorted(found))


def _answers(rows: list[ProposalRow], grounds: Grounds) -> dict[str, tuple[Answer, ...]]:
    found: dict[str, dict[tuple[str, Response], Answer]] = {}
    for event in grounds.timeline:
        response = _ANSWERS.get(event.type)
        if response is None or event.mode is not EventMode.HAPPENED:
            continue
        for who in grounds.principals(event.agent):
            target = _answered(event, who.id, rows, grounds)
            if target is not None:
                answer = Answer(who=who, response=response, when=event.interval)
                found.setdefault(target.id, {}).setdefault((who.id, response), answer)
    return {row: tuple(answers.values()) for row, answers in found.items()}


def _answered(event: TimelineRow, who: str, rows: list[ProposalRow], grounds: Grounds) -> ProposalRow | None:
    others = [row for row in rows if row.author is not None and grounds.principal(row.author).id != who]
    named = (row for row in others if any(_touch(e, o) for e in event.evidence for o in row.evidence))
    target = next(named, None)
    if target is not None or event.begin is None or issue_of(event.text) == OTHER:
        return target
    soon = datetime.timedelta(days=_SOON)
    before = [
        row for row in others if row.when.begin is not None and row.when.begin <= event.begin <= row.when.begin + soon
    ]
    return max(before, key=lambda row: (str(row.when.begin), row.id), default=None)
