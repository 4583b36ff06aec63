"""A sheet as typed records: what a reader takes from a pile of reports of the state of its talks."""

import datetime
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from dragoman.records.rows.talks import ChannelState

FOLDER = Path(__file__).resolve().parent


class _Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a sheet."""


class Seen(_Line, frozen=True, kw_only=True):
    """Where a report says it: `[start, end)` in code points into its text."""

    report: str
    start: int
    end: int


class Who(_Line, frozen=True, kw_only=True):
    """Which channels are meant, by beginnings of words in names.

    mediators: any of these mediates (`none`: nobody does); null: whoever does. parties: for each list somebody who
    takes part and bears one of its names.
    """

    mediators: list[str] | None
    parties: list[list[str]]


class Item(_Line, frozen=True, kw_only=True, rename={"begin": "from", "end": "to"}):
    """One thing that a careful reader would say of the talks."""

    id: str
    kind: Literal[
        "channel",
        "state",
        "turn",
        "venue",
        "proposal",
        "rejection",
        "answer",
        "position",
        "condition",
        "hosting",
        "conflict",
    ]
    channel: Who | None = None
    day: datetime.date | None = None
    begin: datetime.date | None = None
    end: datetime.date | None = None
    states: list[ChannelState] = []
    places: list[str] = []
    authors: list[str] = []
    words: list[str] = []
    responses: list[str] = []  # an answer, a stance, a status of hosting
    judgement: str
    evidence: list[Seen] = []
    quote: str | None = None  # the words that it rests on, where the pile is an invented one


class Never(_Line, frozen=True, kw_only=True, rename={"begin": "from", "end": "to"}):
    """States that the reports contradict, over some days."""

    channel: Who
    begin: datetime.date
    end: datetime.date
    states: list[ChannelState]
    judgement: str


class Sheet(_Line, frozen=True, kw_only=True):
    """The sheet of one cluster of reports."""

    cluster: str
    items: list[Item]
    never: list[Never]


def sheets(folder: Path = FOLDER) -> tuple[Sheet, ...]:
    """All sheets in a folder, by name. Raises msgspec.ValidationError, naming the line's path, for what is no sheet."""
    return tuple(
        msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Sheet)
        for path in sorted(folder.glob("*.yaml"))
    )
