"""Reports and the files that they were found in: one text, kept once, under every name it came by."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Row, delete, insert, select, update

from dragoman.dossier import fulltext
from dragoman.dossier.packing import deflate, head_json, report_of, storable
from dragoman.dossier.schema import readings, reports, sources, texts, variants
from dragoman.dossier.writing import insert_missing, put
from dragoman.records.errors import DossierError, Dossiers
from dragoman.records.report import Report, Source
from dragoman.records.time import Known

_CHUNK = 200  # reports fetched at once


class Added(StrEnum):
    """What adding a report changed."""

    NEW = "new"
    NAMED = "named"  # a known report under another file name
    READ = "read"  # a known report, read anew
    SAME = "same"  # nothing


class Placed(NamedTuple):
    """What placing a report's head and file changed, and whether its head is the one that is shown."""

    new: bool
    named: bool
    shown: bool


class _Head(NamedTuple):
    variant: str
    given: bool
    packed: bytes


def is_known(connection: Connection, report: str) -> bool:
    """Whether the dossier holds this report."""
    found = connection.execute(select(reports.c.number).where(reports.c.id == report)).first()
    return found is not None


def place(connection: Connection, report: Report, *, retrieved: datetime.datetime) -> Placed:
    """Keep a report, its head and its file, as far as they are not kept yet."""
    head = _head(report)
    row = connection.execute(select(reports.c.number, reports.c.variant).where(reports.c.id == report.id)).one_or_none()
    if row is None:
        number = _insert(connection, report, head)
        fulltext.add(connection, number)
    named = _name(connection, report, head, retrieved=retrieved)
    if row is None:
        return Placed(new=True, named=named, shown=True)
    shown = _best(_named_heads(connection, report.id), _heads(connection, report.id))
    if shown != row.variant:
        _show(connection, report.id, row.number, shown)
    return Placed(new=False, named=named, shown=shown == head.variant)


def would_change_head(connection: Connection, report: Report) -> bool:
    """Whether `place` would show this report with a head other than the one shown now."""
    head = _head(report)
    now = connection.execute(select(reports.c.variant).where(reports.c.id == report.id)).scalar_one_or_none()
    if now is None or now == head.variant:
        return now is None
    heads = {**_heads(connection, report.id), head.variant: head.given}
    names = _named_heads(connection, report.id)
    if report.source is not None:
        at = _place_of(report.source)
        if not (heads.get(names.get(at, ""), False) and not head.given):
            names[at] = head.variant
    return bool(_best(names, heads) != now)


def load(connection: Connection, ids: Sequence[str]) -> list[Report]:
    """The reports with these ids, in the order of their ids; ids that are none are left out."""
    found = connection.execute(
        select(reports.c.id, variants.c.head, texts.c.text)
        .join(variants, (variants.c.report == reports.c.id) & (variants.c.variant == reports.c.variant))
        .join(texts, texts.c.number == reports.c.number)
        .where(reports.c.id.in_(ids))
        .order_by(reports.c.id)
    ).all()
    files = sources_by_report(connection, ids)
    return [report_of(row.head, text=row.text, source=next(iter(files[row.id]), None)) for row in found]


def text_of(connection: Connection, report: str) -> str | None:
    """A report's text; None where there is none."""
    joined = reports.join(texts, texts.c.number == reports.c.number)
    asked = select(texts.c.text).select_from(joined).where(reports.c.id == report)
    return connection.execute(asked).scalar_one_or_none()


def ids(connection: Connection) -> list[str]:
    """The ids of all reports, sorted."""
    return list(connection.execute(select(reports.c.id).order_by(reports.c.id)).scalars())


def stream(connection: Connection) -> Iterator[Report]:
    """All reports in the order of their ids, a few at a time."""
    for chunk in chunks(ids(connection)):
        yield from load(connection, chunk)


def sources_of(connection: Connection, report: str) -> tuple[Source, ...]:
    """Every place that a report was found in, the one that it is shown under first."""
    return tuple(_source(row) for row in _source_rows(connection, [report]))


def sources_by_report(connection: Connection, ids: Sequence[str]) -> dict[str, list[Source]]:
    """Every place that each of these reports was found in, the smallest file name first."""
    found: dict[str, list[Source]] = defaultdict(list)
    for row in _source_rows(connection, ids):
        found[row.report].append(_source(row))
    return found


