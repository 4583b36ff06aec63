"""Reports and readings: kept once, whole, the same in any order."""

import datetime
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.exc import StatementError

from dragoman.dossier import Added, Given, Store
from dragoman.records.errors import DossierError
from dragoman.records.report import Report, Source
from dragoman.records.time import Interval, Known, Published

from .builders import AT, READER, a_reading, a_report, fill, readings_of, reports


def read_in(store: Store, report: Report, *, reader: str = READER) -> Added:
    """Add a report as a reader of files does: read it only where that is needed."""
    if store.needs_reading(report, reader=reader):
        return store.add(report, a_reading(report), reader=reader, retrieved=AT)
    return store.note_source(report, retrieved=AT)


def given_day(day: datetime.date) -> Published:
    return Published(begin=day, end=day, known=Known.GIVEN)


def test_adding_again_changes_nothing(store: Store) -> None:
    report = a_report()
    assert store.add(report, a_reading(report), reader=READER, retrieved=AT) is Added.NEW
    before = store.fingerprint(READER)
    assert store.add(report, a_reading(report), reader=READER, retrieved=AT) is Added.SAME
    assert read_in(store, report) is Added.SAME
    assert store.fingerprint(READER) == before
    assert store.report_ids() == (report.id,)


def test_a_known_report_under_other_names_is_one_report(store: Store) -> None:
    for file in ("m.txt", "z.txt", "a.txt", "m.txt"):
        read_in(store, a_report(file=file))
    (report,) = store.reports()
    assert report == a_report(file="a.txt")
    assert [source.file for source in store.sources(report.id)] == ["a.txt", "m.txt", "z.txt"]


def test_parts_of_one_file_are_sorted_by_number(store: Store) -> None:
    for part in (10, 9, 2):
        read_in(store, a_report(source=Source(file="pile.jsonl", part=part)))
    (report,) = store.reports()
    assert [source.part for source in store.sources(report.id)] == [2, 9, 10]
    assert report.source is not None
    assert report.source.part == 2


def test_a_file_name_that_is_no_utf8_is_kept_readable(store: Store) -> None:
    read_in(store, a_report(file="caf\udce9.txt"))
    (report,) = store.reports()
    assert store.sources(report.id)[0].file == r"caf\xe9.txt"


def test_the_same_text_of_two_outlets_is_two_reports(store: Store) -> None:
    read_in(store, a_report(outlet="Varra Post"))
    assert read_in(store, a_report(outlet="Osk Herald")) is Added.NEW
    assert len(store.report_ids()) == 2


def test_a_date_given_later_for_a_file_counts_and_stays(store: Store) -> None:
    day = given_day(datetime.date(2031, 3, 8))
    read_in(store, a_report())
    assert store.needs_reading(a_report(published=day), reader=READER)
    assert read_in(store, a_report(published=day)) is Added.READ
    assert read_in(store, a_report()) is Added.SAME
    (report,) = store.reports()
    assert report.published == day
    reading = store.reading(report.id, reader=READER)
    assert reading is not None
    assert reading.report.published == day


def test_another_reader_reads_anew_and_the_former_reading_stays(store: Store) -> None:
    (report,) = fill(store, range(1, 2))
    assert store.needs_reading(report, reader="reader-2")
    newer = a_reading(report).but(warnings=("newer",))
    assert store.add(report, newer, reader="reader-2", retrieved=AT) is Added.READ
    assert store.reading(report.id, reader="reader-2") == newer
    assert store.reading(report.id, reader=READER) == a_reading(report)


@pytest.mark.parametrize(
    ("kept", "asked", "found"),
    [
        (None, None, True),
        (datetime.date(2031, 3, 8), datetime.date(2031, 3, 8), True),
        (datetime.date(2031, 3, 8), "2031-03-08", True),
        (datetime.date(2031, 3, 8), Interval.day(datetime.date(2031, 3, 8)), True),
        (datetime.date(2031, 3, 8), None, False),
        (None, datetime.date(2031, 3, 8), False),
        (datetime.date(2031, 3, 8), datetime.date(2031, 3, 9), False),
        (Interval(begin=datetime.date(2031, 3, 1)), Interval(end=datetime.date(2031, 3, 1)), False),
    ],
)
def test_a_reading_belongs_to_its_given_date(store: Store, kept: Given, asked: Given, found: bool) -> None:
    report = a_report()
    store.add(report, a_reading(report), reader=READER, retrieved=AT, given=kept)
    assert (store.reading(report.id, reader=READER, given=asked) is not None) is found
    assert store.unread({report.id: asked}, reader=READER) == (() if found else (report.id,))


def test_putting_a_reading_replaces_only_its_own(store: Store) -> None:
    (report,) = fill(store, range(1, 2))
    day = datetime.date(2031, 3, 8)
    for text in ("first", "second"):
        store.put_reading(report.id, a_reading(report).but(warnings=(text,)), reader=READER, given=day)
    dated = store.reading(report.id, reader=READER, given=day)
    assert dated is not None
    assert dated.warnings == ("second",)
    assert store.reading(report.id, reader=READER) == a_reading(report)


