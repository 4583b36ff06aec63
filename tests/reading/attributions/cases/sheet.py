"""The cases as typed records."""

import functools
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.yaml"
HELD = "_held"
# What may be asked of a statement, in the order in which it is shown.
FIELDS = (
    "sourcing",
    "polarity",
    "medium",
    "who",
    "not_who",
    "one_of",
    "kind",
    "count",
    "wording",
    "anonymity",
    "addressee",
    "relayed_by",
    "framing",
    "parent",
)
NAMING = frozenset(("at", "cue"))
# Words that must be no part of any statement are scored under this name.
NOBODY = "nobody"


class Said(NamedTuple):
    """One statement of a case: where it stands, and what is asked of it."""

    at: str
    cue: str | None
    asked: dict[str, Any]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """An invented report and what is said in it."""

    theme: str
    held: bool
    number: int  # in its file, from 1
    text: str
    outlet: str | None
    said: tuple[Said, ...]
    nobody: tuple[str, ...]

    @property
    def name(self) -> str:
        """What to call it."""
        return f"{self.theme}{HELD if self.held else ''} {self.number}"


def _said(raw: dict[str, Any], place: str) -> Said:
    unknown = raw.keys() - NAMING - set(FIELDS)
    if unknown or "at" not in raw or not raw.keys() - NAMING:
        raise ValueError(f"{place}: {raw}")
    return Said(raw["at"], raw.get("cue"), {name: raw[name] for name in FIELDS if name in raw})


def _case(raw: dict[str, Any], path: Path, number: int) -> Case:
    place = f"{path.name} {number}"
    unknown = raw.keys() - {"text", "outlet", "said", NOBODY}
    if unknown:
        raise ValueError(f"{place}: {sorted(unknown)}")
    return Case(
        theme=path.stem.removesuffix(HELD),
        held=path.stem.endswith(HELD),
        number=number,
        text=raw["text"],
        outlet=raw.get("outlet"),
        said=tuple(_said(line, place) for line in raw["said"]),
        nobody=tuple(raw.get(NOBODY, ())),
    )


@functools.cache
def load() -> tuple[Case, ...]:
    """All cases, by file and place. Raises ValueError for a line with a field that is not known, or none."""
    return tuple(
        _case(raw, path, number)
        for path in sorted(FOLDER.glob("*.yaml"))
        if path != FLOORS
        for number, raw in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)
    )


def floors() -> dict[str, float]:
    """What share of each field must be right, over all cases."""
    loaded: dict[str, float] = yaml.safe_load(FLOORS.read_text("utf-8"))
    return loaded
