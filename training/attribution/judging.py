"""What a network finds in examples, and how good it is by the yardstick's measures."""

import string
from typing import NamedTuple

import numpy as np
import torch

from dragoman.reading.attributions.learned.decoding import Floats, Linked, Settings, decoded
from dragoman.reading.encoding.labels import Ints
from training.attribution.batches import Candidate, batches, inputs, items, links
from training.attribution.examples import Example, Gold, Mask
from training.attribution.network import Network

_LOWEST = -3.0


class Scored(NamedTuple):
    """The network's raw scores of one segment: candidates' heads (in the block), log odds, the linker's parts."""

    segment: tuple[int, int]
    heads: Ints
    first: Floats
    second: Floats
    parts: Floats


def scored(network: Network, examples: list[Example]) -> list[list[Scored]]:
    """Raw scores of every segment that has a candidate, by example."""
    network.eval()
    with torch.no_grad():
        return _scored(network, examples)


def _scored(network: Network, examples: list[Example]) -> list[list[Scored]]:
    found: dict[int, list[Scored]] = {id(one): [] for one in examples}
    for batch in batches(items(examples), 4096, None):
        encoded = network.encode(*inputs(batch))
        candidates = []
        for row, item in enumerate(batch):
            window = item.window
            scores = encoded.heads[row, : window.end - window.start].numpy()
            for segment in window.segments:
                inside = scores[segment[0] - window.start : segment[1] - window.start]
                candidates += [
                    Candidate(row, segment[0] + int(at), segment, None) for at in np.flatnonzero(inside > _LOWEST)
                ]
        candidates.sort(key=lambda c: c.segment[1] - c.segment[0])
        for low in range(0, len(candidates), 64):
            part = candidates[low : low + 64]
            linked = links(batch, part)
            parts, second = network.link(
                encoded.words[linked.row[:, None], linked.at], linked.place, linked.cue, linked.mask
            )
            for n, one in enumerate(part):
                first = encoded.heads[one.row, one.head - batch[one.row].window.start].item()
                size = one.segment[1] - one.segment[0]
                found[id(batch[one.row].example)].append(
                    Scored(
                        one.segment,
                        np.array([one.head]),
                        np.array([first]),
                        second[n : n + 1].numpy(),
                        parts[n : n + 1, :size].numpy(),
                    )
                )
    return [_joined(found[id(one)]) for one in examples]


def _joined(single: list[Scored]) -> list[Scored]:
    """One record a segment."""
    by_segment: dict[tuple[int, int], list[Scored]] = {}
    for one in sorted(single, key=lambda s: (s.segment, int(s.heads[0]))):
        by_segment.setdefault(one.segment, []).append(one)
    return [
        Scored(segment, *(np.concatenate(column) for column in zip(*(s[1:] for s in some), strict=True)))
        for segment, some in by_segment.items()
    ]


def predicted(segments: list[Scored], settings: Settings) -> list[Linked]:
    """The attributions of one example, word numbers within its block."""
    found = []
    for segment, heads, first, second, parts in segments:
        kept = first >= settings.candidate
        if not kept.any():
            continue
        scores = ((1 - settings.linked) * first[kept] + settings.linked * second[kept]).astype(np.float32)
        for one in decoded(heads[kept] - segment[0], scores, parts[kept], settings):
            start = segment[0]
            found.append(Linked(one.head + start, one.score, *(tuple(w + start for w in part) for part in one[2:])))
    return found


class Figures(NamedTuple):
    """Counts of found, predicted and gold; F1 by `relation` and `exact`."""

    relation: float
    precision: float
    recall: float
    exact: float
    heads: float


_SIGNS = frozenset(string.whitespace + string.punctuation + "“”‘’«»–—―…")


def judged(examples: list[Example], found: list[list[Linked]]) -> Figures:
    """The yardstick's relation and exact F1, over words instead of characters: quick, and close to it."""
    hits = exact = predicted_count = gold_count = heads = 0
    for example, linked in zip(examples, found, strict=True):
        bare = np.array([all(c in _SIGNS for c in example.text[a:b]) for a, b in example.spans], dtype=bool)
        drop = bare | example.aside
        gold = [_bare(g, drop) for g in example.gold]
        gold = [g for g in gold if g[1]]
        pred = [p for p in (_bare(one, drop) for one in linked) if p[1]]
        lengths = example.spans[:, 1] - example.spans[:, 0]
        pairs = []
        for i, (source, content) in enumerate(gold):
            for j, (s, c) in enumerate(pred):
                common = sum(lengths[w] for w in content & c)
                if common and ((source & s) or (not source and not s)):
                    overlap = common / sum(lengths[w] for w in content | c)
                    if overlap >= 0.5:
                        pairs.append((overlap, i, j))
        left, right = set(), set()
        for _, i, j in sorted(pairs, reverse=True):
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
        hits += len(left)
        rest = list(pred)
        for one in gold:
            if one in rest:
                rest.remove(one)
                exact += 1
        heads += len({g.head for g in example.gold} & {p.head for p in linked})
        predicted_count += len(pred)
        gold_count += len(gold)
    p, r = hits / max(1, predicted_count), hits / max(1, gold_count)
    both = max(1, predicted_count + gold_count)
    return Figures(2 * hits / both, p, r, 2 * exact / both, 2 * heads / both)


def _bare(one: Gold | Linked, drop: Mask) -> tuple[frozenset[int], frozenset[int]]:
    return frozenset(w for w in one.source if not drop[w]), frozenset(w for w in one.content if not drop[w])
