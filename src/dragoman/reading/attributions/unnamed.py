"""Who spoke on what condition of anonymity."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.reading.attributions.conditions import anonymity_at, hints_of_anonymity
from dragoman.reading.attributions.scene import LONGEST, Draft, Scene


class Condition(NamedTuple):
    """A condition of anonymity, as tokens `[start, end)`, in its sentence `[low, high)`."""

    start: int
    end: int
    low: int
    high: int
    words: str

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self.start <= index < self.end


def conditions(scene: Scene) -> Iterator[Condition]:
    """The conditions of a block, one a sentence, in text order."""
    doc = scene.parsed.doc
    done = 0
    for char in hints_of_anonymity(doc.text):
        sentence = doc.char_span(char, char + 1, alignment_mode="expand")[0].sent
        if sentence.start < done or len(sentence) > LONGEST:
            continue
        done = sentence.end
        found = anonymity_at(sentence.text)
        if found is not None:
            tokens = sentence.char_span(*found, alignment_mode="expand")
            words = " ".join(sentence.text[slice(*found)].split())
            yield Condition(tokens.start, tokens.end, sentence.start, sentence.end, words)


def without(told: tuple[Condition, ...], found: list[Draft]) -> list[Draft]:
    """The drafts without those that only tell of a condition: asking not to be named is no statement."""
    kept = [d for d in found if not any(d.head in c and all(i in c for i in d.content) for c in told)]
    for draft in kept:
        if draft.parent is not None and draft.parent not in kept:
            draft.parent = None
    return kept


def outside(told: tuple[Condition, ...], source: list[int]) -> list[int]:
    """The words of a source up to the condition in them: "an aide, who asked not to be named" is "an aide"."""
    first = next((c.start for c in told for i in source if i in c), None)
    return [i for i in source if first is None or i < first] or source


def by_head(scene: Scene, told: tuple[Condition, ...], found: list[Draft]) -> dict[int, str]:
    """The condition by the head of the draft that it belongs to: those of its sentence, else the one before."""
    named: dict[int, str] = {}
    heads = [draft.head for draft in found if draft.source]
    for one in told:
        low, high = bisect_left(heads, one.low), bisect_left(heads, one.high)
        if low < high:
            named.update((head, one.words) for head in heads[low:high])
        elif low and scene.paragraph_at[heads[low - 1]] >= scene.paragraph_at[one.low] - 1:
            named[heads[low - 1]] = one.words
    return named
