"""Training: batches of sentences of like length, one loss for what acts are, one for who takes part."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dragoman.reading.encoding.places import places
from training.events.examples import Act, Example
from training.events.labels import UNKNOWN
from training.events.network import Network, Scores


class Plan(NamedTuple):
    """How to train. Rates are of AdamW; `pieces` is the size of a batch in word pieces."""

    epochs: int = 8
    pieces: int = 1024
    rate: float = 1e-4
    head_rate: float = 1e-3
    embedding_rate: float = 2e-5
    decay: float = 0.01
    warmup: float = 0.1
    seed: int = 1


class Batch(NamedTuple):
    """Sentences filled up to one length, and their acts."""

    pieces: Tensor
    first: Tensor
    row: Tensor
    word: Tensor
    place: Tensor
    filled: Tensor  # (N, W): whether there is a word
    acts: tuple[Act, ...]


def batch(examples: Sequence[Example]) -> Batch:
    """Examples as the network takes them."""
    longest = max(len(e.words.pieces) for e in examples)
    most = max(len(e.words.token) for e in examples)
    pieces = np.zeros((len(examples), longest), dtype=np.int64)
    first = np.zeros((len(examples), most), dtype=np.int64)
    rows, at, place, acts, filled = [], [], [], [], []
    for row, one in enumerate(examples):
        size = len(one.words.token)
        pieces[row, : len(one.words.pieces)] = one.words.pieces
        first[row, :size] = one.words.first
        for act in one.acts:
            where = np.zeros((most, 3), dtype=np.int64)
            where[:size] = places(one.words.head, one.words.dependency, act.word)
            rows.append(row)
            at.append(act.word)
            place.append(where)
            filled.append(np.arange(most) < size)
            acts.append(act)
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(first),
        torch.tensor(rows),
        torch.tensor(at),
        torch.from_numpy(np.stack(place)),
        torch.from_numpy(np.stack(filled)),
        tuple(acts),
    )


def scored(network: Network, given: Batch) -> Scores:
    """The network's scores of a batch."""
    return network.score(network.encode(given.pieces, given.first), given.row, given.word, given.place)


def loss(network: Network, given: Batch) -> Tensor:
    """Cross entropy of what the acts are, and of who takes part."""
    scores = scored(network, given)
    total = scores.parts.sum() * 0
    for name, column, weight in (
        ("plover", scores.plover, 1.0),
        ("kind", scores.kinds, 0.5),
        ("aida", scores.aida, 0.5),
    ):
        labels = torch.tensor([getattr(act, name) for act in given.acts])
        if (labels != UNKNOWN).any():
            total = total + weight * functional.cross_entropy(
                column, labels, ignore_index=UNKNOWN, label_smoothing=0.05
            )
    target = torch.zeros_like(scores.parts)
    counted = torch.zeros_like(scores.parts)
    for n, act in enumerate(given.acts):
        for part, who in enumerate((act.agents, act.patients)):
            if who is None:
                continue
            counted[n, :, part] = given.filled[n].float()
            counted[n, list(act.aside), part] = 0
            counted[n, list(who), part] = 1
            target[n, list(who), part] = 1
    known = max(1.0, float(target.sum()))
    each = functional.binary_cross_entropy_with_logits(scores.parts, target, reduction="none") * counted
    return total + each.sum() / known


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[Batch]:
    """All examples, those of like length together, in a drawn order."""
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].words.pieces) + chance.random() * 8)
    groups: list[list[int]] = [[]]
    for n in order:
        longest = len(examples[n].words.pieces)
        if groups[-1] and (len(groups[-1]) + 1) * longest > size:
            groups.append([])
        groups[-1].append(n)
    chance.shuffle(groups)
    for group in groups:
        if group:
            yield batch([examples[n] for n in group])


def fit(network: Network, examples: Sequence[Example], plan: Plan) -> Iterator[tuple[int, float]]:
    """Train; yields the epoch and its mean loss after each."""
    chance = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    steps = plan.epochs * sum(1 for _ in batches(examples, plan.pieces, random.Random(0)))
    optimiser = torch.optim.AdamW(_groups(network, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / max(1, steps * plan.warmup)) * max(0.02, 1 - n / steps)
    )
    for epoch in range(plan.epochs):
        network.train()
        losses = []
        for one in batches(examples, plan.pieces, chance):
            value = loss(network, one)
            optimiser.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(value.item())
        yield epoch + 1, sum(losses) / len(losses)
    network.eval()


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    groups: dict[str, list[torch.nn.Parameter]] = {"pieces": [], "old": [], "new": []}
    for name, parameter in network.named_parameters():
        kind = name.split(".")[0]
        groups["pieces" if kind in ("pieces", "positions") else "old" if kind in ("layers", "norm") else "new"].append(
            parameter
        )
    rates = {"pieces": plan.embedding_rate, "old": plan.rate, "new": plan.head_rate}
    return [{"params": some, "lr": rates[kind], "weight_decay": plan.decay} for kind, some in groups.items()]
