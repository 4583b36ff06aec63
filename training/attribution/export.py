"""From a trained network to the files that ship."""

from pathlib import Path

import onnx

from training.attribution import graph
from training.attribution.network import Network
from training.attribution.smoothing import Ranges


def write(network: Network, ranges: Ranges, folder: Path) -> None:
    """Write `encoder.onnx` and `linker.onnx` into `folder`, in 8 bits."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.encoder(network, ranges), folder / "encoder.onnx")
    onnx.save(graph.linker(network, ranges), folder / "linker.onnx")


def size(folder: Path) -> float:
    """Megabytes of the graphs in `folder`."""
    return sum(path.stat().st_size for path in folder.glob("*.onnx")) / 1e6
