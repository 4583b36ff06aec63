"""A table of news expressions: each is found, with its value and the days that it can mean."""

import csv
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.reading import dates
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimeExpression
from dragoman.records.time import Interval, Known, Published

TABLE = Path(__file__).with_name("expressions.csv")
RIGHT = 0.95
Row = dict[str, str]


def rows() -> list[Row]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, restval=""))


def published(day: str) -> Published:
    told = Interval.day(datetime.date.fromisoformat(day))
    return Published(begin=told.begin, end=told.end, precision=told.precision, known=Known.GIVEN)


def wrong(row: Row, parsed: Parsed) -> str | None:
    """What is wrong with what is found for a row, in words; None when nothing is."""
    found = dates.find(parsed)
    same = [one for one in found if one.span.of(row["text"]) == row["expression"]]
    if not same:
        return f"{row['text']!r}: found {[one.span.of(row['text']) for one in found]}, not {row['expression']!r}"
    told = same[-1]
    if told.value == row["value"] and _days_fit(row, told):
        return None
    return f"{row['text']!r} ({row['published']}): {told.value} {told.begin} {told.end}, not {list(row.values())[3:7]}"


def _days_fit(row: Row, told: TimeExpression) -> bool:
    begin, end = (datetime.date.fromisoformat(row[key]) if row[key] else None for key in ("begin", "end"))
    if row["match"] != "covers":
        return (told.begin, told.end) == (begin, end)
    assert begin is not None and end is not None, row
    if told.begin is None or told.end is None:
        return False
    most = 4 * ((end - begin).days + 1) + 14
    return told.begin <= begin and end <= told.end and (told.end - told.begin).days <= most


def test_the_table_is_long() -> None:
    table = rows()
    assert len(table) >= 150
    assert sum(row["held"] == "held" for row in table) >= len(table) / 3
    assert {row["match"] for row in table} == {"", "exact", "covers"}


@pytest.mark.parametrize("held", ["", "first", "held"])
def test_expressions(held: str, parsed_of: Callable[..., Parsed]) -> None:
    table = [row for row in rows() if row["held"] == held]
    faults = [
        fault for row in table if (fault := wrong(row, parsed_of(row["text"], published(row["published"])))) is not None
    ]
    print(f"{len(table) - len(faults)} of {len(table)} right", *faults, sep="\n")
    assert len(faults) <= (1 - RIGHT) * len(table), "\n".join(faults)
