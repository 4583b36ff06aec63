"""Briefs that were kept: which reports they rested on and of which day they spoke, so that "since then" is exact."""

import datetime
from collections.abc import Iterable

from dragoman.records.base import Frozen
from dragoman.records.journal import Entry, EntryKind


class KeptBrief(Frozen, frozen=True, kw_only=True):
    """What is kept of a brief that was sent. Its words are not: the record of then gives them again."""

    number: int  # the journal's entry
    at: datetime.datetime
    by: str
    as_of: datetime.date
    known_by: datetime.date | None
    reports: frozenset[str]


def kept_briefs(entries: Iterable[Entry]) -> tuple[KeptBrief, ...]:
    """Every brief that was kept and not undone, oldest first."""
    return tuple(
        KeptBrief(
            number=entry.number,
            at=entry.at,
            by=entry.by,
            as_of=datetime.date.fromisoformat(str(entry.value["as_of"])),
            known_by=_day(entry.value.get("known_by")),
            reports=frozenset(map(str, entry.value["reports"])),
        )
        for entry in entries
        if entry.kind is EntryKind.KEEP_BRIEF and entry.undone_by is None
    )


def value_of(as_of: datetime.date, known_by: datetime.date | None, reports: Iterable[str]) -> dict[str, object]:
    """What the journal keeps of a brief: days and ids of reports, no words of theirs."""
    return {
        "as_of": as_of.isoformat(),
        "known_by": known_by.isoformat() if known_by else None,
        "reports": sorted(reports),
    }


def _day(value: object) -> datetime.date | None:
    return datetime.date.fromisoformat(str(value)) if value else None
