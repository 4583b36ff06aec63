"""From a trained network to the files that ship: two ONNX graphs in 8 bits, and the thresholds."""

import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution import graph
from training.attribution.network import Network


def write(network: Network, folder: Path, *, whole: bool = False) -> None:
    """Write `encoder.onnx` and `linker.onnx` into `folder`; with `whole` in 32 bits.

    Weights are whole numbers of 8 bits with a scale for each column, activations are quantised as they come (one scale
    a matrix). A range of 7 bits keeps processors that add two products in 16 bits from overflowing, so that every
    machine computes the same.
    """
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in (("encoder", graph.encoder(network)), ("linker", graph.linker(network))):
        if whole:
            onnx.save(model, folder / f"{name}.onnx")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "whole.onnx"
            onnx.save(model, path)
            quantize_dynamic(
                path, folder / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
            )


def size(folder: Path) -> float:
    """Megabytes of the graphs in `folder`."""
    return float(np.sum([path.stat().st_size for path in folder.glob("*.onnx")])) / 1e6
