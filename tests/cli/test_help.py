import pytest

from dragoman.cli.examples import EXAMPLES
from dragoman.cli.reference import commands

COMMANDS = dict(commands())
DESIGNED = (
    *("read", "brief", "timeline", "statements", "claims", "conflicts", "figures", "actors", "origins", "proposals"),
    *(
        "positions",
        "conditions",
        "hosting",
        "channels",
        "reports",
        "state",
        "compare",
        "show",
        "correct",
        "journal",
        "forget",
        "serve",
    ),
    *("forget", "annotate", "correct confirm", "correct reject", "correct relevance", "correct set-date"),
    *("correct rename-actor", "correct merge-actors", "correct split-actor", "correct add-statement"),
    *("correct grade", "correct mark-conflict", "correct unmark-conflict"),
)


def test_the_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) == {"", *DESIGNED}


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help_and_an_example(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert command.help[0].isupper()
    assert EXAMPLES[path]
    assert all(f"Example: {example}" in command.epilog for example in EXAMPLES[path])
    assert all(example.startswith(f"dragoman {path}".strip()) for example in EXAMPLES[path])


@pytest.mark.parametrize(
    ("path", "name"), [(path, param.name) for path, command in COMMANDS.items() for param in command.params]
)
def test_every_option_and_argument_has_help(path: str, name: str) -> None:
    param = next(param for param in COMMANDS[path].params if param.name == name)
    assert param.help, f"dragoman {path}: {name} is undocumented"
    assert param.help.rstrip().endswith((".", ")"))


PRINTING = [path for path in COMMANDS if not hasattr(COMMANDS[path], "commands") and path != "serve"]


@pytest.mark.parametrize("path", PRINTING)
def test_every_command_that_prints_data_takes_json(path: str) -> None:
    assert any("--json" in param.opts for param in COMMANDS[path].params)


@pytest.mark.parametrize("path", [path for path in COMMANDS if path.startswith("correct ")])
def test_every_correction_says_who_and_why(path: str) -> None:
    options = {option for param in COMMANDS[path].params for option in param.opts}
    assert {"--by", "--reason"} <= options


@pytest.mark.parametrize("path", COMMANDS)
def test_the_first_line_of_help_fits_the_list_of_commands(path: str) -> None:
    first = COMMANDS[path].help.split("\n")[0]
    assert len(first) <= 66 or not path
