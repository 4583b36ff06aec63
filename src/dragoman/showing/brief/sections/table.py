"""ON THE TABLE, AND HOW FAR APART: proposals with their texts side by side, their answers, and the sides by issue."""

import re
from collections.abc import Iterator

from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import Answer, ProposalRow, Response, Term, Version
from dragoman.records.time import Interval
from dragoman.showing import acts, days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import cell, grid, line, more, phrase, plain_cell, quotation, section
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.sections.gaps import UNFILED, gaps
from dragoman.showing.brief.shown import joined, named, shows_act, shows_proposal, shows_response, words_for
from dragoman.showing.brief.together import together
from dragoman.showing.naming import is_named
from dragoman.showing.page.model import Cell, Grid, GridRow, Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, name, said, told, wording
from dragoman.showing.plain import one_line

ANSWERING = {
    Response.ACCEPTED: "accept",
    Response.ACCEPTED_WITH_CHANGES: "accept",
    Response.AMENDED: "counter_propose",
    Response.REJECTED: "reject",
}
ANSWERS = frozenset(ANSWERING.values())
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PROPOSALS = 3
TERMS = 4
QUOTE = 130


def table(pile: Pile, cite: Citations) -> Section | None:
    """Proposals with answers or differing texts first, then the latest; then the sides by issue."""
    shown = [rows for rows in proposals(pile) if _is_made(rows[0], cite)]
    lines = [made for rows in shown for made in _proposal(rows, pile, cite)]
    apart, count = gaps(pile, cite)
    left = len(pile.proposals) - sum(map(len, shown))
    further = more(len(pile.positions) - count, "positions", pile) or more(left, "proposals", pile)
    return section(SectionKey.TABLE, wording("section_table"), lines, more=further, grid=apart)


def proposals(pile: Pile) -> list[list[ProposalRow]]:
    """The proposals that the brief has room for, each with all its tellings."""
    return pile.once("on the table", lambda: _on_the_table(pile))


def _on_the_table(pile: Pile) -> list[list[ProposalRow]]:
    bearing = (row for row in pile.proposals if _is_tellable(row) and _is_of_these(row, pile))
    ordered = sorted(bearing, key=lambda row: _pressing(row, pile))
    return _once(ordered)


def _is_tellable(row: ProposalRow) -> bool:
    """Whether a name stands for the one who proposes, or there is more to tell than that somebody did."""
    return bool(row.differs_on or row.responses) if row.author is None else is_named(row.author.name)


def _is_of_these(row: ProposalRow, pile: Pile) -> bool:
    """Whether it is put by or to somebody who bears on the talks; where no talks are told of, any is."""
    told = [*([row.author] if row.author else []), *(to for version in row.versions for to in version.to)]
    return not pile.channels or not told or any(map(pile.matters, told))


def _pressing(row: ProposalRow, pile: Pile) -> tuple[bool, bool, bool, int, str]:
    day = row.when.end or row.when.begin
    author_in_talks = row.author is not None and row.author.id in pile.in_the_talks
    return (not row.differs_on, not row.responses, not author_in_talks, -day.toordinal() if day else 0, row.id)


def _once(rows: list[ProposalRow]) -> list[list[ProposalRow]]:
    """Tellings of one proposal together: the same author, recipients and time, and no texts of their own."""
    return together(rows, _is_alike, PROPOSALS)


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
    (sentence,) = cite.around(row.evidence[:1])
    own = row if _is_the_authors(row, sentence.quote, pile) else row.but(author=None)
    if own.author is not None and not shows_act("propose", [pile.names(own.author)], (), sentence.quote):
        own = own.but(when=own.when.but(begin=None))  # it lay there by then; that it was put on that day is not shown
    if own.author is not None and (beside := _joined_to(own.author, sentence.quote, pile)):
        own = own.but(author=own.author.but(name=words.listing([own.author.name, *beside])))
    to = [actor for actor in _recipients(rows).values() if named(pile.names(actor), sentence.quote)]
    pieces: list[Piece] = [*proposal_told(own, to, pile)]
    if row.differs_on:
        issues = words.listing([words.spelled(issue) for issue in row.differs_on])
        pieces += told("texts_join") if pieces else ()
        pieces.append(alert(wording("texts_differ", issues=issues)))
    quoted = quotation(row.evidence[0].quote, cite.wide(evidence), QUOTE)
    pieces += told("quoting", words=quoted) if pieces else (quoted,)
    texts = _texts(row, pile, cite)
    lines = [line(cite, wording("proposal"), pieces, evidence, rows, grid=texts)]
    if texts is None:
        lines += [made for version in row.versions for made in _terms(version, row, pile, cite)]
    answers = {(answer.who.id, answer.response): (answer, telling) for telling in rows for answer in telling.responses}
    told_of = [_answer(answer, telling, pile, cite) for answer, telling in answers.values()]
    return lines + [one for one in told_of if one is not None]


def _is_made(row: ProposalRow, cite: Citations) -> bool:
    """Whether the sentence tells of a proposal and not that there is none."""
    return not words_for("no_proposal").search(cite.around(row.evidence[:1])[0].quote)


def _is_the_authors(row: ProposalRow, sentence: str, pile: Pile) -> bool:
    """Whether the sentence has a proposal of the author's: not of somebody else, whom the author only speaks of."""
    return row.author is not None and shows_proposal(pile.names(row.author), sentence)


def _joined_to(author: ActorRef, sentence: str, pile: Pile) -> list[str]:
    """The names of those whom the sentence joins to the author right there: "a plan by Varran and Ossarian envoys"."""
    channels = [actor for row in pile.channels for actor in (*row.mediators, *row.parties)]
    actors = [actor for actor in dict.fromkeys(channels) if actor.id != author.id]
    return [one.name for one in actors if joined(pile.names(author), pile.names(one), sentence)]


