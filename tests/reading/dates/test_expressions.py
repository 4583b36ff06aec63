"""A table of news expressions: each is found, with its value and the days that it can mean."""

import csv
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.reading import dates
from dragoman.reading.parsed import Parsed
from dragoman.records.time import Interval, Known, Published

TABLE = Path(__file__).with_name("expressions.csv")


def rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def published(day: str) -> Published:
    told = Interval.day(datetime.date.fromisoformat(day))
    return Published(begin=told.begin, end=told.end, precision=told.precision, known=Known.GIVEN)


def test_the_table_is_long() -> None:
    assert len(rows()) >= 80


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['expression']}@{row['published']}")
def test_expression(row: dict[str, str], parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of(row["text"], published(row["published"]))
    found = [one for one in dates.find(parsed) if one.span.of(row["text"]) == row["expression"]]
    assert found, [one.span.of(row["text"]) for one in dates.find(parsed)]
    last = found[-1]
    told = (last.value, str(last.begin or ""), str(last.end or ""))
    assert told == (row["value"], row["begin"], row["end"])
