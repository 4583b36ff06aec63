"""Writes docs/reference/commands.md from the commands themselves: `python -m dragoman.cli.reference FILE`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from dragoman.cli.examples import EXAMPLES
from dragoman.cli.main import app

HEAD = """# The commands

Made from the commands' own help by `python -m dragoman.cli.reference docs/reference/commands.md`; do not edit it.

Exit codes: 0 all is well; 1 some inputs failed (the others were read); 2 the command line makes no sense as given;
3 the dossier cannot be opened. `DOSSIER` is `dragoman.dossier` in the current folder where it is left out. Colour is
used on a terminal only, and not where `NO_COLOR` is set.
"""
DEFAULT = Path("docs/reference/commands.md")


def commands(command: Any = None, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its path ("correct confirm"), groups before what is in them. The root's path is ""."""
    command = command or typer.main.get_command(app)
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}".strip())


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(_section(path, command) for path, command in commands())


def _section(path: str, command: Any) -> str:
    name = f"dragoman {path}".strip()
    arguments = "".join(f" {_written(param)}" for param in command.params if param.param_type_name == "argument")
    lines = [f"\n## {name}\n\n"] if path else [f"\n## {name} [OPTIONS] COMMAND\n\n"]
    lines.append(f"{_help(command.help)}\n\n")
    if path:
        lines.append(f"    {name}{arguments} [OPTIONS]\n\n")
    lines += [f"- `{_names(param)}` {_help(param.help)}{_default(param)}\n" for param in command.params]
    examples = "\n".join(f"    {example}" for example in EXAMPLES[path])
    lines.append(f"\n{'Example' if len(EXAMPLES[path]) == 1 else 'Examples'}:\n\n{examples}\n")
    return "".join(lines)


def _help(text: str | None) -> str:
    """A help text with its paragraphs unwrapped."""
    paragraphs = (text or "").strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _written(param: Any) -> str:
    several = "..." if param.nargs == -1 else ""
    inner = f"{param.metavar}{several}"
    return inner if param.required or inner.startswith("[") else f"[{inner}]"


def _names(param: Any) -> str:
    if param.param_type_name == "argument":
        return _written(param)
    return ", ".join(param.opts) + (f" {param.metavar}" if param.metavar else "")


def _default(param: Any) -> str:
    if param.required:
        return " Required." if param.param_type_name == "option" else ""
    if isinstance(param.show_default, str):
        return f" Default: {param.show_default}."
    if param.default is None or isinstance(param.default, bool):
        return ""
    return f" Default: `{param.default}`."


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    target.write_text(reference(), encoding="utf-8")
