"""Forgetting a report: its words go everywhere, and a tombstone says that they were there."""

import datetime
import hashlib
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from dragoman.dossier import fulltext, journal
from dragoman.dossier.schema import cache, readings, reports, sources, texts, tombstones, variants
from dragoman.records.base import Frozen
from dragoman.records.errors import DossierError, Dossiers, InputError, Reasons
from dragoman.records.journal import Anchor, Entry
from dragoman.records.report import Report


class Tombstone(Frozen, frozen=True, kw_only=True):
    """What stays of a forgotten report."""

    report: str
    sha256: str  # of its text in UTF-8
    day: datetime.date  # UTC
    reason: str
    by: str


def text_sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as tombstones keep it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def tombstone(connection: Connection, report: str) -> Tombstone | None:
    """The tombstone of a forgotten report."""
    row = connection.execute(select(tombstones).where(tombstones.c.report == report)).one_or_none()
    return None if row is None else Tombstone(**row._mapping)


def tombstone_of_text(connection: Connection, report: str, text: str) -> Tombstone | None:
    """The tombstone of this report, or of one with the same text under another outlet's name."""
    own = tombstone(connection, report)
    if own is not None:
        return own
    same = connection.execute(
        select(tombstones).where(tombstones.c.sha256 == text_sha256(text)).order_by(tombstones.c.report).limit(1)
    ).one_or_none()
    return None if same is None else Tombstone(**same._mapping)


def forget(connection: Connection, path: Path, report: str, word: Entry) -> Tombstone:
    """Take out all that a report says, on the word of a journal entry still to be made.

    Raises DossierError for a report that is not there and never was.
    """
    row = connection.execute(
        select(reports.c.number, texts.c.text)
        .join(texts, texts.c.number == reports.c.number)
        .where(reports.c.id == report)
    ).one_or_none()
    if row is None:
        known = tombstone(connection, report)
        if known is None:
            raise DossierError(Dossiers.NO_REPORT.format(path=path, report=report))
        return known
    fulltext.take(connection, row.number)
    for table in (readings, sources, variants):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(texts).where(texts.c.number == row.number))
    connection.execute(delete(reports).where(reports.c.number == row.number))
    fulltext.forget_taken(connection)
    connection.execute(delete(cache))  # derived records quote it
    journal.blank_quotes(connection, report)
    journal.append(connection, path, word.but(anchors=(Anchor(report=report, kind="reports"),)))
    stone = Tombstone(
        report=report,
        sha256=text_sha256(row.text),
        day=word.at.astimezone(datetime.UTC).date(),
        reason=word.reason or "",
        by=word.by,
    )
    connection.execute(insert(tombstones).values(**{f: getattr(stone, f) for f in stone.__struct_fields__}))
    return stone


def refuse(connection: Connection, report: Report) -> None:
    """Raise InputError for a report that was forgotten."""
    if connection.execute(select(reports.c.id).where(reports.c.id == report.id)).first():
        return
    stone = tombstone_of_text(connection, report.id, report.text)
    if stone is not None:
        name = report.source.file if report.source else report.id
        reason = Reasons.FORGOTTEN.format(day=stone.day, reason=stone.reason, report=stone.report)
        raise InputError(name, reason)
