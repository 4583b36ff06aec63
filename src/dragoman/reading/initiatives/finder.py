"""Initiatives: decisions that are told as somebody's own, with whose they are and on whose word."""

from dragoman.reading.actors import ActorBook
from dragoman.reading.events.cited import Cited
from dragoman.reading.initiatives.telling import told
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, Polarity, ReadEvent, ReadInitiative


def find(
    parsed: Parsed, book: ActorBook, attributions: tuple[Attribution, ...], events: tuple[ReadEvent, ...]
) -> tuple[ReadInitiative, ...]:
    """The initiatives of a block, in the order of their words. What a source denies is none."""
    cited = Cited(attributions)
    found: dict[str, ReadInitiative] = {}
    for one in told(parsed.doc):
        trigger = parsed.span(one.trigger)
        sources = cited.at(trigger)
        if any(said.polarity is not Polarity.ASSERTS for said in sources):
            continue
        clause = parsed.span(word for word in one.head.subtree if not word.is_space)
        within = [e for e in events if e.trigger.touches(clause) and e.trigger.start >= parsed.span((one.head,)).start]
        who = book.resolve(one.whose)
        initiative = ReadInitiative(
            id=found_id(Prefix.INITIATIVE, parsed.report.id, "own", trigger, clause),
            span=clause,
            trigger=trigger,
            whose=(who,),
            event=within[0].id if within else None,
            attribution=sources[0].id if sources else None,
        )
        found.setdefault(initiative.id, initiative)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.id)))
