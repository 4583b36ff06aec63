"""The process model's rules, read from the YAML files of this package."""

import functools
import re
from importlib import resources
from typing import Any, NamedTuple

from dragoman.records.reading import EventMode
from dragoman.records.rows.talks import ChannelState, HostingStatus
from dragoman.records.vocabularies import from_yaml


class Transition(NamedTuple):
    """One rule of `transitions.yaml`."""

    event: str
    says: tuple[str, ...]
    state: ChannelState
    by: str
    modes: frozenset[EventMode]
    makes: bool
    out_of: frozenset[ChannelState]  # the states that it leads out of when its own day is told
    undated: frozenset[ChannelState]  # and when it is not
    guards: frozenset[str]
    reason: str


class SeatAct(NamedTuple):
    """One rule of `hosting.yaml`."""

    event: str
    status: HostingStatus
    who: tuple[str, ...]
    host: str | None
    modes: frozenset[EventMode]
    says: str | None  # an entry of wording.yaml
    left: str | None  # the side that tells where the guest leaves
    back: str | None  # where it comes back to
    to: str | None  # where it moves to: the side that is host from then on


@functools.cache
def transitions() -> dict[str, tuple[Transition, ...]]:
    """The rules for each event type, in their order."""
    found: dict[str, list[Transition]] = {}
    for r in _load("transitions.yaml")["transitions"]:
        rule = Transition(
            r["event"],
            tuple(r.get("says", ())),
            ChannelState(r["state"]),
            r["by"],
            _modes(r),
            r["makes"],
            _states(r["from"]),
            _states(r["undated"]),
            frozenset(r["guards"]),
            r["reason"],
        )
        found.setdefault(rule.event, []).append(rule)
    return {event: tuple(rules) for event, rules in found.items()}


@functools.cache
def guards() -> dict[str, dict[str, Any]]:
    """The guards of `transitions.yaml`, with their reasons."""
    found: dict[str, dict[str, Any]] = _load("transitions.yaml")["guards"]
    return found


def setting(name: str) -> int:
    """A number of `transitions.yaml`."""
    return int(_load("transitions.yaml")[name])


@functools.cache
def news() -> dict[str, Any]:
    """Where a report tells its news."""
    return dict(_load("transitions.yaml")["news"])


@functools.cache
def by_now() -> dict[str, Any]:
    """Which types of events are news when they are told to have been done by now."""
    return dict(_load("transitions.yaml")["by_now"])


def moves_nothing() -> dict[str, str]:
    """The event types that move no channel, and why."""
    return dict(_load("transitions.yaml")["moves_nothing"])


@functools.cache
def takes_part() -> frozenset[str]:
    """The types of events that show who does them to have a part in the talks."""
    return frozenset(_load("parts.yaml")["takes_part"].split())


@functools.cache
def between_sides() -> frozenset[str]:
    """The types of events that those who negotiate with each other do with each other."""
    return frozenset(_load("parts.yaml")["between_sides"].split())


@functools.cache
def shows_mediator() -> frozenset[str]:
    """The types of events that only somebody does who stands between others."""
    return frozenset(_load("parts.yaml")["shows_mediator"].split())


@functools.cache
def no_side() -> frozenset[str]:
    """Stems of words for many that are never a side."""
    return frozenset(_load("parts.yaml")["no_side"].split())


@functools.cache
def done_at_a_time() -> frozenset[str]:
    """The types of events that are done at a time rather than under a condition."""
    return frozenset(_load("parts.yaml")["done_at_a_time"].split())


@functools.cache
def governed() -> frozenset[str]:
    """The types of events that may stand under a condition told right after them."""
    return frozenset(_load("parts.yaml")["governed"].split())


@functools.cache
def undoes() -> dict[str, tuple[str, ...]]:
    """For a type of event, those after which it will not be done."""
    return {act: tuple(others) for act, others in _load("parts.yaml")["undoes"].items()}


def least(name: str) -> float:
    """A number of `parts.yaml`."""
    return float(_load("parts.yaml")[name])


@functools.cache
def opposite() -> frozenset[str]:
    """Nouns for those who do not act for whoever they are said to belong to: "its creditors"."""
    return frozenset(_load("parts.yaml")["opposite"].split())


@functools.cache
def one_side() -> dict[str, re.Pattern[str]]:
    """For the stem of a side, by which names it goes."""
    loaded: dict[str, str] = _load("parts.yaml")["one_side"]
    return {stem: re.compile(" ".join(told.split()).replace(" |", "|"), re.IGNORECASE) for stem, told in loaded.items()}


@functools.cache
def trades() -> frozenset[str]:
    """The stems of `one_side` that are those who work in one trade."""
    return frozenset(_load("parts.yaml")["trades"].split())


@functools.cache
def opposite_only() -> dict[str, tuple[str, str]]:
    """For a stem of `one_side`, opposite whom alone it is a side, and with whom it is one then."""
    return {stem: (told["opposite"], told["one_with"]) for stem, told in _load("parts.yaml")["opposite_only"].items()}


def stem_of(name: str) -> str | None:
    """The stem of the side that a name is known to stand for."""
    return next((stem for stem, told in one_side().items() if told.search(name)), None)


@functools.cache
def rank() -> dict[ChannelState, int]:
    """Which state outranks which on one day; a higher number wins."""
    return {ChannelState(name): n for n, name in enumerate(_load("transitions.yaml")["rank"])}


@functools.cache
def one_course() -> tuple[frozenset[ChannelState], ...]:
    """States that lie on one course and do not speak against each other."""
    return tuple(frozenset(map(ChannelState, told)) for told in _load("transitions.yaml")["one_course"])


@functools.cache
def seat_acts() -> dict[str, tuple[SeatAct, ...]]:
    """What each event type says of a delegation's seat: its rules in their order."""
    found: dict[str, list[SeatAct]] = {}
    for r in _load("hosting.yaml")["acts"]:
        who = (r["who"],) if isinstance(r["who"], str) else tuple(r["who"])
        rule = SeatAct(
            r["event"],
            HostingStatus(r["status"]),
            who,
            r["host"],
            _modes(r),
            r.get("says"),
            r.get("from"),
            r.get("back"),
            r.get("to"),
        )
        found.setdefault(rule.event, []).append(rule)
    return {event: tuple(rules) for event, rules in found.items()}


def _states(told: str | list[str]) -> frozenset[ChannelState]:
    return frozenset(ChannelState) if told == "any" else frozenset(ChannelState(name) for name in told)


def _modes(rule: dict[str, Any]) -> frozenset[EventMode]:
    return frozenset(EventMode(mode) for mode in rule["modes"])


@functools.cache
def _load(name: str) -> Any:
    return from_yaml(resources.files(__package__).joinpath(name).read_text("utf-8"))
