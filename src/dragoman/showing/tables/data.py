"""A table as data: JSON (the rows exactly) and CSV (one line a row, nested records flattened)."""

import csv
import datetime
import io
import json
import types
from collections.abc import Iterable, Sequence
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from dragoman.records.base import Frozen


def json_text(value: Any) -> str:
    """`value` (plain data, a record, or a sequence of records) as JSON, indented, ending in a newline."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=2) + "\n"


def json_line(value: dict[str, Any]) -> str:
    """`value` as JSON on one line, ending in a newline."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def csv_text(row_type: type[Frozen], rows: Iterable[Frozen]) -> str:
    """The rows as CSV with a heading line. A nested record's fields are `field.part`; lists are JSON in their cell."""
    heads = _heads(row_type)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(".".join(path) for path in heads)
    for row in rows:
        plain = row.as_dict()
        writer.writerow(_cell(plain, path) for path in heads)
    return out.getvalue()


def _plain(value: Any) -> Any:
    if isinstance(value, Frozen):
        return value.as_dict()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _heads(row_type: type[Frozen]) -> list[tuple[str, ...]]:
    hints = get_type_hints(row_type)
    heads: list[tuple[str, ...]] = []
    for field in msgspec.structs.fields(row_type):
        inner = _record(hints[field.name])
        if inner is None:
            heads.append((field.encode_name,))
        else:
            heads += [(field.encode_name, *path) for path in _heads(inner)]
    return heads


def _record(hint: Any) -> type[Frozen] | None:
    """The record type that a field holds (or None), where it holds one."""
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    for option in options:
        if isinstance(option, type) and issubclass(option, Frozen):
            return option
    return None


def _cell(plain: Any, path: tuple[str, ...]) -> str | float | int | None:
    for part in path:
        if plain is None:
            return None
        plain = plain[part]
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, list | dict):
        return json.dumps(plain, ensure_ascii=False)
    if isinstance(plain, str | int | float | datetime.date) or plain is None:
        return plain  # type: ignore[return-value]
    raise TypeError(f"no CSV form for {type(plain)}")
