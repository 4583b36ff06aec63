"""The gold sheet as typed records. A misspelt field, or a value that no enumeration knows, is an error."""

import datetime
import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from dragoman.records.reading import EventMode, Hedge, Polarity, Sourcing
from dragoman.records.report import BoilerplateKind
from dragoman.records.rows.happenings import ConflictKind
from dragoman.records.rows.talks import ChannelState, HostingStatus
from dragoman.records.time import Interval, Known, Precision

T = TypeVar("T")
_MARKED = re.compile(r"\[(.*?)\]", re.DOTALL)


class _Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the sheet."""


def several(value: T | list[T] | None) -> tuple[T, ...]:
    """What the sheet gives as nothing, one value or a list, as a tuple."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def days(value: datetime.date | list[datetime.date] | None) -> Interval:
    """A day, or first and last day, of the sheet."""
    told = several(value)
    if not told:
        return Interval()
    return Interval(begin=told[0], end=told[-1], precision=Precision.DAY if len(told) == 1 else Precision.INTERVAL)


class Marked(_Line, frozen=True, kw_only=True):
    """A line whose quotation marks its heart with [brackets]."""

    quote: str
    optional: bool = False

    @property
    def words(self) -> str:
        """The quotation without its brackets."""
        return _MARKED.sub(r"\1", self.quote, count=1)

    @property
    def marked(self) -> tuple[int, int]:
        """Where the marked words stand in `words`; all of it when nothing is marked."""
        match = _MARKED.search(self.quote)
        if match is None:
            return 0, len(self.quote)
        return match.start(), match.end() - 2


class Statement(_Line, frozen=True, kw_only=True):
    """Who is cited for what."""

    source: str | list[str]
    cue: str | None = None
    content: str | list[str] | None = None
    may_add: str | None = None
    actor: str | None = None
    polarity: Polarity | list[Polarity] = Polarity.ASSERTS
    sourcing: Sourcing | list[Sourcing]
    addressee: str | None = None
    medium: str | None = None
    relayed_by: str | None = None
    count: int | None = None
    optional: bool = False


class Event(Marked, frozen=True, kw_only=True):
    """Who did what to whom."""

    type: str | list[str]
    agent: str | list[str] | None = None
    patient: str | list[str] | None = None
    day: datetime.date | list[datetime.date] | None = None
    mode: EventMode | list[EventMode] = EventMode.HAPPENED


class Figure(Marked, frozen=True, kw_only=True):
    """A number with what it counts."""

    low: float | None
    high: float | None
    hedge: Hedge | list[Hedge] = Hedge.EXACT
    unit: str | None = None
    of: str | None = None
    series: str | None = None


class Place(_Line, frozen=True, kw_only=True):
    """Words in a report."""

    report: str
    quote: str


class Origin(_Line, frozen=True, kw_only=True):
    """Places that rest on one telling."""

    about: str
    members: list[Place]


class Pair(_Line, frozen=True, kw_only=True):
    """Two places, and what they are about."""

    about: str
    a: Place
    b: Place


class Conflict(_Line, frozen=True, kw_only=True):
    """One question with two answers."""

    about: str
    kind: ConflictKind | list[ConflictKind]
    a: list[Place]
    b: list[Place]


class Spell(_Line, frozen=True, kw_only=True, rename={"begin": "from", "end": "to"}):
    """A state of a mediator's channel over some days."""

    mediator: str
    state: ChannelState | list[ChannelState]
    begin: datetime.date
    end: datetime.date | None
    disputed: bool

    @property
    def middle(self) -> datetime.date:
        """A day well inside the spell; its first day when nothing ends it."""
        return self.begin + ((self.end or self.begin) - self.begin) // 2


class Hosting(Place, frozen=True, kw_only=True):
    """Where a delegation stands with a host."""

    who: str
    host: str
    place: str
    status: HostingStatus
    day: datetime.date | list[datetime.date]
    disputed: bool


class Condition(Place, frozen=True, kw_only=True):
    """What would have to happen for an act to follow."""

    act: str | list[str]
    who: str


class PublishedOn(_Line, frozen=True, kw_only=True):
    """A report's true day of publication, and whether the report tells it."""

    day: datetime.date | list[datetime.date]
    known: Known


class Copy(_Line, frozen=True, kw_only=True):
    """A report that repeats or revises another."""

    report: str
    of: str
    kind: str


class Aside(_Line, frozen=True, kw_only=True):
    """A fragment that is no part of the report's own words."""

    quote: str
    kind: BoilerplateKind


class Sheet(_Line, frozen=True, kw_only=True):
    """The whole sheet."""

    actors: dict[str, list[str]]
    types: list[str]
    complete: list[str]
    statements: dict[str, list[Statement]]
    events: dict[str, list[Event]]
    figures: dict[str, list[Figure]]
    origins: list[Origin]
    origins_apart: list[Pair]
    conflicts: list[Conflict]
    not_conflicts: list[Pair]
    channel_states: list[Spell]
    hosting: list[Hosting]
    conditions: list[Condition]
    published: dict[str, PublishedOn]
    copies: list[Copy]
    boilerplate: dict[str, list[Aside]]

    def names(self, actor: str) -> tuple[str, ...]:
        """The names of an actor of the sheet; the words themselves when they are no key of it."""
        return tuple(self.actors.get(actor, (actor,)))


@cache
def load(path: Path) -> Sheet:
    """The sheet in a file. Raises msgspec.ValidationError, naming the line's path, for what is no sheet."""
    raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    return msgspec.convert(raw, Sheet)
