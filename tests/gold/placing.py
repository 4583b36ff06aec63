"""Putting rows and gold lines into the same coordinates, and telling whether they speak of the same thing."""

import re
from collections.abc import Iterable
from pathlib import PurePath

import msgspec

from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import ChannelRow, ConditionRow, HostingRow
from dragoman.records.rows.voices import StatementRow
from dragoman.records.span import Span

from .sheet import Place, Sheet
from .texts import Texts

_WORD = re.compile(r"\w+")
# Words that two sources can share without being one.
_EMPTY = frozenset(
    re.findall(r"\w+", "a an the of in on at by for from with and or who which that its his her their mr col")
)


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """The tables of a dossier that the sheet speaks of."""

    reports: tuple[ReportRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    conditions: tuple[ConditionRow, ...] = ()
    hosting: tuple[HostingRow, ...] = ()


class Placed(msgspec.Struct, frozen=True):
    """A range of a report's squeezed text."""

    report: str
    span: Span

    def touches(self, other: "Placed") -> bool:
        """Whether the two share a character of one report."""
        return self.report == other.report and self.span.touches(other.span)

    def holds_half_of(self, other: "Placed") -> bool:
        """Whether at least half of `other` lies inside this range."""
        shared = min(self.span.end, other.span.end) - max(self.span.start, other.span.start)
        return self.report == other.report and 2 * shared >= other.span.end - other.span.start


class Ground:
    """The sheet and the texts together: places for what the sheet quotes and for what rows rest on."""

    def __init__(self, sheet: Sheet, texts: Texts) -> None:
        self.sheet = sheet
        self.texts = texts

    def of_evidence(self, evidence: Evidence) -> Placed | None:
        """Where a row's evidence stands; None when the words are nowhere in the report."""
        report = PurePath(evidence.file).name
        if report not in self.texts:
            return None
        span = self.texts.find(report, evidence.quote, evidence.start)
        return Placed(report, span) if span else None

    def all_of(self, evidence: Iterable[Evidence]) -> tuple[Placed, ...]:
        """The places of several pieces of evidence."""
        return tuple(place for place in map(self.of_evidence, evidence) if place)

    def of_place(self, place: Place) -> Placed:
        """Where words of the sheet stand. Raises ValueError when they do not: test_sheet.py says so first."""
        return self.of_words(place.report, place.quote)

    def of_words(self, report: str, words: str, near: int = 0) -> Placed:
        """Where words of the sheet stand in a report."""
        span = self.texts.find(report, words, near)
        if span is None:
            raise ValueError(f"{report}: {words!r} is not in it")
        return Placed(report, span)

    def characters(self, report: str, pieces: Iterable[str], near: int) -> set[int]:
        """The places of all characters of some pieces, each found nearest to `near`; those not found left out."""
        spans = [self.texts.find(report, piece, near) for piece in pieces]
        return {at for span in spans if span for at in range(span.start, span.end)}

    def is_actor(self, refs: Iterable[ActorRef], actors: Iterable[str]) -> bool:
        """Whether one of a row's actors is one of the sheet's, by any of its names."""
        wanted = {plain(name) for actor in actors for name in self.sheet.names(actor)}
        return any(plain(ref.name) in wanted for ref in refs)


def content_pieces(row: StatementRow) -> tuple[str, ...]:
    """The pieces of a statement's content, which its table shows as one."""
    return tuple(row.content.split(" … "))


def plain(name: str) -> str:
    """A name without its article, case and kind of apostrophe."""
    return name.casefold().replace("’", "'").removeprefix("the ").strip()


def telling_words(words: str) -> frozenset[str]:
    """The words of a source that tell it from others; all of them when it has no others."""
    found = frozenset(_WORD.findall(words.casefold()))
    return found - _EMPTY or found
