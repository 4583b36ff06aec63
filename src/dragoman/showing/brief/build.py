"""From a dossier to its brief."""

import datetime
from collections import Counter
from collections.abc import Callable

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.voices import Role
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.context import Sentences
from dragoman.showing.brief.model import AsOfGround, Brief, Section
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.brief.sections.actors import actors
from dragoman.showing.brief.sections.disputed import disputed
from dragoman.showing.brief.sections.events import happened, new
from dragoman.showing.brief.sections.figures import figures
from dragoman.showing.brief.sections.sourcing import sourcing
from dragoman.showing.brief.sections.stands import stands
from dragoman.showing.brief.sections.table import table
from dragoman.showing.brief.sections.unknown import unknown
from dragoman.showing.plain import clipped
from dragoman.workbench import Dossier

SECTIONS: tuple[Callable[[Pile, Citations], Section | None], ...] = (
    stands,
    new,
    table,
    disputed,
    figures,
    happened,
    actors,
    sourcing,
    unknown,
)


def brief(dossier: Dossier, as_of: datetime.date | None = None, since: datetime.date | None = None) -> Brief:
    """Where the talks stand on `as_of`, by default the latest day that the record holds.

    What is new is told since `since`, by default a week before that day.
    """
    pile = gather(dossier, as_of, since)
    cite = Citations(pile.report, Sentences(pile.reading))
    sections = [made for make in SECTIONS if (made := make(pile, cite))] if pile.reports else []
    lines = [line for section in sections for line in section.lines if line.rows]
    outlets = {row.outlet for row in pile.reports if row.outlet}
    return Brief(
        title=_title(pile),
        as_of=pile.as_of,
        as_of_ground=pile.ground,
        since=pile.since,
        report_count=len(pile.reports),
        outlet_count=len(outlets),
        origin_count=len(pile.origins),
        undated_count=sum(not row.published.interval.known for row in pile.reports),
        failed_count=pile.counts.failed_count,
        excluded_count=pile.counts.excluded_count,
        line_count=len(lines),
        checked_count=sum(line.review == ReviewStatus.CONFIRMED for line in lines),
        notes=_notes(pile),
        sections=tuple(sections),
        reports=cite.reports(),
    )


def _title(pile: Pile) -> str:
    """The parties of the talks; without channels, the actors that hold the role; without these, no names."""
    tally = Counter(party.name for channel in pile.channels for party in channel.parties)
    named = [name for name, _ in tally.most_common(2)]
    if len(named) < 2:
        held = [row.name for row in pile.actors if any(role.role == Role.PARTY for role in row.roles)]
        named = list(dict.fromkeys([*named, *held]))[:2]
    return words.listing([clipped(name, 60) for name in named]) or "Where the talks stand"


def _notes(pile: Pile) -> tuple[str, ...]:
    """What a reader must know before reading on."""
    if not pile.reports:
        return (
            "This dossier holds no reports yet. Read some into it:",
            f"dragoman read FILE-OR-FOLDER --dossier {pile.name}",
        )
    notes = []
    if pile.ground == AsOfGround.LATEST:
        notes.append("As of the latest day that the record holds; --as-of DAY gives another.")
    if pile.ground == AsOfGround.UNKNOWN:
        notes.append("No day is known in this record: no report has a date (dragoman correct set-date gives one).")
    if pile.counts.failed_count:
        notes.append(f"{words.count(pile.counts.failed_count, 'file')} could not be read and are not in this brief.")
    if pile.counts.excluded_count:
        notes.append(f"{words.count(pile.counts.excluded_count, 'report')} excluded by a person.")
    processes = {channel.process for channel in pile.channels}
    if len(processes) > 1:
        notes.append(f"{words.count(len(processes), 'process', 'processes')} in this record.")
    return tuple(notes)
