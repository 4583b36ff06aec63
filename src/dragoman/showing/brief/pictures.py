"""The pictures of a brief: a lane for each channel, and what happened by day. No day is made up."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, ChannelState, StateRow, StateSpell
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.lines import names
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.tellable import CONTESTED, act, all_tellable, important
from dragoman.showing.page.model import Lane, Mark, Picture, Spell
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import clipped

LABELS = 8
LABEL = 44
LANE = 48
MOST = 3  # days told in words under the picture
LONGEST = datetime.timedelta(days=31)  # an event of some day within more is left to its line
HAPPENED = (EventMode.HAPPENED, EventMode.DENIED)


def lanes(pile: Pile, states: Sequence[StateRow]) -> Picture | None:
    """A lane for each channel that has a state, from the first report's day, or the first spell's if that is soon."""
    window = window_of(pile)
    channels = {channel.id: channel for channel in pile.channels}
    shown = [channels[row.channel] for row in states if row.channel in channels]
    shown = [channel for channel in shown if lane_of(channel, pile).spells]
    drawn = [_told_apart(channel, shown, pile) for channel in shown]
    if window is None or not drawn:
        return None
    begin, end = window
    told = " ".join(wording("lane_told", channel=lane.label, spells=_told(lane, pile.year)) for lane in drawn)
    disputed = any(spell.disputed for lane in drawn for spell in lane.spells)
    return Picture(
        title=wording("lanes_title_disputed" if disputed else "lanes_title"),
        told=wording("lanes_told", begin=days.day(begin), end=days.day(end), lanes=told),
        begin=begin,
        end=end,
        lanes=tuple(drawn),
    )


def _told_apart(channel: ChannelRow, others: Sequence[ChannelRow], pile: Pile) -> Lane:
    """A lane under its mediators' names; where others have the same, with the parties' names too."""
    lane = lane_of(channel, pile)
    alike = [other for other in others if names(other.mediators) == names(channel.mediators)]
    if len(alike) < 2 or not channel.parties:
        return lane
    return lane.but(label=clipped(wording("lane_between", channel=lane.label, parties=names(channel.parties)), LANE))


def lane_of(channel: ChannelRow, pile: Pile) -> Lane:
    """The states in their order. One that another follows on the same day cannot be seen: its line tells of it."""
    seen: list[StateSpell] = []
    for spell in channel.states:
        if spell.state == ChannelState.NONE or not _is_begun(_start(spell), pile.as_of):
            continue
        if seen and _start(seen[-1]) == _start(spell):
            seen.pop()
        if not seen or (seen[-1].state, seen[-1].disputed) != (spell.state, spell.disputed):
            seen.append(spell)
    following = (*seen[1:], None)
    spells = tuple(
        Spell(state=spell.state, begin=_start(spell), end=_start(after) if after else None, disputed=spell.disputed)
        for spell, after in zip(seen, following, strict=False)
    )
    return Lane(label=clipped(names(channel.mediators), LANE) or wording("channel"), spells=spells)


def _is_begun(begin: datetime.date | None, as_of: datetime.date | None) -> bool:
    return begin is None or as_of is None or begin <= as_of


def _start(spell: StateSpell) -> datetime.date | None:
    """The first day of a state; where only the last possible day of its beginning is told, that."""
    return spell.begin or spell.since.end


def _told(lane: Lane, year: int | None) -> str:
    told = []
    for spell in lane.spells:
        since = wording("from_day", day=days.day(spell.begin, year)) if spell.begin else ""
        disputed = wording("disputed") if spell.disputed else ""
        told.append(f"{words.word('state', spell.state)}{since}{disputed}")
    return "; ".join(told)


def marks(pile: Pile) -> Picture | None:
    """What happened by day, larger where more origins tell it; the weightiest days have their act beside them."""
    window = window_of(pile)
    if window is None:
        return None
    begin, end = window
    happened = [row for row in all_tellable(pile) if is_drawn(row, begin, end)]
    by_day: dict[tuple[datetime.date, datetime.date], list[TimelineRow]] = defaultdict(list)
    for row in happened:
        by_day[_days(row)].append(row)
    if not by_day:
        return None
    chosen = {_days(row): row for row in reversed(important(happened, LABELS, pile))}
    drawn = [_mark(when, rows, chosen.get(when), pile) for when, rows in sorted(by_day.items())]
    most = sorted(drawn, key=lambda mark: (-mark.origin_count, mark.begin))[:MOST]
    told = "; ".join(_mark_told(mark, pile.year) for mark in sorted(most, key=lambda mark: mark.begin))
    uncertain = any(mark.begin != mark.end for mark in drawn)
    return Picture(
        title=wording("marks_title_spans" if uncertain else "marks_title"),
        told=wording(
            "marks_told",
            days=words.count(len(drawn), "day"),
            begin=days.day(drawn[0].begin),
            end=days.day(max(mark.end for mark in drawn)),
            most=told,
        ),
        begin=begin,
        end=end,
        marks=tuple(drawn),
    )


def is_drawn(row: TimelineRow, begin: datetime.date, end: datetime.date) -> bool:
    """Whether it is told, as having happened, of one day within the picture or of few enough."""
    if row.mode not in HAPPENED or row.begin is None or row.end is None:
        return False
    return begin <= row.begin <= row.end <= end and row.end - row.begin <= LONGEST


def _days(row: TimelineRow) -> tuple[datetime.date, datetime.date]:
    assert row.begin is not None and row.end is not None
    return row.begin, row.end


def _mark(
    when: tuple[datetime.date, datetime.date], rows: list[TimelineRow], chosen: TimelineRow | None, pile: Pile
) -> Mark:
    origins = pile.origins_of(item for row in rows for item in row.evidence)
    told = act(chosen, pile) if chosen else None
    if chosen and told and chosen.status in CONTESTED:
        told = wording("mark_disputed", label=told)
    return Mark(
        begin=when[0],
        end=when[1],
        event_count=len(rows),
        origin_count=max(len(origins), *(row.origin_count for row in rows)),
        label=clipped(told, LABEL) if told else None,
    )


def _mark_told(mark: Mark, year: int | None) -> str:
    day = days.interval(Interval(begin=mark.begin, end=mark.end), year)
    if mark.label:
        return wording("mark_told", day=day, label=mark.label)
    return wording("mark_counted", day=day, events=words.count(mark.event_count, "event"))


def window_of(pile: Pile) -> tuple[datetime.date, datetime.date] | None:
    """From a little before the first report to the brief's day, at least a week."""
    first = pile.whole.first_published
    if pile.as_of is None or first is None or first > pile.as_of:
        return None
    span = max(7, (pile.as_of - first).days)
    return first - datetime.timedelta(days=max(3, span // 8)), pile.as_of
