"""The network, for training: MiniLM's encoder with the parse beside the words, and a linker of one cue at a time.

Shapes: B windows, P word pieces, W words, N cues, S words of a cue's segment, D = 384.

1. The encoder (six layers) reads a window's pieces; the word's first piece stands for it. After layer 4 the words go
   to the linker, after layer 6 each word is scored as the head of a cue.
2. The linker (two layers, copied from the encoder's last) reads the words of the segment of one cue, with the cue's
   head marked and each word's place to it in the parse, and scores each word for each part of that attribution, and
   the head once more for being a cue at all.
"""

import math
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.attributions.learned.features import widths
from dragoman.reading.encoding import places

LAYERS, SHARED = 6, 4
WIDTH, HEADS, INNER = 384, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
_EPSILON = 1e-12


class Part(IntEnum):
    """What the linker says of a word: whether it is in a part of the attribution, begins it or ends it."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2
    SOURCE_BEGINS = 3
    SOURCE_ENDS = 4
    CONTENT_BEGINS = 5
    CONTENT_ENDS = 6


class Dropout(nn.Module):
    """Dropout with masks drawn as bytes: on a processor torch's own takes as long as the layer that it stands behind.

    Attention's weights are not dropped, for the same reason.
    """

    def __init__(self, share: float, seed: int) -> None:
        super().__init__()
        self.share = share
        self.chance = np.random.Generator(np.random.SFC64(seed))

    def forward(self, states: Tensor) -> Tensor:
        """The states, a share of them zero while training, the others larger by as much."""
        limit = round(256 * self.share)
        if not self.training or not limit:
            return states
        drawn = torch.from_numpy(self.chance.integers(0, 256, size=tuple(states.shape), dtype=np.uint8))
        return states * (drawn >= limit).to(states.dtype).mul_(256 / (256 - limit))


class Layer(nn.Module):
    """One layer of BERT's encoder."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = dropout

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (B, P, D); mask (B, 1, 1, P), True where there is something."""
        batch, length, _ = states.shape

        def apart(x: Tensor) -> Tensor:
            return x.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            apart(self.query(states)), apart(self.key(states)), apart(self.value(states)), attn_mask=mask
        )
        mixed = self.mixed(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.mixed_norm(states + self.dropout(mixed))
        inner = self.narrow(functional.gelu(self.wide(states)))
        return self.narrow_norm(states + self.dropout(inner))


class Encoded(NamedTuple):
    """Word states after layer 4 (B, W, D) and the scores of words as heads of cues (B, W)."""

    words: Tensor
    heads: Tensor


class Network(nn.Module):
    """Encoder and linker."""

    def __init__(self, dropout: float = 0.1, seed: int = 0) -> None:
        super().__init__()
        self.dropout = Dropout(dropout, seed)
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in widths())
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 1)
        self.places = nn.ModuleList(nn.Embedding(n, WIDTH) for n in places.sizes())
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.link_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.link_layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS - SHARED))
        self.parts = nn.Linear(WIDTH, len(Part))
        self.is_cue = nn.Linear(WIDTH, 1)
        for table in (*self.features, *self.places):
            nn.init.normal_(table.weight, std=0.01)
        for linear in (self.head, self.parts, self.is_cue):
            nn.init.normal_(linear.weight, std=0.02)
            nn.init.constant_(linear.bias, -2.0)

    def encode(self, pieces: Tensor, word: Tensor, first: Tensor, features: Tensor) -> Encoded:
        """Pieces (B, P), 0 for none; word (B, P): each piece's word, W for the marks; first (B, W): a word's first
        piece, 0 for none; features (B, W, 6).
        """
        mask = (pieces != 0)[:, None, None, :]
        extra = sum(table(features[..., n]) for n, table in enumerate(self.features))
        extra = torch.cat((extra, extra.new_zeros(len(extra), 1, WIDTH)), 1)
        at = torch.arange(pieces.shape[1])
        states = self.pieces(pieces) + self.positions(at)[None] + _taken(extra, word)
        states = self.dropout(self.norm(states))
        for layer in self.layers[:SHARED]:
            states = layer(states, mask)
        shared = _taken(states, first)
        for layer in self.layers[SHARED:]:
            states = layer(states, mask)
        return Encoded(shared, self.head(_taken(states, first)).squeeze(-1))

    def link(self, words: Tensor, place: Tensor, cue: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Words (N, S, D), place (N, S, 3), cue (N,) in the segment, mask (N, S): parts (N, S, 7) and cues (N,)."""
        numbers = torch.arange(len(cue))
        states = words + sum(table(place[..., n]) for n, table in enumerate(self.places))
        marked = torch.zeros_like(states)
        marked[numbers, cue] = self.mark
        states = self.dropout(self.link_norm(states + marked))
        for layer in self.link_layers:
            states = layer(states, mask[:, None, None, :])
        return self.parts(states), self.is_cue(states[numbers, cue]).squeeze(-1)


def _taken(states: Tensor, at: Tensor) -> Tensor:
    """Rows of states (B, P, D) at (B, W)."""
    return states.gather(1, at[..., None].expand(-1, -1, states.shape[-1]))


def embedding_weights(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """MiniLM's embeddings and their norm, by our names."""
    return {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        # Type 0 is every piece's type: its embedding goes into the positions.
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }


def pretrained(folder: Path, *, seed: int, dropout: float = 0.1) -> Network:
    """A network with MiniLM's weights; what MiniLM does not have is drawn by the seed."""
    torch.manual_seed(seed)
    network = Network(dropout, seed)
    weights = load_file(folder / "model.safetensors")
    own = embedding_weights(weights)
    for number in range(LAYERS):
        own |= layer_weights(weights, number, f"layers.{number}")
        if number >= SHARED:
            own |= layer_weights(weights, number, f"link_layers.{number - SHARED}")
    missing, unexpected = network.load_state_dict(own, strict=False)
    assert not unexpected, unexpected
    assert all(name.split(".")[0] not in ("layers", "link_layers", "pieces") for name in missing), missing
    with torch.no_grad():
        # What stands between the layers is already normed: the linker's norm starts as one that changes little.
        network.mark.normal_(std=1 / math.sqrt(WIDTH))
    return network


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "mixed_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}


def layer_weights(weights: dict[str, Tensor], number: int, name: str) -> dict[str, Tensor]:
    """The weights of one of MiniLM's layers, named as in a layer called `name`."""
    return {
        f"{name}.{own}.{kind}": weights[f"encoder.layer.{number}.{theirs}.{kind}"]
        for theirs, own in _NAMES.items()
        for kind in ("weight", "bias")
    }
