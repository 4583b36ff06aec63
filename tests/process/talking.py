"""One report with one event a call: piles for the process model, put together by hand."""

import datetime
from collections.abc import Sequence

from dragoman.process import Accounts, state_on, talks
from dragoman.reconciling import reconcile
from dragoman.records.reading import ActorKind, EventMode, Sourcing
from dragoman.records.record import Reconciled, Talks
from dragoman.records.rows.talks import ChannelRow, StateRow
from dragoman.records.time import Interval
from tests.reconciling.builders import Maker, day, pile


def tell(
    text: str,
    type_: str,
    published: str,
    *,
    by: Sequence[str] = (),
    to: Sequence[str] = (),
    when: str | Interval | None = None,
    mode: EventMode = EventMode.HAPPENED,
    words: str | None = None,
    others: Sequence[str] = (),
    place: str | None = None,
    condition: str | None = None,
    said: tuple[str, Sourcing] | None = None,
    kinds: dict[str, ActorKind] | None = None,
) -> Maker:
    """A report of one sentence, whose `words` (all of it by default) tell one event; `others` are named in it too."""
    made = Maker(text, file=f"{published}-{type_}-{len(text)}.txt", outlet="Gazette", published=published)
    kind = kinds or {}
    ids = {}
    for name in dict.fromkeys((*by, *to, *others)):
        named = name[0].isupper()
        ids[name] = made.actor(name, kind.get(name, ActorKind.STATE if named else ActorKind.GROUP), named=named)
    told = words or text.rstrip(".")
    days = day(when) if isinstance(when, str) else when or Interval()
    attribution = None
    if said is not None:
        source, sourcing = said
        who = made.actor(source, ActorKind.PERSON, named=sourcing is Sourcing.NAMED)
        attribution = made.says(told, source=source, cue="said", actor=who, sourcing=sourcing)
    made.event(told, type_, when=days, mode=mode, attribution=attribution)
    made.events[-1] = made.events[-1].but(
        agent=tuple(ids[name] for name in by),
        patient=tuple(ids[name] for name in to),
        place=place,
        condition=made.span(condition) if condition else None,
    )
    return made


def run(*makers: Maker) -> tuple[Reconciled, Talks]:
    record = reconcile(pile(*makers))
    return record, talks(record)


def on(found: tuple[Reconciled, Talks], iso: str) -> tuple[StateRow, ...]:
    record, told = found
    return state_on(
        datetime.date.fromisoformat(iso),
        told.channels,
        told.conditions,
        Accounts(told.channels, record.conflicts, record.statements),
    )


def states(channel: ChannelRow) -> list[tuple[str, str]]:
    return [(str(spell.begin), spell.state.value) for spell in channel.states]


def names(channel: ChannelRow) -> tuple[list[str], list[str]]:
    return sorted(ref.name for ref in channel.mediators), sorted(ref.name for ref in channel.parties)


def mediated(published: str = "2031-01-10", mediator: str = "Brenn") -> Maker:
    """A mediator at work between Ossary and Lisse."""
    return tell(
        f"{mediator} mediates in talks between Ossary and Lisse.", "mediate", published, by=[mediator],
        to=["Ossary", "Lisse"], when=published,
    )  # fmt: skip
