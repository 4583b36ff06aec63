"""The channels' states on a terminal, each with the accounts that it rests on."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.records.rows.talks import StateReading, StateRow
from dragoman.showing import days, words
from dragoman.showing.plain import one_line, quoted
from dragoman.showing.screen import console, put

READABLE = 132
QUOTE = 240


def print_readings(rows: Sequence[StateRow], screen: Console | None = None) -> None:
    """Print each channel with its state, then each account of it."""
    screen = screen or console()
    width = min(screen.width, READABLE)
    if not rows:
        put(screen, Text("no channel of mediation is told of in this record"))
    for row in rows:
        put(screen, _head(row), *(Padding(_reading(reading), (0, 0, 0, 2)) for reading in row.readings), width=width)


def _head(row: StateRow) -> Text:
    text = Text()
    text.append(words.listing([actor.name for actor in row.mediators]) or "unnamed mediators")
    text.append(f" ({row.channel})  ", style="dim")
    text.append(words.word("state", row.state), style="bold")
    text.append(f" {days.since(row.since)}")
    if row.disputed:
        text.append(", disputed", style="bold yellow")
    if not row.certain:
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
