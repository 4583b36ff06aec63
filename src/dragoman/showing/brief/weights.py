"""Which event types a brief tells first."""

from functools import cache
from importlib.resources import files

from dragoman.records.vocabularies import from_yaml

MIDDLE = 1
LEAST = 2


@cache
def _weights() -> dict[str, int]:
    listed = from_yaml((files("dragoman.showing.brief") / "weights.yaml").read_text(encoding="utf-8"))
    return {name: int(value) for value, names in listed.items() for name in names}


def weight(event_type: str) -> int:
    """0 for acts on the talks themselves, 1 for others, 2 for what is only said."""
    return _weights().get(event_type, MIDDLE)


def weighted() -> frozenset[str]:
    """The event types that have a weight of their own."""
    return frozenset(_weights())
