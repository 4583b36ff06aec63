"""A digest over a package's own files: what was made by other code is made again."""

import functools
import hashlib
from importlib import resources
from importlib.resources.abc import Traversable


@functools.cache
def package_digest(package: str) -> str:
    """12 hex digits of SHA-256 over the names and bytes of a package's code and data files, in sorted order."""
    total = hashlib.sha256()
    for name, item in sorted(_files(resources.files(package), ""), key=lambda pair: pair[0]):
        total.update(name.encode() + b"\0")
        total.update(item.read_bytes())
    return total.hexdigest()[:12]


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        name = f"{prefix}{item.name}"
        if item.is_dir():
            found.extend(_files(item, f"{name}/") if item.name != "__pycache__" else ())
        elif item.name.endswith((".py", ".yaml", ".csv", ".json", ".txt", ".onnx")):
            found.append((name, item))
    return found
