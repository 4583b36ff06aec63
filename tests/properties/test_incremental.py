"""What is derived bit by bit is what is derived at once: in any order and batching, with corrections in between."""

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.dossier import Store
from dragoman.reading.version import reader_version
from dragoman.reconciling import Item, reconcile
from dragoman.reconciling.blocks import Changed, Engine, MemoryShelf
from dragoman.reconciling.given import Given
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.stages import STAGES
from dragoman.reconciling.whole import record_on, shelved
from dragoman.records.corrections import NO_CORRECTIONS, Corrections, Decision
from dragoman.records.errors import UsageError
from dragoman.records.journal import EntryKind
from dragoman.records.rows.reports import Relevance
from dragoman.workbench import Dossier
from dragoman.workbench.corrections import in_force
from dragoman.workbench.updating import items
from tests.properties.tables import all_tables

_MOMENT = datetime.datetime(2031, 5, 1, tzinfo=datetime.UTC)
_PER_STEP = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture(scope="module")
def example_items(example_path: Path) -> tuple[Item, ...]:
    with Store.open(example_path, read_only=True) as store:
        return tuple(items(store, in_force(store.entries()), {}))


class _Step(NamedTuple):
    """What is done next: reports come, go, or are left out by a person."""

    kind: str
    which: frozenset[int]


def _steps(count: int) -> st.SearchStrategy[list[_Step]]:
    some = st.frozensets(st.integers(0, count - 1), min_size=1, max_size=4)
    return st.lists(
        st.builds(_Step, st.sampled_from(["come", "come", "come", "go", "exclude", "include"]), some), max_size=7
    )


@_PER_STEP
@given(data=st.data())
def test_the_stages_give_bit_by_bit_what_they_give_at_once(
    example_items: tuple[Item, ...], data: st.DataObject
) -> None:
    shelf = MemoryShelf()
    held: set[str] = set()
    decided: dict[str, Decision] = {}
    by_id = {item.id: item for item in example_items}
    ids = sorted(by_id)
    for step in data.draw(_steps(len(ids))):
        touched = {ids[n] for n in step.which}
        if step.kind in ("come", "go"):
            held = held | touched if step.kind == "come" else held - touched
        for report in touched if step.kind in ("exclude", "include") else ():
            decided[report] = Decision(relevance=Relevance(step.kind))
        pile, corrections = Pile(by_id[one] for one in held), Corrections(relevance=decided)
        Engine(STAGES, shelf, Given(pile, corrections)).run(Changed(frozenset(touched), frozenset(touched)))
    whole = shelved(Pile(by_id[one] for one in held), Corrections(relevance=decided))
    assert record_on(shelf) == record_on(whole)
    assert {stage: nodes for stage, nodes in shelf.nodes.items() if nodes} == {
        stage: nodes for stage, nodes in whole.nodes.items() if nodes
    }


def test_a_pile_of_nothing_has_an_empty_record() -> None:
    assert record_on(MemoryShelf()) == reconcile(Pile(()), NO_CORRECTIONS)


class _Bench:
    """A dossier to which the example's reports are added as they were read, and corrections as they come."""

    def __init__(self, path: Path, source: Path) -> None:
        self.dossier = Dossier.open(path)
        self._store = Store.open(path)
        self._source = Store.open(source, read_only=True)
        self.ids = self._source.report_ids()

    def add(self, which: frozenset[int]) -> None:
        wanted = {self.ids[n]: None for n in which}
        for kept in self._source.kept(wanted, reader=reader_version()):
            assert kept.reading is not None
            self._store.add(kept.report, kept.reading, reader=reader_version(), retrieved=_MOMENT)

    def close(self) -> None:
        for one in (self.dossier, self._store, self._source):
            one.close()


def _corrections(bench: _Bench) -> Iterator[Callable[[], object]]:
    """A word of two people on each kind of thing: some of them contradict each other."""
    dossier = bench.dossier

    def said(kind: EntryKind, table: str, n: int, count: int = 1, **value: object) -> Callable[[], object]:
        def say() -> object:
            rows = getattr(dossier, table)()
            ids = tuple(row.id for row in rows[n : n + count])
            return dossier.correct(kind, ids, by="A. Analyst", value=value) if len(ids) == count else None

        return say

    yield said(EntryKind.REJECT, "timeline", 1)
    yield said(EntryKind.CONFIRM, "claims", 0)
    yield said(EntryKind.REJECT, "statements", 2)
    yield said(EntryKind.MERGE_ACTORS, "actors", 1, 2)
    yield said(EntryKind.RENAME_ACTOR, "actors", 0, name="The First")
    yield said(EntryKind.RENAME_ACTOR, "actors", 0, name="The Second")
    yield said(EntryKind.MARK_CONFLICT, "claims", 2, 2, strength="contradicts")
    yield said(EntryKind.MARK_CONFLICT, "timeline", 3, 2, strength="differs")
    yield said(EntryKind.UNMARK_CONFLICT, "conflicts", 0)
    yield said(EntryKind.UNMARK_CONFLICT, "conflicts", 2)
    yield said(EntryKind.GRADE, "actors", 2, grade="B")
    yield said(EntryKind.GRADE, "origins", 3, grade="D")
    yield said(EntryKind.GRADE, "reports", 1, grade="C")
    yield lambda: _split(dossier)
    yield lambda: _add(dossier)
    yield said(EntryKind.RELEVANCE, "reports", 0, relevance="exclude")
    yield said(EntryKind.RELEVANCE, "reports", 0, relevance="include")
    yield lambda: dossier.undo(dossier.journal()[-1].number, by="B. Analyst") if _can_undo(dossier) else None


def _split(dossier: Dossier) -> object:
    """Split a name off the first actor that has several."""
    row = next((row for row in dossier.actors() if row.aliases and row.named), None)
    if row is None:
        return None
    value = {"names": [next(alias for alias in row.aliases)]}
    try:
        return dossier.correct(EntryKind.SPLIT_ACTOR, (row.id,), by="A. Analyst", value=value)
    except UsageError:  # no report calls it so by itself: then there is nothing to split
        return None


def _add(dossier: Dossier) -> object:
    """Say that what an outlet tells on its own word is an actor's."""
    own = next((row for row in dossier.statements() if row.sourcing == "outlet" and len(row.content) > 40), None)
    if own is None:
        return None
    source = own.content.split()[0]
    return dossier.add_statement(own.report, content=own.content, source=source, by="B. Analyst")


def _can_undo(dossier: Dossier) -> bool:
    journal = dossier.journal()
    return bool(journal) and journal[-1].undone_by is None and journal[-1].kind is not EntryKind.UNDO


@_PER_STEP
@given(data=st.data())
def test_a_dossier_has_the_record_that_a_rebuild_gives(
    example_path: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("incremental")
    bench = _Bench(folder / "x.dossier", example_path)
    corrections = list(_corrections(bench))
    order = data.draw(st.permutations(range(len(bench.ids))))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        bench.add(frozenset(order[start:end]))
        for n in data.draw(st.lists(st.integers(0, len(corrections) - 1), max_size=4)):
            corrections[n]()
        bench.dossier.claims()
    before, grades = all_tables(bench.dossier), bench.dossier.grades()
    bench.close()
    with Store.open(folder / "x.dossier") as store:
        store.unsettle()
    with Dossier.open(folder / "x.dossier") as again:
        assert all_tables(again) == before
        assert again.grades() == grades
    shutil.rmtree(folder)
