"""Which actor a source is, inside one report, and when it was said."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.reading import dates as days
from dragoman.reading.actors import ActorBook
from dragoman.reading.attributions.partitives import is_part, whole
from dragoman.reading.attributions.people import People
from dragoman.reading.attributions.voices import FAR, NEAR, NEUTRAL, PLURAL, SINGULAR, UNNAMED, Voice, Voices
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ActorKind, Attribution, MentionedActor, Sourcing, TimeExpression
from dragoman.records.span import Spans, hull

_ANAPHORIC = frozenset(("the", "this", "that", "these", "those"))
# Words of a description that say nothing of who it is.
_EMPTY = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "same",
        "of",
        "both",
        ",",
        "one",
        "two",
        "three",
        "four",
        "five",
    )
)
# Nouns that say no more of somebody than a pronoun.
_SOMEBODY = frozenset(("person", "man", "woman"))
_PERSONAL = frozenset((*SINGULAR, *PLURAL, *NEUTRAL))
# Grades of those who are named, or are no persons: no condition of anonymity is theirs.
_OPEN = frozenset((Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT, Sourcing.RELAYED))


def resolve(
    attributions: Sequence[Attribution], parsed: Parsed, book: ActorBook, dates: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """The same attributions with actors and days: who "he", "the diplomat" and "they" are among the sources so far.

    An unnamed source keeps one identity through the report, and so do those that are part of several ("one of the
    diplomats"); two are one only where the words allow no other.
    """
    heads = (_head(parsed, said.source) for said in attributions)
    resolver = _Resolver(parsed, book, frozenset(head.i for head in heads if head is not None))
    resolved: dict[str, Attribution] = {}
    for said in sorted(attributions, key=lambda a: (hull(a.cue or a.source or a.content), a.id)):
        cue = _head(parsed, said.cue)
        when = days.bind(parsed, tuple(dates), cue) if cue is not None else None
        resolved[said.id] = resolver.resolve(said).but(when=when)
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
        self._voices = Voices(self._people)
        self._starts = [tokens.start for tokens in parsed.paragraphs]

    def resolve(self, said: Attribution) -> Attribution:
        """The attribution with its actor, and its source graded as whom it stands for."""
        head = _antecedent(_head(self._parsed, said.source))
        if head is None:
            return said
        paragraph = bisect_right(self._starts, head.i)
        words = frozenset((said.wording or "").lower().split()) - _EMPTY
        earlier = self._earlier(said, head, words, paragraph)
        if earlier is None:
            found = self._new(said, head, words, paragraph)
        else:
            graded = said.but(
                sourcing=earlier.said.sourcing,
                count=said.count if is_part(head) else earlier.said.count,
                anonymity=said.anonymity or earlier.said.anonymity,
            )
            found = Voice(
                graded, earlier.actor, head if is_part(head) else earlier.head, earlier.words | words, paragraph
            )
        if head.lower_ in SINGULAR:
            self._people.learn(found.actor, SINGULAR[head.lower_])
        if found.said.sourcing in _OPEN and found.said.anonymity is not None:
            found = Voice(found.said.but(anonymity=None), found.actor, found.head, found.words, paragraph)
        self._voices.met.append(found)
        return found.said.but(actor=found.actor)

    def _earlier(self, said: Attribution, head: Token, words: frozenset[str], paragraph: int) -> Voice | None:
        """The voice that this source takes up; None where the book of actors is to say who it is."""
        if head.pos_ == "PRON" and head.lower_ in _PERSONAL:
            return self._pronoun(head, paragraph)
        if is_part(head):
            return self._part(head, paragraph)
        if head.pos_ != "NOUN":
            return None
        first = (said.wording or "").lower().split()[:1]
        if not first or first[0] not in _ANAPHORIC:
            return None
        if head.lemma_ in _SOMEBODY and words == {head.lower_}:
            gender = {"man": "he", "woman": "she"}.get(head.lemma_)
            return self._voices.described(said, head, words, paragraph) or self._voices.somebody(paragraph, gender)
        if said.sourcing is Sourcing.ORGANISATION:
            known = self._book.actor(self._book.resolve(head))
            return None if known.named else self._voices.body(head, words, paragraph)
        if said.sourcing not in UNNAMED:
            return None
        return self._description(said, head, words, paragraph)

    def _pronoun(self, head: Token, paragraph: int) -> Voice | None:
        """The speaker before, unless the book knows a name for the pronoun by other signs."""
        earlier = self._voices.spoken(head.lower_, paragraph)
        known = self._book.actor(self._book.resolve(head))
        if not known.named or (earlier is not None and known.id == earlier.actor):
            return earlier
        gender = SINGULAR.get(head.lower_)
        told = self._people.gender(known.id)
        return earlier if gender is not None and told is not None and told != gender else None

    def _part(self, head: Token, paragraph: int) -> Voice | None:
        """The several of whom "one of them", "two of the officials", "one" or "the other" is a part."""
        many = whole(head)
        if many is None:
            if head.lower_ == "another" or any(c.lower_ in ("a", "an") for c in head.children):
                return None  # somebody else
            return self._voices.group(None, paragraph)
        if many.pos_ == "PRON":
            return self._voices.group(None, paragraph) or self._voices.spoken("they", paragraph)
        definite = any(c.lower_ in _ANAPHORIC for c in many.children)
        return self._voices.group(many, paragraph) if definite else None

    def _description(self, said: Attribution, head: Token, words: frozenset[str], paragraph: int) -> Voice | None:
        """An unnamed source, or a named person, that a definite description takes up."""
        voices = self._voices
        if head.tag_ == "NNS":
            return (voices.group(head, paragraph, said.count) if words == {head.lower_} else None) or voices.described(
                said, head, words, paragraph
            )
        unnamed = voices.described(said, head, words, paragraph)
        named = self._introduced(said, head, words, paragraph)
        if unnamed is not None and named is not None:
            return named if named.head.i > unnamed.head.i else unnamed
        if unnamed is not None:
            return unnamed
        told = self._told_before(head)
        if named is not None and (told is None or named.head.i > told):
            return named
        return voices.broader(head, words, paragraph) if told is None else None

    def _told_before(self, head: Token) -> int | None:
        """The last token of the mention before that the book of actors joins a noun with; None for a newcomer."""
        mentions = self._book.actor(self._book.resolve(head)).mentions
        ends = [tokens[-1].i for tokens in map(self._parsed.tokens_at, mentions) if len(tokens)]
        return max((end for end in ends if end < head.i), default=None)

    def _introduced(self, said: Attribution, head: Token, words: frozenset[str], paragraph: int) -> Voice | None:
        """The named person last introduced by the noun: "the minister" after "Foreign Minister Ana Orsa"."""
        reach = self._starts[max(0, paragraph - 1 - FAR)] if self._starts else 0
        wanted = words - {head.lower_} | {head.lemma_.lower()}
        for at, actor in self._people.before(head.i, reach):
            if wanted <= self._people.roles(actor):
                named = said.but(sourcing=Sourcing.NAMED, count=1)
                return Voice(named, actor, self._parsed.doc[at], words, bisect_right(self._starts, at))
        return None

    def _new(self, said: Attribution, head: Token, words: frozenset[str], paragraph: int) -> Voice:
        """A source as the book of actors knows it."""
        gender = SINGULAR.get(head.lower_) if head.pos_ == "PRON" else None
        if gender is not None:
            other = self._by_gender(head, gender, paragraph)
            if other is not None:
                return Voice(said.but(sourcing=Sourcing.NAMED, count=1), other, head, words, paragraph)
        actor = self._book.resolve(head)
        known = self._book.actor(actor)
        if not known.named:
            actor = self._name_beside(said, head) or actor
        elif head.pos_ == "NOUN" and said.sourcing is Sourcing.UNNAMED and self._is_anybody(said, known):
            actor = self._book.apart(head)  # "to leave Port Osk, a diplomat said": taken for a description of the port
        return Voice(_graded(said, self._book, actor, head), actor, head, words, paragraph)

    def _by_gender(self, head: Token, gender: str, paragraph: int) -> str | None:
        """The person named last who can be meant, where the book took the pronoun for one who cannot, or for nobody."""
        known = self._book.actor(self._book.resolve(head))
        told = self._people.gender(known.id)
        if known.named and told in (None, gender):
            return None
        reach = self._starts[max(0, paragraph - 1 - NEAR)] if self._starts else 0
        fits = [actor for _, actor in self._people.before(head.i, reach) if self._people.gender(actor) == gender]
        return fits[0] if fits else None

    def _is_anybody(self, said: Attribution, known: MentionedActor) -> bool:
        """Whether an unnamed source's words have neither a definite article nor the name that they were taken for."""
        first = (said.wording or "").lower().split()[:1]
        within = any(mention.touches(span) for mention in known.mentions for span in said.source)
        return first[:1] not in ([word] for word in _ANAPHORIC) and known.kind is ActorKind.PERSON and not within

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
