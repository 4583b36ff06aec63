"""Which actor a source is, inside one report, and when it was said."""

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.reading import dates as days
from dragoman.reading.actors import ActorBook
from dragoman.reading.attributions.antecedents import ANAPHORIC, Antecedents, Source
from dragoman.reading.attributions.people import People
from dragoman.reading.attributions.voices import NEAR, SINGULAR, Voice
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import (
    ActorKind,
    Attribution,
    MentionedActor,
    Sourcing,
    TimedAs,
    TimeExpression,
    Timing,
)
from dragoman.records.span import Spans, hull

# Grades of those who are named, or are no persons: no condition of anonymity is theirs.
_OPEN = frozenset((Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT, Sourcing.RELAYED))

# Grades of those who are people: they speak to the press once.
_PEOPLE = frozenset((Sourcing.NAMED, Sourcing.UNNAMED))


def resolve(
    attributions: Sequence[Attribution], parsed: Parsed, book: ActorBook, dates: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """The same attributions with actors and days: who "he", "the diplomat" and "they" are among the sources so far.

    An unnamed source keeps one identity through the report, and so do those that are part of several ("one of the
    diplomats"); two are one only where the words allow no other. A person is taken to have said all of a report on the
    day that the report tells of an earlier statement; such days are the story's, not told of the statement.
    """
    heads = (_head(parsed, said.source) for said in attributions)
    resolver = _Resolver(parsed, book, frozenset(head.i for head in heads if head is not None))
    resolved: dict[str, Attribution] = {}
    dates = tuple(dates)
    placed = days.by_span(dates)
    spoken: dict[str, Timing] = {}
    for said in sorted(attributions, key=lambda a: (hull(a.cue or a.source or a.content), a.id)):
        cue = _head(parsed, said.cue)
        one = resolver.resolve(said)
        timing = days.timing(parsed, dates, cue) if cue is not None else None
        if timing is not None and one.actor is not None:
            spoken[one.actor] = timing.but(kind=TimedAs.STORY)
        elif one.actor is not None and one.sourcing in _PEOPLE:
            timing = spoken.get(one.actor)
        resolved[said.id] = one.but(when=days.interval(timing, placed), timing=timing)
    return tuple(resolved[said.id] for said in attributions)


def _head(parsed: Parsed, spans: Spans) -> Token | None:
    if not spans:
        return None
    tokens = [t for span in spans for t in parsed.tokens_at(span)]
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if (t.head.i not in inside or t.head.i == t.i) and not t.is_punct and not t.is_space]
    return heads[0] if heads else None


def _antecedent(head: Token | None) -> Token | None:
    """The noun behind a relative pronoun, any other head as it is."""
    if head is None or head.tag_ not in ("WP", "WDT"):
        return head
    clause = head
    while clause.dep_ != "relcl":
        if clause.head.i == clause.i:
            return head
        clause = clause.head
    return clause.head


class _Resolver:
    """Goes through a block's attributions in text order and keeps who has spoken."""

    def __init__(self, parsed: Parsed, book: ActorBook, cited: frozenset[int]) -> None:
        self._parsed = parsed
        self._book = book
        self._people = People(parsed, book, cited)
        self._antecedents = Antecedents(parsed, book, self._people)

    def resolve(self, said: Attribution) -> Attribution:
        """The attribution with its actor, and its source graded as whom it stands for."""
        head = _antecedent(_head(self._parsed, said.source))
        if head is None:
            return said
        source = self._antecedents.source(said, head)
        earlier = self._antecedents.earlier(source)
        found = self._new(source) if earlier is None else self._antecedents.take(source, earlier)
        if found.said.sourcing in _OPEN and found.said.anonymity is not None:
            found = source.voice(found.said.but(anonymity=None), found.actor, found.head, found.words)
        if head.lower_ in SINGULAR:
            self._people.learn(found.actor, SINGULAR[head.lower_])
        self._antecedents.voices.add(found)
        return found.said.but(actor=found.actor)

    def _new(self, source: Source) -> Voice:
        """A source as the book of actors knows it."""
        said, head = source.said, source.head
        if head.pos_ == "PRON" and head.lower_ in SINGULAR:
            other = self._by_gender(source, SINGULAR[head.lower_])
            if other is not None:
                return source.voice(said.but(sourcing=Sourcing.NAMED, count=1), other, head, source.words)
        actor = self._book.resolve(head)
        known = self._book.actor(actor)
        if not known.named:
            actor = self._name_beside(said, head) or actor
        elif head.pos_ == "NOUN" and said.sourcing is Sourcing.UNNAMED and _is_anybody(source, known):
            actor = self._book.apart(head)  # "to leave Port Osk, a diplomat said": taken for a description of the port
        return source.voice(_graded(said, self._book, actor, head), actor, head, source.words)

    def _by_gender(self, source: Source, gender: str) -> str | None:
        """The person named last who can be meant, where the book took the pronoun for one who cannot, or for nobody."""
        known = self._book.actor(self._book.resolve(source.head))
        if known.named and self._people.gender(known.id) in (None, gender):
            return None
        near = self._people.before(source.head.i, self._antecedents.reach(source, NEAR))
        return next((actor for _, actor in near if self._people.gender(actor) == gender), None)

    def _name_beside(self, said: Attribution, head: Token) -> str | None:
        """The named person that a description stands beside: "his brother, Karl Renner"."""
        tokens = [t for span in said.source for t in self._parsed.tokens_at(span)]
        comma = max((n for n, t in enumerate(tokens) if t.text == ","), default=-1)
        tail = tokens[comma + 1 :] if comma > 0 else []
        beside = [t for t in tokens if t.pos_ == "PROPN" and t.dep_ == "appos" and t.head.i == head.i]
        beside += [t for t in tail[-1:] if all(o.pos_ == "PROPN" for o in tail)]
        for token in beside:
            known = self._book.actor(self._book.resolve(token))
            if known.named and known.kind is ActorKind.PERSON:
                return known.id
        return None


def _is_anybody(source: Source, known: MentionedActor) -> bool:
    """Whether an unnamed source's words have neither a definite article nor the name that they were taken for."""
    within = any(mention.touches(span) for mention in known.mentions for span in source.said.source)
    return source.first not in ANAPHORIC and known.kind is ActorKind.PERSON and not within


def _graded(said: Attribution, book: ActorBook, actor: str, head: Token) -> Attribution:
    """The source's grade, where the book knows better than the wording what a name or a pronoun stands for."""
    known = book.actor(actor)
    if head.pos_ == "NOUN" and said.sourcing is Sourcing.UNNAMED and known.named and known.kind is ActorKind.PERSON:
        return said.but(sourcing=Sourcing.NAMED, count=1)
    if said.sourcing not in (Sourcing.NAMED, Sourcing.ORGANISATION) or not known.named:
        if head.pos_ == "PRON" and said.sourcing is Sourcing.NAMED and not known.named:
            return said.but(sourcing=Sourcing.UNNAMED)
        return said
    if known.kind in (ActorKind.PERSON, ActorKind.OFFICE):
        return said.but(sourcing=Sourcing.NAMED, count=said.count or 1)
    return said.but(sourcing=Sourcing.ORGANISATION, count=None)
