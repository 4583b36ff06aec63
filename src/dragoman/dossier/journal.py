"""The journal: entries are added, never changed. The database itself refuses anything else."""

from collections import defaultdict
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from dragoman.dossier.schema import journal, journal_anchors, journal_quotes
from dragoman.records.errors import Dossiers, UsageError
from dragoman.records.journal import Anchor, Entry, EntryKind
from dragoman.records.span import Span


def append(connection: Connection, path: Path, entry: Entry) -> Entry:
    """Add an entry (its number is not looked at) and return it as it is kept.

    Raises UsageError for an undo that makes no sense.
    """
    if entry.kind is EntryKind.UNDO:
        _check_undo(connection, path, int(entry.value["undoes"]))
    number = (connection.execute(select(func.max(journal.c.number))).scalar_one() or 0) + 1
    row = {
        "number": number,
        "at": entry.at,
        "by": entry.by,
        "kind": entry.kind.value,
        "value": msgspec.json.encode(entry.value, order="sorted").decode(),
        "reason": entry.reason,
    }
    connection.execute(insert(journal).values(row))
    for place, anchor in enumerate(entry.anchors):
        start, end = anchor.span or (None, None)
        at_place = {"entry": number, "place": place}
        connection.execute(
            insert(journal_anchors).values(**at_place, report=anchor.report, kind=anchor.kind, start=start, end=end)
        )
        if anchor.quote is not None:
            connection.execute(insert(journal_quotes).values(**at_place, quote=anchor.quote))
    return next(kept for kept in entries(connection) if kept.number == number)


def entries(connection: Connection) -> tuple[Entry, ...]:
    """All entries in the order they were made, each telling which standing entry undid it."""
    anchors = _anchors(connection)
    rows = connection.execute(select(journal).order_by(journal.c.number)).all()
    plain = [
        Entry(
            number=row.number,
            at=row.at,
            by=row.by,
            kind=EntryKind(row.kind),
            anchors=tuple(anchors[row.number]),
            value=msgspec.json.decode(row.value),
            reason=row.reason,
        )
        for row in rows
    ]
    undone: dict[int, int] = {}
    for entry in reversed(plain):  # an undo can be undone in its turn, so the last word first
        if entry.kind is EntryKind.UNDO and entry.number not in undone:
            undone[int(entry.value["undoes"])] = entry.number
    return tuple(entry.but(undone_by=undone.get(entry.number)) for entry in plain)


def reports_of(connection: Connection, entry: Entry) -> list[str]:
    """The reports that an entry says something of; an undo says it of those of the entry undone, and so on."""
    by_number = {kept.number: kept for kept in entries(connection)} if entry.kind is EntryKind.UNDO else {}
    while entry.kind is EntryKind.UNDO:
        entry = by_number[int(entry.value["undoes"])]
    return [anchor.report for anchor in entry.anchors]


def blank_quotes(connection: Connection, report: str) -> None:
    """Take the quoted words of one report out of every entry; the entries stay."""
    a = journal_anchors.c
    theirs = select(a.entry, a.place).where(a.report == report)
    for row in connection.execute(theirs).all():
        connection.execute(
            update(journal_quotes)
            .where(journal_quotes.c.entry == row.entry, journal_quotes.c.place == row.place)
            .values(quote=None)
        )


def _anchors(connection: Connection) -> dict[int, list[Anchor]]:
    of_place = (journal_quotes.c.entry == journal_anchors.c.entry) & (journal_quotes.c.place == journal_anchors.c.place)
    rows = connection.execute(
        select(journal_anchors, journal_quotes.c.quote)
        .outerjoin(journal_quotes, of_place)
        .order_by(journal_anchors.c.entry, journal_anchors.c.place)
    ).all()
    found: dict[int, list[Anchor]] = defaultdict(list)
    for row in rows:
        span = None if row.start is None else Span(row.start, row.end)
        found[row.entry].append(Anchor(report=row.report, kind=row.kind, span=span, quote=row.quote))
    return found


def _check_undo(connection: Connection, path: Path, number: int) -> None:
    entry = next((entry for entry in entries(connection) if entry.number == number), None)
    if entry is None:
        raise UsageError(Dossiers.NO_ENTRY.format(path=path, number=number))
    if entry.kind is EntryKind.FORGET:
        raise UsageError(Dossiers.NO_UNDOING.format(path=path, number=number))
    if entry.undone_by is not None:
        raise UsageError(Dossiers.UNDONE.format(path=path, number=number, by=entry.undone_by))
