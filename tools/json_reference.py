"""Write docs/reference/json.md from the schema files: `python -m tools.json_reference`."""

from pathlib import Path
from typing import Any

from dragoman.records.schemas import SHAPES, schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "json.md"
HEAD = """# The JSON shapes

Generated from the schema files in `src/dragoman/records/schemas/` (`make reference`). `dragoman annotate` prints a
`reading`; every table prints an array of its rows with `--json`. Fields may be added, never moved. Unknown is null.
Spans and `start`, `end` are offsets into the report's text, end-exclusive, in code points; days are inclusive.
"""


def page() -> str:
    """The page as it should be."""
    parts = [HEAD]
    inner: dict[str, dict[str, Any]] = {}
    for name in SHAPES:
        found = schema(name)
        own = found["$ref"].rsplit("/", 1)[1]
        parts.append(f"\n## {name}\n\n{_table(found['$defs'][own])}")
        inner.update({key: shape for key, shape in found["$defs"].items() if key != own})
    parts.append("\n# Shapes inside these\n")
    for key in sorted(inner):
        shape = inner[key]
        if "properties" in shape:
            parts.append(f"\n## {key}\n\n{shape.get('description', '')}\n\n{_table(shape)}")
        elif "enum" in shape:
            values = ", ".join(f"`{value}`" for value in shape["enum"])
            parts.append(f"\n## {key}\n\n{shape.get('description', '')} {values}\n")
    return "".join(parts)


def _table(shape: dict[str, Any]) -> str:
    rows = [f"| `{name}` | {_type(field)} |" for name, field in shape["properties"].items()]
    return "\n".join(["| field | type |", "|---|---|", *rows]) + "\n"


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return "`[start, end]`" if name == "Span" else f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_type(option) for option in field["anyOf"])
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}" if field.get("items") else "list"
    if "format" in field:
        return f"{field['format']} (text)"
    return str(field.get("type", "any"))


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
