"""Sources met so far in a report, and which of them a pronoun, a description or a part of several takes up."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.reading.attributions.people import HE, SHE, People, gender_of_words, people_words
from dragoman.records.reading import Attribution, Polarity, Sourcing

SINGULAR = {
    "he": HE,
    "him": HE,
    "his": HE,
    "himself": HE,
    "she": SHE,
    "her": SHE,
    "hers": SHE,
    "herself": SHE,
}
PLURAL = frozenset(("they", "their", "them", "these", "those", "whom"))
NEUTRAL = frozenset(("it", "its"))
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
PEOPLE = frozenset((Sourcing.NAMED, Sourcing.UNNAMED))
UNNAMED = frozenset((Sourcing.UNNAMED, Sourcing.SOURCES))
_BODIES = frozenset((Sourcing.ORGANISATION, Sourcing.DOCUMENT, Sourcing.RELAYED))
# A pronoun reaches back this many paragraphs for the one who spoke.
NEAR = 1
# "The officials" reach back further: a news report's paragraph is often one sentence.
FAR = 5
# So many paragraphs at most one quotation goes on for and its speaker still be told by a pronoun behind it.
_LONG = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """A source met in the report: the attribution, whose it is, the noun at its head and its words."""

    said: Attribution
    actor: str
    head: Token
    words: frozenset[str]
    paragraph: int
    until: int  # the paragraph in which what it says ends

    @property
    def several(self) -> bool:
        """Whether the wording shows more than one."""
        if self.said.count is not None:
            return self.said.count > 1
        return self.head.tag_ in _PLURAL_TAGS or self.head.lower_ in PLURAL

    @property
    def single(self) -> bool:
        """Whether the wording can be that of one person."""
        return self.said.sourcing in PEOPLE and not self.several and self.said.count in (1, None)

    @property
    def is_group(self) -> bool:
        """Whether it is several unnamed people whom the report itself cites."""
        return self.cited and self.several and self.said.sourcing in UNNAMED

    @property
    def cited(self) -> bool:
        """Whether it is the report itself that cites it, for something that it said."""
        return self.said.parent is None and self.said.polarity is not Polarity.DECLINES


@dataclass(slots=True)
class Voices:
    """All voices so far, in text order."""

    people: People
    met: list[Voice] = field(default_factory=list)
    by_noun: dict[str, list[Voice]] = field(default_factory=dict)
    groups: list[Voice] = field(default_factory=list)
    last: Voice | None = None  # the one whom the report itself cited last

    def add(self, voice: Voice) -> None:
        """Keep a voice, as the latest."""
        self.met.append(voice)
        self.by_noun.setdefault(voice.head.lemma_, []).append(voice)
        if voice.cited:
            self.last = voice
        if voice.is_group:
            self.groups.append(voice)

    def near(self, paragraph: int, reach: int = NEAR) -> list[Voice]:
        """Those of this paragraph and so many before it, the latest first."""
        found: list[Voice] = []
        for voice in reversed(self.met):
            if voice.paragraph < paragraph - reach - _LONG:
                break
            if voice.until >= paragraph - reach:
                found.append(voice)
        return found

    def gender(self, voice: Voice) -> str | None:
        """Which of "she" and "he" it is, where the name, the words or an earlier pronoun tell."""
        return self.people.gender(voice.actor) or gender_of_words(voice.words)

    def spoken(self, lowered: str, paragraph: int) -> Voice | None:
        """The one who spoke last of those that a pronoun can be said of."""
        near = self.near(paragraph)
        if lowered in SINGULAR:
            gender = SINGULAR[lowered]
            return next((v for v in near if v.single and self.gender(v) in (None, gender)), None)
        if lowered in NEUTRAL:
            return next((v for v in near if v.said.sourcing in _BODIES), None)
        several = next((v for v in near if v.several and v.said.sourcing in (*PEOPLE, Sourcing.SOURCES)), None)
        if several is not None:
            return several
        return next((v for v in near if v.said.sourcing in (*UNNAMED, Sourcing.ORGANISATION)), None)

    def somebody(self, paragraph: int, gender: str | None) -> Voice | None:
        """The last single person who spoke, for a noun that says no more than a pronoun: "the woman"."""
        return next((v for v in self.near(paragraph) if v.single and self.gender(v) in (None, gender)), None)

    def group(self, noun: Token | None, paragraph: int, count: int | None = None) -> Voice | None:
        """The latest several people cited of whom a plural noun can be said; of any noun where None is given."""
        for voice in self.near(paragraph, FAR if noun is not None else NEAR):
            fits = noun is None or bool(voice.words & _alike(noun))
            if fits and voice.is_group and (count is None or voice.said.count in (None, count)):
                return voice
        return None

    def only_group(self, noun: Token) -> Voice | None:
        """The one group of the whole report so far with a plural noun in its words."""
        fits = [voice for voice in self.groups if noun.lower_ in voice.words]
        return fits[-1] if len({voice.actor for voice in fits}) == 1 else None

    def within(self, wording: str) -> Voice | None:
        """Those cited before whose own words hold these: "the two aides" after "a minister and two aides"."""
        bare = " ".join(wording.lower().split()[1:])
        return next((v for v in reversed(self.groups) if bare in (v.said.wording or "").lower()), None)

    def described(self, said: Attribution, head: Token, words: frozenset[str], paragraph: int) -> Voice | None:
        """The earlier unnamed source that a definite description fits: the only one, or the one just before."""
        fits = [voice for voice in self.by_noun.get(head.lemma_, ()) if _fits(voice, said, head, words)]
        ordinal = self._ordinal(head, words)
        if ordinal is not None or not fits:
            return ordinal
        latest = fits[-1]
        just_before = self.last is not None and self.last.actor == latest.actor and latest.until >= paragraph - NEAR
        alone = len({voice.actor for voice in fits}) == 1
        tells_apart = bool(words - {head.lower_})
        return latest if just_before or (alone and (tells_apart or head.tag_ == "NN")) else None

    def _ordinal(self, head: Token, words: frozenset[str]) -> Voice | None:
        """The first of several so described, or the one of two who did not speak last: "the other official"."""
        which = words & {"first", "other"}
        if len(which) != 1 or head.tag_ != "NN":
            return None
        same = [v for v in self.by_noun.get(head.lemma_, ()) if v.single and v.said.sourcing in UNNAMED]
        if any(which <= v.words for v in same):
            return None
        actors = list(dict.fromkeys(v.actor for v in same))
        if "first" in which:
            return same[0] if len(actors) > 1 else None
        others = [v for v in same if v.actor != same[-1].actor]
        return others[-1] if len(actors) == 2 else None

    def broader(self, head: Token, words: frozenset[str], paragraph: int) -> Voice | None:
        """The one who spoke just before, where a broader noun can be said of them: "the diplomat" of an ambassador."""
        narrower = people_words().narrower.get(head.lemma_.lower())
        last = next((v for v in self.near(paragraph) if v.cited), None)
        if narrower is None or words != {head.lower_} or last is None or not last.single:
            return None
        if head.lemma_ in self.by_noun:
            return None  # one so called has spoken
        told = last.words | self.people.roles(last.actor)
        return last if told & narrower else None

    def bodies(self, paragraph: int) -> list[Voice]:
        """The organisations cited near, the latest first."""
        return [v for v in self.near(paragraph) if v.said.sourcing is Sourcing.ORGANISATION]


def _alike(noun: Token) -> frozenset[str]:
    lemma = noun.lemma_.lower()
    narrower = people_words().narrower.get(lemma, frozenset())
    return frozenset({lemma, f"{lemma}s", noun.lower_, *narrower, *(f"{word}s" for word in narrower)})


def _fits(voice: Voice, said: Attribution, head: Token, words: frozenset[str]) -> bool:
    counts = (said.count, voice.said.count)
    return (
        voice.said.sourcing in UNNAMED
        and voice.said.polarity is not Polarity.DECLINES
        and voice.head.lemma_ == head.lemma_
        and voice.head.tag_ == head.tag_
        and words <= voice.words
        and (None in counts or counts[0] == counts[1])
    )
