"""The network, for training: MiniLM's encoder, a scorer of acts and one of who takes part in them.

Shapes: B sentences, P word pieces, W words, N acts, D = 384.
"""

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.encoding import places
from training.attribution.network import (
    LAYERS,
    POSITIONS,
    VOCABULARY,
    WIDTH,
    Dropout,
    Layer,
    embedding_weights,
    layer_weights,
)
from training.events.labels import PLOVER

PAIR = 192
PLACE = 64


class Scores(NamedTuple):
    """Log odds: PLOVER events (N, 16), rules' types (N, K), other codebooks' (N, A), agent and patient (N, W, 2)."""

    plover: Tensor
    kinds: Tensor
    aida: Tensor
    parts: Tensor


class Network(nn.Module):
    """Encoder and scorers."""

    def __init__(self, kinds: int, aida: int, dropout: float = 0.1, seed: int = 0) -> None:
        super().__init__()
        self.dropout = Dropout(dropout, seed)
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.act = nn.Linear(2 * WIDTH, WIDTH)
        self.plover = nn.Linear(WIDTH, len(PLOVER))
        self.kinds = nn.Linear(WIDTH, kinds)
        self.aida = nn.Linear(WIDTH, aida)
        self.places = nn.ModuleList(nn.Embedding(n, PLACE) for n in places.sizes())
        self.own = nn.Linear(WIDTH, PAIR)
        self.theirs = nn.Linear(WIDTH, PAIR)
        self.placed = nn.Linear(PLACE, PAIR)
        self.parts = nn.Linear(PAIR, 2)
        nn.init.constant_(self.parts.bias, -2.0)

    def encode(self, pieces: Tensor, first: Tensor) -> Tensor:
        """Pieces (B, P), 0 for none, first (B, W): states (B, W + 1, D), the sentence's mean last."""
        mask = pieces != 0
        at = torch.arange(pieces.shape[1])
        states = self.dropout(self.norm(self.pieces(pieces) + self.positions(at)[None]))
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        weights = mask[..., None].to(states.dtype)
        mean = (states * weights).sum(1, keepdim=True) / weights.sum(1, keepdim=True)
        words = states.gather(1, first[..., None].expand(-1, -1, WIDTH))
        return torch.cat((words, mean), 1)

    def score(self, states: Tensor, row: Tensor, word: Tensor, place: Tensor) -> Scores:
        """States (B, W + 1, D), row and word (N,), place (N, W, 3)."""
        own = states[row, word]
        told = self.dropout(functional.gelu(self.act(self.dropout(torch.cat((own, states[row, -1]), -1)))))
        where = sum(table(place[..., n]) for n, table in enumerate(self.places))
        pair = self.theirs(states[:, :-1])[row] + self.own(own)[:, None] + self.placed(where)
        parts = self.parts(self.dropout(functional.gelu(pair)))
        return Scores(self.plover(told), self.kinds(told), self.aida(told), parts)


def pretrained(folder: Path, kinds: int, aida: int, *, seed: int, dropout: float = 0.1) -> Network:
    """A network with MiniLM's weights; what MiniLM does not have is drawn by the seed."""
    torch.manual_seed(seed)
    network = Network(kinds, aida, dropout, seed)
    weights = load_file(folder / "model.safetensors")
    own = embedding_weights(weights)
    for number in range(LAYERS):
        own |= layer_weights(weights, number, f"layers.{number}")
    _, unexpected = network.load_state_dict(own, strict=False)
    assert not unexpected, unexpected
    return network
