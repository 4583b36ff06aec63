"""The JSON shapes as JSON Schema files, one a table and one for a reading.

The files beside this module are what others rely on; `python -m dragoman.records.schemas` writes them from the record
types, and a test holds them against the types, so that a shape never changes unseen.
"""

import json
from importlib import resources
from typing import Any

import msgspec

from dragoman.records.base import Frozen
from dragoman.records.journal import Entry
from dragoman.records.reading import Reading
from dragoman.records.rows.happenings import ClaimRow, ConflictRow, FigureRow, TimelineRow
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.talks import ChannelRow, ConditionRow, HostingRow, PositionRow, ProposalRow, StateRow
from dragoman.records.rows.voices import ActorRow, OriginRow, StatementRow

SHAPES: dict[str, type[Frozen]] = {
    "reading": Reading,
    "reports": ReportRow,
    "statements": StatementRow,
    "timeline": TimelineRow,
    "claims": ClaimRow,
    "conflicts": ConflictRow,
    "figures": FigureRow,
    "actors": ActorRow,
    "origins": OriginRow,
    "proposals": ProposalRow,
    "positions": PositionRow,
    "conditions": ConditionRow,
    "hosting": HostingRow,
    "channels": ChannelRow,
    "state": StateRow,
    "journal": Entry,
}


def schema(name: str) -> dict[str, Any]:
    """The committed schema of one shape: of a reading, or of one row of a table. Raises KeyError for none such."""
    if name not in SHAPES:
        raise KeyError(name)
    text = resources.files(__package__).joinpath(f"{name}.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def generated(name: str) -> dict[str, Any]:
    """The schema that the record type of this name has now. Every field of it is always there."""
    made = msgspec.json.schema(SHAPES[name])
    for shape in made["$defs"].values():
        if shape.get("type") == "object" and "properties" in shape:
            shape["required"] = list(shape["properties"])
        for field in shape.get("properties", {}).values():
            field.pop("default", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"dragoman {name}", **made}
