"""Which event types a brief tells first, and what the acts that conditions govern do to the talks."""

from functools import cache
from importlib.resources import files

from dragoman.records.vocabularies import from_yaml

MIDDLE = 1
LEAST = 2


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = from_yaml(
        (files("dragoman.showing.brief") / "weights.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def _weights() -> dict[str, int]:
    return {name: int(value) for value, names in _lists()["weights"].items() for name in names}


@cache
def _consequences() -> dict[str, str]:
    return {name: value for value, names in _lists()["consequences"].items() for name in names}


def consequence(event_type: str) -> str:
    """What an act does to the talks: "reopens", "ends", "agrees", or "" for none of these."""
    return _consequences().get(event_type, "")


def weight(event_type: str) -> int:
    """0 for acts on the talks themselves, 1 for others, 2 for what is only said."""
    return _weights().get(event_type, MIDDLE)


def weighted() -> frozenset[str]:
    """The event types that have a weight of their own."""
    return frozenset((*_weights(), *_consequences()))
