"""Which events a brief tells: acts of the talks with somebody named in them, each once, the most important first."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from operator import le

from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ClaimStatus, TimelineRow
from dragoman.showing import acts
from dragoman.showing.brief.alike import once_each
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import named, shows_act, words_for
from dragoman.showing.brief.weights import LEAST, weight
from dragoman.showing.brief.whole import Dated

RANK = {ClaimStatus.DISPUTED: 0, ClaimStatus.CORROBORATED: 1, ClaimStatus.SINGLE_ORIGIN: 2, ClaimStatus.DENIED: 3}
CONTESTED = (ClaimStatus.DISPUTED, ClaimStatus.DENIED)
BEGUN = 50  # characters of an event's words in which its verb stands
LEAD = 12  # characters of a sentence before what it is about
THIN = 2  # words; a nominalisation of no more ("the release") says too little
TRUCE = re.compile(r"truce|cease-?fire|armistice|\blull\b|\bpause\b|hostilities", re.IGNORECASE)
OF = 20  # times as many are looked through for those whose words show them
AMONG = 3  # times as many rows as there is room for, among which those that name who acts go first
CROWD = 3  # more named agents than these come of accounts that were joined


def act(row: TimelineRow, pile: Pile) -> str | None:
    """The row as a sentence, or None where nobody in it can be named, or the one who acts cannot."""
    agents = pile.who(row.agent)
    if row.agent and not agents:
        return None
    if row.type == "declare_ceasefire" and not any(TRUCE.search(item.quote) for item in row.evidence[:1]):
        return None  # fire that stopped, or was to stop, and no word of a truce
    patients = tuple(name for name in pile.who(row.patient) if name not in agents)
    recipients = tuple(name for name in pile.who(row.recipient) if name not in agents)
    if not agents and not patients and not recipients:
        return None
    return acts.sentence(row.type, row.mode, agents, patients, recipients)


def naming(row: TimelineRow, pile: Pile, cite: Citations) -> list[Evidence]:
    """The words that show best what is told: first those whose sentence names who did it and to whom."""
    told = [pile.names(actor) for actor in (*row.agent[:1], *row.patient[:1])]

    def named(item: Evidence) -> int:
        (sentence,) = cite.around([item])
        shown = sum(any(name in sentence.quote for name in names) for names in told)
        if row.begin is not None and row.begin == row.end and is_other_day(row.begin, sentence.quote):
            shown -= len(told)
        return 2 * shown + (item.start - sentence.start <= LEAD)  # as what the sentence is about, among equals

    count = {id(item): named(item) for item in row.evidence}
    best = max(count.values(), default=0)
    return [item for item in row.evidence if count[id(item)] == best]


def is_other_day(day: date, sentence: str) -> bool:
    """Whether a sentence names weekdays and none of them is that of the day."""
    told = {found.casefold() for found in words_for("weekdays").findall(sentence)}
    return bool(told) and day.strftime("%A").casefold() not in told


def tellable(rows: Iterable[TimelineRow], pile: Pile) -> list[TimelineRow]:
    """The rows worth a line of a brief; the tables have all."""

    def judged() -> dict[int, bool]:
        return {id(row): _is_tellable(row, pile) for row in pile.whole.every}  # who keeps this keeps the rows too

    known: dict[int, bool] = pile.whole.once("tellable", judged)
    told = [(row, known.get(id(row))) for row in rows]
    return [row for row, is_so in told if is_so or (is_so is None and _is_tellable(row, pile))]


def all_tellable(pile: Pile) -> Sequence[TimelineRow]:
    """The events of the day that are worth a line, the most important first."""
    return pile.once("tellable", lambda: _of_the_day(pile))


def _of_the_day(pile: Pile) -> Sequence[TimelineRow]:
    def ranked() -> Dated[TimelineRow]:
        every, rank = pile.whole.every, _ranks(pile)
        told = [(rank[id(row)], place) for place, row in enumerate(every) if id(row) in rank]
        return pile.whole.timeline.ordered(place for _, place in sorted(told))

    found: Dated[TimelineRow] = pile.whole.once("ranked", ranked)
    return found.told(pile.day) if pile.day else found.begun(pile.as_of)


def _is_tellable(row: TimelineRow, pile: Pile) -> bool:
    if row.type in acts.outside_talks():
        return False
    if row.status in CONTESTED:
        return bool(pile.who(row.agent)) or bool(pile.who(row.patient))
    if row.mode == EventMode.CONDITIONAL and (row.negated or not row.conditions):
        return False  # the condition itself ("if it rejects ..."), or what would not be done
    if row.mode in (EventMode.NEGATED, EventMode.POSSIBLE) or len(row.text.split()) <= THIN:
        return False
    return act(row, pile) is not None


def is_shown(row: TimelineRow, pile: Pile, cite: Citations) -> bool:
    """Whether words can be quoted that tell it as having happened on its day, and an answer as one to talks."""
    (best, *_) = naming(row, pile, cite)
    (sentence,) = cite.around([best])
    ahead = sentence.quote[: max(0, best.start - sentence.start) + BEGUN]  # what follows does not make it a supposition
    if row.mode == EventMode.HAPPENED and words_for("hypothetical").search(ahead):
        return says(row, sentence.quote, pile)
    if words_for("unreached").search(sentence.quote):
        return False
    if row.type in ("accept", "reject", "agree") and not words_for("deals").search(sentence.quote):
        return False
    if row.begin is None or row.begin != row.end:
        return True
    return not (words_for("anaphoric").search(sentence.quote) or is_other_day(row.begin, sentence.quote))


def _names_who(row: TimelineRow, pile: Pile, cite: Citations) -> bool:
    """Whether the sentence that is quoted names somebody who acts."""
    (sentence,) = cite.around(naming(row, pile, cite)[:1])
    return any(named(pile.names(actor), sentence.quote) for actor in row.agent)


def says(row: TimelineRow, sentence: str, pile: Pile) -> bool:
    """Whether a sentence shows all that the brief's own words for the event say."""
    doers = [pile.names(actor) for actor in row.agent if pile.who([actor])]
    others = [pile.names(actor) for actor in (*row.patient, *row.recipient) if pile.who([actor])]
    return shows_act(row.type, doers, others, sentence, happened=row.mode == EventMode.HAPPENED)


