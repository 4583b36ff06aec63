"""The named actors of a block, and which tokens stand for them."""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.reading.actors.bodies import (
    acts_for_state,
    companies,
    introduces,
    join_bodies,
    spells,
    state_names,
    without_form,
)
from dragoman.reading.actors.capitals import learned_capitals
from dragoman.reading.actors.demonyms import unknown_demonyms
from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.gazetteer.table import Entry, Form, Match, Sense, gazetteer
from dragoman.reading.actors.metonyms import acts_as_state, stands_for_state
from dragoman.reading.actors.people import core, join_people
from dragoman.reading.actors.phrases import written as _written
from dragoman.reading.actors.runs import Namey, is_thing, matches, runs
from dragoman.reading.actors.segments import Part, Segment, segments
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.actors.votes import PLACE, Named, elect, name_key, vote
from dragoman.records.reading import ActorKind

Key = tuple[str, ...]
_BODIES = frozenset({ActorKind.ORGANISATION.value, ActorKind.GROUP.value})


@dataclass
class Names:
    """The named actors of a block.

    `by_token`: who a token stands for; `peoples`: whose state an adjective of a people is of, also where it stands for
    nobody ("Norwegian salmon"); `offices`: those before and after names, with whose they are and who holds them.
    """

    tokens: Tokens
    drafts: list[Draft] = field(default_factory=list)
    by_token: dict[int, Draft] = field(default_factory=dict)
    peoples: dict[int, Draft] = field(default_factory=dict)
    offices: list[tuple[Segment, Draft | None, Draft | None]] = field(default_factory=list)

    def place(self, draft: Draft, start: int, end: int, written: str | None) -> None:
        """Notes that the tokens `[start, end)` name `draft`."""
        draft.add(start, end, written)
        for i in range(start, end):
            self.by_token[i] = draft


