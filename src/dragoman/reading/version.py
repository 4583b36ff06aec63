"""The reader's version: what a reading depends on besides its report. Light to import: no parser is loaded."""

import functools
from importlib import metadata

from dragoman.reading.model import MODEL_PACKAGE, MODEL_SHA256
from dragoman.records.fingerprint import package_digest


@functools.cache
def reader_version() -> str:
    """A version that changes with the reading package's code and vocabularies, the parser and its runtime."""
    parts = (package_digest("dragoman.reading"), *(version[:12] for version in runtime().values()))
    return "+".join(parts)


def runtime() -> dict[str, str]:
    """What the parse depends on: libraries by version, the parser by the hash of its files."""
    return {name: metadata.version(name) for name in ("spacy", "thinc", "numpy")} | {MODEL_PACKAGE: MODEL_SHA256}
