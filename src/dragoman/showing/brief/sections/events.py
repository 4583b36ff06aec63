"""NEW SINCE and WHAT HAPPENED: events of the record in the order of their days."""

import datetime
from collections.abc import Set

from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ClaimStatus, TimelineRow
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, faint, line, more, quotation, said, section
from dragoman.showing.brief.model import Line, More, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.sections.disputed import pressing
from dragoman.showing.brief.sections.table import proposals
from dragoman.showing.brief.tellable import act, important, tellable

NEW = 8
HAPPENED = 6
QUOTE = 150


def new(pile: Pile, cite: Citations) -> Section | None:
    """Events since the brief's `since`; said plainly where there is none."""
    if pile.since is None:
        return None
    rows = [row for row in pile.timeline if is_since(row, pile.since)]
    chosen = important(tellable(rows, pile), NEW, pile)
    if not chosen and not pile.since_given:
        return None
    title = f"NEW SINCE {days.day(pile.since, pile.year).upper()}"
    note = None if rows else "Nothing in the record is told to have happened since."
    command = f"timeline --from {pile.since}"
    return section(
        SectionKey.NEW,
        title,
        [_event(row, pile, cite) for row in chosen],
        more=_more(len(rows) - len(chosen), command, pile),
        note=note,
    )


def happened(pile: Pile, cite: Citations) -> Section | None:
    """The most important events that neither NEW SINCE nor a proposal ON THE TABLE tells."""
    rows = [row for row in pile.timeline if pile.since is None or not is_since(row, pile.since)]
    on_the_table = {_place(item) for group in proposals(pile) for row in group for item in row.evidence}
    untold = [row for row in tellable(rows, pile) if not on_the_table.issuperset(map(_place, row.evidence))]
    chosen = important(untold, HAPPENED, pile)
    told_above = {claim for row in pressing(pile) for claim in row.claims}
    title = "WHAT HAPPENED" if len(rows) == len(pile.timeline) else "WHAT HAPPENED BEFORE"
    return section(
        SectionKey.HAPPENED,
        title,
        [_event(row, pile, cite, told_above) for row in chosen],
        more=more(len(rows) - len(chosen), "timeline", pile),
    )


def _place(item: Evidence) -> tuple[str, int, int]:
    return item.report, item.start, item.end


def is_since(row: TimelineRow, since: datetime.date) -> bool:
    """Whether an event surely lies on `since` or after it."""
    return row.begin is not None and row.begin >= since


def _event(row: TimelineRow, pile: Pile, cite: Citations, told_above: Set[str | None] = frozenset()) -> Line:
    """The event and its words; words that DISPUTED has quoted already are not told again."""
    told = act(row, pile)
    if told and row.claim in told_above:
        pieces = [said(told), *_standing(row)]
    else:
        pieces = [said(f"{told} — ")] if told else []
        pieces += [quotation(row.text, cite.wide(row.evidence), QUOTE), *_standing(row)]
    label = days.interval(Interval(begin=row.begin, end=row.end, precision=row.precision), pile.year)
    return line(cite, label, pieces, row.evidence, [row])


def _standing(row: TimelineRow) -> list[Piece]:
    """What to know of the event before leaning on it."""
    if row.status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED):
        return [said(" "), alert(words.word("claim_status", row.status))]
    return [faint(f" ({words.count(row.origin_count, 'origin')})")] if row.origin_count > 1 else []


def _more(left: int, command: str, pile: Pile) -> More | None:
    verb, _, options = command.partition(" ")
    made = more(left, verb, pile)
    return made.but(command=f"{made.command} {options}") if made else None