def important(rows: Iterable[TimelineRow], most: int, pile: Pile, cite: Citations | None = None) -> list[TimelineRow]:
    """The `most` most important rows, each once, in the order of their days; rows without a day last."""
    ordered = _ordered(list(rows), pile)
    if cite is None:
        ranked = once_each(ordered, pile, most)
    else:
        every = once_each(ordered, pile, OF * most)
        shown = islice((row for row in every if is_shown(row, pile, cite)), AMONG * most)
        ranked = sorted(shown, key=lambda row: not _names_who(row, pile, cite))[:most]
    return sorted(ranked, key=lambda row: (row.begin or row.end or date.max, row.end or date.max, row.id))


def _ordered(rows: list[TimelineRow], pile: Pile) -> list[TimelineRow]:
    """The most important first. Where the record's own rows stand is known once for all days."""
    rank = _ranks(pile)
    known = [rank.get(id(row), -1) for row in rows]
    if min(known, default=0) >= 0:
        # Mostly they come in this order already.
        in_order = all(map(le, known, known[1:]))
        return rows if in_order else [rows[place] for _, place in sorted(zip(known, range(len(rows)), strict=True))]
    return sorted(rows, key=lambda row: _importance(row, pile))


def _ranks(pile: Pile) -> dict[int, int]:
    """The places of the record's own rows in the order of their importance, as far as they are worth a line."""

    def ranks() -> dict[int, int]:
        ordered = sorted(tellable(pile.whole.every, pile), key=lambda row: _importance(row, pile))
        return {id(row): rank for rank, row in enumerate(ordered)}  # the rows live as long as what keeps this

    found: dict[int, int] = pile.whole.once("importance", ranks)
    return found


def _importance(row: TimelineRow, pile: Pile) -> tuple[bool, bool, bool, bool, int, int, bool, int, int, str]:
    """Acts of those in the talks on the talks themselves; then how many tell it, and the latest."""
    told = row.mode in (EventMode.HAPPENED, EventMode.DENIED)
    day = row.end or row.begin
    agents = pile.who(row.agent)
    return (
        weight(row.type) == LEAST,
        not agents or len(agents) > CROWD,
        not any(actor.id in pile.in_the_talks for actor in (*row.agent, *row.patient)),
        not told,
        weight(row.type),
        RANK.get(row.status, 4),
        row.begin is None,
        -row.origin_count,
        -day.toordinal() if day else 0,
        row.id,
    )
