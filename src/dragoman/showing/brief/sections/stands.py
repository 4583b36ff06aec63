"""WHERE IT STANDS: each channel's state on the day, the accounts of it, its venue, what would reopen it."""

from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.talks import (
    ConditionRow,
    ConditionStatus,
    HostingRow,
    HostingStatus,
    StateReading,
    StateRow,
)
from dragoman.records.rows.voices import StatementRow
from dragoman.showing import acts, days, words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import (
    alert,
    faint,
    line,
    more,
    name,
    names,
    phrase,
    quotation,
    said,
    section,
    strength,
    voice,
)
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey, Tone
from dragoman.showing.brief.pile import Pile

CHANNELS = 6
READINGS = 4
CONDITIONS = 3
REOPENS = "resume_mediation"  # what a reader asks first of a halted channel
HOSTINGS = 3
PRESSING = {HostingStatus.ASKED_TO_LEAVE: 0, HostingStatus.LEFT: 1, HostingStatus.RETURNED: 1}


def stands(pile: Pile, cite: Citations) -> Section | None:
    """Channels first, disputed ones and ones with parties before others; then hosting not told with a channel."""
    ordered = sorted(pile.states, key=lambda row: (not row.disputed, not row.parties, -len(row.evidence)))
    lines: list[Line] = []
    for row in ordered[:CHANNELS]:
        lines += _channel(row, pile, cite)
    lines += _hosting(pile, cite)
    left = len(ordered) - CHANNELS
    note = None if ordered else "No channel of mediation is told of in these reports."
    return section(SectionKey.STANDS, "WHERE IT STANDS", lines, more=more(left, "channels", pile), note=note)


def _channel(row: StateRow, pile: Pile, cite: Citations) -> list[Line]:
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    state = words.word("state", row.state)
    told = days.since(row.since, pile.year) if row.since.known else "since when is not known"
    pieces = [Piece(tone=Tone.STATE, text=state), said(f", {told}")]
    if row.disputed:
        pieces.append(alert(", disputed"))
    elif not row.certain and row.since.known:
        pieces.append(faint(", the day not certain"))
    if row.parties:
        pieces += [said("; between "), name(names(row.parties))]
    if row.venue:
        pieces += [said("; venue: "), name(row.venue)]
    label = words.possessive(names(row.mediators)) + " channel" if row.mediators else "Channel"
    lines = [line(cite, label, pieces, row.evidence, channels)]
    lines += _readings(row, pile, cite)
    met = [item for item in pile.conditions if item.id in row.conditions or item.channel == row.channel]
    met.sort(key=lambda item: (item.act != REOPENS, item.status != ConditionStatus.OPEN, item.id))
    lines += [_condition(item, pile, cite) for item in met[:CONDITIONS]]
    return lines


def _readings(row: StateRow, pile: Pile, cite: Citations) -> list[Line]:
    """Every account; where there is one alone, it is the line's own evidence quoted."""
    ordered = sorted(row.readings, key=lambda reading: reading.state != row.state)
    if not ordered:
        return (
            [line(cite, "rests on", [quotation(None, cite.wide(row.evidence))], row.evidence, (), depth=1)]
            if (row.evidence)
            else []
        )
    return [_reading(reading, row, pile, cite) for reading in ordered[:READINGS]]


def _reading(reading: StateReading, row: StateRow, pile: Pile, cite: Citations) -> Line:
    agrees = reading.state == row.state
    label = ("for" if agrees else "against") if row.disputed else "rests on"
    shown = cite.wide(reading.evidence)
    speaker = _speaker(shown[0], pile) if shown else None
    who, sourcing = (speaker.source, speaker.sourcing) if speaker else (reading.who, reading.sourcing)
    pieces = [quotation(None, shown)]
    if not agrees:
        pieces.insert(0, said(f"{words.word('state', reading.state)}: "))
    pieces += _on_whose_word(voice(who, sourcing, reading.evidence, pile), reading.evidence, pile)
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    return line(cite, label, pieces, reading.evidence, channels, depth=1)


def _speaker(shown: Evidence, pile: Pile) -> StatementRow | None:
    """Who is cited for the words that are quoted, which need not be the best source of all; None for the outlet."""
    over = [
        (e.end - e.start, row.id, row)
        for row in pile.statements
        if row.source
        for e in row.evidence
        if e.report == shown.report and e.start <= shown.end and shown.start <= e.end
    ]
    return min(over, key=lambda found: found[:2])[2] if over else None


def _on_whose_word(who: str, evidence: tuple[Evidence, ...], pile: Pile) -> list[Piece]:
    rests = strength(evidence, pile)
    return [faint(f" ({who}; {rests})" if rests else f" ({who})")]


def _condition(row: ConditionRow, pile: Pile, cite: Citations) -> Line:
    status = "" if row.status == ConditionStatus.OPEN else f" ({words.word('condition', row.status)})"
    pieces = [
        said(f"{acts.governed(row.act, pile.who(row.who), negated=row.negated)} "),
        phrase(row.text, cite.wide(row.evidence)),
        said(status),
    ]
    return line(cite, "condition", pieces, row.evidence, [row], depth=1)


def _hosting(pile: Pile, cite: Citations) -> list[Line]:
    """Where delegations of the talks stand with their hosts: a line for each guest and host, the latest first."""
    stays: dict[tuple[str, str | None], list[HostingRow]] = {}
    for row in sorted(pile.hosting, key=lambda row: _latest(row, pile)):
        if pile.who([row.who]) and row.who.id in pile.guests and (row.host is None or pile.who([row.host])):
            stays.setdefault((_whole(row, pile), row.host.id if row.host else row.place), []).append(row)
    hosted = {guest for guest, host in stays if host}
    told = [rows for (guest, host), rows in stays.items() if host or guest not in hosted]
    return [_host(rows, pile, cite) for rows in told[:HOSTINGS]]


def _latest(row: HostingRow, pile: Pile) -> tuple[bool, bool, int, int, bool, int, str]:
    guest = pile.actor.get(row.who.id)
    return (
        not row.disputed,
        row.host is None,
        PRESSING.get(row.status, 2),
        -(row.begin.toordinal() if row.begin else 0),
        guest is None or guest.kind != ActorKind.ORGANISATION,
        -len(row.evidence),
        row.id,
    )


def _whole(row: HostingRow, pile: Pile) -> str:
    """Whose delegation it is: the bureau, the leaders and the movement are one guest."""
    guest = pile.actor.get(row.who.id)
    return guest.of.id if guest and guest.of else row.who.id


def _host(rows: list[HostingRow], pile: Pile, cite: Citations) -> Line:
    row = rows[0]
    where = row.host.name if row.host else row.place
    pieces = [name(words.listing(pile.who([row.who]))), said(f": {words.word('hosting', row.status)}")]
    if where:
        pieces += [said(" by " if row.host else " in "), name(where)]
    if row.begin:
        pieces.append(said(f", since {days.onset(row.begin, pile.year)}"))
    if row.disputed:
        pieces.append(alert(", disputed"))
    # Evidence of a disputed stay may deny it: only the first is sure to tell it.
    own = row.evidence[:1] if row.disputed else row.evidence
    pieces += [said(" — "), quotation(row.evidence[0].quote if own else None, cite.wide(own), 140)]
    alike = [item for item in rows if item.status == row.status]
    return line(cite, "Hosting", pieces, [item for row in alike for item in row.evidence], alike)
