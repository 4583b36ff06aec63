"""Rebuttals: what a report has somebody deny, or call otherwise, right after another voice has said it."""

import functools
from collections.abc import Container, Iterator, Sequence
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.denials import acts_named, speaks_elsewhere, stems
from dragoman.reconciling.pile import Item
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import Polarity
from dragoman.records.span import Span, Spans
from dragoman.records.vocabularies import from_yaml

# Characters between a statement and its rebuttal: one that names what it denies, and one that only points back.
_NAMED = 2000
_POINTED = 500
_NEXT = 200  # ... and between a denial and what is said instead
# Stems that a rebuttal which names what it denies must share with it, and their least share of its own.
_SHARED = 2
_ROOT = 5  # letters that a verb of saying and its noun share: "asserted", "assertion"
_FEW = 25  # words of a statement that says no more than that it is otherwise
_SHARE = 0.4


class Rebuttal(NamedTuple):
    """A statement, and the one of another voice that answers it in the same report."""

    target: Voice
    by: Voice


class _Words(NamedTuple):
    pointing: frozenset[str]
    descriptions: frozenset[str]
    contrary: frozenset[str]
    untrue: frozenset[str]
    made: frozenset[str]
    being: frozenset[str]
    held: frozenset[str]
    negative: frozenset[str]


@functools.cache
def _words() -> _Words:
    data = from_yaml(resources.files(__package__).joinpath("denials.yaml").read_text("utf-8"))
    return _Words(*(frozenset(data[name]) for name in _Words._fields))


def rebuttals(item: Item, actors: Actors, voices: Sequence[Voice], answered: Container[str]) -> Iterator[Rebuttal]:
    """Every rebuttal in a report, by place; `voices` are its statements that stand.

    Denials in `answered` have their claim already.
    """
    passage = _Passage(item, actors, sorted(voices, key=lambda v: (v.content, v.id)))
    last: Rebuttal | None = None
    for voice in passage.told:
        if voice.id not in answered and contradicts(voice):
            again = last is not None and 0 <= voice.content.start - last.by.content.end < _NEXT
            target = last.target if last is not None and again and _only_points(voice) else passage.target(voice)
            if target is not None:
                last = Rebuttal(target, voice)
                yield last


def contradicts(voice: Voice) -> bool:
    """Whether a statement says no to another one."""
    if voice.attribution is None:
        return False
    if voice.polarity is Polarity.DENIES:
        return True
    contrary = bool(_words().contrary & set(voice.words[1:] or voice.words))  # "otherwise, we shall" is a condition
    return voice.polarity is Polarity.ASSERTS and contrary and len(voice.words) < _FEW


def _only_points(voice: Voice) -> bool:
    return voice.polarity is Polarity.ASSERTS


