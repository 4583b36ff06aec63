"""Beside the record: its fingerprint, a cache of what was derived, and the ids that rows had before."""

import hashlib
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Select, delete, func, select

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
from dragoman.records.journal import EntryKind

_KEPT = 4  # derived records kept: today's, and a few asked for as of other days


def fingerprint(connection: Connection, reader: str) -> str:
    """SHA-256 over all that a record is derived from: the same for the same contents, however they came in.

    That a brief was kept changes no record and is not in it.

    Reads small columns alone (out of indexes, where the row beside them is large), never texts or readings.
    """
    r, s, n, j, a, q = (table.c for table in (reports, sources, readings, journal, journal_anchors, journal_quotes))
    asked: list[Select[tuple[object, ...]]] = [
        select(r.id, r.variant).order_by(r.id),
        select(s.report, s.file, s.part).order_by(s.report, s.file, s.part),
        select(n.report, n.given).where(n.reader == reader).order_by(n.report, n.given),
        select(j.number, j.at, j.by, j.kind, j.value, j.reason)
        .where(j.kind != EntryKind.KEEP_BRIEF.value)
        .order_by(j.number),
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


def remember(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep which members a derived row had."""
    insert_missing(connection, former_ids, [{"derived": d, "member": m} for d, m in sorted(set(pairs))])


def members_of(connection: Connection, derived: str) -> tuple[str, ...]:
    """The members that a derived row has or had, sorted."""
    query = select(former_ids.c.member).where(former_ids.c.derived == derived)
    return tuple(sorted(connection.execute(query).scalars()))


def heirs_of(connection: Connection, derived: str) -> tuple[str, ...]:
    """Other derived ids of the same kind with members of this one; those with most of them first."""
    members = select(former_ids.c.member).where(former_ids.c.derived == derived)
    shared = func.count()
    asked = (
        select(former_ids.c.derived, shared)
        .where(former_ids.c.member.in_(members), former_ids.c.derived != derived)
        .group_by(former_ids.c.derived)
    )
    rows = [(row[0], int(row[1])) for row in connection.execute(asked) if row[0][:1] == derived[:1]]
    return tuple(one for one, _ in sorted(rows, key=lambda row: (-row[1], row[0])))
