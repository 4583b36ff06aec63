"""Batches of windows as tensors, with what is to be learnt of them."""

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from dragoman.reading.attributions.learned.decoding import Floats
from dragoman.reading.attributions.learned.features import Words
from dragoman.reading.attributions.learned.windows import Window
from dragoman.reading.encoding.labels import Ints
from dragoman.reading.encoding.pieces import pieces
from dragoman.reading.encoding.places import places
from training.attribution.examples import Example, Gold
from training.attribution.network import Part


class Item(NamedTuple):
    """A window of an example."""

    example: Example
    window: Window
    length: int  # in pieces


class Inputs(NamedTuple):
    """What the encoder takes: see `Network.encode`."""

    pieces: Tensor
    word: Tensor
    first: Tensor
    features: Tensor


class Candidate(NamedTuple):
    """A word of a window (by its row in the batch) that may head a cue, and the attribution that it heads."""

    row: int
    head: int  # within the block
    segment: tuple[int, int]
    gold: Gold | None


class Links(NamedTuple):
    """What the linker takes and is to learn; N candidates, S words of the longest segment."""

    row: Tensor  # (N,)
    at: Tensor  # (N, S): words within the window
    place: Tensor  # (N, S, 3)
    cue: Tensor  # (N,)
    mask: Tensor  # (N, S)
    target: Tensor  # (N, S, 7)
    counted: Tensor  # (N, S): what is learnt from
    is_cue: Tensor  # (N,)


def items(examples: list[Example]) -> list[Item]:
    """All windows of some examples."""
    return [
        Item(one, window, sum(len(p) for p in one.words.pieces[window.start : window.end]))
        for one in examples
        for window in one.windows
    ]


def batches(windows: list[Item], most: int, chance: random.Random | None) -> Iterator[list[Item]]:
    """Windows of like lengths together, at most `most` pieces in a batch, shuffled by `chance`."""
    order = list(windows)
    if chance is not None:
        chance.shuffle(order)
    order.sort(key=lambda item: -(item.length // 16))
    found: list[list[Item]] = []
    for item in order:
        if not found or (len(found[-1]) + 1) * found[-1][0].length > most:
            found.append([])
        found[-1].append(item)
    if chance is not None:
        chance.shuffle(found)
    yield from found


def inputs(batch: list[Item]) -> Inputs:
    """The tensors of a batch."""
    vocabulary = pieces()
    length = max(item.length for item in batch) + 2
    words = max(item.window.end - item.window.start for item in batch)
    ids = np.zeros((len(batch), length), dtype=np.int64)
    word = np.full((len(batch), length), words, dtype=np.int64)
    first = np.zeros((len(batch), words), dtype=np.int64)
    features = np.zeros((len(batch), words, 6), dtype=np.int64)
    for row, (example, window, _) in enumerate(batch):
        at = 1
        ids[row, 0] = vocabulary.first
        for number, found in enumerate(example.words.pieces[window.start : window.end]):
            ids[row, at : at + len(found)] = found
            word[row, at : at + len(found)] = number
            first[row, number] = at
            at += len(found)
        ids[row, at] = vocabulary.last
        features[row, : window.end - window.start] = example.words.features[window.start : window.end]
    return Inputs(*map(torch.from_numpy, (ids, word, first, features)))


def local(words: Words, segment: tuple[int, int]) -> tuple[Ints, Ints]:
    """Heads and dependencies of a segment's words, counted within it."""
    start, end = segment
    numbers = np.arange(end - start)
    heads = words.head[start:end] - start
    return np.where((heads < 0) | (heads >= end - start), numbers, heads), words.dependency[start:end]


def gold_candidates(batch: list[Item]) -> list[Candidate]:
    """The gold attributions of a batch."""
    found = []
    for row, (example, window, _) in enumerate(batch):
        for gold in example.gold:
            if window.start <= gold.head < window.end and not example.aside[gold.head]:
                segment = next(s for s in window.segments if s[0] <= gold.head < s[1])
                found.append(Candidate(row, gold.head, segment, gold))
    return found


def links(batch: list[Item], candidates: list[Candidate]) -> Links:
    """The tensors of some candidates."""
    longest = max(c.segment[1] - c.segment[0] for c in candidates)
    shape = (len(candidates), longest)
    at = np.zeros(shape, dtype=np.int64)
    place = np.zeros((*shape, 3), dtype=np.int64)
    mask = np.zeros(shape, dtype=np.bool_)
    target = np.zeros((*shape, len(Part)), dtype=np.float32)
    counted = np.zeros(shape, dtype=np.float32)
    for n, (row, head, segment, gold) in enumerate(candidates):
        example, window, _ = batch[row]
        start, end = segment
        size = end - start
        at[n, :size] = np.arange(start, end) - window.start
        mask[n, :size] = True
        place[n, :size] = places(*local(example.words, segment), head - start)
        if gold is not None:
            counted[n, :size] = ~example.aside[start:end]
            _mark(target[n], gold, segment)
    rows, cues = [c.row for c in candidates], [c.head - c.segment[0] for c in candidates]
    known = [c.gold is not None for c in candidates]
    return Links(
        torch.tensor(rows),
        torch.from_numpy(at),
        torch.from_numpy(place),
        torch.tensor(cues),
        torch.from_numpy(mask),
        torch.from_numpy(target),
        torch.from_numpy(counted),
        torch.tensor(known, dtype=torch.float32),
    )


def _mark(target: Floats, gold: Gold, segment: tuple[int, int]) -> None:
    start, end = segment
    for part, words in ((Part.SOURCE, gold.source), (Part.CUE, gold.cue), (Part.CONTENT, gold.content)):
        inside = [w - start for w in words if start <= w < end]
        target[inside, part] = 1.0
    for part, begins, ends in (
        (Part.SOURCE, Part.SOURCE_BEGINS, Part.SOURCE_ENDS),
        (Part.CONTENT, Part.CONTENT_BEGINS, Part.CONTENT_ENDS),
    ):
        row = target[: end - start, part]
        target[: end - start, begins] = row * (1 - np.concatenate(([0.0], row[:-1])))
        target[: end - start, ends] = row * (1 - np.concatenate((row[1:], [0.0])))
