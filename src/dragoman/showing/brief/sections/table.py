"""ON THE TABLE: proposals with their versions and answers, and how the sides stand on each issue."""

from collections import defaultdict

from dragoman.records.reading import Stance
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import Answer, PositionRow, ProposalRow, Response, Version
from dragoman.showing import acts, days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, line, more, name, phrase, quotation, said, section
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_named

ANSWERING = {
    Response.ACCEPTED: "accept",
    Response.ACCEPTED_WITH_CHANGES: "accept",
    Response.AMENDED: "counter_propose",
    Response.REJECTED: "reject",
}
PROPOSALS = 3
TERMS = 3
ISSUES = 4
PER_ISSUE = 2
QUOTE = 130
UNFILED = "other"


def table(pile: Pile, cite: Citations) -> Section | None:
    """Proposals with answers or differing texts first, then the latest; then positions by issue."""
    shown = proposals(pile)
    lines = [told for rows in shown for told in _proposal(rows, pile, cite)]
    issues = _by_issue(pile)
    told = 0
    for issue, positions in issues[:ISSUES]:
        stances = _issue(issue, positions, pile, cite)
        lines += stances
        told += len(stances)
    left = len(pile.proposals) - sum(map(len, shown))
    further = more(len(pile.positions) - told, "positions", pile) or more(left, "proposals", pile)
    return section(SectionKey.TABLE, "ON THE TABLE, AND HOW FAR APART", lines, more=further)


def proposals(pile: Pile) -> list[list[ProposalRow]]:
    """The proposals that the brief has room for, each with all its tellings."""
    ordered = sorted(filter(_is_tellable, pile.proposals), key=lambda row: _pressing(row, pile))
    return _once(ordered)[:PROPOSALS]


def _is_tellable(row: ProposalRow) -> bool:
    """Whether a name stands for the one who proposes, or there is more to tell than that somebody did."""
    return bool(row.differs_on or row.responses) if row.author is None else is_named(row.author.name)


def _pressing(row: ProposalRow, pile: Pile) -> tuple[bool, bool, bool, int, str]:
    day = row.when.end or row.when.begin
    author_in_talks = row.author is not None and row.author.id in pile.in_the_talks
    return (not row.differs_on, not row.responses, not author_in_talks, -day.toordinal() if day else 0, row.id)


def _once(rows: list[ProposalRow]) -> list[list[ProposalRow]]:
    """Tellings of one proposal together: the same author, recipients and time, and no texts of their own."""
    joined: list[list[ProposalRow]] = []
    for row in rows:
        known = next((group for group in joined if _is_alike(group[0], row)), None)
        if known is None:
            joined.append([row])
        else:
            known.append(row)
    return joined


def _is_alike(one: ProposalRow, other: ProposalRow) -> bool:
    return (
        one.author == other.author
        and _recipients([one]) == _recipients([other])
        and one.when.meets(other.when)
        and not other.differs_on
        and not any(version.terms for version in other.versions)
    )


def _recipients(rows: list[ProposalRow]) -> dict[str, ActorRef]:
    return {actor.id: actor for row in rows for version in row.versions for actor in version.to}


def _proposal(rows: list[ProposalRow], pile: Pile, cite: Citations) -> list[Line]:
    row = rows[0]
    evidence = [item for telling in rows for item in telling.evidence]
    pieces: list[Piece] = []
    if row.author:
        pieces += [said("by "), name(row.author.name)]
    if recipients := pile.who(_recipients(rows).values()):
        pieces += [said(" to "), name(acts.listed(recipients))]
    if row.when.known:
        pieces.append(said(f", {days.interval(row.when, pile.year)}"))
    if row.differs_on:
        issues = [words.spelled(issue) for issue in row.differs_on]
        pieces += [said("; "), alert(f"the texts differ on {words.listing(issues)}")]
    pieces += [said(" — " if pieces else ""), quotation(row.evidence[0].quote, cite.wide(evidence), QUOTE)]
    lines = [line(cite, "Proposal", pieces, evidence, rows)]
    for version in row.versions:
        lines += _version(version, row, pile, cite)
    answers = {(answer.who.id, answer.response): (answer, telling) for telling in rows for answer in telling.responses}
    return lines + [_answer(answer, telling, pile, cite) for answer, telling in answers.values()]


