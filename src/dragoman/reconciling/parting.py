"""A reading whose actor is two: a person said that some of its names stand for somebody else."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from dragoman.reconciling.words import name_key, without_article
from dragoman.reconciling.words_of import Order
from dragoman.records.ids import Prefix, digest
from dragoman.records.reading import MentionedActor, Reading
from dragoman.records.span import Span, Spans


class Parted(NamedTuple):
    """An actor of one report that is parted: what goes away is another one, or all of it is."""

    local: str
    away: str  # the id of what goes away in this reading; `local` where nothing stays
    split: str
    order: Order
    name: str  # of who goes away
    names: tuple[str, ...]
    mentions: Spans  # that go away


def is_called(words: str, names: Collection[str]) -> bool:
    """Whether words of a report are one of these names, whatever article or possessive they have."""
    called = name_key(without_article(words))
    return any(called == name_key(without_article(name)) for name in names)


def parted(actor: MentionedActor, text: str, split: str, order: Order, names: Collection[str]) -> Parted | None:
    """What of a report's actor goes away with some names; None where it has none of these.

    Mentions that are no name (a pronoun, "the minister") go with the name before them.
    """
    own = tuple(name for name in (actor.name, *actor.names) if is_called(name, names))
    away: list[Span] = []
    goes = None
    for mention in sorted(actor.mentions):
        words = mention.of(text)
        if is_called(words, names):
            goes = True
        elif goes is None or any(is_called(words, (name,)) for name in (actor.name, *actor.names)):
            goes = False
        if goes:
            away.append(mention)
    if not away:
        return None
    whole = len(away) == len(actor.mentions)
    name = max(own or (without_article(away[0].of(text)),), key=lambda one: (len(one), one))
    return Parted(
        local=actor.id,
        away=actor.id if whole else digest(Prefix.MENTIONED, actor.id, split),
        split=split,
        order=order,
        name=name,
        names=tuple(dict.fromkeys(own)) or (name,),
        mentions=tuple(away),
    )


def with_parts(reading: Reading, parts: Iterable[Parted]) -> Reading:
    """The reading in which what goes away is an actor of its own, and whatever tells of it tells of that one."""
    for part in parts:
        if part.away != part.local:
            reading = _with(reading, part)
    return reading


def without(actor: MentionedActor, part: Parted) -> MentionedActor:
    """What stays of an actor."""
    names = tuple(name for name in actor.names if name not in part.names)
    return actor.but(
        name=next(iter(names), actor.name) if actor.name in part.names else actor.name,
        names=names,
        mentions=tuple(mention for mention in actor.mentions if mention not in part.mentions),
    )


def _with(reading: Reading, part: Parted) -> Reading:
    whole = next(actor for actor in reading.actors if actor.id == part.local)
    stays = without(whole, part)
    goes = whole.but(id=part.away, name=part.name, names=part.names, mentions=part.mentions, key=None, of=None)
    where = _Where(part, stays.mentions)
    return reading.but(
        actors=tuple(
            made
            for actor in reading.actors
            for made in ((stays, goes) if actor.id == part.local else (where.of(actor),))
        ),
        attributions=tuple(one.but(actor=where.one(one.actor, one.source)) for one in reading.attributions),
        events=tuple(
            one.but(
                agent=where.all(one.agent, (one.span,)),
                patient=where.all(one.patient, (one.span,), last=True),
                recipient=where.all(one.recipient, (one.span,), last=True),
                affected=where.all(one.affected, (one.span,), last=True),
            )
            for one in reading.events
        ),
        stances=tuple(one.but(actor=where.one(one.actor, (one.span,))) for one in reading.stances),
        offers=tuple(
            one.but(author=where.all(one.author, (one.span,)), to=where.all(one.to, (one.span,), last=True))
            for one in reading.offers
        ),
        initiatives=tuple(one.but(whose=where.all(one.whose, (one.span,))) for one in reading.initiatives),
    )


class _Where:
    """Which of the two is meant by what stands at some place."""

    def __init__(self, part: Parted, left: Spans) -> None:
        self._part = part
        self._mentions = sorted([*((m, part.away) for m in part.mentions), *((m, part.local) for m in left)])

    def one(self, actor: Any, spans: Spans, *, last: bool = False) -> Any:
        """The actor that is meant by `actor` in these spans: the one named there, else the one named before."""
        if actor != self._part.local:
            return actor
        here = [who for mention, who in self._mentions if any(mention.touches(span) for span in spans)]
        if here:
            return here[-1 if last else 0]
        start = min((span.start for span in spans), default=0)
        before = [who for mention, who in self._mentions if mention.end <= start]
        return before[-1] if before else self._mentions[0][1]

    def all(self, actors: tuple[str, ...], spans: Spans, *, last: bool = False) -> tuple[str, ...]:
        """The same for several."""
        return tuple(self.one(actor, spans, last=last) for actor in actors)

    def of(self, actor: MentionedActor) -> MentionedActor:
        """Another actor, that belongs to the one it is named next to."""
        return actor.but(of=self.one(actor.of, actor.mentions[:1])) if actor.of == self._part.local else actor