class _Finder:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.found = Names(tokens)
        self.namey = Namey(tokens)
        self.known = matches(tokens)
        self.demonyms = unknown_demonyms(tokens, self.namey, self.known)
        self.entries: dict[str, Draft] = {}
        self.unknown: dict[Key, Draft] = {}
        self.named: list[Named] = []
        self.segmented: list[list[Segment]] = []
        self.office_ends: set[int] = set()  # last tokens of offices and titles
        self._companies: dict[str, Key] = {}  # companies by the acronym that they share with a known body
        self._in_full: set[str] = set()  # keys of what the block calls by more than a word

    def find(self) -> Names:
        for run in runs(self.tokens, self.namey, self.known):
            if not is_thing(self.tokens, run):
                self.segmented.append(segments(self.tokens, run, self.known, self.demonyms))
        self._collect()
        self._judge()
        self._headlines()
        self._place_known()
        self._pair_offices()
        self._leave_out()
        return self.found

    def _leave_out(self) -> None:
        """Words with a capital of which nothing says that they are a name."""
        gone = [draft for draft in self.found.drafts if draft.key is None and self._is_no_name(draft)]
        for draft in gone:
            for start, end in draft.mentions:
                for i in range(start, end):
                    self.found.by_token.pop(i, None)
            draft.mentions.clear()
        kept = [draft for draft in self.found.drafts if draft.mentions or draft not in gone]
        self.found.drafts[:] = kept

    def _only_opens(self, start: int, end: int) -> bool:
        """Whether a word opens its sentence and does nothing in it that a name would: "Exit polls", "Videos: ..."."""
        tokens = self.tokens
        if end - start > 1 or not tokens.initial[start] or tokens.text[start].isupper():
            return False
        return tokens.dep[start] not in {"nsubj", "nsubjpass", "poss", "appos"} and start - 1 not in self.office_ends

    def _is_no_name(self, draft: Draft) -> bool:
        tokens = self.tokens
        inside = [i for start, end in draft.mentions for i in range(start, end)]
        if any(tokens.tag[i] in {"VBZ", "VBD", "VBP", "MD"} and tokens.capital[i] for i in inside):
            return True
        if draft.kind is ActorKind.OTHER and not draft.place:
            return not any(tokens.label[i] for i in inside) or all(self.namey.common(i) for i in inside)
        if draft.kind in {ActorKind.PERSON, ActorKind.ORGANISATION} and all(
            self._only_opens(*m) for m in draft.mentions
        ):
            return True
        introduced = any(start - 1 in self.office_ends for start, _ in draft.mentions)
        return not introduced and draft.kind is not ActorKind.STATE and all(self.namey.common(i) for i in inside)

    # Unknown names ---------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        for run in self.segmented:
            self.office_ends.update(s.end - 1 for s in run if s.part in {Part.OFFICE, Part.TITLE})
            for at, segment in enumerate(run):
                if segment.part is Part.NAME:
                    self.named.append(
                        Named(
                            segment.start,
                            segment.end,
                            name_key(self.tokens, segment.start, segment.end),
                            before=_beside(run, at, -1),
                            after=_beside(run, at, 1),
                        )
                    )

    def _judge(self) -> None:
        bases = frozenset(base for word, base in self.demonyms.items() if base != word)
        by_key: dict[Key, list[Named]] = {}
        for named in self.named:
            by_key.setdefault(named.key, []).append(named)
        introduced = frozenset(
            named.key[-1]
            for named in self.named
            if len(named.key) > 1 or (named.before is not None and named.before.part in {Part.OFFICE, Part.TITLE})
        )
        for named in self.named:
            vote(self.tokens, named, bases, introduced, unlisted=bool(self.demonyms))
            if len(named.key) > 1 and (named.key[-1],) in by_key and not self._after_the(named):
                named.votes[ActorKind.PERSON.value] += 1.5
            if len(named.key) > 1 and named.key[-1] in words("names", "media") and named.key[:-1] in by_key:
                by_key[named.key[:-1]][0].votes[PLACE] += 2
        for key in without_form(by_key):
            by_key[key][0].votes[ActorKind.ORGANISATION.value] += 5
        kinds = {key: elect(mentions) for key, mentions in by_key.items()}
        self._know_surnames(by_key, kinds)
        representative = self._join(by_key, kinds)
        for key, mentions in by_key.items():
            for named in mentions:
                self._place_unknown(named, representative.get(key, key), kinds)

    def _know_surnames(self, by_key: dict[Key, list[Named]], kinds: dict[Key, str]) -> None:
        """The last word of one full name alone is that person's, unless the text says otherwise of it."""
        person = ActorKind.PERSON.value
        bearers = Counter(core(key)[-1] for key, kind in kinds.items() if kind == person and len(core(key)) > 1)
        for key, kind in list(kinds.items()):
            if len(key) == 1 and kind != person and bearers[key[0]] == 1:
                for named in by_key[key]:
                    named.votes[person] += 2.5  # as much as "Brandt's government", a leader's, tells for a state
                kinds[key] = elect(by_key[key])

    def _join(self, by_key: dict[Key, list[Named]], kinds: dict[Key, str]) -> dict[Key, Key]:
        person = ActorKind.PERSON.value
        full = [
            k for k, kind in kinds.items() if kind == person and len(core(k)) > 1 and not self._is_one_word(by_key[k])
        ]
        bare = {
            key: kinds[key] == person
            for key, mentions in by_key.items()
            if (len(core(key)) == 1 or self._is_one_word(mentions))
            and kinds[key] not in {PLACE, ActorKind.STATE.value}
            and not any(self._after_the(named) for named in mentions)
        }
        joined = join_people(full, bare)
        bodies = [key for key, kind in kinds.items() if kind in _BODIES and key not in joined]
        shorts = [
            key
            for key, mentions in by_key.items()
            if len(key) == 2 or any(self._after_the(named) or _capital_noun(self.tokens, named) for named in mentions)
        ]
        joined.update(join_bodies(bodies, shorts, self._acronyms(by_key, kinds)))
        joined.update(without_form(by_key) | state_names(kinds))
        return joined

    def _is_one_word(self, mentions: list[Named]) -> bool:
        """Whether a name of several parts is one hyphenated word, such as a double surname."""
        tokens = self.tokens
        return all(
            named.end - named.start > 1 and not any(tokens.spaced[i] for i in range(named.start, named.end - 1))
            for named in mentions
        )

    def _after_the(self, named: Named) -> bool:
        tokens, end = self.tokens, named.end
        if named.start == 0 or tokens.low[named.start - 1] != "the":
            return False
        # "the Brandt plan" is no sign that Brandt is a body.
        return not (end < len(tokens) and tokens.pos[end] == "NOUN" and not tokens.capital[end])

    def _acronyms(self, by_key: dict[Key, list[Named]], kinds: dict[Key, str]) -> dict[Key, Key]:
        """The acronyms that the text introduces in brackets after a name."""
        tokens = self.tokens
        by_end = {named.end: named for named in self.named}
        commas = {",", ")", "."}
        found: dict[Key, Key] = {}
        for named in self.named:
            if named.end - named.start != 1 or not tokens.text[named.start].isupper():
                continue
            opened, closed = tokens.text[named.start - 1 : named.start], tokens.text[named.end : named.end + 1]
            bracketed = opened == ["("] and closed == [")"]
            if not bracketed and not (opened == [","] and closed and closed[0] in commas):
                continue
            long = by_end.get(named.start - 1)
            if long is None:
                continue
            acronym, full = tokens.text[named.start], tokens.text[long.start : long.end]
            # Between commas it may be the next of a list, in brackets letters may be left out.
            if spells(acronym, full) or (bracketed and introduces(acronym, full)):
                found[named.key] = long.key
                if kinds[long.key] not in _BODIES:
                    kinds[long.key] = ActorKind.ORGANISATION.value
        return found

    def _place_unknown(self, named: Named, key: Key, kinds: dict[Key, str]) -> None:
        tokens = self.tokens
        draft = self.unknown.get(key)
        if draft is None:
            kind = kinds.get(key, kinds[named.key])
            written = _written(tokens, named.start, named.end)
            draft = Draft(ActorKind.OTHER if kind == PLACE else ActorKind(kind), written, place=kind == PLACE)
            self.unknown[key] = draft
            self.found.drafts.append(draft)
        if draft.of is None:
            draft.of = self._owner_inside(named)
        self.found.place(draft, named.start, named.end, _written(tokens, named.start, named.end))

    def _owner_inside(self, named: Named) -> Draft | None:
        """The state in a body's name: the Lima Health Ministry, the Varran Foreign Ministry."""
        first = self.known.get(named.start)
        if first is not None and first.end < named.end and first.form.entry.kind is not ActorKind.OTHER:
            owner = self._draft_of(first.form.entry)
            self.found.peoples.setdefault(first.end - 1, owner)
            return owner if acts_for_state(named.key, capital=first.form.sense is Sense.CAPITAL) else None
        word = self.tokens.low[named.start]
        if named.end - named.start > 1 and word in self.demonyms:
            owner = self._state_of(word)
            self.found.peoples.setdefault(named.start, owner)
            return owner if acts_for_state(named.key, capital=False) else None
        return None

    # Known names -----------------------------------------------------------------------------------------------

    def _draft_of(self, entry: Entry) -> Draft:
        draft = self.entries.get(entry.key)
        if draft is None:
            draft = Draft(entry.kind, entry.name, key=entry.key, states=entry.states)
            draft.place = entry.kind is ActorKind.OTHER
            self.entries[entry.key] = draft
            self.found.drafts.append(draft)
            if entry.part_of_state:
                draft.of = self._draft_of(gazetteer().entries[entry.states[0]])
        return draft

    def _state_of(self, demonym: str) -> Draft:
        """The state that an unknown people's name belongs to."""
        base = self.demonyms[demonym]
        draft = self.unknown.get((base,))
        if draft is None:
            draft = self.unknown[(base,)] = Draft(ActorKind.STATE, base.capitalize())
            self.found.drafts.append(draft)
        elif draft.place or draft.kind is ActorKind.OTHER:
            draft.kind, draft.place = ActorKind.STATE, False
        return draft

    def _place_known(self) -> None:
        self._companies = companies(self.unknown)
        matched = (s.match for run in self.segmented for s in run if s.match is not None)
        self._in_full = {match.form.entry.key for match in matched if match.end - match.start > 1}
        for run in self.segmented:
            for segment in run:
                if segment.part is Part.KNOWN and segment.match is not None:
                    self._place_form(segment.match)
                elif segment.part is Part.ADJECTIVE and segment.match is not None:
                    state = self._draft_of(segment.match.form.entry)
                    self._place_people(state, segment.start, segment.end)
                elif segment.part is Part.DEMONYM:
                    self._place_people(self._state_of(self.tokens.low[segment.start]), segment.start, segment.end)
        found = self.found
        self._apply_capitals(learned_capitals(self.tokens, found.by_token, self.known, self.demonyms, found.peoples))

    def _place_form(self, match: Match) -> None:
        form, start, end = match.form, match.start, match.end
        company = self._companies.get(self.tokens.low[start]) if end - start == 1 else None
        shared = company is not None and form.entry.key not in self._in_full
        draft = self.unknown[company] if company is not None and shared else self._draft_of(form.entry)
        if form.sense in {Sense.CAPITAL, Sense.SEAT}:
            seat = form.sense is Sense.SEAT
            if not stands_for_state(self.tokens, start, end, seat=seat):
                draft = self._city(form, draft)
        self.found.place(draft, start, end, _written(self.tokens, start, end))

    def _city(self, form: Form, state: Draft) -> Draft:
        slug = "-".join(name_key_of(form.text))
        entry = Entry(f"place:{slug}", form.text, ActorKind.OTHER)
        city = self._draft_of(entry)
        city.of = state
        return city

    def _place_people(self, state: Draft, start: int, end: int) -> None:
        """An adjective of a people, or the people itself: the state where it acts, else nobody by name."""
        self.found.peoples[end - 1] = state
        if acts_as_state(self.tokens, end - 1):
            written = _written(self.tokens, start, end)
            state.adjectives.add(written)
            self.found.place(state, start, end, written)

    def _apply_capitals(self, capitals: dict[Key, Draft]) -> None:
        """Capitals that the text itself tells: where they act, the mention is the state's."""
        for key, state in capitals.items():
            city = self.unknown.get(key)
            if city is None or city is state or city.kind is ActorKind.PERSON:
                continue
            city.kind, city.place, city.of = ActorKind.OTHER, True, state
            for start, end in list(city.mentions):
                if stands_for_state(self.tokens, start, end):
                    city.mentions.remove((start, end))
                    written = _written(self.tokens, start, end)
                    state.adjectives.add(written)
                    self.found.place(state, start, end, written)
            if not city.mentions:
                self.found.drafts.remove(city)

    # The rest --------------------------------------------------------------------------------------------------

    def _headlines(self) -> None:
        """In a line where every word has a capital only names known from elsewhere are names."""
        tokens = self.tokens
        by_first: dict[str, list[Key]] = {}
        for key in self.unknown:
            by_first.setdefault(key[0], []).append(key)
        for keys in by_first.values():
            keys.sort(key=lambda key: (-len(key), key))
        covered = {i for run in self.segmented for s in run if s.part is Part.KNOWN for i in range(s.start, s.end)}
        i = 0
        while i < len(tokens):
            step = 1
            if tokens.headline[i] and i not in covered and tokens.capital[i]:
                for key in by_first.get(tokens.low[i], ()):
                    if tuple(tokens.low[i : i + len(key)]) == key:
                        self.found.place(self.unknown[key], i, i + len(key), _written(tokens, i, i + len(key)))
                        step = len(key)
                        break
            i += step

    def _pair_offices(self) -> None:
        """Which office in a run goes with which person, and whose it is."""
        for run in self.segmented:
            for at, segment in enumerate(run):
                if segment.part is not Part.OFFICE:
                    continue
                before, after = _beside(run, at, -1), _beside(run, at, 1)
                holder = self.found.by_token.get(after.end - 1) if after is not None else None
                if after is not None and after.part in {Part.TITLE, Part.OFFICE} and at + 2 < len(run):
                    holder = self.found.by_token.get(run[at + 2].end - 1)
                owner = None
                if before is not None and before.part in {Part.KNOWN, Part.NAME, Part.ADJECTIVE, Part.DEMONYM}:
                    owner = self.found.by_token.get(before.end - 1) or self.found.peoples.get(before.end - 1)
                self.found.offices.append((segment, owner, holder))


def find_names(tokens: Tokens) -> Names:
    """The named actors of a block."""
    return _Finder(tokens).find()


def name_key_of(text: str) -> Key:
    """The plain words of a name."""
    return tuple("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _beside(run: list[Segment], at: int, step: int) -> Segment | None:
    """The neighbour of a segment in its run, when nothing (not even a hyphen) stands between them."""
    other = at + step
    if not 0 <= other < len(run):
        return None
    left, right = (run[other], run[at]) if step < 0 else (run[at], run[other])
    return run[other] if left.end == right.start else None


def _capital_noun(tokens: Tokens, named: Named) -> bool:
    """Whether a name of one word is a common noun with a capital, standing for a body ("Front gunmen")."""
    return named.end - named.start == 1 and any(
        tokens.low[named.start] in words("names", section) for section in ("organisation", "movement", "media")
    )
