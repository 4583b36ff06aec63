"""WHERE IT STANDS: each channel's state on the day, the accounts of it, the states before, and who is hosted where."""

import datetime
from collections import Counter
from collections.abc import Sequence

from dragoman.process.rules import one_side, stem_of
from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import ConflictStrength, Side
from dragoman.records.rows.talks import (
    ChannelRow,
    ChannelState,
    HostingRow,
    HostingStatus,
    StateReading,
    StateRow,
    StateSpell,
)
from dragoman.records.rows.voices import Role
from dragoman.records.time import Interval, Precision
from dragoman.showing import days, words
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.lines import line, more, names, quotation, section, strength, voice
from dragoman.showing.brief.pictures import lanes
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import lists_of, named, shows_role
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.brief.tellable import LEAD
from dragoman.showing.page.model import Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, faint, name, state, told, wording

CHANNELS = 6
READINGS = 4
SPELLS = 3  # as many as a line cites
HOSTINGS = 3
MAIN = 2
MEMBERS = 3  # of a body that is listed with its members
HIDDEN = (Sourcing.UNNAMED, Sourcing.SOURCES)
PRESSING = {HostingStatus.ASKED_TO_LEAVE: 0, HostingStatus.LEFT: 1, HostingStatus.RETURNED: 1}


def stands(pile: Pile, cite: Citations) -> Section | None:
    """Channels first, by negotiation; disputed ones and ones with parties before others; then hosting."""
    ordered = channels(pile)
    # What its quotations do not show to be a channel is left to the table, where others are.
    shown = [row for row in ordered if _is_told(row, pile, cite)] or ordered
    several = len({row.process for row in pile.states}) > 1
    lines: list[Line] = []
    process: str | None = None
    for row in shown:
        if several and row.process != process:
            lines += _talks(row, pile, cite)
        process = row.process
        lines += _channel(row, pile, cite)
    lines += _hosting(pile, cite)
    left = len(pile.states) - len(shown)
    return section(
        SectionKey.STANDS,
        wording("section_stands"),
        lines,
        more=more(left, "channels", pile),
        note=None if pile.states else wording("no_channel"),
        picture=lanes(pile, shown),
    )


def channels(pile: Pile) -> list[StateRow]:
    """The channels that there is room for, those of one negotiation together; the one most told of first."""
    ordered = sorted(
        pile.states,
        key=lambda row: (row.state == ChannelState.NONE, not row.disputed, not row.parties, -len(row.evidence)),
    )
    told_of = Counter(row.process for row in pile.states for _ in {item.report for item in row.evidence})
    processes = sorted(dict.fromkeys(row.process for row in ordered), key=lambda one: -told_of[one])
    return sorted(ordered[:CHANNELS], key=lambda row: processes.index(row.process))


def channel_name(row: StateRow | ChannelRow) -> str:
    """As in "Corvane's channel"; a channel whose mediators nobody names is just that."""
    if not row.mediators:
        return wording("channel")
    return wording("channel_of", mediators=words.possessive(names(row.mediators)))


def _talks(row: StateRow, pile: Pile, cite: Citations) -> list[Line]:
    """Whose talks the channels that follow are of, where a record has several."""
    mine = [other for other in pile.states if other.process == row.process]
    parties = {actor.id: actor for other in mine for actor in other.parties}
    channels = [one for one in pile.channels if one.process == row.process]
    told_there = [item for other in mine for item in other.evidence] + _all_of(channels)
    evidence = _naming_most(list(parties.values()), told_there, pile, cite)
    shown = folded(_named_in(list(parties.values()), evidence, pile, cite), evidence, pile, cite)
    if not shown:
        return []
    return [line(cite, wording("talks"), [name(names(shown))], evidence, ())]


