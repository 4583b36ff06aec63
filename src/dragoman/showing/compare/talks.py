"""Where the talks stood: states, seats, conditions, proposals and positions as topics of a day."""

from collections.abc import Hashable, Iterable

from dragoman.process.likeness import content_words
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.talks import (
    ChannelState,
    ConditionRow,
    ConditionStatus,
    HostingRow,
    PositionRow,
    ProposalRow,
    StateReading,
    StateRow,
)
from dragoman.showing import acts, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import cell, phrase, quotation, voice
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.sections.gaps import UNFILED, by_issue, holder, in_talks_first, stance_told
from dragoman.showing.brief.sections.hosting import stay_told, stays, whole
from dragoman.showing.brief.sections.reopens import conditions as bearing
from dragoman.showing.brief.sections.reopens import once
from dragoman.showing.brief.sections.stands import channel_name, standing
from dragoman.showing.brief.sections.table import proposal_told
from dragoman.showing.brief.sections.table import proposals as on_the_table
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.compare.topics import Telling, Topic, Topics
from dragoman.showing.page.model import Cell, Piece
from dragoman.showing.page.pieces import faint, told, wording

QUOTE = 110
POSITIONS = 4  # of an issue on a day


def states(pile: Pile, cite: Citations) -> Topics:
    """Each channel with the accounts of its state."""
    found: dict[Hashable, Topic] = {}
    for row in sorted(pile.states, key=lambda row: (row.state == ChannelState.NONE, -len(row.evidence))):
        parts: dict[Hashable, Telling] = {(row.state, row.since, row.disputed, pile.as_of): _state(row, pile, cite)}
        ordered = sorted(row.readings, key=lambda reading: reading.state != row.state)
        parts.update({_places(one.evidence): _reading(one, row, pile, cite) for one in ordered})
        found[tuple(actor.name for actor in row.mediators)] = Topic(channel_name(row), parts)
    return found


def _state(row: StateRow, pile: Pile, cite: Citations) -> Telling:
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    return lambda: cell(cite, standing(row.but(parties=()), pile), row.evidence, channels if row.evidence else ())


def _reading(reading: StateReading, row: StateRow, pile: Pile, cite: Citations) -> Telling:
    def tell() -> Cell:
        shown = cite.wide(reading.evidence[:1])
        pieces: list[Piece] = [quotation(None, shown, QUOTE)]
        if reading.state != row.state:
            pieces = [*told("reading_state", state=words.word("state", reading.state)), *pieces]
        who = voice(*speaking_for(reading.who, reading.sourcing, shown, pile, reading.evidence), shown, pile)
        pieces.append(faint(wording("on_word", who=who)))
        return cell(cite, pieces, reading.evidence, ())

    return tell


def hosting(pile: Pile, cite: Citations) -> Topics:
    """Each guest with where it sits, and where the channels meet."""
    found: dict[Hashable, Topic] = {}
    for rows in stays(pile):
        row = rows[0]
        guest = pile.name_of(whole(row, pile)) or words.listing(pile.who([row.who]))
        host = row.host.name if row.host else row.place
        stay: dict[Hashable, Telling] = {(host, row.status, row.disputed): _stay(row, pile, cite)}
        known = found.get(guest)
        found[guest] = Topic(guest, {**known.parts, **stay} if known else stay)
    return found


def _stay(row: HostingRow, pile: Pile, cite: Citations) -> Telling:
    def tell() -> Cell:
        own = row.evidence[:1] if row.disputed else row.evidence
        words_of_it = quotation(row.evidence[0].quote if own else None, cite.wide(own), QUOTE)
        return cell(cite, [*stay_told(row, pile), *told("quoting", words=words_of_it)], own, [row])

    return tell


def conditions(pile: Pile, cite: Citations) -> Topics:
    """Each act that hangs on a condition, with the condition in the report's words."""
    found: dict[Hashable, dict[Hashable, Telling]] = {}
    for rows in once(bearing(pile)):
        row = rows[0]
        governed = acts.governed(row.act, pile.who(row.who), negated=row.negated)
        found.setdefault(governed, {})[(content_words(row.text), row.status)] = _condition(rows, cite)
    return {key: Topic(str(key), parts) for key, parts in found.items()}


