"""NEW SINCE and WHAT HAPPENED: events of the record in the order of their days."""

import datetime
from collections.abc import Sequence

from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import ClaimStatus, TimelineRow
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, faint, line, more, name, names, quotation, said, section
from dragoman.showing.brief.model import Line, More, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.weights import LEAST, weight

NEW = 10
HAPPENED = 10
RANK = {ClaimStatus.DISPUTED: 0, ClaimStatus.CORROBORATED: 1, ClaimStatus.SINGLE_ORIGIN: 2, ClaimStatus.DENIED: 3}


def new(pile: Pile, cite: Citations) -> Section | None:
    """Events since the brief's `since`; said plainly where there is none."""
    if pile.since is None:
        return None
    rows = [row for row in pile.timeline if is_since(row, pile.since)]
    if not rows and not pile.since_given:
        return None
    title = f"NEW SINCE {days.day(pile.since, pile.year).upper()}"
    note = None if rows else "Nothing in the record is told to have happened since."
    chosen = important(rows, NEW)
    command = f"timeline --from {pile.since}"
    return section(
        SectionKey.NEW,
        title,
        [_event(row, pile, cite) for row in chosen],
        more=_more(len(rows) - len(chosen), command, pile),
        note=note,
    )


def happened(pile: Pile, cite: Citations) -> Section | None:
    """The most important events that NEW SINCE does not tell."""
    rows = [row for row in pile.timeline if pile.since is None or not is_since(row, pile.since)]
    chosen = important(rows, HAPPENED)
    title = "WHAT HAPPENED" if len(rows) == len(pile.timeline) else "WHAT HAPPENED BEFORE"
    return section(
        SectionKey.HAPPENED,
        title,
        [_event(row, pile, cite) for row in chosen],
        more=more(len(rows) - len(chosen), "timeline", pile),
    )


def is_since(row: TimelineRow, since: datetime.date) -> bool:
    """Whether an event surely lies on `since` or after it."""
    return row.begin is not None and row.begin >= since


def important(rows: Sequence[TimelineRow], most: int) -> list[TimelineRow]:
    """The `most` most important rows, in the order of their days; rows without a day last."""
    ranked = sorted(rows, key=_importance)[:most]
    latest = datetime.date.max
    return sorted(ranked, key=lambda row: (row.begin or row.end or latest, row.end or latest, row.id))


def _importance(row: TimelineRow) -> tuple[bool, bool, int, int, int, int, str]:
    """Disputed, then corroborated, then by what acts weigh, origins and recency; mere words last."""
    told = row.mode in (EventMode.HAPPENED, EventMode.DENIED)
    day = row.end or row.begin
    return (
        weight(row.type) == LEAST,
        not told,
        RANK.get(row.status, 4),
        weight(row.type),
        -row.origin_count,
        -day.toordinal() if day else 0,
        row.id,
    )


def _event(row: TimelineRow, pile: Pile, cite: Citations) -> Line:
    pieces = [*_act(row), quotation(row.text, cite.wide(row.evidence)), *_standing(row)]
    label = days.interval(Interval(begin=row.begin, end=row.end, precision=row.precision), pile.year)
    return line(cite, label, pieces, row.evidence, [row])


def _act(row: TimelineRow) -> list[Piece]:
    """Who did what to whom, as the row's typed fields have it: "Varra: ask to leave, Ridge Council — "."""
    whom = [actor for actor in (*row.patient, *row.recipient) if actor not in row.agent]
    act = words.spelled(row.type)
    pieces = [name(names(row.agent)), said(f": {act}")] if row.agent else [said(act)]
    if whom:
        pieces += [said(", "), name(names(tuple(dict.fromkeys(whom))))]
    return [*pieces, said(" — ")]


def _standing(row: TimelineRow) -> list[Piece]:
    """What to know of the event before leaning on it."""
    pieces: list[Piece] = []
    if mode := words.word("mode", row.mode):
        pieces.append(faint(f" ({mode})"))
    if row.status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED):
        pieces += [said(" "), alert(words.word("claim_status", row.status))]
    elif row.origin_count > 1:
        pieces.append(faint(f" ({words.count(row.origin_count, 'origin')})"))
    return pieces


def _more(left: int, command: str, pile: Pile) -> More | None:
    verb, _, options = command.partition(" ")
    made = more(left, verb, pile)
    return made.but(command=f"{made.command} {options}") if made else None
