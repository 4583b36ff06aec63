"""The trained network as one ONNX graph, for one sentence at a time. P pieces, W words, N acts.

The embeddings of word pieces are those of the attribution model's table: what training made of this network's own is
left out, which changes little (`docs/decisions/0013`).

embedded (P, 384), first (W,), acts (N,), place (N, W, 3) -> plover (N, 16), parts (N, W, 2)
"""

import onnx
from onnx import TensorProto

from training.attribution.graph import Graph
from training.attribution.network import LAYERS, WIDTH
from training.attribution.smoothing import Ranges
from training.events.labels import PLOVER
from training.events.network import Network


def graph(network: Network, ranges: Ranges | None = None) -> onnx.ModelProto:
    """The graph, in 8 bits where there are ranges."""
    made = Graph("acts", network, ranges)
    states = made.total("embedded", made.places("embedded"))
    states = made.add("Unsqueeze", made.norm(states, "norm"), made.numbers(0))
    for number in range(LAYERS):
        states = made.layer(states, f"layers.{number}")
    mean = made.add("ReduceMean", states, made.numbers(1), keepdims=0)  # (1, D)
    words = made.add("Gather", states, "first", axis=1)
    own = made.add("Squeeze", made.add("Gather", words, "acts", axis=1), made.numbers(0))
    told = made.add("Concat", own, made.add("Expand", mean, made.add("Shape", own)), axis=-1)
    told = made.add("Gelu", made.linear(told, "act"))
    made.linear(told, "plover")
    made.nodes[-1].output[0] = "plover"
    where = made.total(*(made.table(f"places.{n}.weight", "place", n) for n in range(len(network.places))))
    pair = made.total(
        made.linear(words, "theirs"),
        made.add("Unsqueeze", made.linear(own, "own"), made.numbers(1)),
        made.linear(where, "placed"),
    )
    made.linear(made.add("Gelu", pair), "parts")
    made.nodes[-1].output[0] = "parts"
    ints = TensorProto.INT64
    return made.model(
        {
            "embedded": (TensorProto.FLOAT, ["P", WIDTH]),
            "first": (ints, ["W"]),
            "acts": (ints, ["N"]),
            "place": (ints, ["N", "W", 3]),
        },
        {"plover": ["N", len(PLOVER)], "parts": ["N", "W", 2]},
    )
