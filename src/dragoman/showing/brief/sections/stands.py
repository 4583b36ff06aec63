"""WHERE IT STANDS: each channel's state on the day, the accounts of it, the states before, and who is hosted where."""

from collections import Counter
from collections.abc import Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.talks import (
    ChannelRow,
    ChannelState,
    StateReading,
    StateRow,
    StateSpell,
)
from dragoman.records.rows.voices import Role
from dragoman.records.time import Interval
from dragoman.showing import days, words
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.lines import line, more, names, on_whose_word, quotation, section, voice
from dragoman.showing.brief.pictures import lanes
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.sections.hosting import hosting
from dragoman.showing.brief.sections.sides import folded, named_in, naming_most
from dragoman.showing.brief.shown import named, shows_role, words_for
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.brief.tellable import LEAD
from dragoman.showing.page.model import Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, faint, name, state, told, wording

CHANNELS = 6
READINGS = 4
SPELLS = 3  # as many as a line cites
MAIN = 2
HIDDEN = (Sourcing.UNNAMED, Sourcing.SOURCES)


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
    lines += hosting(pile, cite)
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
    evidence = naming_most(list(parties.values()), told_there, pile, cite)
    shown = folded(named_in(list(parties.values()), evidence, pile, cite), evidence, pile, cite)
    if not shown:
        return []
    return [line(cite, wording("talks"), [name(names(shown))], evidence, ())]


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
    if len(row.parties) > 1 and len(named_in(row.parties, _showing(row, mine, pile, cite), pile, cite)) < 2:
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
    return naming_most(everyone, [*row.evidence, *_all_of(channels)], pile, cite, first)


def _as_shown(row: StateRow, shows: Sequence[Evidence], pile: Pile, cite: Citations) -> list[Piece]:
    """The state with those sides and that venue which the quotations name; said where they speak of the talks only."""
    parties = folded(named_in(row.parties, shows, pile, cite), shows, pile, cite)
    there = [item for item in cite.around(shows) if row.venue and named((row.venue,), item.quote)]
    venue = row.venue if there and named_in(row.mediators or parties, there, pile, cite) else None
    pieces = standing(row.but(parties=parties if len(parties) > 1 else (), venue=venue), pile)
    own = cite.wide(row.evidence)[:PER_LINE]
    if row.evidence and row.mediators and not named_in(row.mediators, own, pile, cite):
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

    def order(item: Evidence) -> tuple[int, int]:
        (sentence,) = cite.around([item])
        before = item.start - sentence.start
        about = MAIN if before <= LEAD else 0
        return -about - min(MAIN, len(named_in(row.parties, [item], pile, cite))), before

    return tuple(sorted(evidence, key=order))


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
    pieces += on_whose_word(voice(who, sourcing, shown, pile), reading.evidence, pile)
    if sourcing in HIDDEN and len(pile.origins_of(reading.evidence)) == 1:
        pieces.append(alert(wording("thin")))
    channels = [channel for channel in pile.channels if channel.id == row.channel]
    return line(cite, label, pieces, reading.evidence, channels, depth=1)


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
        pieces += spell_told(spell if _tells_its_day(spell, cite) else spell.but(since=Interval()), pile.year)
    evidence = [item for spell in reversed(shown) for item in spell.evidence[:1]]
    return line(cite, wording("earlier"), pieces, evidence, [channel], depth=1)


def _tells_its_day(spell: StateSpell, cite: Citations) -> bool:
    """Whether the sentence shows on which day: another text's sentence gives that of "the previous day"."""
    return not any(words_for("anaphoric").search(item.quote) for item in cite.around(spell.evidence[:1]))


def spell_told(spell: StateSpell, year: int | None) -> tuple[Piece, ...]:
    """A state that was, with since when."""
    when = days.since(spell.since, year)
    key = "spell_disputed" if spell.disputed else "spell"
    return told(key, state=words.word("state", spell.state), days=when)
