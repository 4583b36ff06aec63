"""The API described for programs (OpenAPI 3.1): made from the record's types."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

import dragoman
from dragoman.records.journal import Entry
from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.showing.brief.model import Brief
from dragoman.showing.tables import ROWS
from dragoman.workbench import Counts

FILTERS = {
    "as_of": "Only what was true on this day.",
    "known_by": "The record as the reports published by this day tell it.",
    "from": "Only rows of this day or later.",
    "to": "Only rows of this day or earlier.",
    "actor": "Only rows with this actor: its id or words of its name.",
    "source": "Only rows on the word of this source.",
    "report": "Only rows that rest on this report: its id or file name.",
    "status": "Only rows of this status.",
    "sourcing": "Only rows whose source is shown so.",
    "outlet": "Only rows that rest on a report of this outlet.",
    "process": "Only rows of this negotiation.",
    "q": "Only rows with all of these words.",
    "reviewed_only": "Only rows that a person has confirmed.",
    "offset": "How many rows to leave out at the beginning.",
    "limit": "At most so many rows; all without it.",
    "format": "json or csv.",
}
REF = "#/components/schemas/{name}"


@cache
def description(tables: tuple[str, ...]) -> dict[str, Any]:
    """The whole description."""
    kinds = [*ROWS.values(), Report, Reading, Brief, Counts]
    _, components = msgspec.json.schema_components(kinds, ref_template=REF)
    paths: dict[str, Any] = {
        f"/api/{table}": {"get": _listed(table, ROWS[table].__name__)} for table in (*tables, "state", "journal")
    }
    paths |= {
        "/api/counts": {"get": _one("How much the dossier holds.", Counts)},
        "/api/brief": {"get": _one("Where the talks stand.", Brief, _query("as_of", "known_by", "process"))},
        "/api/report/{id}": {"get": _one("A report with its text.", Report, [_ID])},
        "/api/reading/{id}": {"get": _one("What one report says.", Reading, [_ID])},
        "/api/show/{id}": {"get": {"summary": "A row with its evidence in context.", "parameters": [_ID], **_any()}},
        "/api/search": {
            "get": {"summary": "Reports with these words, best first.", "parameters": _query("q"), **_any()}
        },
        "/api/compare": {"get": {"summary": "Two days side by side.", "parameters": _days(), **_any()}},
        "/api/corrections": {"post": {"summary": "Correct rows.", **_taken()}},
        "/api/undo": {"post": {"summary": "Undo an entry of the journal.", **_taken()}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "dragoman", "version": dragoman.__version__},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _query(*names: str) -> list[dict[str, Any]]:
    chosen: Sequence[str] = names or tuple(FILTERS)
    return [
        {"name": name, "in": "query", "description": FILTERS[name], "schema": {"type": "string"}} for name in chosen
    ]


def _days() -> list[dict[str, Any]]:
    day = {"type": "string", "format": "date"}
    return [{"name": name, "in": "query", "required": True, "schema": day} for name in ("first", "second")]


def _listed(table: str, kind: str) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": REF.format(name=kind)}}
    content = {"application/json": {"schema": rows}, "text/csv": {"schema": {"type": "string"}}}
    heads = {
        "ETag": {"schema": {"type": "string"}},
        "X-Total-Count": {"schema": {"type": "integer"}},
        "Link": {"schema": {"type": "string"}},
    }
    answers = {"200": {"description": "The rows.", "headers": heads, "content": content}, **_errors()}
    return {"summary": f"The table of {table}.", "parameters": _query(), "responses": answers}


def _one(summary: str, kind: type, parameters: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": REF.format(name=kind.__name__)}}}
    answers = {"200": {"description": "It.", "content": content}, **_errors()}
    return {"summary": summary, "parameters": list(parameters), "responses": answers}


def _any() -> dict[str, Any]:
    return {"responses": {"200": {"description": "It.", "content": {"application/json": {"schema": {}}}}, **_errors()}}


def _taken() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": REF.format(name=Entry.__name__)}}}
    body = {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"requestBody": body, "responses": {"201": {"description": "The entry.", "content": content}, **_errors()}}


def _errors() -> dict[str, Any]:
    error = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    told = {"description": "Why not.", "content": {"application/json": {"schema": error}}}
    return {"4XX": told}
