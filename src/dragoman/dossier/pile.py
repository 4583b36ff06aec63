"""Reports with their readings and files, as reconciling wants them: a few queries for many reports."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.dossier import readings, reports
from dragoman.dossier.packing import reading_of
from dragoman.dossier.readings import Given
from dragoman.records.reading import Reading
from dragoman.records.report import Report, Source

_CHUNK = 50


class Kept(NamedTuple):
    """A report, every place it was found in (smallest file name first), and its reading if that is kept."""

    report: Report
    sources: tuple[Source, ...]
    reading: Reading | None


def stream(connection: Connection, wanted: Mapping[str, Given], *, reader: str) -> Iterator[Kept]:
    """The wanted reports in the order of their ids; ids that are none are left out."""
    for chunk in reports.chunks(sorted(wanted), _CHUNK):
        found = reports.load(connection, chunk)
        files = reports.sources_by_report(connection, chunk)
        bodies = readings.packed(connection, {report: wanted[report] for report in chunk}, reader=reader)
        for report in found:
            body = bodies.get(report.id)
            yield Kept(
                report=report,
                sources=tuple(files.get(report.id, ())),
                reading=None if body is None else reading_of(body, report.text),
            )
