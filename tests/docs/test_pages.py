"""What the pages tell a reader to type is there to be typed, and links lead somewhere."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.S | re.M)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def typed() -> list[tuple[str, str]]:
    """Each line of each page's code blocks that begins with the command."""
    return [
        (page.relative_to(ROOT).as_posix(), line.strip().removeprefix("$ "))
        for page in PAGES
        for block in FENCED.findall(page.read_text("utf-8"))
        for line in block.splitlines()
        if line.strip().removeprefix("$ ").startswith("dragoman ") and "|" not in line and page.name != "design.md"
    ]


def parse(words: list[str]) -> None:
    """Let the command line take the words apart, without running anything. Raises click's usage errors."""
    command: Any = typer.main.get_command(app)
    parent: Any = None
    name = "dragoman"
    while True:
        context = command.context_class(command, info_name=name, parent=parent)
        if not hasattr(command, "get_command"):
            command.make_context(name, words, parent=parent)
            return
        found = command.get_command(context, words[0])
        assert found is not None, f"no command {words[0]}"
        command, name, words, parent = found, words[0], words[1:], context


def test_pages_tell_what_to_type() -> None:
    assert len(typed()) > 10


@pytest.mark.parametrize(("page", "line"), typed())
def test_commands_in_pages_are_commands(page: str, line: str) -> None:
    words = shlex.split(re.split(r"\s{3,}", line)[0])[1:]
    assert words, page
    parse(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"
