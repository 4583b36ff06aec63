from pathlib import Path

from dragoman.cli.reference import commands, reference

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), (
        "docs/reference/commands.md is out of date: python -m dragoman.cli.reference docs/reference/commands.md"
    )


def test_the_page_has_every_command_and_option() -> None:
    text = reference()
    for path, command in commands():
        assert f"\n## dragoman {path}".rstrip() in text
        for param in command.params:
            assert param.param_type_name == "argument" or f"`{param.opts[0]}" in text