def _condition(rows: list[ConditionRow], cite: Citations) -> Telling:
    def tell() -> Cell:
        row = rows[0]
        evidence = [item for one in rows for item in one.evidence]
        pieces: list[Piece] = [phrase(row.text, cite.wide(row.evidence), 2 * QUOTE)]
        if row.status != ConditionStatus.OPEN:
            pieces += told("condition_status", status=words.word("condition", row.status))
        return cell(cite, pieces, evidence, rows)

    return tell


def proposals(pile: Pile, cite: Citations) -> Topics:
    """Each author with what was put and what the texts for several recipients say."""
    found: dict[Hashable, dict[Hashable, Telling]] = {}
    for rows in on_the_table(pile):
        row = rows[0]
        author = row.author.name if row.author else wording("proposal")
        parts = found.setdefault(author, {})
        parts[_places(row.evidence)] = _proposal(row, pile, cite)
        for version in row.versions if row.differs_on else ():
            for term in version.terms:
                to = acts.listed(pile.who(version.to))
                parts[to, term.issue, term.text] = _term(to, term.issue, term.text, row, cite)
    return {key: Topic(str(key), parts) for key, parts in found.items()}


def _proposal(row: ProposalRow, pile: Pile, cite: Citations) -> Telling:
    def tell() -> Cell:
        to = [actor for version in row.versions for actor in version.to]
        pieces = [*proposal_told(row.but(author=None), list({actor.id: actor for actor in to}.values()), pile)]
        quoted = quotation(row.evidence[0].quote, cite.wide(row.evidence), QUOTE)
        pieces += told("quoting", words=quoted) if pieces else (quoted,)
        return cell(cite, pieces, row.evidence, [row])

    return tell


def _term(to: str, issue: str, text: str, row: ProposalRow, cite: Citations) -> Telling:
    def tell() -> Cell:
        own: list[Evidence] = [item for item in row.evidence if text in item.quote] or list(row.evidence)
        label = f"{wording('terms_to', recipients=to)}, {words.spelled(issue)}" if to else words.spelled(issue)
        return cell(cite, told("term", issue=label, words=phrase(text, cite.wide(own), QUOTE)), own, [row])

    return tell


def positions(pile: Pile, cite: Citations) -> Topics:
    """Each issue with the latest stances of the sides."""
    rows = in_talks_first("told", lambda row: True, pile)
    found: dict[Hashable, Topic] = {}
    for issue, all_ in by_issue(rows):
        parts: dict[Hashable, Telling] = {
            (row.actor.name, row.stance, row.text): _position(row, cite) for row in _foremost(all_, pile)
        }
        if issue != UNFILED:
            found[issue] = Topic(words.spelled(issue).capitalize(), parts)
    return found


def _foremost(rows: list[PositionRow], pile: Pile) -> list[PositionRow]:
    """The latest of each side, those of the parties first; then what else they and others hold."""
    rank = _latest_first(pile)
    latest = sorted(rows, key=lambda row: rank[row.id])
    sides = {actor.id for channel in pile.channels for actor in channel.parties}
    first: dict[str, PositionRow] = {}
    for row in latest:
        first.setdefault(holder(row), row)
    kept = sorted(first.values(), key=lambda row: holder(row) not in sides)
    if len(kept) < POSITIONS:
        shown = {row.id for row in kept}
        others = (row for row in latest if row.id not in shown)
        kept += sorted(others, key=lambda row: holder(row) not in sides)
    return kept[:POSITIONS]


def _latest_first(pile: Pile) -> dict[str, int]:
    """Where each position stands among all by its day, the latest first."""

    def ranks() -> dict[str, int]:
        rows = pile.all_positions.rows
        ordered = sorted(rows, key=lambda row: (-(row.begin.toordinal() if row.begin else 0), row.actor.name, row.id))
        return {row.id: rank for rank, row in enumerate(ordered)}

    found: dict[str, int] = pile.whole.once("latest positions", ranks)
    return found


def _position(row: PositionRow, cite: Citations) -> Telling:
    def tell() -> Cell:
        whole = row.but(of=row.of or row.actor, actor=row.actor.but(id=""))  # beside each other, each is named
        shown = stance_told(whole, phrase(row.text, cite.wide(row.evidence), QUOTE))
        return cell(cite, shown, row.evidence, [row])

    return tell


def _places(evidence: Iterable[Evidence]) -> Hashable:
    return tuple(sorted((item.report, item.start, item.end) for item in evidence))
