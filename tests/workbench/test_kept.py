"""Briefs that were kept: what the next one is told since is exact."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.records.journal import EntryKind
from dragoman.showing.brief import brief
from dragoman.showing.brief.model import SinceGround
from dragoman.showing.page.model import SectionKey
from dragoman.workbench import Dossier

DAY = datetime.date(2031, 3, 11)


@pytest.fixture
def half(example: Path, tmp_path: Path) -> Iterator[Dossier]:
    """A dossier of the reports up to 11 March, and beside it a folder with the others."""
    early = ["2031-03-03_harbour-wire_corvane-text.txt", "2031-03-09_harbour-wire_olmara.txt", "northgate-0309.json"]
    (tmp_path / "later").mkdir()
    shutil.copy(example / "2031-03-11_harbour-wire_ministry.txt", tmp_path / "later")
    with Dossier.open(tmp_path / "talks.dossier") as dossier:
        dossier.read([example / name for name in early])
        yield dossier


def test_a_kept_brief_stands_in_the_journal_and_can_be_undone(half: Dossier) -> None:
    entry = half.keep_brief(DAY, by="ada", reason="sent to the ministry")
    assert (entry.kind, entry.by, entry.reason) == (EntryKind.KEEP_BRIEF, "ada", "sent to the ministry")
    (kept,) = half.kept_briefs()
    assert kept.as_of == DAY
    assert kept.reports == {row.id for row in half.reports()}
    half.undo(entry.number, by="ada")
    assert half.kept_briefs() == ()


def test_keeping_a_brief_changes_nothing_in_the_record(half: Dossier) -> None:
    before = half.record()
    half.keep_brief(DAY, by="ada")
    assert half.record() == before


def test_no_words_of_a_report_are_kept(half: Dossier) -> None:
    entry = half.keep_brief(DAY, by="ada")
    assert set(entry.value) == {"as_of", "known_by", "reports"}
    assert all(name.startswith("r-") for name in entry.value["reports"])
    assert entry.anchors == ()


def test_the_next_brief_tells_what_the_kept_one_could_not(half: Dossier, tmp_path: Path) -> None:
    half.keep_brief(DAY, by="ada")
    old = {row.id for row in half.reports()}
    unchanged = brief(half, DAY)
    assert unchanged.since_ground == SinceGround.KEPT
    assert [part.note for part in unchanged.sections if part.key == SectionKey.NEW] == [
        "Nothing in the record is told to have happened since."
    ]
    half.read([tmp_path / "later"])
    made = brief(half, DAY)
    new = next(part for part in made.sections if part.key == SectionKey.NEW)
    assert new.lines
    events = {row.id: row for row in half.timeline()}
    for line in new.lines:
        for name in line.rows:
            if name in events:
                assert not {item.report for item in events[name].evidence} & old


def test_the_states_of_then_are_those_that_the_record_told_then(half: Dossier, tmp_path: Path) -> None:
    told = half.state(DAY)
    half.keep_brief(DAY, by="ada")
    half.read([tmp_path / "later"])
    assert list(half.state_kept(half.kept_briefs()[0])) == list(told)


def test_a_correction_of_later_does_not_reach_back(half: Dossier) -> None:
    half.keep_brief(DAY, by="ada")
    (kept,) = half.kept_briefs()
    told = half.state_kept(kept)
    suspended = next(row for row in half.timeline() if row.type == "suspend_mediation")
    half.correct(EntryKind.REJECT, (suspended.id,), by="ada")
    assert list(half.state_kept(kept)) == list(told)
    assert list(half.state(DAY)) != list(told)