def _answer(answer: Answer, row: ProposalRow, pile: Pile, cite: Citations) -> Line:
    """The answer and the words that tell it; the proposal's own where the timeline has none."""
    when = f", {days.interval(answer.when, pile.year)}" if answer.when.known else ""
    pieces = [name(answer.who.name), said(f": {words.word('response', answer.response)}{when}")]
    telling = next((event for event in pile.timeline if _tells(event, answer, pile)), None)
    if telling is None:
        return line(cite, "answer", pieces, row.evidence, [row], depth=1)
    pieces += [said(" — "), quotation(telling.text, cite.wide(telling.evidence), QUOTE)]
    return line(cite, "answer", pieces, telling.evidence, [row, telling], depth=1)


def _tells(event: TimelineRow, answer: Answer, pile: Pile) -> bool:
    """Whether this event is the answer: of its kind and time, by the one who answers or by a part of it."""
    if event.type != ANSWERING.get(answer.response) or event.interval != answer.when:
        return False
    parts = (pile.actor.get(actor.id) for actor in event.agent)
    agents = {actor.id for actor in event.agent} | {row.of.id for row in parts if row and row.of}
    return answer.who.id in agents


def _version(version: Version, row: ProposalRow, pile: Pile, cite: Citations) -> list[Line]:
    """The terms of one recipient's text: those on which the texts differ first."""
    ordered = sorted(version.terms, key=lambda term: term.issue not in row.differs_on)
    to = pile.who(version.to)
    label = f"to {acts.listed(to)}" if to else "terms"
    lines = []
    for term in ordered[:TERMS]:
        own = [item for item in row.evidence if term.text in item.quote] or list(row.evidence)
        pieces = [said(f"{words.spelled(term.issue)}: "), phrase(term.text, cite.wide(own))]
        lines.append(line(cite, label, pieces, own, [row], depth=1))
    return lines


def _by_issue(pile: Pile) -> list[tuple[str, list[PositionRow]]]:
    """Issues on which most actors of the talks take a stance first; positions of nobody named are left to the table."""
    issues: dict[str, list[PositionRow]] = defaultdict(list)
    named = [row for row in pile.positions if is_named(row.actor.name)]
    in_talks = [row for row in named if {row.actor.id, _holder(row)} & pile.in_the_talks]
    for row in in_talks or named:
        issues[row.issue].append(row)
    if len(issues) > 1:
        issues.pop(UNFILED, None)
    return sorted(issues.items(), key=_spread)


def _holder(row: PositionRow) -> str:
    """Whose position it is: of the state or group that a leader or an office speaks for, theirs."""
    return (row.of or row.actor).id


def _spread(item: tuple[str, list[PositionRow]]) -> tuple[bool, int, int, str]:
    """What is filed under no issue of its own comes last."""
    issue, rows = item
    return (issue == UNFILED, -len({_holder(row) for row in rows}), -len(rows), issue)


def _issue(issue: str, rows: list[PositionRow], pile: Pile, cite: Citations) -> list[Line]:
    ordered = sorted(rows, key=lambda row: (-(row.begin.toordinal() if row.begin else 0), row.actor.name, row.id))
    shown, apart = _opposed(ordered)
    return [
        _position(issue, row, pile, cite, apart=apart and index == len(shown) - 1) for index, row in enumerate(shown)
    ]


def _opposed(rows: list[PositionRow]) -> tuple[list[PositionRow], bool]:
    """The rows to show, one of each actor before any twice, and whether one wants what another refuses.

    Where they stand apart the latest of each side is shown.
    """
    want = next((row for row in rows if row.stance == Stance.WANTS), None)
    refuse = next((row for row in rows if row.stance == Stance.REFUSES), None)
    if want and refuse and want.issue != UNFILED and _holder(want) != _holder(refuse):
        return [want, refuse], True
    first = {_holder(row): row for row in reversed(rows)}
    ordered = [row for row in rows if first[_holder(row)] is row] + [
        row for row in rows if first[_holder(row)] is not row
    ]
    return ordered[:PER_ISSUE], False


def _position(issue: str, row: PositionRow, pile: Pile, cite: Citations, *, apart: bool) -> Line:
    pieces = [name(row.actor.name), said(f" {words.word('stance', row.stance)}: ")]
    pieces.append(phrase(row.text, cite.wide(row.evidence), QUOTE))
    if row.begin:
        pieces.append(said(f", since {days.onset(row.begin, pile.year)}"))
    if apart:
        pieces.append(alert("; one wants, another refuses"))
    return line(cite, words.spelled(issue).capitalize(), pieces, row.evidence, [row])
