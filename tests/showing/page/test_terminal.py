import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from dragoman.records.rows.evidence import ActorRef
from dragoman.showing.brief import brief
from dragoman.showing.page.terminal import show
from dragoman.showing.screen import NARROWEST, PIPED, WIDEST, console
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory

WIDTHS = (60, 80, 120, 200)


def printed(dossier: Any, width: int) -> list[str]:
    out = io.StringIO()
    show(brief(dossier), console(width, out))
    return out.getvalue().splitlines()


def with_long_names() -> Any:
    tables = full_tables()
    endless = ActorRef(id="a-x", name="Haut-Commissariat-intergouvernemental-pour-la-réconciliation " * 3)
    tables["state"] = tuple(
        row.but(mediators=(endless, endless, endless, endless), parties=(endless, endless)) for row in tables["state"]
    )
    tables["actors"] = tuple(row.but(name=endless.name) for row in tables["actors"])
    tables["figures"] = tuple(row.but(of="people " * 40) for row in tables["figures"])
    return in_memory(tables)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", [lambda: in_memory(full_tables()), with_long_names, lambda: in_memory({})])
def test_no_line_is_wider_than_the_terminal(width: int, make: Callable[[], Any]) -> None:
    lines = printed(make(), width)
    assert lines
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_section_and_citation_is_there_at_every_width(full: Any, width: int) -> None:
    text = "\n".join(printed(full, width))
    made = brief(full)
    assert all(section.title in text for section in made.sections)
    shown = set(re.findall(r"\[\d+[a-z]*\]", text))
    assert {cite.label for section in made.sections for line in section.lines for cite in line.cites} <= shown


def test_no_line_ends_in_blanks(full: Any) -> None:
    assert all(line == line.rstrip() for line in printed(full, 100))


def test_a_pipe_gets_no_colour(full: Any) -> None:
    assert "\x1b" not in "\n".join(printed(full, 80))


def test_a_terminal_gets_colour_unless_told_otherwise(full: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_terminal() -> str:
        out = io.StringIO()
        show(brief(full), Console(file=out, force_terminal=True, width=80))
        return out.getvalue()

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[36m" in on_terminal()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in on_terminal()


def test_a_report_cannot_speak_to_the_terminal() -> None:
    tables = full_tables()
    tables["timeline"] = tuple(
        row.but(
            text="\x1b]0;owned\x07 [bold]x",
            evidence=tuple(item.but(start=900, quote="\x1b]0;owned\x07 [bold]x[/bold]") for item in row.evidence),
        )
        for row in tables["timeline"]
    )
    text = "\n".join(printed(in_memory(tables), 80))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]x[/bold]" in text  # words of a report are no markup


def test_a_label_is_not_repeated_line_after_line(full: Any) -> None:
    lines = printed(full, 120)
    assert sum(line.startswith("  Withdrawal") for line in lines) == 1


def test_the_screen_keeps_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console(20).width == NARROWEST
    assert console(1000).width == WIDEST
    assert console(file=io.StringIO()).width == PIPED
    monkeypatch.setenv("COLUMNS", "90")
    assert console(file=io.StringIO()).width == 90
