"""What the words of an event say of the talks: a lookup in `wording.yaml`."""

import datetime
import functools
import re
from importlib import resources

from dragoman.records.vocabularies import from_yaml

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    loaded: dict[str, list[str]] = from_yaml(resources.files(__package__).joinpath("wording.yaml").read_text("utf-8"))
    return {name: re.compile("|".join(f"(?:{one})" for one in told)) for name, told in loaded.items()}


def entries() -> frozenset[str]:
    """The names of the entries of `wording.yaml`."""
    return frozenset(_patterns())


@functools.lru_cache(maxsize=1 << 17)  # the events of a large pile, asked for each channel
def says(entry: str, text: str) -> bool:
    """Whether a text says what the entry stands for."""
    return _patterns()[entry].search(_plain(text)) is not None


def ends_with(entry: str, text: str) -> bool:
    """Whether a text ends with what the entry stands for, whatever blanks follow."""
    return _patterns()[entry].search(_plain(text) + " ") is not None


@functools.lru_cache(maxsize=8192)
def is_done(text: str) -> bool:
    """Whether the words tell an agreement as reached: nothing up to the end of what they agree on says otherwise."""
    plain = _plain(text)
    found = _patterns()["agreement"].search(plain)
    return _patterns()["not_done"].search(plain[: found.end()] if found else plain) is None


def other_year(text: str, window: datetime.date) -> bool:
    """Whether a text names a year before that of `window`, the day before which all is history."""
    return any(int(year) < window.year for year in _YEAR.findall(text))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