def folded(parties: Sequence[ActorRef], shows: Sequence[Evidence], pile: Pile, cite: Citations) -> tuple[ActorRef, ...]:
    """Parties by how many reports tell of them, without the members of a body that is one, where these are listed."""
    known = {row.id: row.report_count for row in pile.actors}
    sentences = [item.quote for item in cite.around(shows)]
    members: set[str] = set()
    for body in parties:
        listed = [told for sentence in sentences for told in lists_of(pile.names(body), sentence)]
        here = {one.id for one in parties if one != body and any(named(pile.names(one), told) for told in listed)}
        members |= here if len(here) >= MEMBERS else set()
    return tuple(
        sorted((one for one in parties if one.id not in members), key=lambda one: (-known.get(one.id, 0), one.name))
    )


def _channel(row: StateRow, pile: Pile, cite: Citations) -> list[Line]:
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    shows = _showing(row, channels, pile, cite)
    lines = [line(cite, channel_name(row), _as_shown(row, shows, pile, cite), shows, channels)]
    lines += _readings(row, pile, cite)
    return lines + [found for channel in channels if (found := _earlier(channel, row, pile, cite))]


def _is_told(row: StateRow, pile: Pile, cite: Citations) -> bool:
    """Whether quotations show that it is one: somebody in it stands between others, and the sides are named."""
    mine = [channel for channel in pile.channels if channel.id == row.channel]
    if not row.evidence:
        return True
    if len(row.parties) > 1 and len(_named_in(row.parties, _showing(row, mine, pile, cite), pile, cite)) < 2:
        return False
    roles = [held for actor in row.mediators if (of := pile.actor.get(actor.id)) for held in of.roles]
    evidence = cite.around([*row.evidence, *_all_of(mine), *(item for held in roles for item in held.evidence)])
    return not row.mediators or any(
        shows_role(Role.MEDIATOR, pile.names(actor), item.quote) is not None
        for actor in row.mediators
        for item in evidence
    )


def _showing(row: StateRow, channels: list[ChannelRow], pile: Pile, cite: Citations) -> list[Evidence]:
    """The evidence of the state first, then what of the channel's names those whose channel it is."""
    first = list(cite.wide(_telling(row.evidence, row, pile, cite)))[:2]
    everyone = (*row.mediators, *row.parties)
    return _naming_most(everyone, [*row.evidence, *_all_of(channels)], pile, cite, first)


def _naming_most(
    actors: Sequence[ActorRef],
    evidence: Sequence[Evidence],
    pile: Pile,
    cite: Citations,
    first: Sequence[Evidence] = (),
) -> list[Evidence]:
    """`first`, then what names most of the actors that are not named yet, as much as one line cites."""
    chosen = list(first)
    while len(chosen) < PER_LINE:
        known = {actor.id for actor in _named_in(actors, chosen, pile, cite)}
        left = [actor for actor in actors if actor.id not in known]
        best = max(evidence, key=lambda item: len(_named_in(left, [item], pile, cite)), default=None)
        if best is None or not _named_in(left, [best], pile, cite):
            break
        chosen.append(best)
    return chosen or list(evidence[:1])


def _named_in(actors: Sequence[ActorRef], evidence: Sequence[Evidence], pile: Pile, cite: Citations) -> list[ActorRef]:
    sentences = " ".join(item.quote for item in cite.around(evidence))
    return [actor for actor in actors if named(pile.names(actor), sentences) or _is_the_many(actor, sentences, pile)]


def _is_the_many(actor: ActorRef, sentences: str, pile: Pile) -> bool:
    """Whether sentences name a side without a name by another word for it: "its bank advisory committee"."""
    row = pile.actor.get(actor.id)
    stem = None if row is None or row.named else stem_of(actor.name)
    return stem is not None and one_side()[stem].search(sentences) is not None


def _as_shown(row: StateRow, shows: Sequence[Evidence], pile: Pile, cite: Citations) -> list[Piece]:
    """The state with those sides and that venue which the quotations name; said where they speak of the talks only."""
    parties = folded(_named_in(row.parties, shows, pile, cite), shows, pile, cite)
    there = [item for item in cite.around(shows) if row.venue and named((row.venue,), item.quote)]
    venue = row.venue if there and _named_in(row.mediators or parties, there, pile, cite) else None
    pieces = standing(row.but(parties=parties if len(parties) > 1 else (), venue=venue), pile)
    own = cite.wide(row.evidence)[:PER_LINE]
    if row.evidence and row.mediators and not _named_in(row.mediators, own, pile, cite):
        pieces += told("told_of_all")
    return pieces


