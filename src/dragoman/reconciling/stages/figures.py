"""Figures in series, and the conflicts of how many."""

from typing import Any, get_type_hints

from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Reader, Stage
from dragoman.reconciling.blocks.sharing import COMMON
from dragoman.reconciling.conflicts.counted import counted
from dragoman.reconciling.conflicts.how_many import how_many
from dragoman.reconciling.conflicts.sides import row as conflict_row
from dragoman.reconciling.figures import series_of
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.series import Count, counts_of, kind_of, number_of, parted
from dragoman.reconciling.stages.unmarking import is_none, rows_of
from dragoman.reconciling.stages.views import ActorsAt, PileAt, ReviewsAt, told_item
from dragoman.reconciling.stages.voices import standing
from dragoman.records.rows.evidence import Row

Told = tuple[Any, ...]  # a count, left for others: its report by its id
ToldAll = tuple[Told, ...]
_TOLD: Any = tuple[(str, *tuple(get_type_hints(Count).values())[1:])]  # type: ignore[misc]
_ALL: Any = tuple[_TOLD, ...]


def _left(count: Count) -> Told:
    return (count.item.id, *count[1:])


def _whole(told: Told, pile: Pile) -> Count:
    return Count(pile[told[0]], *told[1:])


def _counts(report: str, at: Reader) -> Derived:
    """The figures of a report, by what those of one series share: unit, act, and else what is counted."""
    if at.value("sheet", report) is None:
        return NOTHING
    item = told_item(at, report)
    if not item.reading.figures:
        return NOTHING
    kinds: dict[str, list[Told]] = {}
    for count in counts_of(item, ActorsAt(at), standing(report, at)):
        kinds.setdefault("\0".join(kind_of(count)), []).append(_left(count))
    told = {kind: tuple(found) for kind, found in sorted(kinds.items())}
    return Derived(told, tuple(Entry("counting", kind) for kind in told if not _has_act(kind)))


def _has_act(kind: str) -> bool:
    return bool(kind.split("\0")[1])


def _common(kind: str, at: Reader) -> Derived:
    """Whether so many reports count such a thing of no act ("cents a share") that no quantity of theirs is one."""
    return Derived(at.size("counting", kind) > COMMON or None)


def _kinds(report: str, at: Reader) -> Derived:
    """The figures of a report where they are joined with others': what is common stays with the report's own."""
    told: dict[str, ToldAll] = at.value("counts", report) or {}
    apart = {kind: f"{kind}\0{report}" if at.value("common", kind) else kind for kind in told}
    return Derived(entries=tuple(Entry("count", apart[kind], told[kind]) for kind in told))


def _series(kind: str, at: Reader) -> Derived:
    """The series of one kind. A count of no act by itself may be of another kind's series, if that has its number."""
    pile = PileAt(at)
    counts = [_whole(told, pile) for _, found in at.members("count", kind) for told in found]
    counts.sort(key=lambda c: (c.item.id, c.figure.span, c.figure.id))
    acts = _has_act(kind)
    entries: list[Entry] = []
    numbered: dict[str, set[str]] = {}
    for members in parted(counts):
        first = min(c.figure.id for c in members)
        stray = not acts and len(members) == 1 and number_of(members[0]) is not None
        entries.append(Entry("stray" if stray else "series", first, tuple(map(_left, members))))
        for number in filter(None, map(number_of, members)) if acts else ():
            numbered.setdefault(number, set()).add(first)
    entries += [Entry("numbered", number, tuple(sorted(of))) for number, of in sorted(numbered.items())]
    return Derived(entries=tuple(entries))


def _numbered(number: str, at: Reader) -> Derived:
    """The one series of an act that has a number; None where several have it."""
    found = {series for _, of in at.members("numbered", number) for series in of}
    return Derived(found.pop() if len(found) == 1 else None)


def _stray(figure: str, at: Reader) -> Derived:
    ((_, told),) = at.members("stray", figure)
    number = number_of(_whole(told[0], PileAt(at)))
    return Derived(entries=(Entry("joining", (number and at.value("number", number)) or figure, told),))


def _figures(series: str, at: Reader) -> Derived:
    """The row of a series, and what of it is in conflict."""
    pile, actors, reviews = PileAt(at), ActorsAt(at), ReviewsAt(at)
    told: list[Told] = [one for name in ("series", "joining") for _, found in at.members(name, series) for one in found]
    found = series_of([_whole(one, pile) for one in told], actors)
    rows: list[tuple[str, Row]] = []
    row = found.row
    for _, draft in how_many((found,)):
        conflict = conflict_row(draft, pile, actors)
        if is_none(conflict, at):
            continue
        row = row.but(conflict=row.conflict or conflict.id)
        rows += [("conflicts", one) for one in reviews.mark("conflicts", (conflict,))]
    rows += [("figures", one) for one in reviews.mark("figures", (row,))]
    return Derived(rows=(*rows, *rows_of(counted((found,), actors), at).rows))


STAGES = (
    Stage("counts", _counts, type=dict[str, _ALL], payloads={"counting": None}),
    Stage("common", _common, over="counting", type=bool),
    Stage("kinds", _kinds, payloads={"count": _ALL}),
    Stage("series", _series, over="count",
          payloads={"series": _ALL, "stray": _ALL, "numbered": tuple[str, ...]}),
    Stage("number", _numbered, over="numbered", type=str),
    Stage("stray", _stray, over="stray", payloads={"joining": _ALL}),
    Stage("figures", _figures, over=("series", "joining")),
)  # fmt: skip
