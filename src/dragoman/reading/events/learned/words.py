"""A sentence as the model takes it."""

from typing import NamedTuple

import numpy as np
from spacy.tokens import Span as Sentence

from dragoman.reading.encoding.labels import Ints, labels
from dragoman.reading.encoding.pieces import pieces

# Pieces of a sentence, its first and last mark aside; what is beyond is not read.
MOST = 254


class Words(NamedTuple):
    """W words of a sentence, white space left out. P pieces with the marks at both ends."""

    token: Ints  # (W,): index in the doc
    pieces: Ints  # (P,)
    first: Ints  # (W,): the first piece of each word
    dependency: Ints  # (W,)
    head: Ints  # (W,): the number of the governor among these words, its own for a root

    @property
    def at(self) -> dict[int, int]:
        """Numbers in the sentence by index in the doc."""
        return {token: number for number, token in enumerate(self.token.tolist())}


def words(sentence: Sentence) -> Words:
    """The words of a sentence, as far as they fit."""
    vocabulary = pieces()
    ids, first, kept = [vocabulary.first], [], []
    for token in sentence:
        if token.is_space:
            continue
        split = vocabulary.of(token.text)
        if len(ids) + len(split) > MOST + 1:
            break
        first.append(len(ids))
        ids += split
        kept.append(token.i)
    ids.append(vocabulary.last)
    known = labels().dependencies
    at = {i: n for n, i in enumerate(kept)}
    doc = sentence.doc
    return Words(
        token=np.array(kept, dtype=np.int64),
        pieces=np.array(ids, dtype=np.int64),
        first=np.array(first, dtype=np.int64),
        dependency=np.array([known.get(doc[i].dep_, 0) for i in kept], dtype=np.int64),
        head=np.array([at.get(doc[i].head.i, n) for n, i in enumerate(kept)], dtype=np.int64),
    )
