"""The program's own words: for the values of enumerations, for lists, counts and who speaks."""

from enum import StrEnum
from functools import cache
from importlib.resources import files

from dragoman.records.vocabularies import from_yaml


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """All of words.yaml: name of the enumeration, then value, then words."""
    loaded: dict[str, dict[str, str]] = from_yaml(
        (files("dragoman.showing") / "words.yaml").read_text(encoding="utf-8")
    )
    return loaded


def word(name: str, value: StrEnum) -> str:
    """The words for one value of the enumeration that words.yaml calls `name`."""
    return vocabulary()[name][value.value]


def spelled(identifier: str) -> str:
    """An identifier of a data file as words: `resume_mediation` as "resume mediation"."""
    return identifier.replace("_", " ")


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "1,200 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listing(items: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Items as a reader says them: "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def possessive(name: str) -> str:
    """A name in the possessive: "Corvane's", "the Netherlands'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def number(value: float | int) -> str:
    """A number with its thousands marked; no decimal point where it is whole."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,}"
    return f"{int(value):,}"
