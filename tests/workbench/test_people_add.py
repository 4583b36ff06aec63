"""What people add to the record: an actor parted, a statement, a grade, a conflict; each undone again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.records.errors import UsageError
from dragoman.records.journal import EntryKind
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus
from dragoman.workbench import Dossier
from tests.properties.tables import all_tables

FIRST = """Talks on the Ridge

By Ilse Marrow, Varra Courier, 8 March 2031

Governor Ansel Taro of Osk met the Ridge Council in Port Varra on Friday. Taro said the talks would go on.
The river was high. The valley will be open again by Monday, the harbour master told reporters.
"""
SECOND = """Osk and the Council

By Jon Pell, Tamm Gazette, 9 March 2031

Osk suspended the talks with the Ridge Council on 7 March, a spokesman said. Ansel Taro did not speak.
Mr Taro, an economist at the university, said prices would rise. Nobody knew what came next.
"""
THIRD = """More of it

By Ada Venn, Lisse Post, 10 March 2031

The Ridge Council suspended the talks with Osk on 7 March, the council's spokeswoman Mara Dell said.
Taro is in the capital, officials said.
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.open(tmp_path / "mine.dossier") as dossier:
        for name, text in (("first", FIRST), ("second", SECOND)):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        assert not dossier.read([tmp_path / "first.txt"], outlet="Varra Courier").failures
        assert not dossier.read([tmp_path / "second.txt"], outlet="Tamm Gazette").failures
        yield dossier


