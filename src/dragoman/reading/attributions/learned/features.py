"""What the model sees of a block besides its words: the parse, the quotation marks, the capitals."""

import functools
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_TYPE, HEAD, SENT_START, TAG
from spacy.strings import StringStore

from dragoman.reading.attributions.quotes import State, canonical, states
from dragoman.reading.attributions.scene import Scene
from dragoman.reading.encoding.labels import Ints, labels
from dragoman.reading.encoding.pieces import pieces

# Marks that open or close nothing are one sign each as well.
_DOUBLE = frozenset('"“”„‟«»″＂「」『』') | {"``", "''"}
_ONE_APOSTROPHE = str.maketrans("‘’‚", "'''")


class Shape(IntEnum):
    """A word's capitals."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    FIRST = 4  # a capital that its place in the sentence explains
    DIGITS = 5


class Start(IntEnum):
    """What begins with a word."""

    NOTHING = 0
    SENTENCE = 1
    PARAGRAPH = 2


class Words(NamedTuple):
    """The words of a block, white space and what is outside paragraphs left out. Arrays have one row a word."""

    token: Ints  # its index in the doc
    pieces: tuple[tuple[int, ...], ...]
    features: Ints  # columns: tag, dependency, entity, shape, state of quotation, start
    dependency: Ints  # the label's number
    head: Ints  # the number, among these words, of the word that governs it; its own for a root
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.token)


def widths() -> tuple[int, ...]:
    """How many values each column of `Words.features` can have."""
    known = labels()
    parse = (len(known.tags) + 1, len(known.dependencies) + 1, len(known.entities) + 2)
    return (*parse, len(Shape), len(State), len(Start))


def words(scene: Scene) -> Words:
    """The words of a block as the model takes them."""
    numbers, paragraphs = _kept(scene)
    token = np.array(numbers, dtype=np.int64)
    paragraph = np.array(paragraphs, dtype=np.int64)
    parse = scene.parsed.doc.to_array([TAG, DEP, ENT_TYPE, HEAD, SENT_START])[token]
    known, size, strings = labels(), len(token), scene.parsed.doc.vocab.strings
    starts = _starts(paragraph, parse[:, 4])
    features = np.zeros((size, 6), dtype=np.int64)
    features[:, 0] = _numbers(strings, parse[:, 0], known.tags)
    features[:, 1] = _numbers(strings, parse[:, 1], known.dependencies)
    features[:, 2] = _numbers(strings, parse[:, 2], known.entities, other=len(known.entities) + 1)
    texts = [scene.doc[i].text for i in numbers]
    features[:, 3] = [_shape(text, first) for text, first in zip(texts, (starts > 0).tolist(), strict=True)]
    features[:, 4] = np.array(states(scene.all_quotes, len(scene.doc)), dtype=np.int64)[token]
    features[:, 5] = starts
    at = np.full(len(scene.doc), -1, dtype=np.int64)
    at[token] = np.arange(size)
    heads = at[token + parse[:, 3].astype(np.int64)]
    signs, vocabulary = canonical(scene.all_quotes), pieces()
    return Words(
        token=token,
        pieces=tuple(vocabulary.of(signs.get(i) or _plain(t)) for i, t in zip(numbers, texts, strict=True)),
        features=features,
        dependency=features[:, 1],
        head=np.where(heads < 0, np.arange(size), heads),
        paragraph=paragraph,
    )


def _kept(scene: Scene) -> tuple[list[int], list[int]]:
    """The tokens of paragraphs that are not white space, and the number of the paragraph of each."""
    numbers: list[int] = []
    paragraphs: list[int] = []
    for number, tokens in enumerate(scene.parsed.paragraphs):
        words = [i for i in range(tokens.start, tokens.end) if not scene.doc[i].is_space]
        numbers += words
        paragraphs += [number] * len(words)
    return numbers, paragraphs


def _starts(paragraph: Ints, sentence: npt.NDArray[np.uint64]) -> Ints:
    """What begins with each word; the parser writes 1 for the start of a sentence."""
    found = np.where(sentence == 1, np.int64(Start.SENTENCE), np.int64(Start.NOTHING))
    found[np.flatnonzero(np.diff(paragraph, prepend=-1))] = Start.PARAGRAPH
    return found


def _numbers(strings: StringStore, column: npt.NDArray[np.uint64], known: dict[str, int], other: int = 0) -> Ints:
    """A column of the parser's hashes as numbers of labels: 0 for no label, `other` for one that is not known."""
    values, where = np.unique(column, return_inverse=True)
    found = [known.get(strings[int(v)], other) if v else 0 for v in values]
    return np.array(found, dtype=np.int64)[where]


def _plain(text: str) -> str:
    """A word with every style's marks and apostrophes as the straight ones, whatever the publisher sets."""
    return '"' if text in _DOUBLE else text.translate(_ONE_APOSTROPHE)


@functools.lru_cache(maxsize=50_000)
def _shape(text: str, first: bool) -> Shape:
    if any(map(str.isdigit, text)):
        return Shape.DIGITS
    if not text[:1].isupper():
        return Shape.LOWER if text.islower() or not any(map(str.isupper, text)) else Shape.MIXED
    if len(text) > 1 and text.isupper():
        return Shape.UPPER
    if text[1:].islower() or len(text) == 1:
        return Shape.FIRST if first else Shape.TITLE
    return Shape.MIXED
