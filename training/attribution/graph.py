"""The trained network as ONNX graphs, written node by node: no tracing, and nothing in them but what runs.

The graphs are each for one window or one segment at a time, so that nothing is filled up and a window's result cannot
depend on what it is run with. P pieces, W words, N candidates, S words of a segment. The embeddings of word pieces are
a graph of their own, which other models share.

With the ranges of what the linear layers are given, those of the layers are multiplied in whole numbers, as the
runtime's DynamicQuantizeMatMul does it: weights with a scale for each output, states with one for the tensor that is
multiplied, which is a window or the candidates of a segment and nothing else.

embeddings: pieces (P,) -> embedded (P, 384)
encoder: embedded (P, 384), word (P,), first (W,), features (W, 6) -> words (W, 384), heads (W,)
linker: words (S, 384), place (N, S, 3), cue (N,) -> parts (N, S, 7), cues (N,)
"""

import math

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.attribution.network import HEADS, LAYERS, SHARED, WIDTH, Network
from training.attribution.smoothing import Ranges, factors, quantised

OPSET = 20
# The runtime's own operators.
_OWN, _OWN_VERSION = "com.microsoft", 1
# Values in a table from which on it is kept in 8 bits.
_LARGE = 10_000
# The axes of a tensor: numbers, or names for what is only known when it is run.
Shape = list[str | int]
_EPSILON = 1e-12