def test_readings_come_in_the_order_of_ids_with_their_text(store: Store) -> None:
    made = {report.id: report for report in fill(store, range(1, 140))}
    wanted = dict.fromkeys(reversed(list(made)))
    found = list(store.readings({**wanted, "r-000000000000": None}, reader=READER))
    assert [reading.report.id for reading in found] == sorted(made)
    assert all(reading == a_reading(made[reading.report.id]) for reading in found)
    assert list(store.readings(wanted, reader="nobody")) == []


def test_reports_come_with_their_files_and_readings(store: Store) -> None:
    made = {report.id: report for report in fill(store, range(1, 120))}
    store.note_source(a_report(7, file="pile/zz.txt"), retrieved=AT)
    unread = a_report(9).id
    wanted: dict[str, Given] = {**dict.fromkeys(made), unread: "2031-03-08", "r-000000000000": None}
    found = list(store.kept(wanted, reader=READER))
    assert [kept.report for kept in found] == [made[name] for name in sorted(made)]
    assert all(kept.sources == store.sources(kept.report.id) for kept in found)
    assert {kept.report.id for kept in found if kept.reading is None} == {unread}
    assert all(kept.reading == a_reading(kept.report) for kept in found if kept.report.id != unread)


def test_a_reading_of_another_text_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="none of"):
        store.add(a_report(1), a_reading(a_report(2)), reader=READER, retrieved=AT)
    with pytest.raises(ValueError, match="another text"):
        store.add(a_report(1), a_reading(a_report(1)).but(text="x"), reader=READER, retrieved=AT)
    assert store.report_ids() == ()


def test_what_is_not_there_is_named(store: Store) -> None:
    report = a_report()
    for ask in (
        lambda: store.report(report.id),
        lambda: store.put_reading(report.id, a_reading(report), reader=READER),
        lambda: store.note_source(report, retrieved=AT),
        lambda: store.forget(report.id, by="K", at=AT, reason="asked"),
    ):
        with pytest.raises(DossierError, match=rf"holds no report {report.id}; `dragoman reports"):
            ask()
    assert store.reading(report.id, reader=READER) is None
    assert store.sources(report.id) == ()


def test_when_it_was_retrieved_is_kept_with_the_earliest(store: Store) -> None:
    report = a_report()
    east = datetime.timezone(datetime.timedelta(hours=5))
    store.add(report, a_reading(report), reader=READER, retrieved=AT.astimezone(east))
    store.note_source(a_report(file="z.txt"), retrieved=AT - datetime.timedelta(days=1))
    assert store.retrieved(report.id) == AT - datetime.timedelta(days=1)
    with pytest.raises(StatementError, match="no time zone"):
        store.note_source(a_report(file="y.txt"), retrieved=datetime.datetime(2031, 3, 9))


def test_adding_one_looks_at_that_one_alone(store: Store) -> None:
    fill(store, range(1, 30))
    said: list[tuple[str, Any]] = []

    def hear(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        said.append((statement, parameters))

    event.listen(store._file._engine, "before_cursor_execute", hear)
    read_in(store, a_report(99))
    read_in(store, a_report(7, file="another.txt"))
    event.remove(store._file._engine, "before_cursor_execute", hear)
    asked = [(s, p) for s, p in said if s.split()[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}]
    assert len(asked) > 10
    with store._file._engine.connect() as connection:
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert not [row[3] for row in plan if row[3].startswith("SCAN ")], statement


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_report_and_reading_comes_back_as_it_was(finished: Path, data: st.DataObject) -> None:
    report = data.draw(reports())
    reading = data.draw(readings_of(report))
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(finished, folder)
        with Store.open(path) as store:
            store.add(report, reading, reader=READER, retrieved=AT)
        with Store.open(path, read_only=True) as again:
            assert again.report(report.id) == report
            assert list(again.reports()) == [report]
            assert again.reading(report.id, reader=READER) == reading


named = st.tuples(
    st.integers(1, 3),  # the text
    st.sampled_from(["a.txt", "b.txt", "c.json", "c.txt"]),
    st.none() | st.integers(1, 2),  # the part
)
heads = st.tuples(st.sampled_from(["One title", "Another title"]), st.sampled_from([None, datetime.date(2031, 3, 8)]))


@settings(max_examples=20, deadline=None)
@given(pile=st.dictionaries(named, heads, min_size=2, max_size=8), seed=st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(finished: Path, pile: dict[Any, Any], seed: random.Random) -> None:
    made = [
        a_report(
            n,
            title=title,
            source=Source(file=file, part=part),
            published=Published() if day is None else given_day(day),
        )
        for (n, file, part), (title, day) in pile.items()
    ]
    seen = []
    for _ in range(2):
        seed.shuffle(made)
        with tempfile.TemporaryDirectory() as folder, Store.open(shutil.copy(finished, folder)) as store:
            for report in made:
                read_in(store, report)
            ids = store.report_ids()
            readings = list(store.readings(dict.fromkeys(ids), reader=READER))
            assert [reading.report.title for reading in readings] == [r.title for r in store.reports()]
            found = [
                (store.sources(i), store.search("inaccurate " + title)) for i in ids for title in ("One", "Another")
            ]
            seen.append((list(store.reports()), readings, found, store.fingerprint(READER)))
    assert seen[0] == seen[1]
