"""An event of the record as a sentence: fixed, neutral words over its typed fields, never more than these say."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.vocabularies import from_yaml
from dragoman.showing import words

MOST = 2  # names in one place; beyond it they are counted


@cache
def vocabulary() -> dict[str, Any]:
    """All of acts.yaml."""
    loaded: dict[str, Any] = from_yaml((files("dragoman.showing") / "acts.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def outside_talks() -> frozenset[str]:
    """The event types that a record of talks does not need, as the vocabulary of events marks them.

    Its file is read as data: importing the package that owns it would load the parser.
    """
    found = files("dragoman") / "reading" / "events" / "types.yaml"
    types: dict[str, dict[str, Any]] = from_yaml(found.read_text(encoding="utf-8"))
    return frozenset(name for name, told in types.items() if told.get("negotiation") is False)


def sentence(
    event_type: str,
    mode: EventMode,
    who: Sequence[str],
    patient: Sequence[str] = (),
    recipient: Sequence[str] = (),
) -> str:
    """Who did what to whom: "Olmara suspended mediation between Osk and the Council"."""
    told = vocabulary()
    whom = {
        "patient": patient,
        "recipient": recipient,
        "both": tuple(dict.fromkeys([*patient, *recipient])),
    }[told["types"][event_type].get("whom", "patient")]
    past, base = (form.format(whom=listed(whom)) for form in _forms(event_type, len(whom)))
    said: str = told["modes"][mode.value].format(who=listed(who) or told["nobody"], past=past, base=base)
    return said


def governed(event_type: str, who: Sequence[str], *, negated: bool, modal: str = "would") -> str:
    """The act that a condition governs, before the condition's own words: "Olmara may resume mediation"."""
    told = vocabulary()
    said: str = told["governed_not" if negated else "governed"].format(
        who=listed(who) or told["nobody"],
        modal=told["not"].get(modal, modal) if negated else modal,
        base=_forms(event_type, 0)[1],
    )
    return said


def part(kind: ActorKind, whole: str) -> str | None:
    """A nameless part of a named actor: "people of Osk"; None for what is nobody."""
    head = vocabulary()["parts"].get(kind.value)
    return f"{head} {whole}" if head else None


def listed(names: Sequence[str]) -> str:
    """The names, the rest of a long list counted."""
    left = len(names) - MOST
    return words.listing([*names[:MOST], words.count(left, "other")] if left > 0 else list(names))


def _forms(event_type: str, whom_count: int) -> list[str]:
    told: dict[str, list[str]] = vocabulary()["types"][event_type]
    if whom_count > 1 and "between" in told:
        return told["between"]
    return told["with"] if whom_count and "with" in told else told["alone"]
