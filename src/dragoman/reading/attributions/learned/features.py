"""What the model sees of a block besides its words: the parse, the quotation marks, the capitals."""

import functools
from enum import IntEnum
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import yaml
from spacy.tokens import Token

from dragoman.reading.attributions.learned.pieces import pieces
from dragoman.reading.attributions.quotes import State, canonical, states
from dragoman.reading.attributions.scene import Scene

Ints = npt.NDArray[np.int64]

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


class Labels(NamedTuple):
    """The parser's labels, by name."""

    dependencies: dict[str, int]
    tags: dict[str, int]
    entities: dict[str, int]


def widths() -> tuple[int, ...]:
    """How many values each column of `Words.features` can have."""
    known = labels()
    parse = (len(known.tags) + 1, len(known.dependencies) + 1, len(known.entities) + 2)
    return (*parse, len(Shape), len(State), len(Start))


@functools.cache
def labels() -> Labels:
    """The labels of `labels.yaml`, numbered from 1."""
    raw = yaml.safe_load(resources.files(__package__).joinpath("labels.yaml").read_text("utf-8"))
    return Labels(**{kind: {name: n for n, name in enumerate(names, 1)} for kind, names in raw.items()})


def words(scene: Scene) -> Words:
    """The words of a block as the model takes them."""
    vocabulary = pieces()
    doc = scene.doc
    kept = [
        (token, number)
        for number, tokens in enumerate(scene.parsed.paragraphs)
        for token in doc[tokens.start : tokens.end]
        if not token.is_space
    ]
    at = {token.i: n for n, (token, _) in enumerate(kept)}
    quoted, signs = states(scene.parsed), canonical(scene.parsed)
    rows, heads, before = [], [], -1
    for token, paragraph in kept:
        first = paragraph != before or bool(token.is_sent_start)
        start = Start.PARAGRAPH if paragraph != before else Start.SENTENCE if first else Start.NOTHING
        rows.append(_row(token, start, quoted[token.i]))
        heads.append(at.get(token.head.i, at[token.i]))
        before = paragraph
    features = np.array(rows, dtype=np.int64).reshape(len(rows), 6)
    return Words(
        token=np.array([token.i for token, _ in kept], dtype=np.int64),
        pieces=tuple(vocabulary.of(signs.get(token.i) or _plain(token.text)) for token, _ in kept),
        features=features,
        dependency=features[:, 1],
        head=np.array(heads, dtype=np.int64),
        paragraph=np.array([paragraph for _, paragraph in kept], dtype=np.int64),
    )


def _plain(text: str) -> str:
    """A word with every style's marks and apostrophes as the straight ones, whatever the publisher sets."""
    return '"' if text in _DOUBLE else text.translate(_ONE_APOSTROPHE)


def _row(token: Token, start: Start, quoted: State) -> tuple[int, ...]:
    known = labels()
    kind = token.ent_type_
    return (
        known.tags.get(token.tag_, 0),
        known.dependencies.get(token.dep_, 0),
        known.entities.get(kind, len(known.entities) + 1) if kind else 0,
        _shape(token.text, start),
        quoted,
        start,
    )


def _shape(text: str, start: Start) -> Shape:
    if any(map(str.isdigit, text)):
        return Shape.DIGITS
    if not text[:1].isupper():
        return Shape.LOWER if text.islower() or not any(map(str.isupper, text)) else Shape.MIXED
    if len(text) > 1 and text.isupper():
        return Shape.UPPER
    if text[1:].islower() or len(text) == 1:
        return Shape.FIRST if start else Shape.TITLE
    return Shape.MIXED
