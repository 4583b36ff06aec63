"""ON THE TABLE: proposals with their versions and answers, and how the sides stand on each issue."""

from collections import defaultdict

from dragoman.records.rows.talks import PositionRow, ProposalRow, Stance, Version
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, line, more, name, names, phrase, quotation, said, section
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile

PROPOSALS = 4
TERMS = 3
ISSUES = 4
PER_ISSUE = 2
UNFILED = "other"


def table(pile: Pile, cite: Citations) -> Section | None:
    """Proposals with answers or differing texts first, then the latest; then positions by issue."""
    ordered = sorted(pile.proposals, key=_pressing)
    lines: list[Line] = []
    for row in ordered[:PROPOSALS]:
        lines += _proposal(row, pile, cite)
    issues = _by_issue(pile)
    for issue, rows in issues[:ISSUES]:
        lines += _issue(issue, rows, pile, cite)
    left = len(ordered) - PROPOSALS
    further = more(left, "proposals", pile)
    if further is None:
        told = sum(min(len(rows), PER_ISSUE) for _, rows in issues[:ISSUES])
        further = more(len(pile.positions) - told, "positions", pile)
    return section(SectionKey.TABLE, "ON THE TABLE, AND HOW FAR APART", lines, more=further)


def _pressing(row: ProposalRow) -> tuple[bool, bool, int, str]:
    day = row.when.end or row.when.begin
    return (not row.differs_on, not row.responses, -day.toordinal() if day else 0, row.id)


def _proposal(row: ProposalRow, pile: Pile, cite: Citations) -> list[Line]:
    pieces: list[Piece] = []
    if row.author:
        pieces += [said("by "), name(row.author.name)]
    recipients = {actor.id: actor for version in row.versions for actor in version.to}
    if recipients:
        pieces += [said(" to "), name(names(tuple(recipients.values())))]
    if row.when.known:
        pieces.append(said(f", {days.interval(row.when, pile.year)}"))
    if row.differs_on:
        issues = [words.spelled(issue) for issue in row.differs_on]
        pieces += [said("; "), alert(f"the texts differ on {words.listing(issues)}")]
    pieces += [said("; " if pieces else ""), quotation(None, cite.wide(row.evidence))]
    lines = [line(cite, "Proposal", pieces, row.evidence, [row])]
    for version in row.versions:
        lines += _version(version, row, cite)
    lines += [
        line(
            cite,
            "answer",
            [
                name(answer.who.name),
                said(f": {words.word('response', answer.response)}"),
                said(f", {days.interval(answer.when, pile.year)}" if answer.when.known else ""),
            ],
            row.evidence,
            [row],
            depth=1,
        )
        for answer in row.responses
    ]
    return lines


def _version(version: Version, row: ProposalRow, cite: Citations) -> list[Line]:
    """The terms of one recipient's text: those on which the texts differ first."""
    ordered = sorted(version.terms, key=lambda term: term.issue not in row.differs_on)
    label = f"to {names(version.to)}" if version.to else "terms"
    lines = []
    for term in ordered[:TERMS]:
        own = [item for item in row.evidence if term.text in item.quote] or list(row.evidence)
        pieces = [said(f"{words.spelled(term.issue)}: "), phrase(term.text, cite.wide(own))]
        lines.append(line(cite, label, pieces, own, [row], depth=1))
    return lines


def _by_issue(pile: Pile) -> list[tuple[str, list[PositionRow]]]:
    """Issues on which most actors take a stance first."""
    issues: dict[str, list[PositionRow]] = defaultdict(list)
    for row in pile.positions:
        issues[row.issue].append(row)
    return sorted(issues.items(), key=_spread)


def _spread(item: tuple[str, list[PositionRow]]) -> tuple[bool, int, int, str]:
    """What is filed under no issue of its own comes last."""
    issue, rows = item
    return (issue == UNFILED, -len({row.actor.id for row in rows}), -len(rows), issue)


def _issue(issue: str, rows: list[PositionRow], pile: Pile, cite: Citations) -> list[Line]:
    want = {row.actor.id for row in rows if row.stance == Stance.WANTS}
    refuse = {row.actor.id for row in rows if row.stance == Stance.REFUSES}
    apart = bool(want - refuse and refuse - want)
    ordered = sorted(rows, key=lambda row: (-(row.begin.toordinal() if row.begin else 0), row.actor.name, row.id))
    lines = []
    for index, row in enumerate(ordered[:PER_ISSUE]):
        pieces = [name(row.actor.name), said(f" {words.word('stance', row.stance)}: ")]
        pieces.append(phrase(row.text, cite.wide(row.evidence)))
        if row.begin:
            pieces.append(said(f", since {days.onset(row.begin, pile.year)}"))
        if apart and index == 0:
            pieces.append(alert("; wanted by one, refused by another"))
        lines.append(line(cite, words.spelled(issue).capitalize(), pieces, row.evidence, [row]))
    return lines
