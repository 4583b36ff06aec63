"""The trained network as ONNX graphs, written node by node: no tracing, and nothing in them but what runs.

Two graphs, each for one window or one segment at a time, so that nothing is filled up and a window's result cannot
depend on what it is run with. P pieces, W words, N candidates, S words of a segment.

encoder: pieces (P,), word (P,), first (W,), features (W, 6) -> words (W, 384), heads (W,)
linker: words (S, 384), place (N, S, 3), cue (N,) -> parts (N, S, 7), cues (N,)
"""

import math

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.attribution.network import HEADS, LAYERS, SHARED, WIDTH, Network

OPSET = 20
# Values in a table from which on it is kept in 8 bits.
_LARGE = 10_000
# The axes of a tensor: numbers, or names for what is only known when it is run.
Shape = list[str | int]
_TABLES = ("pieces", "positions", "features", "places")
_EPSILON = 1e-12


class Graph:
    """A graph in the making: nodes and constants get names as they come."""

    def __init__(self, name: str, network: Network, *, packed: bool) -> None:
        self.name = name
        self.packed = packed
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

    def weight(self, key: str, *, turned: bool = False) -> str:
        """A trained tensor; `turned` for a linear layer's, which torch keeps as (out, in)."""
        value = self.weights[key]
        return self.constant(key, np.ascontiguousarray(value.T) if turned else value)

    def pack(self) -> None:
        """Keep every large table in 8 bits with a scale for each of its last axis, unpacked when the graph is loaded.

        Plain nodes over constants: the runtime folds them, so that what is computed is in 32 bits.
        """
        unpacked: list[onnx.NodeProto] = []
        for name, value in list(self.constants.items()):
            if value.size < _LARGE or value.dtype != np.float32:
                continue
            # A linear layer has a scale for each output, a table one for each of its rows.
            axis = 1 if name.split(".")[0] in _TABLES else 0
            scale = np.abs(value).max(axis=axis, keepdims=True) / 127
            scale = np.where(scale == 0, 1, scale).astype(np.float32)
            del self.constants[name]
            self.constants[f"{name}.8"] = np.round(value / scale).astype(np.int8)
            self.constants[f"{name}.scale"] = scale
            unpacked.append(helper.make_node("Cast", [f"{name}.8"], [f"{name}.cast"], to=TensorProto.FLOAT))
            unpacked.append(helper.make_node("Mul", [f"{name}.cast", f"{name}.scale"], [name]))
        self.nodes = [*unpacked, *self.nodes]

    def numbers(self, *values: int) -> str:
        """A constant of whole numbers."""
        return self.constant("ints." + "_".join(map(str, values)), np.array(values, dtype=np.int64))

    def linear(self, states: str, key: str) -> str:
        """States @ W.T + b."""
        product = self.add("MatMul", states, self.weight(f"{key}.weight", turned=True))
        return self.add("Add", product, self.weight(f"{key}.bias"))

    def norm(self, states: str, key: str) -> str:
        """Layer normalisation."""
        return self.add(
            "LayerNormalization", states, self.weight(f"{key}.weight"), self.weight(f"{key}.bias"), epsilon=_EPSILON
        )

    def layer(self, states: str, key: str) -> str:
        """One encoder layer over (rows, length, D) states."""

        def apart(name: str, *order: int) -> str:
            split = self.add("Reshape", self.linear(states, f"{key}.{name}"), self.numbers(0, 0, HEADS, WIDTH // HEADS))
            return self.add("Transpose", split, perm=list(order))

        query, turned, value = apart("query", 0, 2, 1, 3), apart("key", 0, 2, 3, 1), apart("value", 0, 2, 1, 3)
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

    def total(self, *names: str) -> str:
        """The sum of some tensors."""
        first, *rest = names
        for name in rest:
            first = self.add("Add", first, name)
        return first

    def model(self, inputs: dict[str, tuple[int, Shape]], outputs: dict[str, Shape]) -> onnx.ModelProto:
        """The finished model, checked."""
        if self.packed:
            self.pack()
        graph = helper.make_graph(
            self.nodes,
            self.name,
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            [numpy_helper.from_array(value, name) for name, value in self.constants.items()],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
        onnx.checker.check_model(model)
        return model


def encoder(network: Network, *, packed: bool = False) -> onnx.ModelProto:
    """The encoder's graph; `packed` with its weights in 8 bits."""
    graph = Graph("encoder", network, packed=packed)
    extra = graph.total(*(graph.table(f"features.{n}.weight", "features", n) for n in range(len(network.features))))
    # The marks at a window's ends are no words: they take a row of zeros behind the last word.
    padded = graph.add("Concat", extra, graph.constant("nothing", np.zeros((1, WIDTH), dtype=np.float32)), axis=0)
    length = graph.add("Shape", "pieces")
    places = graph.add("Slice", graph.weight("positions.weight"), graph.numbers(0), length, graph.numbers(0))
    states = graph.total(
        graph.add("Gather", graph.weight("pieces.weight"), "pieces", axis=0),
        places,
        graph.add("Gather", padded, "word", axis=0),
    )
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
        {"pieces": (ints, ["P"]), "word": (ints, ["P"]), "first": (ints, ["W"]), "features": (ints, ["W", 6])},
        {"words": ["W", WIDTH], "heads": ["W"]},
    )


def linker(network: Network, *, packed: bool = False) -> onnx.ModelProto:
    """The linker's graph; `packed` with its weights in 8 bits."""
    graph = Graph("linker", network, packed=packed)
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
