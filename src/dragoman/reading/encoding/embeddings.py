"""The embeddings of word pieces: one table for all trained models (`docs/decisions/0013`)."""

import functools
from importlib import resources

from dragoman.reading.encoding.labels import Floats, Ints
from dragoman.reading.encoding.running import session


class Embeddings:
    """A table, loaded; only the rows that are asked for are unpacked."""

    def __init__(self, graph: bytes) -> None:
        self._graph = session(graph)

    def of(self, pieces: Ints) -> Floats:
        """The embeddings (P, 384) of word pieces (P,), each by itself."""
        rows: Floats
        (rows,) = self._graph.run(("embedded",), {"pieces": pieces})
        return rows


def embedded(pieces: Ints) -> Floats:
    """The embeddings (P, 384) of word pieces (P,), by the table that this version ships."""
    return _shipped().of(pieces)


@functools.cache
def _shipped() -> Embeddings:
    return Embeddings(resources.files(__package__).joinpath("embeddings.onnx").read_bytes())
