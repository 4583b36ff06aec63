"""Whom descriptions and pronouns point back to. Only what is safe is joined: one candidate of the right kind."""

from dataclasses import dataclass
from itertools import islice

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.gazetteer.table import regions
from dragoman.reading.actors.holders import office_at
from dragoman.reading.actors.names import Names
from dragoman.reading.actors.parts import join_parts
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words
from dragoman.records.reading import ActorKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LONGEST_LIST = 12
# More than two sentences name: a text without a sentence's end is one sentence.
_MOST_RECENT = 200
_HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_GENDERS = {word: "he" if word.startswith("hi") or word == "he" else "she" for word in _HE}
_WOMEN = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "madame", "queen", "princess", "lady", "baroness", "sheikha"})
_MEN = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "sheikh", "emir", "ayatollah", "pope", "sultan"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_BODIES = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP})
_HUMAN = frozenset({ActorKind.PERSON, ActorKind.OFFICE})


@dataclass(frozen=True)
class _Said:
    token: int
    draft: Draft
    subject: bool


class _Reader:
    """Reads the block from its first to its last token and keeps who was said."""

    def __init__(self, names: Names, definite: dict[int, Draft], *, pronouns: bool) -> None:
        self.names = names
        self.pronouns = pronouns
        self.t: Tokens = names.tokens
        self.definite = definite
        self.said: list[_Said] = []
        self.groups: dict[int, Draft] = {}  # named groups and organisations so far
        self.by_noun: dict[tuple[str, bool], dict[int, Draft]] = {}  # described and offices so far, by their noun
        self.holders: dict[str, dict[int, Draft]] = {}

    def read(self) -> None:
        at_head: dict[int, Draft] = {}
        for draft in self.names.drafts:
            for _, end in draft.mentions:
                at_head.setdefault(end - 1, draft)
        for i in range(len(self.t)):
            found = at_head.get(i)
            if found is not None:
                draft = found
                if i in self.definite:
                    antecedent = self._antecedent(i, draft)
                    if antecedent is not None and antecedent is not draft:
                        draft = self._join(i, draft, antecedent)
                elif draft.kind is ActorKind.OFFICE and draft.noun is not None:
                    holder = self._holder(i, draft)
                    if holder is not None:
                        draft = self._join(i, draft, holder)
                self._say(i, draft)
            elif self.pronouns and self.t.pos[i] == "PRON":
                self._pronoun(i)

    def _say(self, i: int, draft: Draft) -> None:
        if draft.gender is None and draft.kind in _HUMAN:
            draft.gender = self._gender(i, draft)
        self.said.append(_Said(i, draft, self._is_subject(i)))
        if draft.named and draft.kind in {ActorKind.GROUP, ActorKind.ORGANISATION}:
            self.groups[id(draft)] = draft
        if draft.noun is not None and not (i in self.definite and self._introduced(draft)):
            self.by_noun.setdefault((draft.noun, draft.plural), {})[id(draft)] = draft
        for office, _ in draft.offices:
            self.holders.setdefault(office, {})[id(draft)] = draft

    def _is_subject(self, i: int) -> bool:
        """Whether token `i` is a subject, or joined to one by "and"."""
        steps = 0
        while self.t.dep[i] == "conj" and steps < _LONGEST_LIST:
            i = self.t.head[i]
            steps += 1
        return self.t.dep[i] in _SUBJECTS

    def _gender(self, i: int, draft: Draft) -> str | None:
        start = next((start for start, end in draft.mentions if end - 1 == i), i)
        said = {*self.t.low[max(0, start - 2) : i + 1], *(office for office, _ in draft.offices)}
        if said & _WOMEN or any(word.endswith("woman") for word in said):
            return "she"
        return "he" if said & _MEN or any(word.endswith("man") for word, _ in draft.offices) else None

    def _join(self, i: int, draft: Draft, antecedent: Draft) -> Draft:
        mine = [(start, end) for start, end in draft.mentions if end - 1 == i]
        rest = [(start, end) for start, end in draft.mentions if end - 1 != i]
        if all(self.t.pos[end - 1] == "PRON" for _, end in rest):
            mine, rest = mine + rest, []
        draft.mentions[:] = rest
        for start, end in mine:
            antecedent.add(start, end)
            for at in range(start, end):
                if self.names.by_token.get(at) is draft:
                    self.names.by_token[at] = antecedent
        return antecedent

    def _introduced(self, draft: Draft) -> bool:
        """Whether another was so described before: then a definite one that fits none of them is no newcomer."""
        return any(other is not draft for other in self.by_noun.get((draft.noun or "", draft.plural), {}).values())

    # Descriptions ----------------------------------------------------------------------------------------------

    def _antecedent(self, i: int, draft: Draft) -> Draft | None:
        noun = draft.noun or ""
        several = self.t.tag[i] in {"NNS", "NNPS"}
        if draft.kind is ActorKind.STATE:
            return None if several else self._state(i, draft)
        if several and noun in words("nouns", "rebels") and self._is_definite(i):
            return self._group(i)
        if noun == "government" and not several and self._is_definite(i):
            return self._governed(i)
        if noun in words("nouns", "armed"):
            # "the rival factions" are no one group, "the militants" may be one.
            return None if several and self._told_as_several(i) else self._group(i)
        if draft.kind in {ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.OFFICE}:
            holder = self._holder(i, draft) if not draft.plural else None
            return holder or self._same_noun(i, draft)
        return None

    def _is_definite(self, i: int) -> bool:
        """Whether it is "the rebels" and nothing else beside."""
        children = self.t.children[i]
        bare = all(self.t.dep[c] not in {"amod", "compound", "nummod", "poss", "relcl", "acl"} for c in children)
        of = any(self.t.dep[c] == "prep" and self.t.low[c] in {"of", "in", "from"} for c in children)
        return bare and not of and any(self.t.low[c] == "the" for c in children)

    def _governed(self, i: int) -> Draft | None:
        """`the government`: that of the one state whose government the text names before."""
        found: dict[int, Draft] = {}
        for at in range(i):
            if self.t.low[at] != "government":
                continue
            for c in self.t.children[at]:
                state = self.names.peoples.get(c) or self.names.by_token.get(c)
                owns = self.t.dep[c] in {"poss", "amod", "compound", "nmod"}
                if owns and state is not None and state.kind is ActorKind.STATE:
                    found[id(state)] = state
        return next(iter(found.values())) if len(found) == 1 else None

    def _told_as_several(self, i: int) -> bool:
        """Whether a plural is of several groups: factions and movements, all of them, two of them."""
        if self.t.lemma[i] in words("nouns", "group"):
            return True
        counted = (c for c in self.t.children[i] if self.t.dep[c] in {"nummod", "predet"} or self.t.low[c] == "both")
        return next(counted, None) is not None

    def _state(self, i: int, draft: Draft) -> Draft | None:
        """`the country`, `the Gulf state`, `the emirate`: the one state near that it can be said of."""
        adjectives = {self.t.low[c] for c in self.t.children[i] if self.t.dep[c] in {"amod", "compound"}}
        if adjectives & words("nouns", "another") or any(word.endswith("est") for word in adjectives):
            return None
        told = {draft.noun or "", *adjectives} & set(regions())
        near = [s for s in self._recent(i) if s.draft.kind is ActorKind.STATE and s.draft.named]
        for word in sorted(told):
            near = [s for s in near if s.draft.key is None or s.draft.key in regions()[word]]
        return self._only(i, near)

    def _group(self, i: int) -> Draft | None:
        """`the group`: the one group of the text so far, or the one of the last sentences; at home where it says."""
        homes = {self.names.peoples[c].key for c in self.t.children[i] if c in self.names.peoples} - {None}
        groups = [d for d in self.groups.values() if d.kind is ActorKind.GROUP and self._fits(d, homes)]
        if len(groups) == 1:
            return groups[0]
        if not groups:
            return None
        near = [s for s in self._recent(i) if s.draft.kind is ActorKind.GROUP and s.draft.named]
        return self._only(i, [s for s in near if self._fits(s.draft, homes)])

    def _fits(self, group: Draft, homes: set[str | None]) -> bool:
        return not homes or not group.states or bool(homes & set(group.states))

    def _holder(self, i: int, draft: Draft) -> Draft | None:
        """`the foreign minister`, `Osk's foreign minister`: the one person named as that."""
        if any(self.t.low[c] in words("nouns", "another") for c in self.t.children[i]):
            return None
        office = office_at(self.t, i)
        found = self.holders.get(office, {})
        people = [d for d in found.values() if d.named]
        if draft.of is not None:
            people = [d for d in people if any(o == office and of is draft.of for o, of in d.offices)]
        if office not in words("offices", "single") or len(people) != 1:
            return None
        if any(d.noun == draft.noun and d is not draft for d in found.values() if not d.named):
            return None
        return people[0]

    def _same_noun(self, i: int, draft: Draft) -> Draft | None:
        """`the diplomat` after `a diplomat`: the one so described in the last sentences, or in the whole text."""
        earlier = {
            number: other
            for number, other in self.by_noun.get((draft.noun or "", draft.plural), {}).items()
            if (draft.of is None or other.of is draft.of) and draft.modifiers <= other.modifiers
        }
        if not earlier:
            return None
        if len(earlier) == 1:
            return next(iter(earlier.values()))
        near = [s for s in self._recent(i) if id(s.draft) in earlier]
        return near[-1].draft if len({id(s.draft) for s in near}) == 1 else None

    def _recent(self, i: int, sentences: int = 1) -> list[_Said]:
        """Who was said in this sentence before token `i` and in the last `sentences` before it."""
        oldest = self.t.sentence[i] - sentences
        found: list[_Said] = []
        for said in islice(reversed(self.said), _MOST_RECENT):
            if self.t.sentence[said.token] < oldest:
                break
            found.append(said)
        return found[::-1]

    def _only(self, i: int, candidates: list[_Said]) -> Draft | None:
        """The one candidate; of several, the one that is the subject of this sentence, or alone in it."""
        if len({id(s.draft) for s in candidates}) == 1:
            return candidates[-1].draft
        here = [s for s in candidates if self.t.sentence[s.token] == self.t.sentence[i]]
        subjects = {id(s.draft): s.draft for s in here if s.subject}
        if len(subjects) == 1:
            return next(iter(subjects.values()))
        return here[-1].draft if len({id(s.draft) for s in here}) == 1 else None

    # Pronouns --------------------------------------------------------------------------------------------------

    def _pronoun(self, i: int) -> None:
        low = self.t.low[i]
        gender = _GENDERS.get(low)
        if low in _HE:
            kinds, plural = _HUMAN, False
        elif low in _THEY:
            kinds, plural = frozenset({ActorKind.GROUP}), True
        elif low in _IT and not self._expletive(i):
            kinds, plural = _BODIES, False
        else:
            return
        candidates = [
            s
            for s in self._recent(i)
            if s.draft.kind in kinds
            and (not plural or s.draft.plural)
            and (plural or not s.draft.plural)
            and self._same_voice(s.token, i)
            and not self._same_clause_object(s.token, i)
            and (gender is None or s.draft.gender in {None, gender})
        ]
        people = self._people(i) if plural else None
        found = people or self._referred(i, candidates)
        if found is not None:
            self.names.by_token[i] = found
            found.add(i, i + 1)
            found.gender = found.gender or gender
            self.said.append(_Said(i, found, self.t.dep[i] in _SUBJECTS))

    def _people(self, i: int) -> Draft | None:
        """The one state whose people are the subject of the sentence: "the Ossarians said that they would go on"."""
        near = [s for s in self._recent(i, sentences=0) if s.subject and self.t.tag[s.token] in {"NNS", "NNPS"}]
        near = [s for s in near if self._same_voice(s.token, i) and not self._same_clause_object(s.token, i)]
        states = {id(s.draft): s.draft for s in near if s.draft.kind is ActorKind.STATE}
        return next(iter(states.values())) if len(states) == 1 and len(near) == 1 else None

    def _referred(self, i: int, candidates: list[_Said]) -> Draft | None:
        if len({id(s.draft) for s in candidates}) == 1:
            return candidates[-1].draft
        here = [s for s in candidates if self.t.sentence[s.token] == self.t.sentence[i]]
        before = [s for s in candidates if self.t.sentence[s.token] != self.t.sentence[i]]
        for group in (here, before):
            subjects = {id(s.draft): s.draft for s in group if s.subject}
            if len(subjects) == 1:
                return next(iter(subjects.values()))
            if group:
                return None
        return None

    def _expletive(self, i: int) -> bool:
        """`It is clear that`, `it remains to be seen`: nobody."""
        if self.t.low[i] != "it" or self.t.dep[i] not in _SUBJECTS:
            return self.t.dep[i] == "expl"
        verb = self.t.head[i]
        copula = self.t.lemma[verb] in {"be", "seem", "remain", "appear", "become", "take"}
        return copula or self.t.dep[i] == "expl"

    def _same_voice(self, antecedent: int, i: int) -> bool:
        """A pronoun inside a quotation points to somebody inside it; one outside points outside."""
        return self.t.quoted[antecedent] == self.t.quoted[i] or not self.t.quoted[i]

    def _same_clause_object(self, antecedent: int, i: int) -> bool:
        """Subject and object of one verb are two, unless the pronoun says "himself"."""
        if self.t.low[i].endswith(("self", "selves")) or self.t.tag[i] == "PRP$":
            return False
        return self.t.head[antecedent] == self.t.head[i] and self.t.dep[antecedent] in _SUBJECTS


def point_back(names: Names, definite: dict[int, Draft]) -> None:
    """Joins the descriptions and pronouns of a block to whom they point back to, where that is safe.

    States, groups and pronouns first: they say whose a bureau is ("the movement's bureau", "its bureau"), and
    only then "the bureau" can be told.
    """
    wide = words("nouns", "state") | words("nouns", "armed")
    _Reader(names, {i: d for i, d in definite.items() if d.noun in wide}, pronouns=True).read()
    join_parts(names)
    _Reader(names, {i: d for i, d in definite.items() if d.noun not in wide}, pronouns=False).read()
