"""Annotated texts as the model sees them: words of the parsed block, and the gold attributions over those words."""

import string
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.reading.attributions.learned.features import Words, words
from dragoman.reading.attributions.learned.windows import Window, windows
from dragoman.reading.attributions.scene import Scene
from dragoman.reading.encoding.labels import labels
from dragoman.reading.parsed import Parsed, parsed_blocks
from dragoman.reports import from_text
from training.attribution.brat import Annotated, Ranges, annotated

_SIGNS = frozenset(string.whitespace + string.punctuation + "“”‘’«»–—―…")

Mask = npt.NDArray[np.bool_]


class Gold(NamedTuple):
    """One attribution over the words of a text: the cue's head, and sorted word numbers of each part."""

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


class Example(NamedTuple):
    """One annotated text. `spans[i]` is where word `i` stands in `text`."""

    name: str
    annotator: str
    text: str
    words: Words
    windows: tuple[Window, ...]
    spans: npt.NDArray[np.int64]
    gold: tuple[Gold, ...]
    aside: Mask


def examples(folder: Path, *, every: bool = False) -> list[Example]:
    """The texts of a PolNeAR folder; a text of several annotators stands there once for each with `every`."""
    found: list[Example] = []
    for one in annotated(folder, every=every):
        same = found and found[-1].name == one.name
        found.append(_labelled(found[-1], one) if same else _example(one))
    return found


def _example(one: Annotated) -> Example:
    report = from_text(one.text)
    parsed = next(parsed_blocks(report))
    scene = Scene(parsed)
    found = words(scene)
    spans = np.array([_bounds(parsed, scene, int(i)) for i in found.token], dtype=np.int64).reshape(-1, 2)
    bare = Example(
        one.name, "", one.text, found, tuple(windows(found)), spans, (), np.zeros(len(found), dtype=np.bool_)
    )
    return _labelled(bare, one)


def _bounds(parsed: Parsed, scene: Scene, index: int) -> tuple[int, int]:
    span = parsed.span([scene.doc[index]])
    return span.start, span.end


def _labelled(bare: Example, one: Annotated) -> Example:
    gold = []
    for relation in one.relations:
        source, cue, content = (_covered(bare, ranges) for ranges in relation)
        if len(cue) and len(content):
            head = _head(bare.words, cue)
            gold.append(Gold(head, *(tidied(bare, numbers) for numbers in (source, cue, content))))
    aside = np.zeros(len(bare.words), dtype=np.bool_)
    aside[_covered(bare, one.aside)] = True
    return bare._replace(annotator=one.annotator, gold=tuple(gold), aside=aside)


def _covered(bare: Example, ranges: Ranges) -> list[int]:
    """The words of which at least half the characters lie in the ranges."""
    found = []
    for start, end in ranges:
        low = int(np.searchsorted(bare.spans[:, 1], start, side="right"))
        for number in range(low, len(bare.spans)):
            begin, after = bare.spans[number]
            if begin >= end:
                break
            if 2 * (min(after, end) - max(begin, start)) >= after - begin:
                found.append(number)
    return sorted(set(found))


def tidied(example: Example, numbers: list[int]) -> tuple[int, ...]:
    """Words of a part without signs at the ends of its runs, and with the signs that alone part two runs."""
    text, spans = example.text, example.spans
    signs = [i for i in range(min(numbers, default=0), max(numbers, default=0)) if i not in set(numbers)]
    gaps = {i for i in signs if _is_sign(text[spans[i, 0] : spans[i, 1]])}
    kept = sorted({*numbers, *gaps})
    while kept and _is_sign(text[spans[kept[-1], 0] : spans[kept[-1], 1]]):
        kept.pop()
    tidy: list[int] = []
    for number in reversed(kept):
        # A sign stays where the next kept word follows on it at once, and something stands before it.
        if _is_sign(text[spans[number, 0] : spans[number, 1]]) and (not tidy or tidy[-1] != number + 1):
            continue
        tidy.append(number)
    found: list[int] = []
    for number in reversed(tidy):
        if _is_sign(text[spans[number, 0] : spans[number, 1]]) and (not found or found[-1] != number - 1):
            continue
        found.append(number)
    return tuple(found or numbers)


def _is_sign(word: str) -> bool:
    return all(char in _SIGNS for char in word)


def _head(words: Words, cue: list[int]) -> int:
    """The word of a cue that governs the others: a verb before a noun, the earlier before the later."""
    inside = set(cue)
    tops = [i for i in cue if int(words.head[i]) == i or int(words.head[i]) not in inside]
    rank = [(_rank(words, i), i) for i in tops]
    return min(rank)[1]


def _rank(words: Words, number: int) -> int:
    tag = TAGS[int(words.features[number, 0])]
    for place, starts in enumerate(("VB", "NN", "JJ", "IN")):
        if tag.startswith(starts):
            return place
    return 4


TAGS = ("", *labels().tags)
