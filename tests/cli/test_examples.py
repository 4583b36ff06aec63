import re
import shlex
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.examples import EXAMPLES
from tests.cli.conftest import Command

TABLES = {"t": "timeline", "s": "statements", "r": "reports", "a": "actors", "c": "claims", "x": "conflicts"}
FINISHING = [examples for command, examples in EXAMPLES.items() if command != "serve"]  # that one waits for visitors
STAND_IN = re.compile(r"([a-z])-0{11}(\d)")


def filled(word: str, folder: Path) -> str:
    """The example's stand-in for an id replaced by an id of that kind."""
    found = STAND_IN.fullmatch(word)
    if not found:
        return word
    with dragoman.open(folder / "talks.dossier", create=False, read_only=True) as opened:
        rows = getattr(opened, TABLES[found[1]])()
    return str(rows[int(found[2])].id)


@pytest.mark.parametrize("line", dict.fromkeys(example for examples in FINISHING for example in examples))
def test_the_example_runs(line: str, folder: Path, command: Command) -> None:
    words = [filled(word, folder) for word in shlex.split(line)]
    if "--undo" in words:
        first = filled("t-000000000000", folder)
        assert command("correct", "confirm", "talks.dossier", first, "--by", "M. Aldo").code == 0
    outcome = command(*words[1:])
    assert outcome.code == 0, outcome.err
    assert outcome.out or (folder / words[words.index("--output") + 1]).stat().st_size
    assert "Traceback" not in outcome.err
