"""Stable ids: a kind's prefix and 12 hex digits of SHA-256 over what the thing is."""

import hashlib
import json
from enum import StrEnum
from typing import Any

from dragoman.records.span import Span


class Prefix(StrEnum):
    """The first letters of an id tell what it is an id of."""

    REPORT = "r"
    ATTRIBUTION = "s"  # a statement; the outlet's own voice too
    EVENT = "e"
    FIGURE = "f"
    STANCE = "v"  # what somebody wants, refuses or could accept, in one report
    OFFER = "q"  # a proposal, in one report
    INITIATIVE = "i"  # a decision told as somebody's own, in one report
    MENTIONED = "m"  # an actor inside one report
    ACTOR = "a"
    ORIGIN = "o"
    TIMELINE = "t"
    CLAIM = "c"
    CONFLICT = "x"
    SERIES = "n"
    PROPOSAL = "p"
    POSITION = "w"
    CONDITION = "d"
    HOSTING = "h"
    CHANNEL = "k"
    PROCESS = "g"


def digest(prefix: Prefix, *parts: Any) -> str:
    """`prefix-` and 12 hex digits over `parts` in canonical JSON."""
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def report_id(text: str, outlet: str | None) -> str:
    """The id of a report: over its decoded text and its outlet, so stable over runs and machines."""
    return digest(Prefix.REPORT, text, outlet)


def found_id(prefix: Prefix, report: str, kind: str, *spans: Span) -> str:
    """The id of what one report says: over report id, kind and spans."""
    return digest(prefix, report, kind, [list(span) for span in spans])


def derived_id(prefix: Prefix, members: tuple[str, ...] | list[str], *more: str) -> str:
    """The id of a derived row: over the smallest of its members' ids (and what else tells it apart)."""
    return digest(prefix, min(members), *more)
