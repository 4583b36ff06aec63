"""The board of the page of time: its tracks, each bar and dot with the address of its row."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, HostingStatus, ProposalRow
from dragoman.showing import days, words
from dragoman.showing.brief.lines import names
from dragoman.showing.brief.pictures import is_drawn, lane_of
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.tellable import all_tellable
from dragoman.showing.drawing.board import Bar, Board, Dot, Track
from dragoman.showing.plain import clipped
from dragoman.showing.web.asking import View, address

SAID, SAID_OF_MANY = 90, 40  # characters of a row's words in its title
MOST_LANES, MOST_BARS = 8, 16
ROWS, ROWS_OF_MANY = 6, 3  # of events above each other; each picture holds all of them once
MANY = 150  # events, proposals
DAY = datetime.timedelta(days=1)
Span = tuple[datetime.date, datetime.date]


def board_of(pile: Pile, view: View, shown: Span) -> Board | None:
    """The tracks that have anything within the days shown; None where none has."""
    tracks = [track for track in _tracks(pile, view, shown) if track.bars or track.dots]
    if not tracks:
        return None
    title = f"{days.day(shown[0])} to {days.day(shown[1])}; a larger dot has more origins, what is striped is disputed"
    return Board(title=title, begin=shown[0], end=shown[1], tracks=tuple(tracks))


def _tracks(pile: Pile, view: View, shown: Span) -> Iterator[Track]:
    channels = {channel.id: channel for channel in pile.channels}
    told = [channels[row.channel] for row in pile.states if row.channel in channels]
    lanes = [(channel, bars) for channel in told if (bars := _within(_states(channel, pile, view), shown))]
    for number, (channel, bars) in enumerate(lanes[:MOST_LANES]):
        more = f" ({len(lanes) - MOST_LANES} channels more are listed below)" if number == MOST_LANES - 1 else ""
        left_out = more if len(lanes) > MOST_LANES else ""
        yield Track(title=lane_of(channel, pile).label + left_out, bars=bars)
    yield _stays(_within((*_venues(pile.channels, view), *_hosting(pile, view)), shown))
    proposals = tuple(_proposals(pile, view, shown))
    yield Track(title="Proposals", dots=proposals, rows=2, rest=_kept("/proposals", view))
    rest = _kept("/events", view)
    rest += f"{'&' if '?' in rest else '?'}from={{begin}}&to={{end}}"
    happened = [row for row in all_tellable(pile) if is_drawn(row, *shown)]
    rows = ROWS if len(happened) <= MANY else ROWS_OF_MANY
    yield Track(title="What happened", dots=tuple(_events(happened, view)), rows=rows, rest=rest)


def _stays(bars: tuple[Bar, ...]) -> Track:
    """Venues and delegations: the longest stays; how many are left out is in the title."""
    title = "Venues and delegations"
    if len(bars) <= MOST_BARS:
        return Track(title=title, bars=bars)
    longest = frozenset(bar.address + bar.title for bar in sorted(bars, key=_length)[:MOST_BARS])
    kept = tuple(bar for bar in bars if bar.address + bar.title in longest)
    return Track(title=f"{title} ({len(bars) - len(kept):,} shorter left out)", bars=kept)


def _length(bar: Bar) -> tuple[int, str]:
    return -((bar.end or datetime.date.max) - (bar.begin or datetime.date.min)).days, bar.address


def _kept(path: str, view: View) -> str:
    return address(path, view.kept)


def _row(row: str, view: View) -> str:
    return f"/row/{row}{view.tail}"


def _within(bars: Iterable[Bar], shown: Span) -> tuple[Bar, ...]:
    return tuple(
        bar for bar in bars if (bar.begin is None or bar.begin <= shown[1]) and (bar.end is None or bar.end > shown[0])
    )


def _states(channel: ChannelRow, pile: Pile, view: View) -> Iterator[Bar]:
    for spell in lane_of(channel, pile).spells:
        state = words.word("state", spell.state)
        since = f" since {days.day(spell.begin)}" if spell.begin else ""
        until = f", until {days.day(spell.end)}" if spell.end else ""
        yield Bar(
            begin=spell.begin,
            end=spell.end,
            label=state + ("?" if spell.disputed else ""),
            title=f"{state}{since}{until}{', disputed' if spell.disputed else ''}: {names(channel.mediators)}",
            address=_row(channel.id, view),
            state=spell.state,
            disputed=spell.disputed,
        )


def _venues(channels: Iterable[ChannelRow], view: View) -> Iterator[Bar]:
    for channel in channels:
        for venue in channel.venues:
            if venue.begin or venue.end:
                yield Bar(
                    begin=venue.begin,
                    end=_after(venue.end),
                    label=clipped(f"in {venue.place}", 40),
                    title=f"in {venue.place}{_days(venue.begin, venue.end)}: {names(channel.mediators)}",
                    address=_row(channel.id, view),
                )


def _hosting(pile: Pile, view: View) -> Iterator[Bar]:
    """Delegations. What is done on a day (asked to leave, left) and known by its last one alone is shown there."""
    for row in pile.hosting:
        at = row.place or (row.host.name if row.host else None)
        who = " and ".join(pile.who((row.who,))) or "somebody not named"  # as a brief names it: neutrally
        told = f"{who}: {words.word('hosting', row.status)}{f', {at}' if at else ''}"
        by = row.begin is None and row.status is not HostingStatus.HOSTED
        begin, end = (row.end, row.end) if by else (row.begin, _after(row.end))
        if begin or end:
            label = clipped(told, 60) + (" (or before)" if by else "")
            when = f", by {days.day(row.end)}" if by and row.end else _days(row.begin, row.end)
            yield Bar(
                begin=begin,
                end=end,
                label=label,
                title=f"{label}{when}{', disputed' if row.disputed else ''}",
                address=_row(row.id, view),
                disputed=row.disputed,
            )


def _days(begin: datetime.date | None, end: datetime.date | None) -> str:
    return (f" from {days.day(begin)}" if begin else "") + (f" to {days.day(end)}" if end else "")


def _after(end: datetime.date | None) -> datetime.date | None:
    """The day after the last one: a bar ends where a day begins."""
    return end + DAY if end else None


def _author(row: ProposalRow, pile: Pile) -> str:
    return " and ".join(pile.who((row.author,) if row.author else ())) or "somebody not named"


def _proposals(pile: Pile, view: View, shown: Span) -> Iterator[Dot]:
    said = SAID if len(pile.proposals) <= MANY else SAID_OF_MANY
    for row in pile.proposals:
        begin, end = row.when.begin or row.when.end, row.when.end or row.when.begin
        if begin and end and shown[0] <= begin <= end <= shown[1]:
            quote = f": {row.evidence[0].quote}" if row.evidence else ""
            told = f"{days.compact(begin, end)}, proposal of {_author(row, pile)}{quote}"
            title = clipped(told, said)
            yield Dot(begin=begin, end=end, origins=1, title=title, address=_row(row.id, view), hollow=True)


def _events(happened: Sequence[TimelineRow], view: View) -> Iterator[Dot]:
    """What is told to have happened, that of most origins first."""
    said = SAID if len(happened) <= MANY else SAID_OF_MANY
    for row in sorted(happened, key=_weight):
        assert row.begin is not None
        assert row.end is not None
        title = f"{days.compact(row.begin, row.end)}, {words.count(row.origin_count, 'origin')}: {row.text}"
        yield Dot(
            begin=row.begin,
            end=row.end,
            origins=row.origin_count,
            title=clipped(title, said),
            address=_row(row.id, view),
        )


def _weight(row: TimelineRow) -> tuple[int, str, str]:
    return -row.origin_count, str(row.begin), row.id