class Graph:
    """A graph in the making: nodes and constants get names as they come."""

    def __init__(self, name: str, network: nn.Module, ranges: Ranges | None) -> None:
        self.name = name
        self.ranges = ranges
        self.weights = {key: value.detach().numpy() for key, value in network.state_dict().items()}
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def add(self, kind: str, *inputs: str, name: str | None = None, **attributes: object) -> str:
        """One node with one output; returns the output's name."""
        output = name or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, name: str, value: np.ndarray) -> str:
        """A constant; the same name twice is the same constant."""
        self.constants.setdefault(name, value)
        return name

    def weight(self, key: str) -> str:
        """A trained tensor."""
        return self.constant(key, self.weights[key])

    def pack(self) -> None:
        """Keep every large table in 8 bits with a scale for each of its rows, unpacked when the graph is loaded.

        Plain nodes over constants: the runtime folds them, so that what is computed is in 32 bits.
        """
        unpacked: list[onnx.NodeProto] = []
        for name, value in list(self.constants.items()):
            if value.size < _LARGE or value.dtype != np.float32:
                continue
            eighth, scale = quantised(value.T, 127)
            del self.constants[name]
            self.constants[f"{name}.8"] = np.ascontiguousarray(eighth.T)
            self.constants[f"{name}.scale"] = scale[:, None]
            unpacked.append(helper.make_node("Cast", [f"{name}.8"], [f"{name}.cast"], to=TensorProto.FLOAT))
            unpacked.append(helper.make_node("Mul", [f"{name}.cast", f"{name}.scale"], [name]))
        self.nodes = [*unpacked, *self.nodes]

    def numbers(self, *values: int) -> str:
        """A constant of whole numbers."""
        return self.constant("ints." + "_".join(map(str, values)), np.array(values, dtype=np.int64))

    def linear(self, states: str, *keys: str) -> str:
        """States @ W.T + b; of several layers side by side."""
        name = "+".join(keys)
        weight = np.concatenate([self.weights[f"{key}.weight"].T for key in keys], axis=1)
        bias = self.constant(f"{name}.bias", np.concatenate([self.weights[f"{key}.bias"] for key in keys]))
        if self.ranges is None or weight.size < _LARGE:
            return self.add("Add", self.add("MatMul", states, self.constant(f"{name}.weight", weight)), bias)
        smooth = factors(self.ranges[keys[0]])
        eighth, scale = quantised(weight * smooth[:, None])
        return self.add(
            "DynamicQuantizeMatMul",
            self.add("Mul", states, self.constant(f"{name}.smooth", 1 / smooth)),
            self.constant(f"{name}.8", eighth),
            self.constant(f"{name}.scale", scale),
            "",  # no zero point: the scale is the same on both sides
            bias,
            domain=_OWN,
        )

    def norm(self, states: str, key: str) -> str:
        """Layer normalisation."""
        return self.add(
            "LayerNormalization", states, self.weight(f"{key}.weight"), self.weight(f"{key}.bias"), epsilon=_EPSILON
        )

    def layer(self, states: str, key: str) -> str:
        """One encoder layer over (rows, length, D) states."""
        # All three by head, in one: (rows, length, 3, heads, width), then each by itself.
        three = self.linear(states, *(f"{key}.{name}" for name in ("query", "key", "value")))
        three = self.add("Reshape", three, self.numbers(0, 0, 3, HEADS, WIDTH // HEADS))

        def apart(number: int, *order: int) -> str:
            at = self.constant(f"int.{number}", np.array(number, dtype=np.int64))
            return self.add("Transpose", self.add("Gather", three, at, axis=2), perm=list(order))

        query, turned, value = apart(0, 0, 2, 1, 3), apart(1, 0, 2, 3, 1), apart(2, 0, 2, 1, 3)
        scale = self.constant("scale", np.array(1 / math.sqrt(WIDTH // HEADS), dtype=np.float32))
        weights = self.add("Softmax", self.add("Mul", self.add("MatMul", query, turned), scale), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", weights, value), perm=[0, 2, 1, 3])
        mixed = self.linear(self.add("Reshape", mixed, self.numbers(0, 0, WIDTH)), f"{key}.mixed")
        states = self.norm(self.add("Add", states, mixed), f"{key}.mixed_norm")
        inner = self.linear(self.add("Gelu", self.linear(states, f"{key}.wide")), f"{key}.narrow")
        return self.norm(self.add("Add", states, inner), f"{key}.narrow_norm")

    def table(self, key: str, rows: str, column: int) -> str:
        """Rows of an embedding table, by one column of a table of numbers."""
        numbers = self.add("Gather", rows, self.constant(f"int.{column}", np.array(column, dtype=np.int64)), axis=-1)
        return self.add("Gather", self.weight(key), numbers, axis=0)

    def places(self, pieces: str) -> str:
        """The embeddings of the positions of P pieces (P, D)."""
        length = self.add("Shape", pieces, start=0, end=1)
        return self.add("Slice", self.weight("positions.weight"), self.numbers(0), length, self.numbers(0))

    def total(self, *names: str) -> str:
        """The sum of some tensors."""
        first, *rest = names
        for name in rest:
            first = self.add("Add", first, name)
        return first

    def model(self, inputs: dict[str, tuple[int, Shape]], outputs: dict[str, Shape]) -> onnx.ModelProto:
        """The finished model, checked."""
        if self.ranges is not None:
            self.pack()
        graph = helper.make_graph(
            self.nodes,
            self.name,
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            [numpy_helper.from_array(value, name) for name, value in self.constants.items()],
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_OWN, _OWN_VERSION)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
        onnx.checker.check_model(model)
        return model


def embeddings(network: Network) -> onnx.ModelProto:
    """The table of word pieces, in 8 bits with a scale for each row; only the rows asked for are unpacked."""
    eighth, scale = quantised(network.pieces.weight.detach().numpy().T, 127)
    graph = Graph("embeddings", network, None)
    rows = graph.add("Gather", graph.constant("pieces.8", np.ascontiguousarray(eighth.T)), "pieces", axis=0)
    scales = graph.add("Gather", graph.constant("pieces.scale", scale[:, None]), "pieces", axis=0)
    graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales, name="embedded")
    return graph.model({"pieces": (TensorProto.INT64, ["P"])}, {"embedded": ["P", WIDTH]})


def encoder(network: Network, ranges: Ranges | None = None) -> onnx.ModelProto:
    """The encoder's graph, in 8 bits where there are ranges."""
    graph = Graph("encoder", network, ranges)
    extra = graph.total(*(graph.table(f"features.{n}.weight", "features", n) for n in range(len(network.features))))
    # The marks at a window's ends are no words: they take a row of zeros behind the last word.
    padded = graph.add("Concat", extra, graph.constant("nothing", np.zeros((1, WIDTH), dtype=np.float32)), axis=0)
    states = graph.total("embedded", graph.places("embedded"), graph.add("Gather", padded, "word", axis=0))
    states = graph.add("Unsqueeze", graph.norm(states, "norm"), graph.numbers(0))
    for number in range(LAYERS):
        if number == SHARED:
            words = graph.add("Gather", states, "first", axis=1)
            graph.add("Squeeze", words, graph.numbers(0), name="words")
        states = graph.layer(states, f"layers.{number}")
    top = graph.add("Squeeze", graph.add("Gather", states, "first", axis=1), graph.numbers(0))
    graph.add("Squeeze", graph.linear(top, "head"), graph.numbers(1), name="heads")
    ints = TensorProto.INT64
    return graph.model(
        {
            "embedded": (TensorProto.FLOAT, ["P", WIDTH]),
            "word": (ints, ["P"]),
            "first": (ints, ["W"]),
            "features": (ints, ["W", 6]),
        },
        {"words": ["W", WIDTH], "heads": ["W"]},
    )


def linker(network: Network, ranges: Ranges | None = None) -> onnx.ModelProto:
    """The linker's graph, in 8 bits where there are ranges."""
    graph = Graph("linker", network, ranges)
    place = graph.total(*(graph.table(f"places.{n}.weight", "place", n) for n in range(len(network.places))))
    states = graph.add("Add", place, "words")
    # One-hot rows (N, S, 1) times the mark.
    zero = graph.constant("int.0", np.array(0, dtype=np.int64))
    size = graph.add("Gather", graph.add("Shape", "words"), zero, axis=0)
    values = graph.constant("off_on", np.array([0, 1], dtype=np.float32))
    hot = graph.add("OneHot", "cue", size, values, axis=-1)
    mark = graph.add("Mul", graph.add("Unsqueeze", hot, graph.numbers(2)), graph.weight("mark"))
    states = graph.norm(graph.add("Add", states, mark), "link_norm")
    for number in range(LAYERS - SHARED):
        states = graph.layer(states, f"link_layers.{number}")
    scored = graph.linear(states, "parts")
    graph.nodes[-1].output[0] = "parts"
    assert scored
    # The one-hot rows pick the cue's own state: (N, 1, S) @ (N, S, D).
    own = graph.add("MatMul", graph.add("Unsqueeze", hot, graph.numbers(1)), states)
    cues = graph.linear(graph.add("Squeeze", own, graph.numbers(1)), "is_cue")
    graph.add("Squeeze", cues, graph.numbers(1), name="cues")
    ints = TensorProto.INT64
    return graph.model(
        {"words": (TensorProto.FLOAT, ["S", WIDTH]), "place": (ints, ["N", "S", 3]), "cue": (ints, ["N"])},
        {"parts": ["N", "S", 7], "cues": ["N"]},
    )
