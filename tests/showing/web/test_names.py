"""How actors are called on the pages: by the record's names; what names nobody stands as a report's words."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dragoman.records.rows.evidence import ActorRef
from dragoman.showing.web.desk import Moment
from dragoman.workbench import Dossier
from tests.showing.invented import full_tables
from tests.showing.rows import OSK


def moment_of(actors: Any) -> Moment:
    tables = SimpleNamespace(version=lambda: "1", kept_briefs=lambda: (), actors=lambda: actors, path=Path("talks"))
    return Moment(cast(Dossier, tables), 1)


@pytest.fixture
def moment() -> Moment:
    osk = full_tables()["actors"][0].but(id=OSK.id, name=OSK.name, of=None)
    leaders = osk.but(id="a-leaders", name="its leaders", aliases=(), of=OSK, roles=())
    return moment_of((osk, leaders))


def test_an_actor_is_called_by_its_name_in_the_record(moment: Moment) -> None:
    assert moment.called(OSK.but(name="the capital")) == OSK.name


def test_a_part_without_a_name_is_called_by_its_whole(moment: Moment) -> None:
    assert OSK.name in moment.called(ActorRef(id="a-leaders", name="its leaders"))


@pytest.mark.parametrize("words", ["its leaders", "both sides", "diplomats"])
def test_words_that_name_nobody_are_quoted(moment: Moment, words: str) -> None:
    assert moment.called(ActorRef(id="a-none", name=words)) == f"“{words}”"
