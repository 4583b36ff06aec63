import shlex
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.examples import EXAMPLES
from dragoman.showing.web import running
from dragoman.showing.web.guarding.passwords import matches
from dragoman.showing.web.settings import Settings
from tests.cli.conftest import Command

SECRET = "a long enough word"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """What would be served; nothing is."""
    made: list[Settings] = []

    def run(settings: Settings, **more: Any) -> None:
        made.append(settings)

    monkeypatch.setattr(running, "run", run)
    return made


@pytest.mark.parametrize("line", EXAMPLES["serve"])
def test_the_example_runs(line: str, folder: Path, command: Command, served: list[Settings]) -> None:
    outcome = command(*shlex.split(line)[1:])
    assert outcome.code == 0, outcome.err
    assert "reports at http://127.0.0.1:" in outcome.err
    assert served[0].host == "127.0.0.1"
    assert not served[0].is_guarded


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_others_are_let_in_only_with_a_password(
    host: str, folder: Path, command: Command, served: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = command("serve", "talks.dossier", "--host", host)
    assert outcome.code == 2
    assert "--password" in outcome.err
    monkeypatch.setenv("DRAGOMAN_PASSWORD", "short")
    assert command("serve", "talks.dossier", "--host", host, "--password").code == 2
    assert not served
    monkeypatch.setenv("DRAGOMAN_PASSWORD", SECRET)
    outcome = command("serve", "talks.dossier", "--host", host, "--password")
    assert outcome.code == 0
    assert "in the clear" in outcome.err
    assert matches(SECRET, served[0].password_hash)
    assert SECRET not in repr(served[0])


def test_a_dossier_that_is_not_there_is_told(folder: Path, command: Command, served: list[Settings]) -> None:
    outcome = command("serve", "nothing.dossier")
    assert outcome.code == 3
    assert not served
