"""Scoring the talks over time: channel states, hosting, conditions; and what is known of the reports themselves."""

import datetime
from pathlib import PurePath

from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import HostingRow, StateSpell
from dragoman.records.time import Interval, Known

from .placing import Ground, Tables, plain
from .sheet import Hosting, PublishedOn, Spell, days, several
from .tally import Tally, share


def score_states(ground: Ground, tables: Tables) -> list[Tally]:
    """On the middle day of each of the sheet's spells: the state (recall), all states given (precision), disputed."""
    asked = [(spell, _spells(ground, tables, spell)) for spell in ground.sheet.channel_states]
    hits = [(str(several(s.state)[0]) in {str(one.state) for one in given}, s, given) for s, given in asked]
    told = [(one.state in several(spell.state), spell, one) for spell, given in asked for one in given]
    return [
        Tally(
            kind="channel states",
            found=sum(hit for hit, _, _ in hits),
            wanted=len(hits),
            right=sum(right for right, _, _ in told),
            given=len(told),
            missed=tuple(f"{_name(spell)}: {[str(one.state) for one in got]}" for hit, spell, got in hits if not hit),
            wrong=tuple(f"{_name(spell)}: {one.state} ({one.grounds})" for right, spell, one in told if not right),
        ),
        share(
            "states disputed",
            [(any(one.disputed for one in given) == spell.disputed, _name(spell)) for spell, given in asked if given],
        ),
    ]


def _spells(ground: Ground, tables: Tables, spell: Spell) -> list[StateSpell]:
    return [
        one
        for channel in tables.channels
        if ground.is_actor(channel.mediators, (spell.mediator,))
        for one in channel.states
        if (one.begin or spell.middle) <= spell.middle <= (one.end or spell.middle)
    ]


def _name(spell: Spell) -> str:
    return f"{spell.mediator} {'/'.join(map(str, several(spell.state)))} on {spell.middle}"


def score_hosting(ground: Ground, tables: Tables) -> list[Tally]:
    """Who sits where: the guest, the host or the place, the status, and the day or the words that it rests on."""
    hits = [
        (any(_same_hosting(ground, line, row) for row in tables.hosting), f"{line.who} {line.status} {line.place}")
        for line in ground.sheet.hosting
    ]
    told = [any(_same_hosting(ground, line, row) for line in ground.sheet.hosting) for row in tables.hosting]
    tally = share("hosting", hits)
    wrong = [row for row, right in zip(tables.hosting, told, strict=True) if not right]
    return [
        Tally(
            kind="hosting",
            found=tally.found,
            wanted=tally.wanted,
            missed=tally.missed,
            right=sum(told),
            given=len(told),
            wrong=tuple(f"{row.who.name} {row.status} {row.place} {row.begin}" for row in wrong),
        )
    ]


def _same_hosting(ground: Ground, line: Hosting, row: HostingRow) -> bool:
    # A party and its delegation are one guest.
    guest = ground.is_actor((row.who,), (line.who, "bureau", "front"))
    host = row.host is not None and ground.is_actor((row.host,), (line.host,))
    place = row.place is not None and plain(row.place) == plain(line.place)
    told = days(line.day)
    day = row.begin is not None and told.meets(Interval(begin=row.begin, end=row.begin))
    words = any(place.touches(ground.of_place(line)) for place in ground.all_of(row.evidence))
    return guest and (host or place) and row.status is line.status and (day or words)


def score_conditions(ground: Ground, tables: Tables) -> list[Tally]:
    """Conditions by the words that state them and the act that they govern."""
    hits = []
    for line in ground.sheet.conditions:
        at = ground.of_place(line)
        found = any(
            row.act in several(line.act) and any(place.touches(at) for place in ground.all_of(row.evidence))
            for row in tables.conditions
        )
        hits.append((found, f"{line.report}: {'/'.join(several(line.act))} {line.quote}"))
    return [share("conditions", hits)]


def score_reports(ground: Ground, tables: Tables) -> list[Tally]:
    """When each report was published and how that is known; which reports copy or revise which."""
    rows = {_file(row): row for row in tables.reports}
    ids = {row.id: name for name, row in rows.items()}
    published = [
        (report in rows and _right_date(rows[report], line), report) for report, line in ground.sheet.published.items()
    ]
    copies = {(name, ids.get(row.copies_of), "copy") for name, row in rows.items() if row.copies_of}
    copies |= {(name, ids.get(row.revision_of), "revision") for name, row in rows.items() if row.revision_of}
    wanted = {(line.report, line.of, line.kind) for line in ground.sheet.copies}
    return [
        share("published", published),
        Tally(
            kind="copies",
            found=len(wanted & copies),
            wanted=len(wanted),
            right=len(wanted & copies),
            given=len(copies),
            missed=tuple(map(str, sorted(wanted - copies))),
            wrong=tuple(sorted(map(str, copies - wanted))),
        ),
    ]


def _file(row: ReportRow) -> str:
    name = PurePath(row.file).name
    return name if row.part is None or "#" in name else f"{name}#{row.part}"


def _right_date(row: ReportRow, line: PublishedOn) -> bool:
    """A stated day to the day. An undated report: no day, or an inferred interval that holds a true one."""
    told = days(line.day)
    given = row.published
    if line.known is Known.UNKNOWN:
        inferred = given.known is Known.INFERRED and given.interval.known and given.interval.meets(told)
        return given.known is Known.UNKNOWN or inferred
    day: datetime.date | None = told.begin
    return given.known is line.known and given.begin == day and given.end == told.end


def score_boilerplate(ground: Ground, tables: Tables) -> list[Tally]:
    """Fragments set aside: nothing in the tables rests on half of one or more."""
    evidence = [item for row in tables.statements for item in row.evidence]
    evidence += [item for row in tables.timeline for item in row.evidence]
    evidence += [item for row in tables.figures for point in row.points for item in point.evidence]
    places = ground.all_of(evidence)
    rights = []
    for report, asides in ground.sheet.boilerplate.items():
        for aside in asides:
            at = ground.of_words(report, aside.quote)
            clean = not any(place.holds_half_of(at) or at.holds_half_of(place) for place in places)
            rights.append((clean, f"{report}: {aside.kind} {aside.quote}"))
    return [share("boilerplate", rights)]
