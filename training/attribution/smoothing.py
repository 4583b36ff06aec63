"""What each linear layer is given, by channel: what 8-bit multiplication needs to know to lose nothing.

A few channels of MiniLM's states are ten times as large as the others, and a scale that fits them leaves the others
few steps. As in SmoothQuant (Xiao et al., ICML 2023) that spread is moved into the weights: those channels are divided
by a factor, and the weights' rows multiplied by it. Only they are: evening out every channel by the weights too, as in
the paper, more than doubled the error here.
"""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from dragoman.reading.encoding.labels import Floats

# Channels beyond this percentile of the ranges are brought down to it. 50 to 97 tried: all alike.
_ORDINARY = 90
# Weights take 7 bits: processors without VNNI add two products in 16 bits, and with 8 bits such sums would be cut off,
# so that the result would depend on the machine.
_STEPS = 63

# The largest absolute value that a linear layer is given, by its name and the input's channel.
Ranges = Mapping[str, Floats]


def ranges(network: nn.Module, run: Callable[[], object]) -> Ranges:
    """Note what a network's linear layers are given while `run` runs it over examples."""
    found: dict[str, Tensor] = {}

    def noting(name: str) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], None]:
        def note(_: nn.Module, given: tuple[Tensor, ...], __: Tensor) -> None:
            most = given[0].detach().flatten(0, -2).abs().amax(0)
            found[name] = torch.maximum(found[name], most) if name in found else most

        return note

    hooks = [
        layer.register_forward_hook(noting(name))
        for name, layer in network.named_modules()
        if isinstance(layer, nn.Linear)
    ]
    run()
    for hook in hooks:
        hook.remove()
    return {name: most.numpy() for name, most in found.items()}


def factors(given: Floats) -> Floats:
    """For each of K inputs, what to divide the states by; `given` (K,) are their ranges."""
    return np.asarray(np.maximum(1, given / np.percentile(given, _ORDINARY)), dtype=np.float32)


def quantised(weights: Floats, steps: int = _STEPS) -> tuple[npt.NDArray[np.int8], Floats]:
    """Weights (K, N) as whole numbers of at most `steps`, and the scale (N,) of each output."""
    scale = np.abs(weights).max(axis=0) / steps
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale
