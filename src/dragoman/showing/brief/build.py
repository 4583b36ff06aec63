"""From a dossier to its brief."""

import datetime
from collections import Counter
from collections.abc import Callable

from dragoman.records.rows.evidence import ActorRef, ReviewStatus
from dragoman.showing import days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.model import AsOfGround, Brief, SinceGround
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.brief.sections.actors import actors
from dragoman.showing.brief.sections.disputed import disputed
from dragoman.showing.brief.sections.events import happened, new
from dragoman.showing.brief.sections.figures import figures
from dragoman.showing.brief.sections.reopens import reopens
from dragoman.showing.brief.sections.sourcing import sourcing
from dragoman.showing.brief.sections.stands import stands
from dragoman.showing.brief.sections.table import table
from dragoman.showing.brief.sections.unknown import unknown
from dragoman.showing.page.model import Section, counted
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import clipped
from dragoman.workbench import Dossier

SECTIONS: tuple[Callable[[Pile, Citations], Section | None], ...] = (
    stands,
    new,
    table,
    reopens,
    disputed,
    figures,
    unknown,
    happened,
    actors,
    sourcing,
)


def brief(
    dossier: Dossier,
    as_of: datetime.date | None = None,
    since: datetime.date | None = None,
    *,
    known_by: datetime.date | None = None,
    process: str | None = None,
) -> Brief:
    """Where the talks stand on `as_of`, by default the latest day that the record holds.

    What is new is told since `since`, by default since the last brief that was kept, else since a week before that
    day. `known_by` gives the brief by the reports published up to that day alone, `process` that of one negotiation.
    """
    pile = gather(dossier, as_of, since, known_by=known_by, process=process)
    cite = Citations(pile.report, pile.sentences)
    sections = () if is_silent(pile) else tuple(made for make in SECTIONS if (made := make(pile, cite)))
    lines = counted(sections)
    checked = sum(line.review == ReviewStatus.CONFIRMED for line in lines)
    outlets = pile.whole.once("outlets", lambda: {row.outlet for row in pile.reports if row.outlet})
    named = title(pile)
    undated = len(pile.undated)
    origins = pile.sourced_origin_count
    return Brief(
        title=named,
        heading=heading(named, pile),
        tally=_tally(
            reports=len(pile.reports),
            outlets=len(outlets),
            origins=origins,
            undated=undated,
            lines=len(lines),
            checked=checked,
        ),
        as_of=pile.as_of,
        as_of_ground=pile.ground,
        known_by=pile.known_by,
        since=pile.since,
        since_ground=pile.since_ground,
        report_count=len(pile.reports),
        outlet_count=len(outlets),
        origin_count=origins,
        undated_count=undated,
        failed_count=pile.counts.failed_count,
        excluded_count=pile.counts.excluded_count,
        line_count=len(lines),
        checked_count=checked,
        notes=tuple(_notes(pile)),
        sections=sections,
        reports=cite.reports(),
    )


def is_silent(pile: Pile) -> bool:
    """Whether the record holds nothing to tell of the day: no report, or no event and no report up to it."""
    if not pile.reports or pile.ground != AsOfGround.GIVEN:
        return not pile.reports
    return not pile.event_count and all(_is_later(row.published.begin, pile.as_of) for row in pile.reports)


def _is_later(day: datetime.date | None, as_of: datetime.date | None) -> bool:
    return day is not None and as_of is not None and day > as_of


def title(pile: Pile) -> str:
    """The parties of the talks; without channels, the actors that hold the role; without these, no names."""
    told = {party.id: pile.actor[party.id].report_count for party in _parties(pile) if party.id in pile.actor}
    tally = Counter(_parties(pile))
    ordered = sorted(tally.items(), key=lambda item: (-item[1], -told.get(item[0].id, 0), item[0].name))
    named = [party.name for party, _ in ordered[:2]]
    if len(named) < 2:
        held = [row.name for row in pile.party_actors]
        named = list(dict.fromkeys([*named, *held]))[:2]
    listed = words.listing([clipped(name, 60) for name in named]) or wording("no_names")
    return f"{listed[:1].upper()}{listed[1:]}"  # a party that has no name of its own is told of by a common noun


def _parties(pile: Pile) -> list[ActorRef]:
    return [party for channel in pile.channels for party in channel.parties]


def heading(named: str, pile: Pile) -> str:
    """The title with the days that the brief speaks of and knows of."""
    if pile.as_of is None:
        return wording("known_by", title=named, known=days.day(pile.known_by)) if pile.known_by else named
    if pile.known_by:
        return wording("as_of_known_by", title=named, day=days.day(pile.as_of), known=days.day(pile.known_by))
    return wording("as_of", title=named, day=days.day(pile.as_of))


def _tally(*, reports: int, outlets: int, origins: int, undated: int, lines: int, checked: int) -> tuple[str, ...]:
    """What the brief rests on, and how much of it a person has checked."""
    if not reports:
        return (wording("no_reports"),)
    rests_on = wording(
        "rests_on",
        reports=words.count(reports, "report"),
        outlets=words.count(outlets, "outlet"),
        origins=words.count(origins, "statement origin"),
    )
    if undated:
        rests_on += wording("undated_too", reports=words.count(undated, "report"))
    told = words.count(lines, "line")
    if not lines:
        return (rests_on,)
    return rests_on, wording("checked_some", lines=told, count=checked) if checked else wording(
        "checked_none", lines=told
    )


def _notes(pile: Pile) -> list[str]:
    """What a reader must know before reading on."""
    if not pile.reports:
        if pile.known_by:
            return [wording("nothing_known_by", known=days.day(pile.known_by))]
        return [wording("empty"), wording("empty_command", dossier=pile.name)]
    notes = []
    if is_silent(pile) and pile.as_of:
        first = min(row.published.begin for row in pile.reports if row.published.begin)
        notes.append(wording("before_all", day=days.day(pile.as_of), first=days.day(first)))
    if pile.ground == AsOfGround.LATEST:
        notes.append(wording("latest"))
    if pile.ground == AsOfGround.UNKNOWN:
        notes.append(wording("no_day"))
    if pile.kept is not None and pile.since_ground == SinceGround.KEPT:
        notes.append(wording("since_kept", kept=days.day(pile.kept.at.date()), day=days.day(pile.kept.as_of)))
    if pile.counts.failed_count:
        notes.append(wording("failed", files=words.count(pile.counts.failed_count, "file")))
    if pile.counts.excluded_count:
        notes.append(wording("excluded", reports=words.count(pile.counts.excluded_count, "report")))
    processes = {channel.process for channel in pile.channels}
    if len(processes) > 1:
        notes.append(wording("processes", processes=words.count(len(processes), "negotiation")))
    return notes
