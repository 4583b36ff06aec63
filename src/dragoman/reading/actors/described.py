"""Actors that a report describes instead of naming: officials, ministries, delegations, "the group"."""

from collections.abc import Iterator

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.names import Names
from dragoman.reading.actors.phrases import owner_of, phrase, words_of
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words
from dragoman.records.reading import ActorKind

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PLURALS = frozenset({"NNS", "NNPS"})
_SAYING_NOTHING = frozenset({"own", "so", "called", "current", "new", "same", "other"})


class Described:
    """The described actors of a block, added to its named ones. `definite` are those that may point back."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._t: Tokens = names.tokens
        self._same: dict[tuple[object, ...], Draft] = {}
        self.definite: dict[int, Draft] = {}
        self.office_tokens = {s.end - 1 for s, _, holder in names.offices if holder is None}

    def find(self) -> None:
        """Bodies first, so that "a spokesman for Osk's ministry" is the ministry's; then people and groups."""
        nouns = list(self._nouns())
        for i in nouns:
            if self._class_of(i) == "body":
                self._add_body(i)
        for i in nouns:
            kind = self._class_of(i)
            if kind is not None and kind != "body" and i not in self._names.by_token:
                self._add(i, kind)

    def _nouns(self) -> Iterator[int]:
        for i in range(len(self._t)):
            if i in self._names.by_token or self._t.headline[i]:
                continue
            if (
                self._t.pos[i] == "NOUN"
                or i in self.office_tokens
                or (
                    self._t.pos[i] == "PROPN"
                    and (self._t.low[i] in words("nouns", "body") or self._t.low[i] in words("nouns", "government"))
                )
            ):
                yield i

    def _class_of(self, i: int) -> str | None:
        lemma, low = self._t.lemma[i], self._t.low[i]
        after = self._t.dep[i] in {"compound", "amod"} and self._t.head[i] > i
        if i in self.office_tokens:
            return None if after or lemma not in words("nouns", "person") else "person"
        if lemma in words("nouns", "body") or lemma in words("nouns", "government"):
            if lemma == "state":
                return None if after or self._determiner(i) is None else "state"
            return "body"
        if after:
            return None
        if lemma in words("nouns", "person"):
            return "person" if self._stands_alone(i) else None
        if low in words("nouns", "people"):
            return "people"
        if lemma in words("nouns", "state"):
            if self._t.tag[i] in _PLURALS:
                return "people"
            return "state" if self._determiner(i) in _DEFINITE else None
        if lemma in words("nouns", "group") or low in words("nouns", "group"):
            return "group" if self._tied(i) else None
        return None

    def _determiner(self, i: int) -> str | None:
        found = [self._t.low[c] for c in self._t.children[i] if self._t.dep[c] == "det" and c < i]
        return found[0] if found else None

    def _stands_alone(self, i: int) -> bool:
        """Whether a noun for persons is somebody here: not the bare one of "its role as mediator"."""
        return self._t.tag[i] in _PLURALS or self._tied(i) or self._t.dep[i] in {"nsubj", "nsubjpass"}

    def _tied(self, i: int) -> bool:
        return any(self._t.dep[c] in {"det", "poss", "amod", "compound", "nummod", "nmod"} for c in self._t.children[i])

    def _add_body(self, i: int) -> None:
        t = self._t
        compound = t.dep[i] == "compound" and t.head[i] > i
        owner = owner_of(t, i, self._names.by_token, self._names.peoples)
        if owner is None and compound:
            owner = owner_of(t, t.head[i], self._names.by_token, self._names.peoples)
        if owner is None and not self._tied(i):
            return
        governs = t.lemma[i] in words("nouns", "government") and t.lemma[i] != "leadership"
        if governs and owner is not None and owner.kind is ActorKind.STATE:
            start, end = phrase(t.doc[i])
            if t.low[start] in {"the", "a", "an"}:
                start += 1
            owner.add(start, end)
            self._names.by_token[i] = owner
            return
        self._new(i, ActorKind.ORGANISATION, owner, shared=owner is not None and t.tag[i] not in _PLURALS)

    def _add(self, i: int, kind: str) -> None:
        t = self._t
        owner = owner_of(t, i, self._names.by_token, self._names.peoples)
        plural = t.tag[i] in _PLURALS or kind == "people"
        if kind == "state":
            self._new(i, ActorKind.STATE, None, shared=False)
        elif kind == "group":
            self._new(i, ActorKind.GROUP, owner, shared=False)
        elif plural:
            counted = any(t.dep[c] in {"nummod", "det", "predet"} for c in t.children[i])
            self._new(i, ActorKind.GROUP, owner, shared=not counted and owner is not None, plural=True)
        else:
            single = t.low[i] in words("offices", "single") and owner is not None and not self._indefinite(i)
            self._new(i, ActorKind.OFFICE if single else ActorKind.PERSON, owner, shared=single)

    def _indefinite(self, i: int) -> bool:
        return self._determiner(i) in {"a", "an", "one", "another", "some"}

    def _new(self, i: int, kind: ActorKind, owner: Draft | None, *, shared: bool, plural: bool = False) -> None:
        t = self._t
        start, end = self._with_possessor(*phrase(t.doc[i]), owner)
        modifiers = self._modifiers(i)
        same = (t.lemma[i], modifiers, None if owner is None else id(owner), plural)
        draft = self._same.get(same) if shared else None
        if draft is None:
            draft = Draft(
                kind, words_of(t.doc, start, end) or t.text[i], named=False, of=owner, noun=t.lemma[i], plural=plural
            )
            draft.modifiers = modifiers
            self._names.drafts.append(draft)
            if shared:
                self._same[same] = draft
        draft.add(start, end)
        for at in range(start, end):
            if t.head[at] == i and t.dep[at] in {"det", "amod", "compound", "nummod"}:
                self._names.by_token.setdefault(at, draft)
        self._names.by_token[i] = draft
        if self._determiner(i) in _DEFINITE:
            self.definite[i] = draft

    def _with_possessor(self, start: int, end: int, owner: Draft | None) -> tuple[int, int]:
        """The phrase with the possessor right before it, where the parser tied that elsewhere."""
        if owner is None or not self._t.owns(start - 1) or self._names.by_token.get(start - 2) is not owner:
            return start, end
        while start >= 2 and self._names.by_token.get(start - 2) is owner:
            start -= 1
        return start - 1, end

    def _modifiers(self, i: int) -> frozenset[str]:
        """What tells one part of an owner from another: the political wing, the military wing."""
        t = self._t
        kept = {
            t.low[c]
            for c in t.children[i]
            if t.dep[c] in {"amod", "compound"} and c not in self._names.peoples and c not in self._names.by_token
        }
        return frozenset(kept - _SAYING_NOTHING)


def describe(names: Names) -> dict[int, Draft]:
    """Adds the described actors of a block; gives those that may point back to one said before, by their head."""
    described = Described(names)
    described.find()
    return described.definite
