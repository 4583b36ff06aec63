"""Whom a source takes up: the voice before it that a pronoun, a description or a part of several stands for."""

from bisect import bisect_right
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.attributions.partitives import is_part, whole
from dragoman.reading.attributions.people import People, people_words
from dragoman.reading.attributions.voices import FAR, NEUTRAL, PLURAL, SINGULAR, UNNAMED, Voice, Voices
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ActorKind, Attribution, MentionedActor, Sourcing

ANAPHORIC = frozenset(("the", "this", "that", "these", "those"))
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
# Without "of" these are no part of those told before: "some say", "another said".
_PEOPLE_AT_LARGE = frozenset(("another", "some", "many", "most", "several", "few", "others", "any", "more"))
# Nouns that say no more of somebody than a pronoun.
_SOMEBODY = frozenset(("person", "man", "woman"))
_PERSONAL = frozenset((*SINGULAR, *PLURAL, *NEUTRAL))


class Source(NamedTuple):
    """A source to be told who it is: the noun at its head, its telling words, and the paragraphs that it spans."""

    said: Attribution
    head: Token
    words: frozenset[str]
    paragraph: int
    until: int

    def voice(self, said: Attribution, actor: str, head: Token, words: frozenset[str]) -> Voice:
        """It as a voice of the report."""
        return Voice(said, actor, head, words, self.paragraph, self.until)

    @property
    def first(self) -> str:
        """Its first word, lower case."""
        return next(iter((self.said.wording or "").lower().split()), "")


