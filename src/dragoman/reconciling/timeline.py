"""The timeline: each happening in each way it is told, on the days that its tellings allow."""

from collections.abc import Iterable

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.claims import Claim, Said
from dragoman.reconciling.happenings import Happening, Telling
from dragoman.reconciling.pile import Pile
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.time import NO_DAY, Interval, Precision


def timeline_row(claim: Claim, happening: Happening, mode: EventMode, pile: Pile, actors: Actors) -> TimelineRow:
    """The row of a claim that tells an event."""
    tellings = happening.in_mode(mode) or happening.tellings
    best = next((t for t in tellings if t.event.id == claim.row.members[0]), tellings[0])
    when = narrowest(t.when for t in tellings)
    agent = _refs(actors, (t.agents for t in tellings))
    patient = _refs(actors, (t.patients for t in tellings))
    recipient = _refs(actors, (t.recipients for t in tellings))
    return TimelineRow(
        id=derived_id(Prefix.TIMELINE, [t.event.id for t in tellings], mode.value),
        begin=when.begin,
        end=when.end,
        precision=when.precision,
        type=best.event.type,
        plover=best.event.plover,
        text=claim.row.text,
        actors=tuple(dict.fromkeys((*agent, *patient, *recipient))),
        agent=agent,
        patient=patient,
        recipient=recipient,
        place=_place(tellings),
        mode=mode,
        status=claim.row.status,
        origin_count=claim.row.origin_count,
        claim=claim.row.id,
        members=tuple(t.event.id for t in tellings),
        statements=_statements(claim.pro or claim.contra),
        conditions=tuple(
            dict.fromkeys(pile[t.report].evidence(t.event.condition) for t in tellings if t.event.condition)
        ),
        negated=best.event.negated,
        evidence=evidence_for(claim),
    )


def evidence_for(claim: Claim) -> tuple[Evidence, ...]:
    """The words that tell it, the best first; what is said against it stands in the claim."""
    told = {(s.voice.report, s.span.start, s.span.end) for s in claim.pro or claim.contra}
    return tuple(e for e in claim.row.evidence if (e.report, e.start, e.end) in told)


def narrowest(intervals: Iterable[Interval]) -> Interval:
    """The finest of several intervals for one event; told ones before those inherited from the narrative."""
    known = [i for i in intervals if i.known]
    return min(known, key=_fineness) if known else NO_DAY


def _fineness(interval: Interval) -> tuple[bool, int, str]:
    inherited = interval.precision is Precision.NARRATIVE
    if interval.begin is None or interval.end is None:
        return (inherited, 10**6, str(interval.begin or interval.end))
    return (inherited, (interval.end - interval.begin).days, interval.begin.isoformat())


def _refs(actors: Actors, ids: Iterable[tuple[str, ...]]) -> tuple[ActorRef, ...]:
    return tuple(actors.ref(actor) for actor in dict.fromkeys(a for each in ids for a in each))


def _place(tellings: tuple[Telling, ...]) -> str | None:
    return min((t.event.place for t in tellings if t.event.place), default=None)


def _statements(said: tuple[Said, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.voice.id for s in said))


def by_day(row: TimelineRow) -> tuple[str, str, str]:
    """The order of the timeline: by day, undated rows last, then by id."""
    far = "9999-99-99"
    begin = row.begin or row.end
    return (begin.isoformat() if begin else far, row.end.isoformat() if row.end else far, row.id)