def standing(row: StateRow, pile: Pile) -> list[Piece]:
    """A channel's state with since when, between whom and where: the words of its line."""
    shown = state(words.word("state", row.state))
    if row.state == ChannelState.NONE and pile.as_of is not None:
        pieces = [*told("no_state_yet", state=shown, day=days.day(pile.as_of, pile.year))]
    else:
        known = row.since.known
        since = days.since(row.since, pile.year) if known else wording("since_unknown")
        pieces = [*told("channel_state", state=shown, since=since)]
        if row.disputed:
            pieces.append(alert(wording("disputed")))
        elif not row.certain and known:
            pieces.append(faint(wording("day_uncertain")))
    if row.parties:
        parties = name(names(row.parties))
        pieces += told("between", parties=parties) if len(row.parties) > 1 else told("with", parties=parties)
    if row.venue:
        pieces += told("venue", place=name(row.venue))
    return pieces


def _all_of(channels: list[ChannelRow]) -> list[Evidence]:
    """What shows that there is a channel: whatever its states and its venues rest on."""
    states = [item for channel in channels for spell in channel.states for item in spell.evidence]
    return states + [item for channel in channels for spell in channel.venues for item in spell.evidence]


def _readings(row: StateRow, pile: Pile, cite: Citations) -> list[Line]:
    """Every account; where there is one alone, it is the line's own evidence quoted."""
    if not row.disputed:
        readings = [one.but(evidence=_telling(one.evidence, row, pile, cite)) for one in row.readings]
        row = row.but(evidence=_telling(row.evidence, row, pile, cite), readings=tuple(readings))
    ordered = sorted(row.readings, key=lambda reading: reading.state != row.state)
    if row.disputed:  # the state before is no account against this one: the line of earlier states tells it
        ordered = [reading for reading in ordered if not _is_earlier(reading, row, pile)]
    if not ordered and row.evidence:
        quoted = quotation(None, cite.wide(row.evidence))
        return [line(cite, wording("rests_on_label"), [quoted], row.evidence, (), depth=1)]
    return [_reading(reading, row, pile, cite) for reading in ordered[:READINGS]]


def _telling(evidence: Sequence[Evidence], row: StateRow, pile: Pile, cite: Citations) -> tuple[Evidence, ...]:
    """The words that tell it best first: as what the sentence is about, and naming most of those who take part."""

    def worth(item: Evidence) -> int:
        (sentence,) = cite.around([item])
        about = MAIN if item.start - sentence.start <= LEAD else 0
        return about + min(MAIN, len(_named_in(row.parties, [item], pile, cite)))

    return tuple(sorted(evidence, key=lambda item: -worth(item)))


def _is_earlier(reading: StateReading, row: StateRow, pile: Pile) -> bool:
    """Whether an account is of the state that the channel was in before."""
    spells = (spell for channel in pile.channels if channel.id == row.channel for spell in channel.states)
    return any((spell.state, spell.since) == (reading.state, reading.since) for spell in spells) and (
        (reading.state, reading.since) != (row.state, row.since)
    )


def _reading(reading: StateReading, row: StateRow, pile: Pile, cite: Citations) -> Line:
    agrees = reading.state == row.state
    label = wording(("for" if agrees else "against") if row.disputed else "rests_on_label" if agrees else "or_label")
    shown = cite.wide(reading.evidence[:1])  # the words that tell it best, and not those of another telling
    who, sourcing = speaking_for(reading.who, reading.sourcing, shown, pile, reading.evidence)
    pieces = [quotation(None, shown)]
    if not agrees and reading.state != ChannelState.NONE:  # whoever only says no to it says no other state
        pieces = [*told("reading_state", state=words.word("state", reading.state)), *pieces]
    pieces += _on_whose_word(voice(who, sourcing, shown, pile), reading.evidence, pile)
    if sourcing in HIDDEN and len(pile.origins_of(reading.evidence)) == 1:
        pieces.append(alert(wording("thin")))
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    return line(cite, label, pieces, reading.evidence, channels, depth=1)


