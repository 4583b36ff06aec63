"""How far apart: what each side wants, refuses or could accept, by issue, side by side."""

from collections import defaultdict
from collections.abc import Callable, Sequence, Set

from dragoman.process.likeness import are_alike, content_words
from dragoman.records.reading import Stance
from dragoman.records.rows.talks import PositionRow
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import cell, grid, phrase, plain_cell
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import named, shows_readiness, shows_stance, without_aside, words_for
from dragoman.showing.brief.whole import Dated
from dragoman.showing.naming import is_named, is_pronoun
from dragoman.showing.page.model import Cell, Grid, GridRow, Piece
from dragoman.showing.page.pieces import alert, faint, name, said, told, wording
from dragoman.showing.plain import clipped

SIDES = 3
ISSUES = 6
QUOTE = 100
NAME = 40
LEAST = 2  # words that tell something
UNFILED = "other"


def gaps(pile: Pile, cite: Citations) -> tuple[Grid | None, int]:
    """The grid of issues by sides, and how many positions it tells; None where nobody takes a stance."""
    rows = in_talks_first("shown", lambda row: is_shown(row, pile, cite), pile)
    parties = _parties(pile)
    issues = by_issue(rows, parties)
    # What is under no issue lies beside nothing: it is left to the table where there are issues.
    issues = ([one for one in issues if one[0] != UNFILED] or issues)[:ISSUES]
    sides = _sides([row for _, positions in issues for row in positions], parties)
    shown = [(issue, kept) for issue, all_ in issues if (kept := [row for row in all_ if holder(row) in sides])]
    if not shown:
        return None, 0
    made = [_row(issue, positions, sides, pile, cite) for issue, positions in shown]
    heads = [clipped(_name_of(side, rows), NAME) for side in sides]
    count = sum(len(held) for row in made for held in row.cells)
    return grid(wording("gaps_caption"), wording("issue"), heads, made), count


def in_talks_first(kind: str, wanted: Callable[[PositionRow], bool], pile: Pile) -> Sequence[PositionRow]:
    """The positions of the day that are told and `wanted`, which makes this `kind`: of those in the talks, or of all.

    Which they are is the same on every day.
    """

    def told() -> Dated[PositionRow]:
        return pile.all_positions.only(lambda row: is_named(row.actor.name) and is_told(row) and wanted(row))

    every: Dated[PositionRow] = pile.whole.once((kind, "positions"), told)
    in_talks: Dated[PositionRow] = pile.whole.once(
        (kind, "positions in talks"),
        lambda: every.only(lambda row: bool({row.actor.id, holder(row)} & pile.in_the_talks)),
    )
    return pile.of_the_day(in_talks) or pile.of_the_day(every)


def is_told(row: PositionRow) -> bool:
    """Whether its words say what is wanted: "the idea of" or "to differ" say too little, "their demands" only that."""
    words_of_it = content_words(row.text)
    if row.text.lower().startswith("whether "):
        return False  # a question is no wish
    return len(words_of_it) >= LEAST and not (row.who is not None and is_pronoun(row.who))


def is_shown(row: PositionRow, pile: Pile, cite: Citations) -> bool:
    """Whether the sentence that is quoted names whose position it is and has a word of that stance for it."""
    (sentence,) = cite.around(row.evidence[:1])
    return shows_stance(row.stance, pile.names(row.actor), row.text, sentence.quote)


def holder(row: PositionRow) -> str:
    """Whose position it is: of the state or group that a leader or an office speaks for, theirs."""
    return (row.of or row.actor).id


def by_issue(rows: Sequence[PositionRow], parties: Set[str] = frozenset()) -> list[tuple[str, list[PositionRow]]]:
    """Positions by issue, those on which most parties and sides take a stance first; those under no issue last."""
    issues: dict[str, list[PositionRow]] = defaultdict(list)
    for row in rows:
        issues[row.issue].append(row)
    return sorted(issues.items(), key=lambda item: _spread(item[0], item[1], parties))


def _spread(issue: str, rows: list[PositionRow], parties: Set[str]) -> tuple[bool, int, int, int, str]:
    holders = {holder(row) for row in rows}
    return issue == UNFILED, -len(holders & parties), -len(holders), -len(rows), issue


