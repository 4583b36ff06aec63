"""The named persons of a block: which pronoun is theirs, and by which nouns the report introduces them."""

import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, NamedTuple

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.base import Frozen
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.vocabularies import from_yaml

SHE, HE = "she", "he"
_BEFORE = frozenset(("compound", "amod", "nmod"))
_BESIDE = frozenset(("appos",))
# A name with what introduces it has at most so many tokens on either side of it that are looked at.
_AROUND = 8


class PeopleWords(Frozen, frozen=True, kw_only=True):
    """The words of `people.yaml`."""

    she: frozenset[str]
    he: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    narrower: dict[str, frozenset[str]]
    bodies: frozenset[str]
    companies: frozenset[str]


def raw_people() -> dict[str, Any]:
    """`people.yaml` as plain data."""
    loaded: dict[str, Any] = from_yaml(resources.files(__package__).joinpath("people.yaml").read_text("utf-8"))
    return loaded


@functools.cache
def people_words() -> PeopleWords:
    """The words, typed. Raises KeyError for a list that is missing."""
    raw = raw_people()
    narrower = {noun: frozenset(nouns) for noun, nouns in raw.pop("narrower").items()}
    return PeopleWords(narrower=narrower, **{name: frozenset(listed) for name, listed in raw.items()})


def gender_of_words(words: Iterable[str]) -> str | None:
    """Which of "she" and "he" the nouns of a description tell; None where they do not, or tell both."""
    known = people_words()
    told = {SHE if w in known.she else HE for w in words if w in known.she or w in known.he}
    return told.pop() if len(told) == 1 else None


class _Mention(NamedTuple):
    at: int  # the token of the name's last word
    actor: str


class People:
    """The named persons of a block. Built once; looked up by where somebody is spoken of."""

    def __init__(self, parsed: Parsed, book: ActorBook, cited: frozenset[int] = frozenset()) -> None:
        """`cited` are the heads of sources: such a noun is no description of the name before it, however parsed."""
        self._parsed = parsed
        self._cited = cited
        self._genders: dict[str, str] = {}
        self._roles: dict[str, set[str]] = {}
        self._mentions: list[_Mention] = []
        for actor in book.actors():
            if actor.named and actor.kind is ActorKind.PERSON:
                self._add(actor)
        self._mentions.sort()

    def _add(self, actor: MentionedActor) -> None:
        roles: set[str] = set()
        told: list[str] = []
        for span in actor.mentions:
            tokens = [t for t in self._parsed.tokens_at(span) if t.pos_ != "PRON" and not t.is_punct]
            if not tokens or all(t.pos_ != "PROPN" for t in tokens):
                continue
            self._mentions.append(_Mention(tokens[-1].i, actor.id))
            names = [t for t in tokens if t.pos_ == "PROPN"]
            if len(names) > 1 and not told:
                told.append(names[0].lower_)
            roles.update(_introductions(tokens, self._cited))
        self._roles[actor.id] = roles
        gender = _gender(roles, told)
        if gender is not None:
            self._genders[actor.id] = gender

    def gender(self, actor: str) -> str | None:
        """Which of "she" and "he" is said of somebody; None where nothing tells."""
        return self._genders.get(actor)

    def learn(self, actor: str, gender: str) -> None:
        """That a pronoun was said of somebody of whom nothing told."""
        self._genders.setdefault(actor, gender)

    def roles(self, actor: str) -> frozenset[str]:
        """The words by which the report introduces a person, lower case: "foreign", "minister"."""
        return frozenset(self._roles.get(actor, ()))

    def before(self, index: int, reach: int) -> Iterator[tuple[int, str]]:
        """Persons named before a token, the latest first, back to the token `reach`: where, and the actor's id."""
        at = bisect_left(self._mentions, (index, ""))
        for mention in reversed(self._mentions[:at]):
            if mention.at < reach:
                return
            yield mention


def _gender(roles: set[str], given: list[str]) -> str | None:
    known = people_words()
    if given and given[0] in known.women:
        return SHE
    if given and given[0] in known.men:
        return HE
    return gender_of_words(roles)


def _introductions(tokens: list[Token], cited: frozenset[int]) -> Iterator[str]:
    """The words of titles before a name and of descriptions beside it."""
    head = next((t for t in reversed(tokens) if t.head.i not in {o.i for o in tokens}), tokens[-1])
    inside = {t.i for t in tokens}
    tops = [head]
    if head.dep_ in _BESIDE and head.head.i != head.i:
        tops.append(head.head)  # "the ministry's spokesman, Ana Orsa"
    tops += [c for c in head.children if c.dep_ in _BESIDE and c.i - tokens[-1].i < _AROUND and c.i not in cited]
    for top in tops:
        if top.i not in inside:
            yield top.lemma_.lower()
            yield top.lower_
        for child in top.children:
            if child.dep_ in _BEFORE and child.i not in inside and abs(child.i - top.i) < _AROUND:
                yield child.lower_
                yield child.lemma_.lower()
                yield from (c.lower_ for c in child.children if c.dep_ in _BEFORE and c.i not in inside)
