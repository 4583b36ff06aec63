"""The colours of states."""

from functools import cache
from importlib.resources import files

from dragoman.records.base import Frozen
from dragoman.records.rows.talks import ChannelState
from dragoman.records.vocabularies import from_yaml

MARK = "#0072B2"  # what happened: the blue of the same palette
ON_MARK = "#FFFFFF"


class Colours(Frozen, frozen=True, kw_only=True):
    """A fill and the ink that is read on it."""

    fill: str
    ink: str


@cache
def _all() -> dict[str, Colours]:
    found = from_yaml((files("dragoman.showing.drawing") / "states.yaml").read_text(encoding="utf-8"))
    return {str(name): Colours(**colours) for name, colours in found.items()}


def of_state(state: ChannelState) -> Colours:
    """The colours of a state."""
    return _all()[state.value]
