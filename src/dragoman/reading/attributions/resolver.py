"""Which actor a source is, inside one report, and when it was said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading import dates as days
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ActorKind, Attribution, Polarity, Sourcing, TimeExpression
from dragoman.records.span import Spans, hull

_SINGULAR = frozenset(("he", "she", "him", "her", "his"))
_PLURAL = frozenset(("they", "their", "them"))
_NEUTRAL = frozenset(("it", "its"))
_ANAPHORIC = frozenset(("the", "this", "that", "these", "those"))
_PEOPLE = frozenset((Sourcing.NAMED, Sourcing.UNNAMED))
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
# A pronoun reaches back this many paragraphs for the one who spoke.
_PARAGRAPHS = 1
# "The officials" reach back further: a news report's paragraph is often one sentence.
_GROUP_PARAGRAPHS = 5


@dataclass(frozen=True, slots=True)
class _Voice:
    """A source met earlier in the report."""

    said: Attribution
    actor: str
    head: Token
    words: frozenset[str]
    paragraph: int


def resolve(
    attributions: Sequence[Attribution], parsed: Parsed, book: ActorBook, dates: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """The same attributions with actors and days: who "he", "the diplomat" and "they" are among the sources so far.

    An unnamed source keeps one identity through the report; two are one only where the words allow no other.
    """
    starts = [tokens.start for tokens in parsed.paragraphs]
    met: list[_Voice] = []
    resolved: dict[str, Attribution] = {}
    for said in sorted(attributions, key=lambda a: (hull(a.cue or a.source or a.content), a.id)):
        cue = _head(parsed, said.cue)
        when = days.bind(parsed, tuple(dates), cue) if cue is not None else None
        head = _antecedent(_head(parsed, said.source))
        if head is None:
            resolved[said.id] = said.but(when=when)
            continue
        paragraph = bisect_right(starts, head.i)
        voice = _voice(said, head, paragraph, met, book)
        met.append(voice)
        resolved[said.id] = voice.said.but(actor=voice.actor, when=when)
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


def _voice(said: Attribution, head: Token, paragraph: int, met: list[_Voice], book: ActorBook) -> _Voice:
    words = frozenset((said.wording or "").lower().split()) - _EMPTY
    earlier = _pronoun(head.lower_, paragraph, met) if head.pos_ == "PRON" else None
    if head.pos_ == "NOUN":
        plain = head.lemma_ in _SOMEBODY and words == {head.lower_} and (said.wording or "").lower()[:2] == "th"
        earlier = _pronoun("he", paragraph, met) if plain else _description(said, head, words, paragraph, met)
    actor = book.resolve(head)
    if earlier is None:
        return _Voice(_graded(said, book, actor, head), actor, head, words, paragraph)
    known = book.actor(actor)
    if known.named and head.pos_ == "PRON" and actor != earlier.actor:
        # The book knows a name for this pronoun by other signs; the nearest speaker is then only the second guess.
        return _Voice(_graded(said, book, actor, head), actor, head, words, paragraph)
    graded = said.but(
        sourcing=earlier.said.sourcing, count=earlier.said.count, anonymity=said.anonymity or earlier.said.anonymity
    )
    return _Voice(graded, earlier.actor, earlier.head, earlier.words | words, paragraph)


def _pronoun(lowered: str, paragraph: int, met: list[_Voice]) -> _Voice | None:
    """The one who spoke last, where the pronoun can be theirs."""
    for voice in reversed(met):
        if voice.paragraph < paragraph - _PARAGRAPHS:
            return None
        people = voice.said.sourcing in _PEOPLE
        if lowered in _SINGULAR and people and voice.said.count in (1, None) and voice.head.tag_ not in ("NNS", "NNPS"):
            return voice
        if lowered in _PLURAL and voice.said.sourcing in (*_PEOPLE, Sourcing.SOURCES):
            return voice
        if lowered in _NEUTRAL and voice.said.sourcing in (Sourcing.ORGANISATION, Sourcing.DOCUMENT):
            return voice
    return None


def _description(
    said: Attribution, head: Token, words: frozenset[str], paragraph: int, met: list[_Voice]
) -> _Voice | None:
    """The earlier unnamed source that a definite description fits: the only one, or the one that spoke just before."""
    first = (said.wording or "").lower().split()[:1]
    if not first or first[0] not in _ANAPHORIC or said.sourcing not in (Sourcing.UNNAMED, Sourcing.SOURCES):
        return None
    if words == {head.lower_} and head.tag_ == "NNS":
        group = _group(head, paragraph, met)
        if group is not None:
            return group
    fits = [voice for voice in met if _fits(voice, said, head, words)]
    if not fits:
        return None
    spoke = [voice for voice in met if voice.said.polarity is not Polarity.DECLINES and voice.said.parent is None]
    latest = fits[-1]
    just_before = bool(spoke) and spoke[-1].actor == latest.actor and latest.paragraph >= paragraph - _PARAGRAPHS
    tells_apart = bool(words - {head.lower_})
    alone = len({voice.actor for voice in fits}) == 1
    return latest if just_before or (alone and (tells_apart or head.tag_ == "NN")) else None


def _group(head: Token, paragraph: int, met: list[_Voice]) -> _Voice | None:
    """The latest several people cited of whom "the officials" can be said: "an official and two diplomats"."""
    for voice in reversed(met):
        if voice.paragraph < paragraph - _GROUP_PARAGRAPHS:
            return None
        cited = voice.said.parent is None and voice.said.polarity is not Polarity.DECLINES
        several = (voice.said.count or 0) > 1 or (voice.said.count is None and voice.head.tag_ == "NNS")
        unnamed = voice.said.sourcing in (Sourcing.UNNAMED, Sourcing.SOURCES)
        if cited and several and unnamed and voice.words & {head.lemma_, head.lower_}:
            return voice
    return None


def _fits(voice: _Voice, said: Attribution, head: Token, words: frozenset[str]) -> bool:
    counts = (said.count, voice.said.count)
    return (
        voice.said.sourcing in (Sourcing.UNNAMED, Sourcing.SOURCES)
        and voice.said.polarity is not Polarity.DECLINES
        and voice.head.lemma_ == head.lemma_
        and voice.head.tag_ == head.tag_
        and words <= voice.words
        and (None in counts or counts[0] == counts[1])
    )


def _graded(said: Attribution, book: ActorBook, actor: str, head: Token) -> Attribution:
    """The source's grade, where the book knows better than the wording what a name or a pronoun stands for."""
    known = book.actor(actor)
    if said.sourcing not in (Sourcing.NAMED, Sourcing.ORGANISATION) or not known.named:
        if head.pos_ == "PRON" and said.sourcing is Sourcing.NAMED and not known.named:
            return said.but(sourcing=Sourcing.UNNAMED)
        return said
    person = known.kind in (ActorKind.PERSON, ActorKind.OFFICE)
    return said.but(sourcing=Sourcing.NAMED if person else Sourcing.ORGANISATION)
