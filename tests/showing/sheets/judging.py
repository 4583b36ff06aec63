"""The sheet of judged lines: `judged.yaml`, without a word of any report."""

from pathlib import Path
from typing import NamedTuple

from dragoman.records.vocabularies import from_yaml

SHEET = Path(__file__).with_name("judged.yaml")


class Judged(NamedTuple):
    """One line, where its quotations stand, and whether it says no more than they do."""

    id: str
    pile: str
    spans: tuple[tuple[str, int, int], ...]
    holds: bool
    reason: str | None


def judged() -> tuple[Judged, ...]:
    """The lines of the sheet in the order of their drawing."""
    rows = from_yaml(SHEET.read_text(encoding="utf-8"))["lines"]
    return tuple(
        Judged(
            row["id"],
            row["pile"],
            tuple((report, start, end) for report, start, end in row["at"]),
            row["holds"],
            row.get("reason"),
        )
        for row in rows
    )
