"""After a change the words of tables are those that are read anew."""

from pathlib import Path

from dragoman.showing.said import Said
from dragoman.showing.web.choosing import said_in
from dragoman.showing.web.desk import SAID, Desk
from dragoman.workbench import Dossier

TABLES = ("actors", "claims", "statements", "timeline", "proposals")
NEW = "Varra said on 9 March 2031 that it had put a proposal of seventy days to Osk and the Ridge Council."


def told(said: Said) -> tuple[list[str], dict[str, list[str]]]:
    found = {word: [said.names[place] for place in said.with_all([word])] for word in ("varra", "seventy", "truce")}
    return said.names, found


def test_words_gone_on_from_are_those_read_anew(path: Path, tmp_path: Path) -> None:
    desk = Desk(path, read_only=False)
    with Dossier.open(path) as writing:  # from now on the rows that change are noted
        _add(writing, tmp_path / "before.txt", NEW.replace("seventy", "eighty"))
    with desk.now(fresh=True) as first:
        for table in TABLES:
            said_in(first, table)
    with Dossier.open(path) as writing:
        _add(writing, tmp_path / "new.txt", NEW)
    with desk.now(fresh=True) as later:
        assert later.changed is not None and later.changed["claims"]
        mine = {table: told(said_in(later, table)) for table in TABLES}
        assert later.earlier((SAID, "claims", None)) is None  # it was gone on from
    anew = Desk(path, read_only=False)
    with anew.now() as moment:
        assert moment.changed is None
        assert mine == {table: told(said_in(moment, table)) for table in TABLES}
    assert mine["claims"][1]["seventy"]
    desk.close()
    anew.close()


def _add(writing: Dossier, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert writing.read([file]).new_count == 1
    writing.bring_up_to_date()