class _Passage:
    """One report's statements in the order of the text."""

    def __init__(self, item: Item, actors: Actors, told: Sequence[Voice]) -> None:
        self.told = told
        self._item = item
        self._actors = actors

    def target(self, denial: Voice) -> Voice | None:
        """What is denied: the nearest statement before of another voice with its words, or that it points back to."""
        words = _denying(self._words(denial))
        if speaks_elsewhere(words):
            return None
        before = [v for v in self.told if _is_before(v, denial) and not self._is_one_voice(v, denial)]
        if _points(words):
            return self._pointed(denial, before)
        if denial.polarity is Polarity.DENIES:
            before = [voice for voice in before if not _words().negative & set(voice.words)]
        if "such" in words:
            return self._such(denial, words, before)
        named = stems(words)
        scored = []
        for voice in before:
            shared = named & self._stems(voice)
            gap = denial.content.start - voice.content.end
            if len(shared) >= _SHARED and len(shared) >= _SHARE * len(named) and gap < _NAMED:
                scored.append((len(shared), -gap, voice))
        return max(scored, key=lambda row: row[:2])[2] if scored else None

    def _such(self, denial: Voice, words: list[str], before: list[Voice]) -> Voice | None:
        """What "no such promise" denies: the nearest statement with a word of it, or the one just before."""
        named = stems(words[words.index("such") + 1 :][:1])
        gaps = [(denial.content.start - voice.content.end, voice) for voice in before]
        meant = [v for gap, v in gaps if gap < _NAMED and named & self._stems(v)]
        if not acts_named(words):
            meant = meant or [v for gap, v in gaps if gap < _NEXT]
        return max(meant, key=lambda voice: (voice.content.end, voice.attribution is not None), default=None)

    def _pointed(self, denial: Voice, before: list[Voice]) -> Voice | None:
        """What "that description" denies: of what stands before, what is about the denier or is told otherwise next."""
        if self._answers_its_own_sentence(denial):
            return None
        gaps = [(denial.content.start - voice.content.end, voice) for voice in before]
        said = [v for gap, v in gaps if gap < _NAMED and self._is_called(v, denial)]
        if said:
            return max(said, key=lambda voice: voice.content.end)
        near = [voice for gap, voice in gaps if gap < _POINTED]
        instead = self._instead(denial)
        meant = [voice for voice in near if instead & self._stems(voice)]
        if not meant:
            names = self._mentions(denial)
            cited = (v for gap, v in gaps if v.attribution is not None and gap < _NAMED)
            meant = [voice for voice in cited if any(voice.content.touches(span) for span in names)]
        if _words().made & set(self._words(denial)[1:4]):
            near = [voice for voice in near if voice.attribution is not None]
        return max(meant or near, key=lambda v: (v.content.end, v.attribution is not None), default=None)

    def _answers_its_own_sentence(self, denial: Voice) -> bool:
        """Whether what is denied stands before it in its sentence: "has been reported to hold them but denied that"."""
        sentence = next((s for s in self._item.reading.sentences if s.touches(denial.content)), denial.content)
        words = tokens(self._item.report.text[sentence.start : denial.content.start])
        pairs = pairwise(word for word in words if not word.endswith("ly"))
        return any(be in _words().being and told in _words().held for be, told in pairs)

    def _is_called(self, voice: Voice, denial: Voice) -> bool:
        """Whether a denial's word for a statement is the word that it was made with: "asserted", "that assertion"."""
        if voice.attribution is None:
            return False
        text = self._item.report.text
        cue = {word[:_ROOT] for span in voice.attribution.cue for word in tokens(span.of(text)) if len(word) > _ROOT}
        return any(word[:_ROOT] in cue for word in self._words(denial) if word in _words().descriptions)

    def _instead(self, denial: Voice) -> set[str]:
        """The words of what the denier says instead: "disputed that. The talks were in a pause, she said"."""
        if denial.actor is None:
            return set()
        after = (v for v in self.told if v.actor == denial.actor and 0 <= v.content.start - denial.content.end < _NEXT)
        return {stem for voice in after for stem in self._stems(voice)}

    def _mentions(self, denial: Voice) -> Spans:
        """Where the denier, or whom the denier acts for, is named."""
        if denial.actor is None:
            return ()
        whose = self._actors.principal(denial.actor)
        found: list[Span] = []
        for one in self._item.reading.actors:
            actor = self._actors.of_local(self._item.id, one.id)
            if actor is not None and self._actors.principal(actor) == whose:
                found.extend(one.mentions)
        return tuple(found)

    def _words(self, voice: Voice) -> list[str]:
        return tokens(voice.content.of(self._item.report.text))

    def _stems(self, voice: Voice) -> set[str]:
        return stems(self._words(voice))

    def _is_one_voice(self, one: Voice, other: Voice) -> bool:
        """Whether one source says both, or two that act for one state or organisation."""
        if one.id == other.id or one.actor is None or other.actor is None:
            return one.id == other.id
        return self._actors.principal(one.actor) == self._actors.principal(other.actor)


def _denying(words: list[str]) -> list[str]:
    """The words of the clause that denies: of "the charges were unfounded, but talks go on" those before "but"."""
    before = words[: words.index("but")] if "but" in words else words
    known = _words()
    return before if (known.untrue | known.negative) & set(before) else words


def _points(words: Sequence[str]) -> bool:
    """Whether a denial only points back: "that description", "otherwise"."""
    known = _words()
    if known.contrary & set(words[1:] or words):
        return True
    return bool(words) and words[0] in known.pointing and bool(known.descriptions & set(words[1:4]))


def _is_before(voice: Voice, denial: Voice) -> bool:
    return voice.content.end <= denial.content.start and voice.polarity is Polarity.ASSERTS and bool(voice.words)
