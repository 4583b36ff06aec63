"""Origins: where pieces of information first came from. What two outlets print alike has one."""

from collections import defaultdict
from typing import NamedTuple

from dragoman.reconciling.passages import shared
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.unionfind import Groups
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import one_line
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import Sourcing
from dragoman.records.rows.voices import OriginKind, OriginRow
from dragoman.records.span import hull
from dragoman.records.time import Published


class Origins(NamedTuple):
    """The origin of each statement, and the table."""

    of: dict[str, str]  # statement id to origin id
    rows: tuple[OriginRow, ...]


def find_origins(pile: Pile, voices: tuple[Voice, ...], copies: dict[str, str]) -> Origins:
    """Join statements that come from one place: the same source in one report, the same words in several.

    A source's statements in one report are one origin: the reporter spoke with it once, for all that can be told.
    Two reports that share one sentence of a source share that origin. `copies` maps a report to the one it repeats:
    what the outlet of a copy says in its own voice has the first one's origin.
    """
    by_id = {voice.id: voice for voice in voices}
    groups = Groups(by_id)
    by_source: dict[tuple[str, str], str] = {}
    for voice in voices:
        if voice.actor and voice.sourcing is not Sourcing.OUTLET:
            groups.join(by_source.setdefault((voice.report, voice.actor), voice.id), voice.id)
    passages = {voice.id: voice.words for voice in voices if voice.words}
    across = [(a, b) for a, b in shared(passages) if by_id[a].report != by_id[b].report]
    for one, other in across:
        if _one_voice(by_id[one], by_id[other]):
            groups.join(one, other)
    by_outlet: dict[str, str] = {}
    for voice in voices:
        if voice.attribution is None:
            report = copies.get(voice.report, voice.report)
            groups.join(by_outlet.setdefault(report, voice.id), voice.id)
    rows = [_row(pile, [by_id[m] for m in members], copies) for members in groups.all()]
    ids = {member: row.id for members, row in zip(groups.all(), rows, strict=True) for member in members}
    return Origins(ids, tuple(sorted(rows, key=lambda row: row.id)))


def _one_voice(one: Voice, other: Voice) -> bool:
    """Whether shared words mean one source: an outlet's own sentence and a quotation of somebody stay apart."""
    return (one.attribution is None) == (other.attribution is None)


def _row(pile: Pile, members: list[Voice], copies: dict[str, str]) -> OriginRow:
    reports = sorted({voice.report for voice in members}, key=lambda r: (_day(pile[r].published), r))
    places = defaultdict(list)
    for voice in members:
        places[voice.report].append(voice)
    if len(reports) == 1:
        kind = OriginKind.STATEMENT
    else:
        kind = OriginKind.COPY if any(report in copies for report in reports) else OriginKind.SHARED_PASSAGE
    relayed = next((v.attribution.relayed_by for v in members if v.attribution and v.attribution.relayed_by), None)
    if kind is OriginKind.STATEMENT and relayed:
        kind = OriginKind.RELAY
    return OriginRow(
        id=derived_id(Prefix.ORIGIN, [voice.id for voice in members]),
        kind=kind,
        source=_source(pile, places[reports[0]]),
        first_report=reports[0],
        reports=tuple(reports),
        statement_count=len(members),
        evidence=tuple(
            pile[voice.report].evidence(voice.content)
            for voice in sorted(members, key=lambda v: (reports.index(v.report), v.content))
        ),
    )


def _source(pile: Pile, members: list[Voice]) -> str | None:
    """The source in the fullest words that the first report has for it; None for an outlet's own voice."""
    worded = [
        hull(v.attribution.source).of(pile[v.report].report.text)
        for v in members
        if v.attribution and v.attribution.source
    ]
    return one_line(max(worded, key=lambda w: (len(w), w))) if worded else None


def _day(published: Published) -> str:
    """Sorts undated reports last, so that a dated one is named as the first to print something."""
    return published.begin.isoformat() if published.begin else "9999"
