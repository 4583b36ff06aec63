"""Searching the reports' words: what is typed is words, never a query language that can be got wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dossier import Store

from .builders import AT, READER, a_reading, a_report, fill


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("halted efforts", {1, 2, 3}),
        ("HALTING", {1, 2, 3}),
        ("halted nowhere", set()),
        ('"efforts halted"', set()),
        ('"halted its efforts"', {1, 2, 3}),
        ('"halted its', {1, 2, 3}),
        ("diplo*", {1, 2, 3}),
        ("Osk's", {1, 2, 3}),
        ("number 2", {2}),
        ("2 OR 3", set()),
        ("NOT 2", set()),
        ("title:2", set()),
        ("2 -", {2}),
        ("", set()),
        ("  \n", set()),
        ('"', set()),
        ("*", set()),
        ("(", set()),
    ],
)
def test_what_is_found(store: Store, words: str, found: set[int]) -> None:
    fill(store, range(1, 4))
    assert set(store.search(words)) == {a_report(n).id for n in found}


def test_the_title_counts_more_and_ties_go_by_id(store: Store) -> None:
    made = fill(store, range(1, 9))
    named = a_report(9, title="Inaccurate, says Osk")
    store.add(named, a_reading(named), reader=READER, retrieved=AT)
    best, *rest = store.search("inaccurate")
    assert best == named.id
    assert sorted(rest) == sorted(report.id for report in made)
    assert store.search("halted", limit=3) == store.search("halted")[:3]


def test_another_title_shown_is_the_one_searched(store: Store) -> None:
    fill(store, range(1, 2))
    store.note_source(a_report(1, file="a.txt", title="Glimmer of hope"), retrieved=AT)
    assert store.search("glimmer") == store.report_ids()
    assert store.search('"halts its efforts"') == store.report_ids()
    assert len(store.search("1")) == 1


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=30) | st.text('"*()^:-+{}ANDORNEAR ,1', max_size=30))
def test_whatever_is_typed_is_no_error(searched: Store, words: str) -> None:
    assert set(searched.search(words.encode("utf-8", "replace").decode())) <= set(searched.report_ids())


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("searched") / "talks.dossier")
    fill(store, range(1, 4))
    return store
