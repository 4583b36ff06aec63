"""Beside the record: its fingerprint, a cache of what was derived, and the ids that rows had before."""

import hashlib
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Select, delete, select

from dragoman.dossier.packing import deflate, inflate
from dragoman.dossier.schema import (
    cache,
    former_ids,
    journal,
    journal_anchors,
    journal_quotes,
    readings,
    reports,
    sources,
)
from dragoman.dossier.writing import insert_missing

_KEPT = 4  # derived records kept: today's, and a few asked for as of other days


def fingerprint(connection: Connection, reader: str) -> str:
    """SHA-256 over all that a record is derived from: the same for the same contents, however they came in.

    Reads small columns alone (out of indexes, where the row beside them is large), never texts or readings.
    """
    r, s, n, j, a, q = (table.c for table in (reports, sources, readings, journal, journal_anchors, journal_quotes))
    asked: list[Select[tuple[object, ...]]] = [
        select(r.id, r.variant).order_by(r.id),
        select(s.report, s.file, s.part).order_by(s.report, s.file, s.part),
        select(n.report, n.given).where(n.reader == reader).order_by(n.report, n.given),
        select(j.number, j.at, j.by, j.kind, j.value, j.reason).order_by(j.number),
        select(a.entry, a.place, a.report, a.kind, a.start, a.end).order_by(a.entry, a.place),
        select(q.entry, q.place, q.quote).order_by(q.entry, q.place),
    ]
    digest = hashlib.sha256(reader.encode())
    for query in asked:
        rows = [tuple(row) for row in connection.execute(query)]
        digest.update(msgspec.json.encode(rows))
    return digest.hexdigest()


def cached(connection: Connection, key: str) -> bytes | None:
    """What was kept under `key`, if it still is."""
    body = connection.execute(select(cache.c.body).where(cache.c.key == key)).scalar_one_or_none()
    return None if body is None else inflate(body)


def keep(connection: Connection, key: str, value: bytes) -> None:
    """Keep `value` under `key`, and of what was kept before only the latest few."""
    connection.execute(delete(cache).where(cache.c.key == key))
    insert_missing(connection, cache, [{"key": key, "body": deflate(value)}])
    latest = select(cache.c.number).order_by(cache.c.number.desc()).limit(_KEPT)
    connection.execute(delete(cache).where(cache.c.number.not_in(latest)))


def unknown_ids(connection: Connection, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those pairs of derived id and member id that are not remembered yet, sorted."""
    rows = connection.execute(select(former_ids.c.derived, former_ids.c.member))
    return sorted(set(pairs) - {(row.derived, row.member) for row in rows})


def remember(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep which members a derived row had."""
    insert_missing(connection, former_ids, [{"derived": d, "member": m} for d, m in pairs])


def members_of(connection: Connection, derived: str) -> tuple[str, ...]:
    """The members that a derived row has or had, sorted."""
    query = select(former_ids.c.member).where(former_ids.c.derived == derived)
    return tuple(sorted(connection.execute(query).scalars()))