def _on_whose_word(who: str, evidence: tuple[Evidence, ...], pile: Pile) -> list[Piece]:
    rests = strength(evidence, pile)
    return [faint(wording("on_word_rests", who=who, rests=rests) if rests else wording("on_word", who=who))]


def _earlier(channel: ChannelRow, row: StateRow, pile: Pile, cite: Citations) -> Line | None:
    """The states before this one, the latest of them."""
    past = [
        spell
        for spell in channel.states
        if spell.since != row.since and (spell.begin is None or pile.as_of is None or spell.begin <= pile.as_of)
    ]
    if row.state == ChannelState.NONE or not past:
        return None
    shown = past[-SPELLS:]
    pieces: list[Piece] = []
    for index, spell in enumerate(shown):
        pieces += told("then") if index else ()
        pieces += spell_told(spell, pile.year)
    evidence = [item for spell in reversed(shown) for item in spell.evidence[:1]]
    return line(cite, wording("earlier"), pieces, evidence, [channel], depth=1)


def spell_told(spell: StateSpell, year: int | None) -> tuple[Piece, ...]:
    """A state that was, with since when."""
    when = days.since(spell.since, year) if spell.since.known else days.interval(Interval(), year)
    key = "spell_disputed" if spell.disputed else "spell"
    return told(key, state=words.word("state", spell.state), days=when)


def _hosting(pile: Pile, cite: Citations) -> list[Line]:
    """Where delegations of the talks stand with their hosts: a line for each guest and host, the latest first."""
    found: list[Line] = []
    for rows in stays(pile)[:HOSTINGS]:
        found.append(_host(rows, pile, cite))
        for side in contradicting(rows[0], pile)[:1]:
            shown = cite.wide(side.evidence[:1])
            who = voice(*speaking_for(side.who, side.sourcing, shown, pile, side.evidence), shown, pile)
            pieces = [quotation(None, shown), *_on_whose_word(who, side.evidence, pile)]
            found.append(line(cite, wording("against"), pieces, side.evidence[:1], (), depth=1))
    return found


def stays(pile: Pile) -> list[list[HostingRow]]:
    """The stays of parties with their hosts, one list for each guest and host, the latest first in each.

    Whoever is told to have been asked to leave, and not by whom, was so by the last host that is told of.
    """
    rows = [row for row in pile.hosting if not (_is_over(row, pile.as_of) or _is_trip(row, pile))]
    rows.sort(key=lambda row: _latest(row, pile))
    last: dict[str, str] = {}
    for row in rows:
        if row.host is not None:
            last.setdefault(whole(row, pile), row.host.id)
    found: dict[tuple[str, str | None], list[HostingRow]] = {}
    for row in rows:
        if pile.who([row.who]) and row.who.id in pile.guests and (row.host is None or pile.who([row.host])):
            guest = whole(row, pile)
            host = row.host.id if row.host else last.get(guest) if row.status in _GOING else row.place
            found.setdefault((guest, host), []).append(row)
    found = {key: _host_first(one) for key, one in found.items()}
    hosted = {guest for guest, host in found if host}
    return [rows for (guest, host), rows in found.items() if host or guest not in hosted]


def _host_first(rows: list[HostingRow]) -> list[HostingRow]:
    """Of one turn that is told twice first the telling that says whose guest it was."""
    by_host = {row.status for row in rows if row.host is not None}
    return sorted(rows, key=lambda row: row.host is None and row.status in by_host)


_TOLD = 31  # days
_ON_A_DAY = (Precision.DAY, Precision.INTERVAL)
_GOING = frozenset((HostingStatus.ASKED_TO_LEAVE, HostingStatus.LEFT))


