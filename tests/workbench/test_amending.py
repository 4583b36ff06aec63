"""Tables in memory, amended by the rows that changed, are those that are read anew."""

import datetime
import shutil
from pathlib import Path

import pytest

from dragoman.records.journal import EntryKind
from dragoman.workbench import Dossier
from dragoman.workbench.deriving import GROUNDS
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "reports"
HELD = tuple(name for name in GROUNDS if name not in ("stances", "offers"))


def looking(path: Path) -> Dossier:
    """The dossier as it is now, held still."""
    made = Dossier.open(path, create=False, read_only=True)
    made.pin()
    return made


def tables(dossier: Dossier) -> dict[str, tuple[object, ...]]:
    dossier.talks()  # loads all that talks are made of
    return {name: tuple(getattr(dossier, name)()) for name in HELD}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.dossier"


def test_report_by_report_the_tables_gone_on_from_are_those_read_anew(path: Path) -> None:
    files = sorted(file for file in EXAMPLES.iterdir() if file.is_file())
    with Dossier.open(path) as writing:
        writing.read(files[:3])
        writing.claims()
    before, kept_count = looking(path), 0
    tables(before)
    for n, file in enumerate(files[3:]):
        with Dossier.open(path) as writing:
            writing.read([file])
            report, actor = writing.reports()[0], writing.actors()[0]
            if n % 3 == 0:
                writing.correct(EntryKind.SET_DATE, (report.id,), by="A.", value={"date": f"2031-02-{n + 1:02d}"})
            if n % 3 == 1:
                writing.correct(EntryKind.RENAME_ACTOR, (actor.id,), by="A.", value={"name": f"Name {n}"})
            writing.claims()
        now, anew = looking(path), looking(path)
        changed = now.changed_since(before)
        assert changed is not None and changed["reports"]
        now.follow(before)
        mine = tables(now)
        assert mine == tables(anew)
        kept_count += len({id(row) for row in tables(before)["statements"]} & {id(row) for row in mine["statements"]})
        before.close()
        anew.close()
        before = now
    before.close()
    assert kept_count > 50  # they were not all read


def test_from_what_held_a_forgotten_report_nobody_goes_on(path: Path) -> None:
    with Dossier.open(path) as writing:
        writing.read([EXAMPLES])
        writing.claims()
        before = looking(path)
        tables(before)
        writing.forget(writing.reports()[0].id, by="A.", reason="asked to")
        writing.claims()
    now = looking(path)
    assert now.changed_since(before) is None
    now.follow(before)
    anew = looking(path)
    assert tables(now) == tables(anew)
    for one in (before, now, anew):
        one.close()


def test_another_file_in_its_place_is_read_anew(path: Path, tmp_path: Path) -> None:
    """A copy that went its own way has the same numbers of changes, and other rows."""
    files, copy = sorted(file for file in EXAMPLES.iterdir() if file.is_file()), tmp_path / "copy.dossier"
    with Dossier.open(path) as writing:
        writing.read(files[:2])
        writing.claims()
    shutil.copy(path, copy)
    for place, file in ((path, files[2]), (copy, files[3])):
        with Dossier.open(place) as writing:
            writing.read([file])
            writing.claims()
    mine, other = looking(path), looking(copy)
    tables(mine)
    assert other.changed_since(mine) is None
    other.follow(mine)
    anew = looking(copy)
    assert tables(other) == tables(anew)
    for one in (mine, other, anew):
        one.close()


def test_a_day_later_is_not_told_of_by_what_was_held(path: Path) -> None:
    with Dossier.open(path) as writing:
        writing.read([EXAMPLES])
        writing.claims()
    before = looking(path)
    first = before.once("made of it", lambda: datetime.date(2031, 3, 1))
    with Dossier.open(path) as writing:
        writing.correct(EntryKind.SET_DATE, (writing.reports()[0].id,), by="A.", value={"date": "2031-03-02"})
        writing.claims()
    now = looking(path)
    now.follow(before)
    assert now.once("made of it", lambda: first + datetime.timedelta(days=1)) != first
    before.close()
    now.close()
