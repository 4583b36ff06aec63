"""Property 5: people outrank the program. Corrections hold, can be undone, and survive reading again."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.records.errors import UsageError
from dragoman.records.journal import EntryKind
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.reports import Relevance
from dragoman.records.time import Known
from dragoman.workbench import Dossier, Filters
from tests.properties.tables import all_tables


@pytest.fixture
def dossier(example_path: Path, tmp_path: Path) -> Iterator[Dossier]:
    """A copy of the example's dossier, to write to."""
    with Dossier.open(shutil.copy(example_path, tmp_path / "mine.dossier")) as dossier:
        yield dossier


def test_a_confirmed_row_is_marked_with_who_and_undone_again(dossier: Dossier) -> None:
    before = all_tables(dossier)
    row = dossier.timeline()[3]
    entry = dossier.correct(EntryKind.CONFIRM, (row.id,), by="ada", reason="heard the tape")
    marked = dossier.timeline(Filters(reviewed_only=True))
    assert [r.id for r in marked] == [row.id]
    assert marked[0].review.by == "ada"
    dossier.undo(entry.number, by="ada")
    assert all_tables(dossier) == before
    assert len(dossier.journal()) == 2


def test_a_rejected_statement_takes_its_events_and_claims_with_it_but_stays_in_sight(dossier: Dossier) -> None:
    claim = next(c for c in dossier.claims() if c.report_count == 1 and c.members[0].startswith("e-"))
    told = [t for t in dossier.timeline() if t.claim == claim.id]
    (statement,) = {s for t in told for s in t.statements}
    dossier.correct(EntryKind.REJECT, (statement,), by="ada", reason="misread")
    row = next(s for s in dossier.statements() if s.id == statement)
    assert row.review.status is ReviewStatus.REJECTED
    assert claim.id not in {c.id for c in dossier.claims()}


def test_rejecting_survives_reading_again_and_another_report(dossier: Dossier, example: Path, tmp_path: Path) -> None:
    row = dossier.timeline()[0]
    dossier.correct(EntryKind.REJECT, (row.id,), by="ada")
    extra = tmp_path / "more.txt"
    extra.write_text("The ferry to Lisse was late on Monday, its captain said.", encoding="utf-8")
    dossier.read([example, extra])
    assert next(r for r in dossier.timeline() if r.id == row.id).review.status is ReviewStatus.REJECTED


def test_a_report_left_out_is_counted_and_nothing_of_it_is_in_the_record(dossier: Dossier) -> None:
    report = dossier.reports()[0]
    value = {"relevance": "exclude"}
    dossier.correct(EntryKind.RELEVANCE, (report.id,), by="ada", reason="another war", value=value)
    row = next(r for r in dossier.reports() if r.id == report.id)
    assert (row.relevance, row.relevance_reason) == (Relevance.EXCLUDE, "another war")
    assert dossier.counts().excluded_count == 1
    assert report.id not in {s.report for s in dossier.statements()}
    assert not dossier.timeline(Filters(report=report.id))


def test_a_date_set_by_a_person_dates_the_report_and_what_hangs_on_it(dossier: Dossier) -> None:
    undated = next(r for r in dossier.reports() if r.published.known in (Known.UNKNOWN, Known.INFERRED))
    dossier.correct(EntryKind.SET_DATE, (undated.id,), by="ada", reason="paper copy", value={"date": "2031-03-10"})
    row = next(r for r in dossier.reports() if r.id == undated.id)
    assert row.published.begin == datetime.date(2031, 3, 10)
    assert row.published.known is Known.GIVEN
    assert "ada" in row.published.evidence[0].says
    dated = {d.value for d in dossier.reading(undated.id).dates if d.begin is not None}
    assert any(value.startswith("2031") for value in dated)


def test_two_actors_merged_are_one_under_the_name_given(dossier: Dossier) -> None:
    one, other = [a for a in dossier.actors() if a.kind == "person" and a.mention_count > 3][:2]
    dossier.correct(EntryKind.MERGE_ACTORS, (one.id, other.id), by="ada", reason="a nom de guerre")
    merged = [a for a in dossier.actors() if {one.name, other.name} <= {a.name, *a.aliases}]
    assert len(merged) == 1
    dossier.correct(EntryKind.RENAME_ACTOR, (merged[0].id,), by="ada", value={"name": "The Envoy"})
    assert sum(a.name == "The Envoy" for a in dossier.actors()) == 1
    dossier.undo(2, by="ada")
    dossier.undo(1, by="ada")
    assert {one.name, other.name} <= {a.name for a in dossier.actors()}


def test_a_forgotten_report_is_gone_and_is_not_read_again(dossier: Dossier, example: Path) -> None:
    report = dossier.reports()[1]
    dossier.forget(report.id, by="ada", reason="a source at risk")
    assert report.id not in {r.id for r in dossier.reports()}
    assert report.id not in {e.report for s in dossier.statements() for e in s.evidence}
    result = dossier.read([example])
    assert [f.file for f in result.failures] == [report.file]
    assert "a source at risk" in result.failures[0].reason


@pytest.mark.parametrize(
    ("kind", "table", "value"),
    [
        (EntryKind.RELEVANCE, "claims", {"relevance": "exclude"}),
        (EntryKind.RELEVANCE, "reports", {"relevance": "perhaps"}),
        (EntryKind.SET_DATE, "reports", {"date": "31 February 2031"}),
        (EntryKind.MERGE_ACTORS, "actors", {}),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    dossier: Dossier, kind: EntryKind, table: str, value: dict[str, str]
) -> None:
    row = getattr(dossier, table)()[0]
    with pytest.raises(UsageError):
        dossier.correct(kind, (row.id,), by="ada", value=value)
    assert not dossier.journal()


def test_an_unknown_id_is_a_clear_error(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="c-000000000000"):
        dossier.show("c-000000000000")


def test_a_former_id_still_opens_its_row(dossier: Dossier, tmp_path: Path) -> None:
    told = [row for row in dossier.timeline() if len(row.members) > 1]
    assert told
    former = dict.fromkeys(row.id for row in told)
    gone = next(row.evidence[0].report for row in told)
    dossier.correct(EntryKind.RELEVANCE, (gone,), by="ada", value={"relevance": "exclude"})
    now = {row.id for row in dossier.timeline()}
    moved = [row_id for row_id in former if row_id not in now]
    for row_id in moved:
        row = next(r for r in told if r.id == row_id)
        left = [m for m in row.members if any(m in r.members for r in dossier.timeline())]
        if left:
            assert set(left) & set(getattr(dossier.show(row_id).row, "members", ()))