def _is_over(row: HostingRow, day: datetime.date | None) -> bool:
    """Whether a stay had ended by the day."""
    if row.status is not HostingStatus.HOSTED or day is None or row.begin is None or row.end is None:
        return False
    return row.end < day


def _is_trip(row: HostingRow, pile: Pile) -> bool:
    """Whether a person went somewhere, with nobody whose guest that was: a minister comes and goes."""
    guest = pile.actor.get(row.who.id)
    here = guest is not None and guest.kind is ActorKind.PERSON and row.host is None
    return here and row.status not in (HostingStatus.ASKED_TO_LEAVE, HostingStatus.LEFT)


def _latest(row: HostingRow, pile: Pile) -> tuple[int, bool, bool, int, bool, int, str]:
    guest = pile.actor.get(row.who.id)
    lasts = row.status is HostingStatus.HOSTED and row.begin is None
    day = None if lasts else row.begin or row.end  # told without a day: by the day of its telling, or the one asked of
    if day is not None and pile.as_of is not None:
        day = min(day, pile.as_of)
    return (
        -(day.toordinal() if day else 0),
        not row.disputed,
        row.host is None,
        PRESSING.get(row.status, 2),
        guest is None or guest.kind != ActorKind.ORGANISATION,
        -len(row.evidence),
        row.id,
    )


def whole(row: HostingRow, pile: Pile) -> str:
    """Whose delegation it is: the bureau, the leaders and the movement are one guest."""
    guest = pile.actor.get(row.who.id)
    return guest.of.id if guest and guest.of else row.who.id


def stay_told(row: HostingRow, pile: Pile) -> list[Piece]:
    """Who is where with whom: "Ridge Council: asked to leave by Varra, since 8 March"."""
    where = row.host.name if row.host else row.place
    who = name(words.listing(pile.who([row.who])))
    pieces = [*told("hosting_status", who=who, status=words.word("hosting", row.status))]
    if where:
        pieces += told(seat_key(row), where=name(where))
    pieces += stay_days(row, pile.year)
    if row.disputed:
        pieces.append(alert(wording("disputed")))
    return pieces


def contradicting(row: HostingRow, pile: Pile) -> list[Side]:
    """Who says that a disputed stay is not so, the most accountable first."""
    if not row.disputed:
        return []
    found = []
    for conflict in pile.conflicts:
        mine = [side for side in conflict.sides if any(_meet(e, o) for e in side.evidence for o in row.evidence)]
        if mine and conflict.strength is ConflictStrength.CONTRADICTS:
            found += [side for side in conflict.sides if side not in mine]
    return sorted(found, key=lambda side: list(Sourcing).index(side.sourcing))


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def seat_key(row: HostingRow) -> str:
    """The template for where a guest is: hosted by somebody, returned to a place, left it."""
    if row.status is HostingStatus.RETURNED:
        return "hosting_to"
    if row.status is HostingStatus.LEFT:
        return "hosting_from"
    return "hosting_by" if row.host else "hosting_in"


def stay_days(row: HostingRow, year: int | None) -> tuple[Piece, ...]:
    """Since when; of a stay that is told on a day, as of when it is told: it began before."""
    if row.begin is None:
        return ()
    then = row.interval
    told_then = row.end is not None and (row.end - row.begin).days <= _TOLD and row.precision in _ON_A_DAY
    if row.status is HostingStatus.HOSTED and told_then:
        return told("as_told", days=days.interval(then, year))
    return told("from_day", day=days.onset(row.begin, year))


def _host(rows: list[HostingRow], pile: Pile, cite: Citations) -> Line:
    row = rows[0]
    # Evidence of a disputed stay may deny it: only the first is sure to tell it.
    own = row.evidence[:1] if row.disputed else row.evidence
    words_of_it = quotation(row.evidence[0].quote if own else None, cite.wide(own), 140)
    pieces = [*stay_told(row, pile), *told("quoting", words=words_of_it)]
    alike = [item for item in rows if item.status == row.status]
    return line(cite, wording("hosting"), pieces, [item for row in alike for item in row.evidence], alike)
