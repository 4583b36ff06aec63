"""The channels' states on a terminal with what they rest on, then who is hosted where and texts that differ."""

from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
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
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import clipped, one_line, quoted
from dragoman.showing.screen import console, put
from dragoman.showing.seats import seat_key, stay_days

READABLE = 132
QUOTE = 240
LABEL, INDENT = 24, 2
Told = tuple[str, Text]  # a label and what it tells


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
    if not rows:
        put(screen, Text("no channel of mediation is told of in this record"))
    told = [(_head(row), _under(row, conditions)) for row in rows]
    told += [(_seat(stay), [_against(side) for side in against]) for stay, against in hosting]
    told += [(_differing(row), _texts(row)) for row in proposals if row.differs_on]
    for place, (head, under) in enumerate(told):
        put(screen, *([Text("")] if place else []), head, _block(under), width=min(screen.width, READABLE))


def _block(under: Sequence[Told]) -> RenderableType:
    """What stands under a head: labels left, what they tell right; a label is not repeated."""
    made = Table.grid(padding=(0, 2, 0, 0), expand=True)
    made.add_column(width=min(LABEL, max((len(label) for label, _ in under), default=0)) + INDENT)
    made.add_column(ratio=1)
    before = ""
    for label, text in under:
        shown = Text("" if label == before else label, style="bold" if label.isupper() else "dim")
        made.add_row(Padding(shown, (0, 0, 0, INDENT)), text)
        before = label
    return made


def _head(row: StateRow) -> Text:
    text = Text()
    text.append(words.listing([actor.name for actor in row.mediators]) or wording("channel"))
    text.append(": ")
    text.append(words.word("state", row.state), style="bold")
    since = days.since(row.since) if row.state != ChannelState.NONE else wording("nothing_told_yet")
    text.append(f" {since}")
    if row.disputed:
        text.append(wording("disputed"), style="bold yellow")
    if not row.certain and row.state != ChannelState.NONE:
        text.append(wording("day_uncertain"), style="dim")
    text.append(f" ({row.channel})", style="dim")
    return text


def _under(row: StateRow, conditions: Sequence[ConditionRow]) -> list[Told]:
    """Whose channel and where, each account of its state, the conditions set for it."""
    told: list[Told] = []
    if row.parties:
        told.append((wording("state_between"), Text(words.listing([one_line(actor.name) for actor in row.parties]))))
    if row.venue:
        told.append((wording("state_venue"), Text(one_line(row.venue))))
    told += map(_reading, row.readings)
    return told + [(wording("state_condition"), _condition(one)) for one in conditions if one.channel == row.channel]


def _reading(reading: StateReading) -> Told:
    text = Text(f"{days.since(reading.since)}: ")
    files = list(dict.fromkeys(one_line(item.file) for item in reading.evidence))
    text.append(quoted(reading.evidence[0].quote, QUOTE) if reading.evidence else "no words")
    who = f"{one_line(reading.who)}, " if reading.who else ""
    text.append(f" ({who}{words.word('sourcing', reading.sourcing)}; {words.listing(files[:4])})", style="dim")
    return words.word("state", reading.state), text


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


def _against(side: Side) -> Told:
    """Who says that it is not so, in its own words."""
    text = Text(quoted(side.says or side.evidence[0].quote, QUOTE))
    who = f"{one_line(side.who)}, " if side.who else ""
    files = words.listing(list(dict.fromkeys(one_line(item.file) for item in side.evidence[:1])))
    text.append(f" ({who}{words.word('sourcing', side.sourcing)}; {files})", style="dim")
    return wording("against"), text


def _differing(row: ProposalRow) -> Text:
    """A proposal whose texts for several recipients differ."""
    author = row.author.name if row.author else wording("proposal")
    text = Text(wording("state_texts", author=one_line(author)))
    differ = wording("texts_differ", issues=words.listing([words.spelled(issue) for issue in row.differs_on]))
    text.append(differ, style="bold yellow")
    text.append(f" ({row.id})", style="dim")
    return text


def _texts(row: ProposalRow) -> list[Told]:
    """What each recipient got."""
    told: list[Told] = []
    for version in row.versions:
        to = wording("terms_to", recipients=words.listing([one_line(actor.name) for actor in version.to]))
        differing = [term for term in version.terms if term.issue in row.differs_on]
        told += [(clipped(to, LABEL), Text(quoted(term.text, QUOTE))) for term in differing]
    return told
