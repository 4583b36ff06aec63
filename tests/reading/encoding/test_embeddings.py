"""The table of word pieces that all models share, and what ships of trained models in all."""

from importlib import resources
from pathlib import Path

import numpy as np
import pytest

import dragoman
from dragoman.reading.encoding.embeddings import embedded
from dragoman.reading.encoding.pieces import pieces

# What the design (docs/design.md, "Parts") allows the trained models that ship, in all.
MOST_BYTES = 40_000_000


def test_the_shipped_models_are_small_together() -> None:
    files = sorted(Path(str(resources.files(dragoman))).rglob("*.onnx"))
    names = {file.name for file in files}
    assert {"embeddings.onnx", "encoder.onnx", "linker.onnx", "acts.onnx"} <= names
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_each_piece_is_embedded_by_itself() -> None:
    numbers = np.array(
        [pieces().first, *pieces().of("envoy"), *pieces().of("negotiators"), pieces().last], dtype=np.int64
    )
    together = embedded(numbers)
    assert together.shape == (len(numbers), 384)
    assert together.dtype == np.float32
    for number, row in zip(numbers, together, strict=True):
        assert np.array_equal(embedded(np.array([number]))[0], row)


def test_the_table_is_as_long_as_the_vocabulary() -> None:
    text = resources.files("dragoman.reading.encoding").joinpath("vocabulary.txt").read_text("utf-8")
    last = text.count("\n") - 1
    assert np.isfinite(embedded(np.array([0, last]))).all()
    with pytest.raises(Exception, match="out of data bounds"):
        embedded(np.array([last + 1]))
