"""From a trained network to the files that ship."""

from pathlib import Path

import onnx

from training.attribution import graph
from training.attribution.network import Network
from training.attribution.smoothing import Ranges


def write(network: Network, ranges: Ranges, folder: Path, table: Path) -> None:
    """Write `encoder.onnx` and `linker.onnx` into `folder`, and the embeddings of word pieces to `table`, in 8 bits.

    The model of acts reads the same table: measure it anew when this one changes.
    """
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.encoder(network, ranges), folder / "encoder.onnx")
    onnx.save(graph.linker(network, ranges), folder / "linker.onnx")
    onnx.save(graph.embeddings(network), table)


def size(folder: Path, table: Path) -> float:
    """Megabytes of the graphs in `folder` and of the table."""
    return sum(path.stat().st_size for path in (*folder.glob("*.onnx"), table)) / 1e6
