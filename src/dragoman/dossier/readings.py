"""Readings: what a reader made of a report, by report, reader's version and the date given to the report."""

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.dossier.packing import pack_reading, reading_of, sentences_of
from dragoman.dossier.quick import Quick
from dragoman.dossier.reports import chunks
from dragoman.dossier.schema import readings, reports, texts
from dragoman.dossier.writing import insert_missing, put
from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.records.span import Spans
from dragoman.records.time import Interval

Given = datetime.date | Interval | str | None
"""The publication date that a person gave for a reading: a day, an interval, either as text, or none."""

_CHUNK = 50  # readings fetched at once: some tens of kilobytes each


class Passages(NamedTuple):
    """A report's text with the sentences that a reading parts it into."""

    text: str
    sentences: Spans


def given_key(given: Given) -> str:
    """One text for one given date: `2031-03-08`, `2031-03-01/2031-03-31`, empty for none."""
    if given is None:
        return ""
    if isinstance(given, Interval):
        if given.begin == given.end and given.begin is not None:
            return given.begin.isoformat()
        return f"{given.begin or '..'}/{given.end or '..'}"
    return given if isinstance(given, str) else given.isoformat()


def has(connection: Connection, report: str, *, reader: str, given: Given) -> bool:
    """Whether this reading is kept."""
    at = (readings.c.report == report) & (readings.c.reader == reader) & (readings.c.given == given_key(given))
    return connection.execute(select(readings.c.report).where(at)).first() is not None


def add(connection: Connection, reading: Reading, *, reader: str, given: Given) -> None:
    """Keep a reading where there is none yet."""
    insert_missing(connection, readings, [_row(reading, reader, given)])


def replace(connection: Connection, reading: Reading, *, reader: str, given: Given) -> None:
    """Keep a reading, over the one that is there."""
    put(connection, readings, _row(reading, reader, given))


def stream(connection: Connection, wanted: Mapping[str, Given], *, reader: str) -> Iterator[Reading]:
    """The wanted readings in the order of report ids, a few at a time; those not kept are left out."""
    for chunk in chunks(sorted(wanted), _CHUNK):
        bodies = packed(connection, {report: wanted[report] for report in chunk}, reader=reader)
        rows = connection.execute(
            select(reports.c.id, texts.c.text)
            .join(texts, texts.c.number == reports.c.number)
            .where(reports.c.id.in_(bodies))
            .order_by(reports.c.id)
        ).all()
        for row in rows:
            yield reading_of(bodies[row.id], row.text)


def passages(connection: Connection, report: str, *, reader: str, given: Given) -> Passages | None:
    """The sentences of a reading with their text, where it is kept: nothing else of it is unpacked."""
    found = Quick(connection).row(
        "SELECT texts.text, readings.body FROM readings JOIN reports ON reports.id = readings.report"
        " JOIN texts ON texts.number = reports.number"
        " WHERE readings.report = ? AND readings.reader = ? AND readings.given = ?",
        *(report, reader, given_key(given)),
    )
    return None if found is None else Passages(found[0], sentences_of(bytes(found[1])))


def packed(connection: Connection, wanted: Mapping[str, Given], *, reader: str) -> dict[str, bytes]:
    """The wanted readings by report, as `reading_of` takes them; those not kept are left out."""
    keys = {report: given_key(given) for report, given in wanted.items()}
    rows = connection.execute(
        select(readings.c.report, readings.c.given, readings.c.body).where(
            readings.c.report.in_(keys), readings.c.reader == reader
        )
    )
    return {row.report: row.body for row in rows if keys[row.report] == row.given}


def readers(connection: Connection) -> tuple[str, ...]:
    """The readers that there are readings by, those with the most first."""
    counted = select(readings.c.reader, func.count()).group_by(readings.c.reader)
    return tuple(
        reader for reader, _ in sorted(connection.execute(counted).tuples(), key=lambda row: (-row[1], row[0]))
    )


def missing(connection: Connection, wanted: Mapping[str, Given], *, reader: str) -> tuple[str, ...]:
    """The ids among the wanted of reports that are not read yet, sorted."""
    asked = select(readings.c.report, readings.c.given).where(readings.c.reader == reader)
    if len(wanted) <= _CHUNK:
        asked = asked.where(readings.c.report.in_(wanted))
    kept = {(row.report, row.given) for row in connection.execute(asked)}
    return tuple(sorted(report for report, given in wanted.items() if (report, given_key(given)) not in kept))


def _row(reading: Reading, reader: str, given: Given) -> dict[str, object]:
    return {
        "report": reading.report.id,
        "reader": reader,
        "given": given_key(given),
        "body": pack_reading(reading),
    }


def check_match(report: Report, reading: Reading) -> None:
    """Raise ValueError for a reading of another report, or of another text."""
    if reading.report.id != report.id or reading.text != report.text:
        raise ValueError(f"the reading of {reading.report.id} is none of {report.id}, or of another text")