@pytest.fixture
def example_copy(example_path: Path, tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.open(shutil.copy(example_path, tmp_path / "example.dossier")) as dossier:
        yield dossier


def report(dossier: Dossier, file: str) -> str:
    return next(row.id for row in dossier.reports() if row.file.endswith(file))


def named(dossier: Dossier, name: str) -> list[str]:
    return [row.id for row in dossier.actors() if name in (row.name, *row.aliases)]


def add(dossier: Dossier, file: str, **given: str) -> None:
    dossier.add_statement(report(dossier, file), by="ada", **given)


def split(dossier: Dossier) -> None:
    (whole,) = named(dossier, "Taro")
    dossier.correct(EntryKind.SPLIT_ACTOR, (whole,), by="ada", reason="namesakes", value={"names": ["Taro"]})


def test_a_name_split_off_is_another_actor_and_undone_one_again(dossier: Dossier) -> None:
    before = all_tables(dossier)
    split(dossier)
    whole, other = named(dossier, "Ansel Taro"), named(dossier, "Taro")
    assert len(whole) == len(other) == 1
    assert whole != other
    said = {row.content[:12]: row.actor and row.actor.name for row in dossier.statements() if row.actor}
    assert said["prices would"] == "Taro"
    assert said["the talks wo"] == "Taro"
    dossier.undo(1, by="ada")
    assert all_tables(dossier) == before


def test_a_split_holds_for_reports_that_come_later(dossier: Dossier, tmp_path: Path) -> None:
    split(dossier)
    (tmp_path / "third.txt").write_text(THIRD, encoding="utf-8")
    dossier.read([tmp_path / "third.txt"])
    third = report(dossier, "third.txt")
    (other,) = named(dossier, "Taro")
    assert dossier.show(other).row.report_count == 3  # type: ignore[attr-defined]
    assert third in {row.id for row in dossier.reports()}


def test_who_was_split_off_is_merged_and_split_again_in_the_journals_order(dossier: Dossier) -> None:
    split(dossier)
    ids = (*named(dossier, "Ansel Taro"), *named(dossier, "Taro"))
    dossier.correct(EntryKind.MERGE_ACTORS, ids, by="ada")
    assert len({*named(dossier, "Ansel Taro"), *named(dossier, "Taro")}) == 1
    split(dossier)
    assert len({*named(dossier, "Ansel Taro"), *named(dossier, "Taro")}) == 2


@pytest.mark.parametrize("names", [[], ["Ansel Taro", "Taro"], ["Marrow"]])
def test_a_split_needs_some_names_and_not_all(dossier: Dossier, names: list[str]) -> None:
    (whole,) = named(dossier, "Taro")
    with pytest.raises(UsageError, match="some of its names"):
        dossier.correct(EntryKind.SPLIT_ACTOR, (whole,), by="ada", value={"names": names})


def test_a_statement_that_was_missed_is_added_with_its_actor_and_undone(dossier: Dossier) -> None:
    before = all_tables(dossier)
    add(dossier, "first.txt", content="The river was\n high", source="the harbour  master", cue="told reporters")
    (row,) = (row for row in dossier.statements() if row.added_by)
    assert (row.content, row.source, row.cue) == ("The river was high", "the harbour master", "told reporters")
    assert row.actor is not None
    assert row.actor.name == "harbour master"
    assert (row.review.status, row.review.by, row.added_by) == (ReviewStatus.CONFIRMED, "ada", "ada")
    assert row.sourcing == "unnamed"
    text = dossier.report(row.report).text
    assert all(text[e.start : e.end] == e.quote for e in row.evidence)
    assert not [s for s in dossier.statements() if s.content.startswith("The river") and s.sourcing == "outlet"]
    assert row.id in {one.id for one in dossier.told(row.report).attributions}
    dossier.undo(1, by="ada")
    assert all_tables(dossier) == before


def test_a_rejected_statement_is_put_right_and_what_it_told_is_on_the_new_ones_word(dossier: Dossier) -> None:
    (wrong,) = (row for row in dossier.statements() if row.content.startswith("Osk suspended"))
    (claim,) = (row for row in dossier.claims() if row.text.startswith("Osk suspended"))
    dossier.correct(EntryKind.REJECT, (wrong.id,), by="ada")
    assert not [row for row in dossier.claims() if row.text.startswith("Osk suspended")]
    add(dossier, "second.txt", content=wrong.content, source="Ansel Taro", cue="said")
    (again,) = (row for row in dossier.claims() if row.text.startswith("Osk suspended"))
    assert again.credibility < claim.credibility  # a named source, not a spokesman
    (right,) = (row for row in dossier.statements() if row.added_by)
    assert next(row for row in dossier.timeline() if row.claim == again.id).statements == (right.id,)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"content": "", "source": "Taro"}, "needs its content"),
        ({"content": "The sea was high", "source": "Taro"}, "no words “The sea was high”"),
        ({"content": "the", "source": "Taro"}, "stands at"),
        ({"content": "The river was high"}, "needs its source"),
        ({"content": "The river was high", "source": "Taro", "polarity": "doubts"}, "no polarity"),
        ({"content": "The river was high", "source": "Taro", "sourcing": "gossip"}, "no sourcing"),
    ],
)
def test_a_statement_that_the_report_does_not_have_is_refused(
    dossier: Dossier, given: dict[str, str], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        add(dossier, "first.txt", **given)
    assert not dossier.journal()


def test_sources_are_graded_and_the_later_word_counts(dossier: Dossier) -> None:
    (actor,) = named(dossier, "Ansel Taro")
    origin = next(row for row in dossier.origins() if row.source == "a spokesman")
    outlet = next(row for row in dossier.reports() if row.outlet)
    for row, grade in ((actor, "C"), (origin.id, "E"), (outlet.id, "B"), (actor, "A")):
        dossier.correct(EntryKind.GRADE, (row,), by="ada", reason="known well", value={"grade": grade})
    given = {one.id: one.grade.value for one in dossier.grades()}
    assert given == {f"actor {actor}": "A", f"origin {origin.id}": "E", f"outlet {outlet.outlet}": "B"}
    dossier.undo(4, by="ada")
    assert {one.id: one.grade.value for one in dossier.grades()}[f"actor {actor}"] == "C"
    assert b"known well" not in b"".join(all_tables(dossier).values())  # grades stay out of the tables


def test_two_claims_are_marked_as_contradicting_and_the_mark_is_taken_back(dossier: Dossier) -> None:
    before = all_tables(dossier)
    one, other = (row for row in dossier.claims() if row.text.startswith(("Osk suspended", "the talks would")))
    value = {"strength": "contradicts"}
    dossier.correct(EntryKind.MARK_CONFLICT, (one.id, other.id), by="ada", reason="on or off", value=value)
    (conflict,) = (row for row in dossier.conflicts() if row.rule == "marked by ada")
    assert (conflict.about, conflict.strength) == ("on or off", "contradicts")
    assert {side.says for side in conflict.sides} == {one.text, other.text}
    assert set(conflict.claims) == {one.id, other.id}
    disputed = {row.id for row in dossier.claims() if row.status is ClaimStatus.DISPUTED}
    assert disputed == {one.id, other.id}
    dossier.correct(EntryKind.UNMARK_CONFLICT, (conflict.id,), by="bo", reason="two days")
    assert all_tables(dossier) == before
    dossier.undo(2, by="bo")
    assert conflict.id in {row.id for row in dossier.conflicts()}
    dossier.undo(1, by="ada")
    assert all_tables(dossier) == before


def test_what_only_differs_disputes_nothing(dossier: Dossier) -> None:
    one, other = dossier.claims()[:2]
    dossier.correct(EntryKind.MARK_CONFLICT, (one.id, other.id), by="ada", value={"strength": "differs"})
    assert [row.strength for row in dossier.conflicts() if row.rule == "marked by ada"] == ["differs"]
    assert not [row for row in dossier.claims() if row.status is ClaimStatus.DISPUTED]


def test_a_conflict_that_is_none_goes_and_what_it_disputed_stands(example_copy: Dossier) -> None:
    dossier = example_copy
    before = all_tables(dossier)
    conflict = next(row for row in dossier.conflicts() if row.kind == "whether" and len(row.claims) == 1)
    figures = next(row for row in dossier.conflicts() if row.kind == "how_many")
    dossier.correct(EntryKind.UNMARK_CONFLICT, (conflict.id,), by="ada", reason="another office")
    dossier.correct(EntryKind.UNMARK_CONFLICT, (figures.id,), by="ada", reason="rounded")
    assert not {conflict.id, figures.id} & {row.id for row in dossier.conflicts()}
    (claim,) = (row for row in dossier.claims() if row.id in conflict.claims)
    assert claim.status is not ClaimStatus.DISPUTED
    assert figures.id not in {row.conflict for row in dossier.figures()}
    dossier.undo(2, by="ada")
    dossier.undo(1, by="ada")
    assert all_tables(dossier) == before


@pytest.mark.parametrize(
    ("kind", "table", "count", "value"),
    [
        (EntryKind.MARK_CONFLICT, "claims", 1, {"strength": "differs"}),
        (EntryKind.MARK_CONFLICT, "claims", 3, {"strength": "differs"}),
        (EntryKind.MARK_CONFLICT, "claims", 2, {"strength": "perhaps"}),
        (EntryKind.MARK_CONFLICT, "actors", 2, {"strength": "differs"}),
        (EntryKind.UNMARK_CONFLICT, "claims", 1, {}),
        (EntryKind.GRADE, "claims", 1, {"grade": "A"}),
        (EntryKind.GRADE, "actors", 1, {"grade": "G"}),
    ],
)
def test_what_makes_no_sense_is_refused(
    dossier: Dossier, kind: EntryKind, table: str, count: int, value: dict[str, str]
) -> None:
    ids = tuple(row.id for row in getattr(dossier, table)()[:count])
    assert len(ids) == count
    with pytest.raises(UsageError):
        dossier.correct(kind, ids, by="ada", value=value)
    assert not dossier.journal()
