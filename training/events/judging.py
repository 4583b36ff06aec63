"""How good the network is on sentences that it was not trained on, the act's word given."""

from typing import NamedTuple

import torch

from training.events.examples import Example
from training.events.fit import batch, scored
from training.events.network import Network


class Figures(NamedTuple):
    """Shares of the acts with the right event, and with the likeliest word in the marked agent and patient."""

    event: float
    agent: float
    patient: float


def judged(network: Network, examples: list[Example]) -> Figures:
    """The shares over all acts of the examples that a person marked."""
    network.eval()
    hits, known = [0, 0, 0], [0, 0, 0]
    for one in examples:
        with torch.no_grad():
            scores = scored(network, batch([one]))
        for n, act in enumerate(one.acts):
            if act.plover <= 0:
                continue
            known[0] += 1
            hits[0] += int(scores.plover[n, 1:].argmax()) + 1 == act.plover
            for part, who in enumerate((act.agents, act.patients)):
                if who is not None:
                    known[part + 1] += 1
                    hits[part + 1] += int(scores.parts[n, :, part].argmax()) in who
    return Figures(*(round(right / max(1, all_), 3) for right, all_ in zip(hits, known, strict=True)))
