"""Training: batches of windows, a loss for heads of cues and one for what each cue links."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.batches import Candidate, Item, batches, gold_candidates, inputs, links
from training.attribution.network import Network, Part

# Log odds from which on a word that heads no cue is one to learn from.
_LIKELY = -2.0


class Plan(NamedTuple):
    """How to train. Rates are of AdamW; `pieces` is the size of a batch in word pieces."""

    epochs: int = 4
    pieces: int = 2048
    rate: float = 2e-4
    head_rate: float = 1e-3
    embedding_rate: float = 5e-5
    decay: float = 0.01
    warmup: float = 0.06
    dropout: float = 0.1
    average: float = 0.995
    seed: int = 1


class Step(NamedTuple):
    """What is said after a number of batches."""

    epoch: int
    batch: int
    seconds: float
    losses: dict[str, float]


class Fitting:
    """A training under way: it can be saved after an epoch and taken up again, with the same result."""

    def __init__(self, network: Network, train: list[Item], plan: Plan) -> None:
        self.network, self.train, self.plan = network, train, plan
        self.chance = random.Random(plan.seed)
        self.epoch, self.taken = 0, 0
        self.total = plan.epochs * sum(1 for _ in batches(train, plan.pieces, None))
        self.optimiser = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98), eps=1e-6)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, lambda n: _rate(n, self.total, plan.warmup))
        self.averaged = torch.optim.swa_utils.AveragedModel(
            network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.average)
        )

    def run(self) -> Iterator[Step]:
        """One more epoch over the windows; gives a step now and then."""
        began = time.perf_counter()
        self.network.train()
        sums: dict[str, float] = {}
        for number, batch in enumerate(batches(self.train, self.plan.pieces, self.chance), 1):
            parts = losses(self.network, batch, self.chance)
            self.optimiser.zero_grad(set_to_none=True)
            torch.stack(list(parts.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.schedule.step()
            self.taken += 1
            # The first steps, in which everything changes, are left out of the average.
            if self.taken > self.total * self.plan.warmup:
                self.averaged.update_parameters(self.network)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if not number % _TOLD:
                told = {name: value / _TOLD for name, value in sums.items()}
                yield Step(self.epoch, number, time.perf_counter() - began, told)
                sums = {}
        self.epoch += 1

    @property
    def average(self) -> Network:
        """The network with the average of the weights so far: what ships in the end."""
        module: Network = self.averaged.module
        return module

    def save(self, path: Path) -> None:
        """Keep all that the next epoch depends on."""
        state = {name: getattr(self, name).state_dict() for name in _STATEFUL}
        state |= {"epoch": self.epoch, "taken": self.taken, "plan": tuple(self.plan)}
        state |= {"chance": self.chance.getstate(), "dropout": self.network.dropout.chance.bit_generator.state}
        torch.save(state, path)

    def load(self, path: Path) -> None:
        """Take up what was saved. Raises ValueError where that was made by another plan."""
        state = torch.load(path, weights_only=False)
        if state["plan"] != tuple(self.plan):
            raise ValueError(f"{path} was made by another plan: {state['plan']}; remove it to start anew")
        for name in _STATEFUL:
            getattr(self, name).load_state_dict(state[name])
        self.epoch, self.taken = state["epoch"], state["taken"]
        self.chance.setstate(state["chance"])
        self.network.dropout.chance.bit_generator.state = state["dropout"]


_STATEFUL = ("network", "optimiser", "schedule", "averaged")
# Batches between two lines on how it goes.
_TOLD = 50


def losses(network: Network, batch: list[Item], chance: random.Random) -> dict[str, Tensor]:
    """The losses of a batch; a part of which nothing is to be learnt is zero, and never NaN."""
    given = inputs(batch)
    encoded = network.encode(*given)
    target = torch.zeros_like(encoded.heads)
    counted = torch.zeros_like(encoded.heads)
    for row, (example, window, _) in enumerate(batch):
        counted[row, : window.end - window.start] = torch.from_numpy(~example.aside[window.start : window.end]).float()
    candidates = gold_candidates(batch)
    for one in candidates:
        target[one.row, one.head - batch[one.row].window.start] = 1.0
    each = functional.binary_cross_entropy_with_logits(encoded.heads, target, reduction="none") * counted
    found = {"heads": each.sum() / max(1, len(candidates))}
    wrong = (encoded.heads > _LIKELY) & (target == 0) & (counted > 0)
    candidates += _drawn(wrong, batch, len(candidates) // 2, chance)
    if not candidates:
        return found
    known = max(1, sum(one.gold is not None for one in candidates))
    inside, edges, cues = [], [], []
    for group in grouped(candidates):
        linked = links(batch, group)
        words = encoded.words[linked.row[:, None], linked.at]
        parts, is_cue = network.link(words, linked.place, linked.cue, linked.mask)
        each = functional.binary_cross_entropy_with_logits(parts, linked.target, reduction="none")
        each = each * linked.counted[..., None]
        inside.append(each[..., :3].sum() + each[..., Part.SOURCE].sum())
        edges.append(each[..., 3:].sum())
        cues.append(functional.binary_cross_entropy_with_logits(is_cue, linked.is_cue, reduction="sum"))
    found["inside"] = 0.15 * torch.stack(inside).sum() / known
    found["edges"] = 0.3 * torch.stack(edges).sum() / known
    found["cues"] = torch.stack(cues).sum() / known
    return found


def grouped(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates with segments of like lengths together: what fills up the shorter ones costs as much as words."""

    def length(one: Candidate) -> int:
        return one.segment[1] - one.segment[0]

    group: list[Candidate] = []
    for one in sorted(candidates, key=length):
        if group and length(one) > 1.25 * length(group[0]) + 4:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _drawn(wrong: Tensor, batch: list[Item], most: int, chance: random.Random) -> list[Candidate]:
    """Words that the network takes for heads of cues and that are none: what the linker has to tell apart."""
    places = wrong.nonzero().tolist()
    found = []
    for row, at in chance.sample(places, min(len(places), most)):
        window = batch[row].window
        head = window.start + at
        segment = next(s for s in window.segments if s[0] <= head < s[1])
        found.append(Candidate(row, head, segment, None))
    return found


def _rate(step: int, total: int, warmup: float) -> float:
    first = max(1, int(total * warmup))
    return min(1.0, (step + 1) / first) * max(0.0, 1 - step / total)


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """New parameters learn faster than MiniLM's, and its table of word pieces slower."""
    new = ("features", "places", "head", "parts", "is_cue", "mark", "link_norm")
    groups: dict[str, list[torch.nn.Parameter]] = {"pieces": [], "new": [], "old": []}
    for name, parameter in network.named_parameters():
        kind = name.split(".")[0]
        groups["pieces" if kind in ("pieces", "positions") else "new" if kind in new else "old"].append(parameter)
    return [
        {"params": groups["pieces"], "lr": plan.embedding_rate, "weight_decay": 0.0},
        {"params": groups["new"], "lr": plan.head_rate, "weight_decay": plan.decay},
        {"params": groups["old"], "lr": plan.rate, "weight_decay": plan.decay},
    ]