class Antecedents:
    """Looks for whom sources take up, among the voices so far and the persons that the report names."""

    def __init__(self, parsed: Parsed, book: ActorBook, people: People) -> None:
        self.people = people
        self.voices = Voices(people)
        self._parsed = parsed
        self._book = book
        self._starts = [tokens.start for tokens in parsed.paragraphs]
        self._aliases: dict[str, Voice] = {}  # whom a description stood for, by the actor that the book has for it

    def source(self, said: Attribution, head: Token) -> Source:
        """An attribution's source with what is to be known of it."""
        words = frozenset((said.wording or "").lower().split()) - _EMPTY
        paragraph = bisect_right(self._starts, head.i)
        ends = list(self._parsed.tokens_at(said.content[-1])) if said.content else []
        until = bisect_right(self._starts, ends[-1].i) if ends else paragraph
        return Source(said, head, words, paragraph, max(paragraph, until))

    def take(self, source: Source, earlier: Voice) -> Voice:
        """A source as the voice that takes up an earlier one: its grade, and all the words for it so far."""
        part = is_part(source.head) or self._is_one_of(source)
        graded = source.said.but(
            sourcing=earlier.said.sourcing,
            count=source.said.count if part else source.said.count or earlier.said.count,
            anonymity=source.said.anonymity or earlier.said.anonymity,
        )
        head = source.head if part else earlier.head
        voice = source.voice(graded, earlier.actor, head, earlier.words | source.words)
        if source.head.pos_ == "NOUN" and not part:
            self._aliases[self._book.resolve(source.head)] = voice
        return voice

    def earlier(self, source: Source) -> Voice | None:
        """The voice that this source takes up; None where the book of actors is to say who it is."""
        head, words = source.head, source.words
        if head.pos_ == "PRON" and head.lower_ in _PERSONAL:
            return self._pronoun(source)
        if is_part(head):
            return self._part(source)
        if head.pos_ != "NOUN":
            return None
        if self._is_one_of(source):
            return self.voices.group(head, source.paragraph)
        if source.first not in ANAPHORIC:
            return None
        if head.lemma_ in _SOMEBODY and words == {head.lower_}:
            gender = {"man": "he", "woman": "she"}.get(head.lemma_)
            voices = self.voices
            return voices.described(source.said, head, words, source.paragraph) or voices.somebody(
                source.paragraph, gender
            )
        if source.said.sourcing is Sourcing.ORGANISATION:
            known = self._book.actor(self._book.resolve(head))
            return None if known.named else self._body(source)
        if source.said.sourcing not in UNNAMED:
            return None
        return self._description(source)

    def _body(self, source: Source) -> Voice | None:
        """The named organisation cited last of which a bare noun for a body can be said: "the group", "the agency"."""
        noun = source.head.lemma_.lower()
        words = people_words()
        if source.words != {source.head.lower_}:
            return None
        kinds = {ActorKind.ORGANISATION, *((ActorKind.GROUP,) if noun in words.bodies else ())}
        for voice in self.voices.bodies(source.paragraph):
            known = self._book.actor(voice.actor)
            if known.named and known.kind in kinds and (noun in words.bodies | words.companies or noun in voice.words):
                return voice
        return None

    def _is_one_of(self, source: Source) -> bool:
        """Whether it is "one diplomat" near several diplomats."""
        if source.first != "one" or source.head.tag_ != "NN" or source.said.count != 1:
            return False
        return source.words == {source.head.lower_} and self.voices.group(source.head, source.paragraph) is not None

    def _pronoun(self, source: Source) -> Voice | None:
        """The speaker before, unless the book knows a name for the pronoun by other signs."""
        lowered = source.head.lower_
        earlier = self.voices.spoken(lowered, source.paragraph)
        known = self._book.actor(self._book.resolve(source.head))
        if not known.named or (earlier is not None and known.id == earlier.actor):
            return earlier
        told = self.people.gender(known.id)
        if earlier is not None and self._is_in_content(source, known):
            return earlier
        return earlier if lowered in SINGULAR and told not in (None, SINGULAR[lowered]) else None

    def _is_in_content(self, source: Source, known: MentionedActor) -> bool:
        """Whether a name was told last by the speaker: who says “Orsa is ill” is another than Orsa."""
        at = source.said.source[0]
        before = max((m for m in known.mentions if m.end <= at.start), default=None)
        return before is not None and any(span.covers(before) for span in source.said.content)

    def _part(self, source: Source) -> Voice | None:
        """The several of whom "one of them", "two of the officials", "one" or "the other" is a part."""
        head, paragraph = source.head, source.paragraph
        many = whole(head)
        if many is None:
            if head.lower_ in _PEOPLE_AT_LARGE or any(c.lower_ in ("a", "an") for c in head.children):
                return None  # somebody else
            return self.voices.group(None, paragraph)
        if many.pos_ == "PRON":
            return self.voices.group(None, paragraph) or self.voices.spoken("they", paragraph)
        definite = any(c.lower_ in ANAPHORIC for c in many.children)
        return (self.voices.group(many, paragraph) or self.voices.only_group(many)) if definite else None

    def _description(self, source: Source) -> Voice | None:
        """An unnamed source, or a named person, that a definite description takes up."""
        said, head, words, paragraph = source.said, source.head, source.words, source.paragraph
        voices = self.voices
        if head.tag_ == "NNS":
            group = voices.group(head, paragraph, said.count) if words == {head.lower_} else None
            found = group or voices.described(said, head, words, paragraph)
            return found or (voices.within(said.wording or "") if said.count else None)
        unnamed = voices.described(said, head, words, paragraph)
        named = self._introduced(source)
        if unnamed is not None and named is not None:
            return named if named.head.i > unnamed.head.i else unnamed
        if unnamed is not None:
            return unnamed
        alias = self._aliases.get(self._book.resolve(head))
        if alias is not None:
            return alias
        told = self._told_before(head)
        if named is not None and (told is None or named.head.i > told):
            return named
        return voices.broader(head, words, paragraph) if told is None else None

    def _told_before(self, head: Token) -> int | None:
        """The last token of the mention before that the book of actors joins a noun with; None for a newcomer."""
        mentions = self._book.actor(self._book.resolve(head)).mentions
        ends = [tokens[-1].i for tokens in map(self._parsed.tokens_at, mentions) if len(tokens)]
        return max((end for end in ends if end < head.i), default=None)

    def _introduced(self, source: Source) -> Voice | None:
        """The named person last introduced by the noun: "the minister" after "Foreign Minister Ana Orsa"."""
        head = source.head
        wanted = source.words - {head.lower_} | {head.lemma_.lower()}
        for at, actor in self.people.before(head.i, self.reach(source, FAR)):
            if wanted <= self.people.roles(actor):
                named = source.said.but(sourcing=Sourcing.NAMED, count=1)
                return source.voice(named, actor, self._parsed.doc[at], source.words)
        return None

    def reach(self, source: Source, paragraphs: int) -> int:
        """The first token of the paragraph so many before."""
        return self._starts[max(0, source.paragraph - 1 - paragraphs)] if self._starts else 0
