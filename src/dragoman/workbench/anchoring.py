"""What a correction holds on to: the words that its rows rest on, or those that it names."""

from collections.abc import Callable
from typing import Any, NamedTuple

from dragoman.dossier import Store
from dragoman.records.corrections import Part
from dragoman.records.errors import DragomanError, Missing, UsageError
from dragoman.records.journal import Anchor, EntryKind
from dragoman.records.reading import Polarity, Sourcing
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.happenings import ConflictRow, ConflictStrength
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.voices import ActorRow, Reliability
from dragoman.records.span import hull
from dragoman.workbench.corrections import anchors_of
from dragoman.workbench.quoting import found_at

Rows = list[tuple[str, Row]]
_TABLES = {  # of which tables a kind of correction is said
    EntryKind.RELEVANCE: ("reports",),
    EntryKind.SET_DATE: ("reports",),
    EntryKind.ADD_STATEMENT: ("reports",),
    EntryKind.RENAME_ACTOR: ("actors",),
    EntryKind.MERGE_ACTORS: ("actors",),
    EntryKind.SPLIT_ACTOR: ("actors",),
    EntryKind.GRADE: ("actors", "origins", "reports"),
    EntryKind.UNMARK_CONFLICT: ("conflicts",),
}


class Anchored(NamedTuple):
    """What an entry holds on to, and its value."""

    anchors: tuple[Anchor, ...]
    value: dict[str, Any]


def anchored(store: Store, kind: EntryKind, rows: Rows, value: dict[str, Any]) -> Anchored:
    """What a correction of these rows holds on to. Raises UsageError for one that makes no sense."""
    wanted = _TABLES.get(kind)
    if wanted is not None and not {table for table, _ in rows} <= {*wanted}:
        named = " or ".join(wanted)
        raise UsageError(Missing.WRONG_TABLE.format(kind=kind.value.replace("_", "-"), table=named, first=wanted[0]))
    if kind in (EntryKind.UNDO, EntryKind.FORGET, EntryKind.KEEP_BRIEF):
        raise DragomanError(f"{kind} is not a correction of rows")
    _check(kind, rows, value)
    special = _SPECIAL.get(kind)
    return special(store, rows, value) if special else Anchored(_anchors(rows), value)


def _anchors(rows: Rows) -> tuple[Anchor, ...]:
    return tuple(anchor for table, row in rows for anchor in anchors_of(table, row))


def _check(kind: EntryKind, rows: Rows, value: dict[str, Any]) -> None:
    from dragoman.reports import understand_date  # noqa: PLC0415  loads what reads files: a query does without

    if kind is EntryKind.MERGE_ACTORS and len(rows) < 2:
        raise UsageError(Missing.TWO_ACTORS)
    if kind is EntryKind.SET_DATE and understand_date(str(value.get("date"))) is None:
        raise UsageError(Missing.DATE.format(value=value.get("date")))
    for name, known in _VALUES.get(kind, {}).items():
        if value.get(name) not in known:
            says = Missing.RELEVANCE if name == "relevance" else Missing.VALUE
            raise UsageError(says.format(value=value.get(name), name=name, known=", ".join(filter(None, known))))


_VALUES: dict[EntryKind, dict[str, tuple[str | None, ...]]] = {
    EntryKind.RELEVANCE: {"relevance": tuple(Relevance)},
    EntryKind.GRADE: {"grade": tuple(Reliability)},
    EntryKind.MARK_CONFLICT: {"strength": tuple(ConflictStrength)},
    EntryKind.ADD_STATEMENT: {"polarity": tuple(Polarity), "sourcing": (None, *Sourcing)},
}


def _split(store: Store, rows: Rows, value: dict[str, Any]) -> Anchored:
    """The mentions of an actor that have the names of somebody else."""
    from dragoman.workbench.mentions import mentions_called  # noqa: PLC0415  it loads what derives

    ((_, actor), *others) = rows
    assert isinstance(actor, ActorRow)
    names = tuple(dict.fromkeys(str(name).strip() for name in value.get("names", ()) if str(name).strip()))
    known = (actor.name, *actor.aliases)
    if others or not names or any(name not in known for name in names) or not set(known) - set(names):
        raise UsageError(Missing.NAMES.format(name=actor.name, known=", ".join(known)))
    anchors = mentions_called(store, actor.id, names)
    if not anchors:
        raise UsageError(Missing.NO_MENTION.format(names=", ".join(names)))
    return Anchored(anchors, {"names": list(names)})


def _add(store: Store, rows: Rows, value: dict[str, Any]) -> Anchored:
    """The words of a statement's parts."""
    ((_, row), *others) = rows
    if others:
        raise UsageError(Missing.ONE_REPORT)
    text = store.text(row.id)
    content = found_at(text, str(value.get("content") or ""))
    near = hull(content)
    source = found_at(text, str(value.get("source") or ""), near, optional=True)
    cue = found_at(text, str(value.get("cue") or ""), near, optional=True)
    if not source and value.get("sourcing") not in (Sourcing.SOURCES, Sourcing.UNNAMED, Sourcing.RELAYED):
        raise UsageError(Missing.NO_SOURCE)
    parts = ((Part.SOURCE, source), (Part.CUE, cue), (Part.CONTENT, content))
    anchors = tuple(
        Anchor(report=row.id, kind=part.value, span=span, quote=span.of(text))
        for part, spans in parts
        for span in spans
    )
    kept = {"polarity": value["polarity"], "sourcing": value.get("sourcing")}
    return Anchored(anchors, {name: one for name, one in kept.items() if one is not None})


def _mark(_store: Store, rows: Rows, value: dict[str, Any]) -> Anchored:
    if len(rows) != 2 or rows[0][1].id == rows[1][1].id or {table for table, _ in rows} & {*_UNSAID}:
        raise UsageError(Missing.TWO_ROWS)
    first, second = (anchors_of(table, row) for table, row in rows)
    if not first or not second:
        raise UsageError(Missing.ANCHOR.format(id=", ".join(row.id for _, row in rows)))
    return Anchored((*first, *second), {"strength": str(value["strength"]), "first": len(first)})


_UNSAID = ("reports", "actors", "origins", "conflicts", "channels")  # rows that say nothing that could be contradicted


def _unmark(_store: Store, rows: Rows, value: dict[str, Any]) -> Anchored:
    ((_, row), *others) = rows
    assert isinstance(row, ConflictRow)
    if others:
        raise UsageError(Missing.ONE_CONFLICT)
    return Anchored(_anchors(rows), {"conflict": row.kind.value})


_SPECIAL: dict[EntryKind, Callable[[Store, Rows, dict[str, Any]], Anchored]] = {
    EntryKind.SPLIT_ACTOR: _split,
    EntryKind.ADD_STATEMENT: _add,
    EntryKind.MARK_CONFLICT: _mark,
    EntryKind.UNMARK_CONFLICT: _unmark,
}
