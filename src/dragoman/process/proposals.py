"""Proposals: who put them, to whom, in which version, and who answered how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.process.answers import answers_to
from dragoman.process.grounds import Grounds
from dragoman.process.issues import OTHER, issues_in
from dragoman.process.likeness import are_alike
from dragoman.process.processes import Processes
from dragoman.process.sides import Sides
from dragoman.process.terms import terms_of
from dragoman.process.wording import other_year, says
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.talks import ProposalRow, Version
from dragoman.records.time import NO_DAY, Interval

_SAME = 7  # days between which two tellings with the same recipients may be of one proposal


class _Telling(NamedTuple):
    """One telling of a proposal."""

    member: str
    author: ActorRef
    to: tuple[ActorRef, ...]
    text: str | None
    versions: tuple[Version, ...]
    when: Interval
    evidence: tuple[Evidence, ...]


def proposals(grounds: Grounds, processes: Processes, sides: Sides) -> tuple[ProposalRow, ...]:
    """Every proposal that was put, by day (undated last), one version for each recipient with a text of its own.

    What was proposed long before the reports is history, and on no table of theirs: it is left out.

    An answer belongs to the proposal that the same words tell, else to the last dated one before it that was not the
    answering actor's own.
    """
    groups: list[list[_Telling]] = []
    by_author: dict[str, list[list[_Telling]]] = defaultdict(list)
    told = (one for one in (*_by_words(grounds, sides), *_by_acts(grounds, sides)) if not _is_history(one, grounds))
    for one in sorted(told, key=lambda told: told.member):
        theirs = by_author[one.author.id]
        home = next((group for group in theirs if any(_is_alike(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
            theirs.append(groups[-1])
        else:
            home.append(one)
    drafts = [_row(group, processes) for group in groups]
    answers = answers_to(drafts, grounds, processes)
    rows = (row.but(responses=answers.get(row.id, ())) for row in drafts)
    return tuple(sorted(rows, key=lambda row: (str(row.when.begin or row.when.end or "9999"), row.id)))


def _is_history(one: _Telling, grounds: Grounds) -> bool:
    last = one.when.end or one.when.begin
    window = grounds.window
    words = " ".join((one.text or "", *(e.quote for e in one.evidence)))
    return window is not None and ((last is not None and last < window) or other_year(words, window))


def _author(refs: Iterable[ActorRef], grounds: Grounds, sides: Sides) -> ActorRef | None:
    """Who put it: the first that has a name, or the many that are one side ("the producers")."""
    for ref in refs:
        who = grounds.holder(ref) or sides.of(ref)
        if who is not None:
            return who
    return None


def _by_words(grounds: Grounds, sides: Sides) -> Iterator[_Telling]:
    for one in grounds.offers:
        author = _author(one.author, grounds, sides)
        if author is None or says("bill", f"{one.evidence.quote} {one.text or ''}"):
            continue
        to = grounds.principals(filter(grounds.is_known, one.to))
        parts = [part for part in grounds.offers if part.version_of == one.id and part.text]
        versions = [
            Version(to=known, terms=terms_of(part.text or ""))
            for part in parts
            if (known := grounds.principals(filter(grounds.is_known, part.to)))
        ]
        if not versions and (one.text or to):
            versions = [Version(to=to, terms=terms_of(one.text) if one.text else ())]
        yield _Telling(
            one.id, author, to, one.text, tuple(versions), one.when, (one.evidence, *(part.evidence for part in parts))
        )


def _by_acts(grounds: Grounds, sides: Sides) -> Iterator[_Telling]:
    told: dict[str, list[Evidence]] = {}
    for one in grounds.offers:
        if one.author:
            told.setdefault(one.evidence.report, []).append(one.evidence)
    for row in grounds.timeline:
        if row.type != "propose" or row.mode is not EventMode.HAPPENED or says("bill", row.text):
            continue
        author = _author(row.agent, grounds, sides)
        if author is None or any(_touch(e, o) for e in row.evidence for o in told.get(e.report, ())):
            continue
        to = grounds.principals(filter(grounds.is_known, row.recipient or row.patient))
        terms = tuple(term for term in terms_of(row.text) if term.issue != OTHER)
        yield _Telling(
            min(row.members), author, to, row.text, (Version(to=to, terms=terms),), row.interval, row.evidence
        )


def _touch(one: Evidence, other: Evidence) -> bool:
    """Whether words of one report have any in common."""
    return one.start < other.end and other.start < one.end


def _days_apart(one: Interval, other: Interval) -> int:
    ends = [(a, b) for a in (one.begin, one.end) for b in (other.begin, other.end) if a is not None and b is not None]
    return min((abs((a - b).days) for a, b in ends), default=10**6)


def _is_alike(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of one proposal: one author, no other recipients, no other time, and alike in words."""
    mine, others = {ref.id for ref in one.to}, {ref.id for ref in other.to}
    near = one.when.meets(other.when) or (bool(mine) and mine == others and _days_apart(one.when, other.when) <= _SAME)
    if one.author.id != other.author.id or not near:
        return False
    if mine and others and mine != others:
        return False
    return one.text is None or other.text is None or are_alike(one.text, other.text)


def _row(group: list[_Telling], processes: Processes) -> ProposalRow:
    first = min(group, key=lambda one: (str(one.when.begin or one.when.end or "9999"), one.member))
    versions: dict[tuple[str, ...], Version] = {}
    for one in group:
        for version in one.versions:
            key = tuple(ref.id for ref in version.to)
            kept = versions.get(key)
            if kept is None or len(version.terms) > len(kept.terms):
                versions[key] = version
    evidence = {(e.report, e.start, e.end): e for one in group for e in one.evidence}
    differs = _differs_on(tuple(versions.values()))
    return ProposalRow(
        id=derived_id(Prefix.PROPOSAL, [one.member for one in group]),
        process=processes.of([first.author, *(ref for one in group for ref in one.to)]),
        author=first.author,
        when=first.when if first.when.known else NO_DAY,
        versions=_side_by_side(tuple(versions.values()), differs),
        differs_on=differs,
        responses=(),
        evidence=tuple(evidence.values()),
    )


def _differs_on(versions: tuple[Version, ...]) -> tuple[str, ...]:
    """The issues on which the texts for several recipients say different things.

    What the report tells of one text alone may stand in the other too; only where the two are told on no issue in
    common do they differ on all that is told.
    """
    told = [(set(version.to), _by_issue(version)) for version in versions if version.to]
    found: set[str] = set()
    for n, (to, one) in enumerate(told):
        for others, other in told[n + 1 :]:
            if one and other and not to & others:
                both = set(one) & set(other) or {*one, *other}
                found |= {issue for issue in both if one.get(issue) != other.get(issue)}
    return tuple(sorted(found))


def _by_issue(version: Version) -> dict[str, str]:
    """What a version says on each issue that its words touch, be it in passing; `other` where they touch none."""
    found: dict[str, str] = {}
    for term in version.terms:
        for issue in (term.issue, *sorted(issues_in(term.text))):
            found.setdefault(issue, term.text)
    if len(found) > 1:
        found.pop(OTHER, None)
    return found


def _side_by_side(versions: tuple[Version, ...], differs: tuple[str, ...]) -> tuple[Version, ...]:
    """The versions with their terms sorted by the issues on which they differ, where their words touch these."""
    found = []
    for version in versions:
        terms = []
        for term in version.terms:
            shared = sorted(issues_in(term.text) & set(differs)) if term.issue not in differs else []
            terms.append(term.but(issue=shared[0]) if shared else term)
        found.append(version.but(terms=tuple(terms)))
    return tuple(found)
