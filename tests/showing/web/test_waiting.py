"""Pages that take long: the word that they are being made, and each made once however many wait."""

import threading
from pathlib import Path
from typing import Any

import pytest

from dragoman.showing.web.desk import Desk, Moment
from dragoman.showing.web.waiting import Waiting
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit


@pytest.fixture
def desk(path: Path) -> Any:
    made = Desk(path, read_only=True)
    yield made
    made.close()


def test_a_page_that_is_not_made_yet_says_so_and_is_there_later(visit: Visit) -> None:
    hasty, patient = visit(patience=0.0), visit()
    first = hasty.get("/")
    assert first.status_code == 202
    assert "is being made from" in first.text and 'hx-get="/"' in first.text
    whole = patient.get("/").text
    for _ in range(600):
        if (later := hasty.get("/")).status_code == 200:
            break
        threading.Event().wait(0.1)
    title = whole[whole.index("<h1") : whole.index("</h1>")]
    assert later.status_code == 200 and title in later.text


def test_lists_do_not_wait(visit: Visit) -> None:
    assert visit(patience=0.0).get("/claims").status_code == 200


def test_what_many_wait_for_is_made_once(desk: Desk) -> None:
    go, made = threading.Event(), []

    def make(moment: Moment) -> str:
        made.append(moment.version)
        go.wait(30)
        return "page"

    with desk.now() as moment:
        waiting = Waiting(desk, 0.01)
        assert [waiting.ask(moment, "/", make) for _ in range(3)] == [None, None, None]
        go.set()
        told = None
        while told is None:
            told = waiting.ask(moment, "/", make)
        assert (told, len(made)) == ("page", 1)
        waiting.close()


def test_a_moment_is_held_until_its_page_is_made(desk: Desk) -> None:
    go, told = threading.Event(), []

    def make(moment: Moment) -> None:
        go.wait(30)
        told.append(moment.is_held)

    waiting = Waiting(desk, 0.01)
    with desk.now() as moment:
        assert waiting.ask(moment, "/", make) is None
    held = [moment.is_held]
    go.set()
    waiting.close()
    for _ in range(600):
        held.append(moment.is_held)
        if not held[-1]:
            break
        threading.Event().wait(0.05)
    assert (told, held[0], held[-1]) == ([True], True, False)


def test_what_fails_is_told_to_whoever_asked(desk: Desk) -> None:
    def make(moment: Moment) -> None:
        raise LookupError("no such page")

    with desk.now() as moment:
        waiting = Waiting(desk, 30.0)
        for _ in range(2):
            with pytest.raises(LookupError):
                waiting.ask(moment, "/", make)
        waiting.close()


def test_what_is_made_for_a_moment_before_of_the_same_record_is_shared(path: Path) -> None:
    desk = Desk(path, read_only=False)
    with desk.now() as first:
        with Dossier.open(path) as writing:
            writing.keep_talks(first.dossier)
        with desk.now(fresh=True) as second:
            assert second is not first and second.version == first.version
            made = first.once("late", object)  # begun for the moment before, as first pages are
            assert second.once("late", object) is made
            rows = first.dossier.once("rows", object)
            assert second.dossier.once("rows", object) is rows
    desk.close()
