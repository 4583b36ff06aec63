"""The channels' states on a terminal with what they rest on, then who is hosted where and texts that differ."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.records.rows.happenings import Side
from dragoman.records.rows.talks import (
    ChannelState,
    ConditionRow,
    ConditionStatus,
    HostingRow,
    ProposalRow,
    StateReading,
    StateRow,
)
from dragoman.showing import days, words
from dragoman.showing.acts import governed as governed_act
from dragoman.showing.brief.sections.hosting import seat_key, stay_days
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import one_line, quoted
from dragoman.showing.screen import console, put

READABLE = 132
QUOTE = 240


def print_readings(
    rows: Sequence[StateRow],
    screen: Console | None = None,
    *,
    conditions: Sequence[ConditionRow] = (),
    hosting: Sequence[tuple[HostingRow, Sequence[Side]]] = (),
    proposals: Sequence[ProposalRow] = (),
) -> None:
    """Print each channel with its state, each account of it and the conditions that are open; then seats and texts."""
    screen = screen or console()
    width = min(screen.width, READABLE)
    if not rows:
        put(screen, Text("no channel of mediation is told of in this record"))
    for row in rows:
        under = [*map(_reading, row.readings), *(_condition(one) for one in conditions if one.channel == row.channel)]
        put(screen, _head(row), *(Padding(text, (0, 0, 0, 2)) for text in under), width=width)
    for stay, against in hosting:
        put(screen, _seat(stay), *(Padding(_against(side), (0, 0, 0, 2)) for side in against), width=width)
    for text in (_texts(row) for row in proposals if row.differs_on):
        put(screen, text, width=width)


def _head(row: StateRow) -> Text:
    text = Text()
    text.append(words.listing([actor.name for actor in row.mediators]) or wording("channel"))
    text.append(f" ({row.channel})  ", style="dim")
    text.append(words.word("state", row.state), style="bold")
    since = days.since(row.since) if row.state != ChannelState.NONE else wording("nothing_told_yet")
    text.append(f" {since}")
    if row.disputed:
        text.append(", disputed", style="bold yellow")
    if not row.certain and row.state != ChannelState.NONE:
        text.append(", the day not certain", style="dim")
    if row.parties:
        text.append(f"; between {words.listing([actor.name for actor in row.parties])}")
    if row.venue:
        text.append(f"; venue: {one_line(row.venue)}")
    return text


def _reading(reading: StateReading) -> Text:
    text = Text()
    text.append(words.word("state", reading.state), style="bold")
    text.append(f" {days.since(reading.since)}: ")
    files = list(dict.fromkeys(one_line(item.file) for item in reading.evidence))
    text.append(quoted(reading.evidence[0].quote, QUOTE) if reading.evidence else "no words")
    who = f"{one_line(reading.who)}, " if reading.who else ""
    text.append(f" ({who}{words.word('sourcing', reading.sourcing)}; {words.listing(files[:4])})", style="dim")
    return text


def _condition(row: ConditionRow) -> Text:
    governed = governed_act(row.act, [one_line(actor.name) for actor in row.who], negated=row.negated)
    text = Text(wording("condition", act=governed, words=quoted(row.text, QUOTE)))
    if row.status != ConditionStatus.OPEN:
        text.append(wording("condition_status", status=words.word("condition", row.status)))
    text.append(f" ({row.id})", style="dim")
    return text


def _seat(row: HostingRow) -> Text:
    """Who is where with whom, and the words for it."""
    where = row.host.name if row.host else row.place or ""
    text = Text(wording("hosting_status", who=one_line(row.who.name), status=words.word("hosting", row.status)))
    if where:
        text.append(wording(seat_key(row), where=one_line(where)))
    for piece in stay_days(row, None):
        text.append(piece.text)
    if row.disputed:
        text.append(wording("disputed"), style="bold yellow")
    text.append(f" ({row.id})", style="dim")
    return text


def _against(side: Side) -> Text:
    """Who says that it is not so, in its own words."""
    text = Text(f"{wording('against')}: ")
    text.append(quoted(side.says or side.evidence[0].quote, QUOTE))
    who = f"{one_line(side.who)}, " if side.who else ""
    files = words.listing(list(dict.fromkeys(one_line(item.file) for item in side.evidence[:1])))
    text.append(f" ({who}{words.word('sourcing', side.sourcing)}; {files})", style="dim")
    return text


def _texts(row: ProposalRow) -> Text:
    """A proposal whose texts for several recipients differ: what each got."""
    author = row.author.name if row.author else wording("proposal")
    differ = wording("texts_differ", issues=words.listing([words.spelled(issue) for issue in row.differs_on]))
    text = Text(wording("state_texts", author=one_line(author)))
    text.append(differ, style="bold yellow")
    for version in row.versions:
        to = wording("terms_to", recipients=words.listing([one_line(actor.name) for actor in version.to]))
        for term in version.terms:
            if term.issue in row.differs_on:
                text.append(wording("state_text", to=to, words=quoted(term.text, QUOTE)))
    text.append(f" ({row.id})", style="dim")
    return text