def proposal_told(row: ProposalRow, recipients: list[ActorRef], pile: Pile) -> tuple[Piece, ...]:
    """By whom, to whom and when, as far as that is told."""
    pieces: tuple[Piece, ...] = ()
    if row.author:
        pieces += told("proposal_by", author=name(row.author.name))
    if to := pile.who(recipients):
        pieces += told("proposal_to", recipients=name(acts.listed(to)))
    if row.when.known:
        when = days.interval(row.when, pile.year)
        pieces += told("proposal_when" if pieces else "proposal_only_when", when=when)
    return pieces


def _texts(row: ProposalRow, pile: Pile, cite: Citations) -> Grid | None:
    """The texts that several recipients got side by side, the issues on which they differ first; None for one text."""
    texts = [version for version in row.versions if version.terms and pile.who(version.to)]
    if len(texts) < 2:
        return None
    issues = list(dict.fromkeys(term.issue for version in texts for term in version.terms))
    ordered = sorted(issues, key=lambda issue: issue not in row.differs_on)[:TERMS]
    heads = [wording("terms_to", recipients=acts.listed(pile.who(version.to))) for version in texts]
    rows = [
        GridRow(head=_issue(issue, row), cells=tuple(_held(version, issue, row, cite) for version in texts))
        for issue in ordered
    ]
    return grid(wording("versions_caption"), wording("issue"), heads, rows)


def _issue(issue: str, row: ProposalRow) -> Cell:
    pieces = [said(words.spelled(issue).capitalize())]
    if issue in row.differs_on:
        pieces += [said(": "), alert(wording("differs"))]
    return plain_cell(*pieces)


def _held(version: Version, issue: str, row: ProposalRow, cite: Citations) -> tuple[Cell, ...]:
    terms = [term for term in version.terms if term.issue == issue]
    return tuple(_term_cell(term, row, cite) for term in terms)


def _term_cell(term: Term, row: ProposalRow, cite: Citations) -> Cell:
    own = [item for item in row.evidence if term.text in item.quote] or list(row.evidence)
    return cell(cite, [phrase(term.text, cite.wide(own), QUOTE)], own, [row])


def _terms(version: Version, row: ProposalRow, pile: Pile, cite: Citations) -> list[Line]:
    """The terms of a text by issue; those that repeat the proposal's own quotation are not told again."""
    to = pile.who(version.to)
    label = wording("terms_to", recipients=acts.listed(to)) if to else wording("terms")
    quoted = quotation(row.evidence[0].quote, cite.wide(row.evidence), QUOTE).text
    cited = cite.around(row.evidence[:1])[0].quote
    lines = []
    for term in version.terms[:TERMS]:
        own = [item for item in row.evidence if term.text in item.quote] or list(row.evidence)
        shown = phrase(term.text, cite.wide(own))
        # In the sentence that is quoted already, it is there to read; another issue's name would only say more.
        if term.issue == UNFILED or one_line(term.text) in one_line(cited) or shown.text.strip("“”…") in quoted:
            continue
        pieces = told("term", issue=words.spelled(term.issue), words=shown)
        lines.append(line(cite, label, pieces, own, [row], depth=1))
    return lines


def _answer(answer: Answer, row: ProposalRow, pile: Pile, cite: Citations) -> Line | None:
    """The answer and the words that tell it, the proposal's own where the timeline has none; None where they do not."""
    response = words.word("response", answer.response)
    pieces = [*told("answer_given", who=name(answer.who.name), response=response)]
    if answer.when.known:
        pieces += told("proposal_when", when=days.interval(answer.when, pile.year))
    telling = next((event for event in _answering(answer, pile) if _tells(event, answer, pile)), None)
    (sentence,) = cite.around((telling or row).evidence[:1])
    years = {str(day.year) for one in (row.when, answer.when) for day in (one.begin, one.end) if day}
    other_year = years and set(YEAR.findall(sentence.quote)) - years
    names = pile.names(answer.who)
    if other_year or not shows_response(ANSWERING.get(answer.response, ""), names, sentence.quote):
        return None
    if telling is None:
        return line(cite, wording("answer"), pieces, row.evidence, [row], depth=1)
    quoted = quotation(telling.text, cite.wide(telling.evidence), QUOTE)
    pieces += told("quoting", words=quoted)
    return line(cite, wording("answer"), pieces, telling.evidence, [row, telling], depth=1)


def _answering(answer: Answer, pile: Pile) -> Iterator[TimelineRow]:
    """The events of the day that are of an answer's kind and time."""

    def by_kind() -> dict[tuple[str, Interval], list[int]]:
        found: dict[tuple[str, Interval], list[int]] = {}
        for place, event in enumerate(pile.whole.every):
            if event.type in ANSWERS:
                found.setdefault((event.type, event.interval), []).append(place)
        return found

    known: dict[tuple[str, Interval], list[int]] = pile.whole.once("answers", by_kind)
    places = known.get((ANSWERING.get(answer.response, ""), answer.when), ())
    return (pile.whole.every[place] for place in places if pile.whole.timeline.is_told(place, pile.day, pile.as_of))


def _tells(event: TimelineRow, answer: Answer, pile: Pile) -> bool:
    """Whether an event of its kind and time is the answer: by the one who answers or by a part of it."""
    parts = (pile.actor.get(actor.id) for actor in event.agent)
    agents = {actor.id for actor in event.agent} | {row.of.id for row in parts if row and row.of}
    return answer.who.id in agents
