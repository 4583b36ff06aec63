"""A reading with the statements that people found in its report."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from dragoman.records.corrections import Added
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import ActorKind as Kind
from dragoman.records.reading import Attribution, MentionedActor, QuoteKind, Reading, Sourcing
from dragoman.records.rows.evidence import Review, ReviewStatus
from dragoman.records.span import Span, Spans, hull

_MARKS = "\"“”„«»‘'"
T = TypeVar("T")


def added_id(added: Added) -> str:
    """The id of a statement that a person added: over where its parts stand, as for any other."""
    return found_id(Prefix.ATTRIBUTION, added.report, "added", *added.cue, *added.source, *added.content)


def amended(reading: Reading, added: Iterable[Added], reviews: Mapping[tuple[str, Span | None], Review]) -> Reading:
    """The reading with these statements: a pure function.

    What the report tells inside their content on nobody's word, or on that of a statement that a person rejected,
    is on theirs now. One that the reading has already, word for word and not rejected, is not added.
    """
    standing = (one for one in reading.attributions if not _is_struck(one, reviews))
    known = {_parts(one.source, one.cue, one.content) for one in standing}
    for one in added:
        if _parts(one.source, one.cue, one.content) not in known:
            known.add(_parts(one.source, one.cue, one.content))
            reading = _with(reading, one, reviews)
    return reading


def _parts(*parts: Spans) -> tuple[frozenset[Span], ...]:
    return tuple(map(frozenset, parts))


def _with(reading: Reading, added: Added, reviews: Mapping[tuple[str, Span | None], Review]) -> Reading:
    told = attribution_of(reading, added)
    inside = hull(added.content)
    struck = {one.id for one in reading.attributions if _is_struck(one, reviews)}

    def on_its_word(found: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(_moved(one, told.id) if _is_free(one, inside, struck) else one for one in found)

    return reading.but(
        attributions=tuple(sorted((*reading.attributions, told), key=lambda a: (_whole(a), a.id))),
        events=on_its_word(reading.events),
        figures=on_its_word(reading.figures),
        stances=on_its_word(reading.stances),
        offers=on_its_word(reading.offers),
        initiatives=on_its_word(reading.initiatives),
    )


def attribution_of(reading: Reading, added: Added) -> Attribution:
    """A statement that a person added, as a reading has it."""
    actor = max(reading.actors, key=lambda one: (_shared(one.mentions, added.source), one.named), default=None)
    if actor is not None and not _shared(actor.mentions, added.source):
        actor = None
    opening = reading.text[added.content[0].start - 1 : added.content[0].start + 1]
    return Attribution(
        id=added_id(added),
        source=added.source,
        cue=added.cue,
        content=added.content,
        kind=QuoteKind.DIRECT if any(mark in opening for mark in _MARKS) else QuoteKind.INDIRECT,
        polarity=added.polarity,
        sourcing=added.sourcing or sourcing_of(actor),
        wording=" ".join(" ".join(span.of(reading.text) for span in added.source).split()) or None,
        actor=actor.id if actor else None,
    )


def _shared(mentions: Spans, source: Spans) -> int:
    """How many characters of the source the longest of the mentions in it has."""
    return max((min(m.end, s.end) - max(m.start, s.start) for m in mentions for s in source if m.touches(s)), default=0)


def sourcing_of(actor: MentionedActor | None) -> Sourcing:
    """How a source is shown of which no more is known than who it is."""
    if actor is None or not actor.named:
        return Sourcing.UNNAMED
    return Sourcing.NAMED if actor.kind is Kind.PERSON else Sourcing.ORGANISATION


def _whole(one: Attribution) -> Span:
    return hull((*one.source, *one.cue, *one.content))


def _is_struck(one: Attribution, reviews: Mapping[tuple[str, Span | None], Review]) -> bool:
    review = reviews.get(("statements", _whole(one)))
    return review is not None and review.status is ReviewStatus.REJECTED


def _is_free(one: Any, inside: Span, struck: set[str]) -> bool:
    place: Span = one.trigger if hasattr(one, "trigger") else one.span
    return inside.covers(place) and (one.attribution is None or one.attribution in struck)


def _moved(one: Any, attribution: str) -> Any:
    return one.but(attribution=attribution)