def retrieved_at(connection: Connection, report: str) -> datetime.datetime | None:
    """When a report was first retrieved or read; None for one that came from no file."""
    return min((row.retrieved for row in _source_rows(connection, [report])), default=None)


def chunks(items: Sequence[str], size: int = _CHUNK) -> Iterator[Sequence[str]]:
    """`items` in runs of `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _head(report: Report) -> _Head:
    plain = head_json(report)
    given = report.published.known is Known.GIVEN
    return _Head(hashlib.sha256(plain).hexdigest()[:16], given, deflate(plain))


def _insert(connection: Connection, report: Report, head: _Head) -> int:
    made = connection.execute(insert(reports).values(id=report.id, variant=head.variant)).inserted_primary_key
    assert made is not None
    number = int(made[0])
    connection.execute(insert(texts).values(number=number, title=report.title, text=report.text))
    return number


def _place_of(source: Source) -> tuple[str, int]:
    return storable(source.file), source.part or 0


def _name(connection: Connection, report: Report, head: _Head, *, retrieved: datetime.datetime) -> bool:
    """Keep the head and the file that it came in; whether that changed anything."""
    kept = {"report": report.id, "variant": head.variant, "given": int(head.given), "head": head.packed}
    if report.source is None:
        if _named_heads(connection, report.id):
            return False  # a text from memory says nothing over one from a file
        insert_missing(connection, variants, [kept])
        return False
    file, part = _place_of(report.source)
    at = (sources.c.report == report.id) & (sources.c.file == file) & (sources.c.part == part)
    old = connection.execute(select(sources.c.variant).where(at)).scalar_one_or_none()
    if old == head.variant:
        return False
    if old is not None and not head.given and _heads(connection, report.id)[old]:
        return False  # the date that a person gave for this file stays
    insert_missing(connection, variants, [kept])
    row = {
        "report": report.id,
        "file": file,
        "part": part,
        "variant": head.variant,
        "sha256": report.source.sha256,
        "encoding": report.source.encoding,
        "page": report.source.page,
        "retrieved": retrieved,
    }
    put(connection, sources, row)
    return old is None


def _heads(connection: Connection, report: str) -> dict[str, bool]:
    """The report's heads: whether a person gave the date of each."""
    rows = connection.execute(select(variants.c.variant, variants.c.given).where(variants.c.report == report))
    return {row.variant: bool(row.given) for row in rows}


def _named_heads(connection: Connection, report: str) -> dict[tuple[str, int], str]:
    """Which head came in which file."""
    return {(row.file, row.part): row.variant for row in _source_rows(connection, [report])}


def _best(named: dict[tuple[str, int], str], heads: dict[str, bool]) -> str:
    """The head to show: one with a given date, then that of the smallest file name."""
    if not named:
        return min(heads, key=lambda variant: (not heads[variant], variant))
    return named[min(named, key=lambda at: (not heads[named[at]], at))]


def _show(connection: Connection, report: str, number: int, variant: str) -> None:
    """Show another head; what was read with the former (another date or title) goes."""
    head = connection.execute(
        select(variants.c.head).where((variants.c.report == report) & (variants.c.variant == variant))
    ).scalar_one()
    fulltext.take(connection, number)
    connection.execute(update(texts).where(texts.c.number == number).values(title=report_of(head).title))
    fulltext.add(connection, number)
    connection.execute(update(reports).where(reports.c.number == number).values(variant=variant))
    connection.execute(delete(readings).where(readings.c.report == report))


def _source_rows(connection: Connection, ids: Sequence[str]) -> list[Row[tuple[object, ...]]]:
    rows = connection.execute(select(sources).where(sources.c.report.in_(ids))).all()
    return sorted(rows, key=lambda row: (row.report, row.file, row.part))  # by code points in every database


def _source(row: Row[tuple[object, ...]]) -> Source:
    return Source(file=row.file, part=row.part or None, sha256=row.sha256, encoding=row.encoding, page=row.page)


def one(connection: Connection, path: Path, report: str) -> Report:
    """One report, under its smallest file name. Raises DossierError where there is none."""
    found = load(connection, [report])
    if not found:
        raise DossierError(Dossiers.NO_REPORT.format(path=path, report=report))
    return found[0]


def require(connection: Connection, path: Path, report: str) -> None:
    """Raise DossierError for a report that is not known."""
    if not is_known(connection, report):
        raise DossierError(Dossiers.NO_REPORT.format(path=path, report=report))
