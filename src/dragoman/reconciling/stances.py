"""The stances and the proposals of the pile: whose each is in the record, since when, and on whose word."""

from collections.abc import Iterator, Mapping

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.figures import who_says
from dragoman.reconciling.pile import Item
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import one_line
from dragoman.records.reading import ReadOffer, ReadStance
from dragoman.records.rows.talks import OfferTold, StanceTold
from dragoman.records.time import Interval, Precision


def offers_of(item: Item, actors: Actors, voices: Mapping[str, Voice]) -> tuple[OfferTold, ...]:
    """Every telling of a proposal in a report, by place; `voices` are its statements that stand, by id."""
    return tuple(
        OfferTold(
            id=one.id,
            author=actors.refs(item.id, one.author),
            to=actors.refs(item.id, one.to),
            text=one_line(one.terms.of(item.report.text)) if one.terms is not None else None,
            version_of=one.version_of,
            when=_when(one, item),
            evidence=item.evidence(one.span),
        )
        for one in item.reading.offers
        if one.attribution is None or one.attribution in voices
    )


def stances_of(item: Item, actors: Actors, voices: Mapping[str, Voice]) -> Iterator[StanceTold]:
    """Every stance in a report, by place; none on the word of a statement that a person rejected."""
    for one in item.reading.stances:
        actor = actors.of_local(item.id, one.actor)
        voice = voices.get(one.attribution) if one.attribution else None
        if actor is None or (one.attribution and voice is None):
            continue
        yield StanceTold(
            id=one.id,
            actor=actors.ref(actor),
            stance=one.stance,
            text=one_line(one.content.of(item.report.text)),
            when=_when(one, item),
            who=who_says(voice, item, actors) if voice is not None and voice.actor != actor else None,
            statement=one.attribution,
            event=one.event,
            evidence=item.evidence(one.span),
        )


def _when(one: ReadStance | ReadOffer, item: Item) -> Interval:
    """Since when it is held: what was told of it, or else the day on which the report was published at the latest."""
    if one.when.known:
        return one.when
    published = item.published.interval
    begin = published.begin if published.begin == published.end else None
    return published.but(begin=begin, precision=Precision.NARRATIVE) if published.end else one.when