def _parties(pile: Pile) -> Set[str]:
    held = {row.id for row in pile.party_actors}
    return held | {actor.id for row in pile.channels for actor in row.parties}


def _sides(rows: list[PositionRow], parties: Set[str]) -> list[str]:
    """The sides to lay beside each other: parties first, then those with most positions."""
    tally: dict[str, int] = defaultdict(int)
    for row in rows:
        tally[holder(row)] += 1
    return sorted(tally, key=lambda side: (side not in parties, -tally[side], side))[:SIDES]


def _name_of(side: str, rows: Sequence[PositionRow]) -> str:
    return next((row.of or row.actor).name for row in rows if holder(row) == side)


def _row(issue: str, rows: list[PositionRow], sides: Sequence[str], pile: Pile, cite: Citations) -> GridRow:
    head: list[Piece] = [said(issue_name(issue))]
    if _apart(rows):
        head += [said(": "), alert(wording("apart"))]
    cells = tuple(
        tuple(_position(row, pile, cite) for row in _latest([row for row in rows if holder(row) == side]))
        for side in sides
    )
    return GridRow(head=plain_cell(*head), cells=cells)


def _latest(rows: list[PositionRow]) -> list[PositionRow]:
    """Of each stance the latest, the side's own word before that of its people."""
    ordered = sorted(
        rows,
        key=lambda row: (
            -(row.begin.toordinal() if row.begin else 0),
            row.of is not None,
            row.who is not None,
            row.actor.name,
            row.id,
        ),
    )
    first = {row.stance: row for row in reversed(ordered)}
    return [row for row in ordered if first[row.stance] is row]


def issue_name(issue: str) -> str:
    """An issue as the head of a row."""
    return wording("unfiled") if issue == UNFILED else words.spelled(issue).capitalize()


def _apart(rows: list[PositionRow]) -> bool:
    """Whether one side wants in like words what another refuses; unlike words lie side by side and say it."""
    wanted = [row for row in rows if row.stance == Stance.WANTS]
    refused = [row for row in rows if row.stance == Stance.REFUSES]
    return rows[0].issue != UNFILED and any(
        holder(want) != holder(refuse) and are_alike(want.text, refuse.text) for want in wanted for refuse in refused
    )


def _position(row: PositionRow, pile: Pile, cite: Citations) -> Cell:
    (sentence,) = cite.around(row.evidence[:1])
    own = without_aside(row.text)
    opened = f'"{own}'  # words that close a quotation which opens just before them
    text = opened if own.count('"') % 2 and opened in sentence.quote else own
    words_of_it = phrase(text, cite.wide(row.evidence), QUOTE)
    # On whose word it is, where the sentence says so itself: "he" may be somebody, and the quotation does not say who.
    by_name = row
    if row.who is not None and not named((row.who, row.who.split()[-1]), sentence.quote):
        by_name = row.but(who=wording("cited_there") if words_for("cited").search(sentence.quote) else None)
    ready = row.stance is Stance.COULD_ACCEPT and shows_readiness(row.text, sentence.quote)
    return cell(cite, [*stance_told(by_name, words_of_it, ready=ready), *_when(row, pile)], row.evidence[:1], [row])


def stance_told(row: PositionRow, words_of_it: Piece, *, ready: bool = False) -> list[Piece]:
    """What is wanted, before it the leader or office where it is not the side itself, after it on whose word."""
    stance = wording("position_ready") if ready else words.word("stance", row.stance)
    if row.of is not None and row.of.id != row.actor.id:
        pieces = [*told("position_of", actor=name(row.actor.name), stance=stance, words=words_of_it)]
    else:
        pieces = [*told("position", stance=stance, words=words_of_it)]
    if row.who:
        pieces.append(faint(wording("position_word", who=clipped(row.who, NAME))))
    return pieces


def _when(row: PositionRow, pile: Pile) -> tuple[Piece, ...]:
    """The day by which it was told: it may have been so before."""
    if row.begin is None:
        return ()
    day = days.onset(row.begin, pile.year)
    return told("as_told", days=day if day[0].isdigit() and " " in day else wording("in_month", month=day))
