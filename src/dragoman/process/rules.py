"""The process model's rules, read from the YAML files of this package."""

import functools
from importlib import resources
from typing import Any, NamedTuple

from dragoman.records.reading import EventMode
from dragoman.records.rows.talks import ChannelState, HostingStatus
from dragoman.records.vocabularies import from_yaml


class Transition(NamedTuple):
    """One rule of `transitions.yaml`."""

    event: str
    state: ChannelState
    by: str
    modes: frozenset[EventMode]
    alone: bool
    reason: str


class SeatAct(NamedTuple):
    """One rule of `hosting.yaml`."""

    event: str
    status: HostingStatus
    who: tuple[str, ...]
    host: str | None
    modes: frozenset[EventMode]
    to: str | None  # the side that is host from then on


@functools.cache
def transitions() -> dict[str, Transition]:
    """The transition that each event type makes."""
    rules = (
        Transition(r["event"], ChannelState(r["state"]), r["by"], _modes(r), r["alone"], r["reason"])
        for r in _load("transitions.yaml")["transitions"]
    )
    return {rule.event: rule for rule in rules}


@functools.cache
def takes_part() -> frozenset[str]:
    """The types of events that show who does them to have a part in the talks."""
    return frozenset(_load("parts.yaml")["takes_part"].split())


@functools.cache
def rank() -> dict[ChannelState, int]:
    """Which state outranks which on one day; a higher number wins."""
    return {ChannelState(name): n for n, name in enumerate(_load("transitions.yaml")["rank"])}


@functools.cache
def seat_acts() -> dict[str, SeatAct]:
    """What each event type says of a delegation's seat."""
    found = {}
    for r in _load("hosting.yaml")["acts"]:
        who = (r["who"],) if isinstance(r["who"], str) else tuple(r["who"])
        found[r["event"]] = SeatAct(r["event"], HostingStatus(r["status"]), who, r["host"], _modes(r), r.get("to"))
    return found


def _modes(rule: dict[str, Any]) -> frozenset[EventMode]:
    return frozenset(EventMode(mode) for mode in rule["modes"])


def _load(name: str) -> Any:
    return from_yaml(resources.files(__package__).joinpath(name).read_text("utf-8"))
