"""NEW SINCE and WHAT HAPPENED: changes of state and events of the record in the order of their days."""

from collections.abc import Sequence

from dragoman.process.likeness import are_alike
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelState, StateRow
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, quotation, section
from dragoman.showing.brief.model import SinceGround
from dragoman.showing.brief.pictures import marks
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.sections.stands import channel_name
from dragoman.showing.brief.sections.table import proposals
from dragoman.showing.brief.tellable import CONTESTED, act, all_tellable, important, naming, says
from dragoman.showing.page.model import Line, More, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, faint, state, told, wording

NEW = 8
HAPPENED = 6
QUOTE = 150


def new(pile: Pile, cite: Citations) -> Section | None:
    """What changed, happened and became known since the brief's `since`; said plainly where nothing did."""
    if pile.since is None:
        return None
    changes = _changes(pile, cite)
    told, _ = _parted(pile)
    chosen = important(told, NEW, pile, cite)
    if not chosen and not changes and pile.since_ground == SinceGround.WEEK:
        return None
    day = days.day(pile.since, pile.year).upper()
    note = None if pile.new_count or changes else wording("nothing_new")
    return section(
        SectionKey.NEW,
        wording("section_new_kept" if pile.since_ground == SinceGround.KEPT else "section_new", day=day),
        [*changes, *(_event(row, pile, cite) for row in chosen)],
        more=_more(pile.new_count - len(chosen), f"timeline --from {pile.since}", pile),
        note=note,
    )


def happened(pile: Pile, cite: Citations) -> Section | None:
    """The most important events that neither NEW SINCE nor a proposal ON THE TABLE tells."""
    count = pile.event_count - pile.new_count
    on_the_table = {_place(item) for group in proposals(pile) for row in group for item in row.evidence}
    tabled = {report for report, _, _ in on_the_table}
    _, told = _parted(pile)
    first_in: dict[str, list[TimelineRow]] = pile.whole.once("first in", lambda: _by_report(pile))
    near = (row for report in (*sorted(tabled), "") for row in first_in.get(report, ()))  # no others can be told there
    tabled_rows = {id(row) for row in near if on_the_table.issuperset(map(_place, row.evidence))}
    untold = [row for row in told if id(row) not in tabled_rows] if tabled_rows else told
    chosen = important(untold, HAPPENED, pile, cite)
    return section(
        SectionKey.HAPPENED,
        wording("section_happened_before" if pile.new_count else "section_happened"),
        [_event(row, pile, cite) for row in chosen],
        more=more(count - len(chosen), "timeline", pile),
        picture=marks(pile),
    )


def _by_report(pile: Pile) -> dict[str, list[TimelineRow]]:
    """The record's events by the report that tells them first."""
    found: dict[str, list[TimelineRow]] = {}
    for row in pile.whole.every:
        found.setdefault(row.evidence[0].report if row.evidence else "", []).append(row)
    return found


def _parted(pile: Pile) -> tuple[list[TimelineRow], list[TimelineRow]]:
    """The events worth a line that are new, and the others."""
    return pile.once("parted", lambda: pile.part(all_tellable(pile)))


def _changes(pile: Pile, cite: Citations) -> list[Line]:
    """A line for each channel whose state is another than it was, or was told to be."""
    lines = []
    for row in pile.states:
        before = _match(row, pile.before)
        if row.state == ChannelState.NONE or (before and before.state == row.state):
            continue
        if pile.since_ground == SinceGround.WEEK and (before is None or before.state == ChannelState.NONE):
            continue  # nobody asked, and WHERE IT STANDS tells it
        lines.append(_change(row, before, pile, cite))
    return lines


def _match(row: StateRow, before: Sequence[StateRow]) -> StateRow | None:
    """The same channel of then: by its id, else by its mediators' names."""
    mine = {actor.name for actor in row.mediators}
    by_id = next((other for other in before if other.channel == row.channel), None)
    return by_id or next((other for other in before if mine and mine == {who.name for who in other.mediators}), None)


def _change(row: StateRow, before: StateRow | None, pile: Pile, cite: Citations) -> Line:
    now = state(words.word("state", row.state))
    since = days.since(row.since, pile.year) if row.since.known else wording("since_unknown")
    if before is None or before.state == ChannelState.NONE:
        pieces = [*told("new_channel", channel=channel_name(row), now=now, since=since)]
    else:
        then = words.word("state", before.state)
        pieces = [*told("changed_state", channel=channel_name(row), before=then, now=now, since=since)]
    if row.disputed:
        pieces.append(alert(wording("disputed")))
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    then_told = before.evidence[:1] if before is not None and before.state != ChannelState.NONE else ()
    return line(cite, wording("changed"), pieces, [*cite.wide(row.evidence)[:2], *then_told], channels)


def _place(item: Evidence) -> tuple[str, int, int]:
    return item.report, item.start, item.end


def _event(row: TimelineRow, pile: Pile, cite: Citations) -> Line:
    """The event's words, and before them what was done where these words show all of it."""
    best = naming(row, pile, cite)
    quote = quotation(row.text, cite.wide(best), QUOTE)
    done = act(row, pile) if says(row, cite.around(best[:1])[0].quote, pile) else None
    pieces: list[Piece] = [
        *(told("event", act=done, words=quote) if done else (quote,)),
        *_standing(row, best, shows=done is not None),
    ]
    if done is None and row.mode != EventMode.HAPPENED:
        pieces.append(faint(wording("note", note=words.word("mode", row.mode))))
    if pile.told_since(row) and not pile.happened_since(row):
        pieces.append(faint(wording("told_since")))
    label = days.interval(Interval(begin=row.begin, end=row.end, precision=row.precision), pile.year)
    return line(cite, label, pieces, best, [row])


def _standing(row: TimelineRow, best: Sequence[Evidence], *, shows: bool) -> list[Piece]:
    """What to know of the event before leaning on it; how many tell it only where all of them tell what is told."""
    if row.status in CONTESTED:
        return [*told("claim_status", status=alert(words.word("claim_status", row.status)))]
    alike = shows or all(are_alike(best[0].quote, item.quote) for item in row.evidence)
    origins = words.count(row.origin_count, "origin")
    return [faint(wording("origins_aside", origins=origins))] if row.origin_count > 1 and alike else []


def _more(left: int, command: str, pile: Pile) -> More | None:
    verb, _, options = command.partition(" ")
    made = more(left, verb, pile)
    return made.but(command=f"{made.command} {options}") if made else None
