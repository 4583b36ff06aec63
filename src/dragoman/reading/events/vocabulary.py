"""The types of event, as `types.yaml` lists them."""

import functools
from importlib import resources
from typing import Any

from dragoman.records.base import Frozen
from dragoman.records.reading import EventMode, Plover
from dragoman.records.vocabularies import from_yaml


class EventType(Frozen, frozen=True, kw_only=True):
    """One type of event and its PLOVER codes."""

    id: str
    meaning: str
    plover: str | None
    mode: str | None = None  # the PLOVER mode
    planned: str | None = None  # the PLOVER event of the act when it is only intended
    refused: str | None = None  # ... and when it is refused
    mutual: bool = False  # several who do it do it with each other
    alone: bool = False  # a noun for it tells it though nobody is named
    sends: bool = False  # forces that it is done with are not whom it is done to
    of_acts: bool = False  # what it is about is an act: a request's, a promise's
    coded: str | None = None  # the model's PLOVER event whose acts are of this type where no frame tells more
    negotiation: bool = True  # False: the codebook has it, a record of talks does not need it

    def code(self, mode: EventMode, *, refused: bool = False, instead: str | None = None) -> Plover:
        """The PLOVER code of an event of this type told in `mode`; `instead` is a frame's own PLOVER event."""
        if refused and self.refused:
            return Plover(event=self.refused)
        if mode is EventMode.THREATENED and self.id != "threaten":
            return Plover(event="THREATEN")
        if mode is EventMode.PLANNED and self.planned:
            return Plover(event=self.planned)
        if instead is not None and instead != self.plover:
            return Plover(event=instead)
        return Plover(event=self.plover, mode=self.mode)


def read_yaml(name: str) -> Any:
    """The content of one of this package's YAML files."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return from_yaml(text)


@functools.cache
def event_types() -> dict[str, EventType]:
    """All types of event by id, in the file's order."""
    return {name: EventType(id=name, **entry) for name, entry in read_yaml("types.yaml").items()}


@functools.cache
def type_coded() -> dict[str, str]:
    """The type of an act that only the model tells, by its PLOVER event; none for events of many kinds of act."""
    return {kind.coded: name for name, kind in event_types().items() if kind.coded is not None}
