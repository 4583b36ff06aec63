"""Provisos: conditions that sentences tell in words of their own, of acts that the reading tells as no event."""

import functools
import re
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.records.reading import Polarity
from dragoman.records.rows.evidence import Evidence
from dragoman.records.vocabularies import from_yaml


class Proviso(NamedTuple):
    """A condition, and of what: the type of event that it governs, and whether that would not be done.

    Whose act it is such words do not tell: "there will be no talks before the vote".
    """

    act: str
    negated: bool
    evidence: Evidence


class _Pattern(NamedTuple):
    told: re.Pattern[str]
    needs: tuple[str, ...]
    negated: bool


@functools.cache
def _loaded() -> tuple[tuple[_Pattern, ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    loaded = from_yaml(resources.files(__package__).joinpath("provisos.yaml").read_text("utf-8"))
    patterns = tuple(
        _Pattern(re.compile(p["told"], re.IGNORECASE), tuple(p["needs"]), bool(p["negated"]))
        for p in loaded["patterns"]
    )
    acts = tuple((act, re.compile(words, re.IGNORECASE)) for act, words in loaded["acts"].items())
    return patterns, acts


def provisos(grounds: Grounds) -> Iterator[Proviso]:
    """The provisos of all statements: `what` of a pattern tells the act, `if` stands where the condition is."""
    patterns, acts = _loaded()
    for row in sorted(grounds.statements.values(), key=lambda row: row.id):
        if row.polarity is not Polarity.ASSERTS:
            continue
        for said in row.evidence:
            plain = said.quote.lower()
            for pattern in patterns:
                for match in pattern.told.finditer(said.quote) if any(map(plain.__contains__, pattern.needs)) else ():
                    act = next((act for act, words in acts if words.search(match.group("what"))), None)
                    if act is not None:
                        yield Proviso(act, pattern.negated, _part(said, match))


def _part(said: Evidence, match: re.Match[str]) -> Evidence:
    start, end = match.span("if")
    quote = said.quote[start:end].rstrip(" ,;:-–—\n")
    return Evidence(
        report=said.report, file=said.file, start=said.start + start, end=said.start + start + len(quote), quote=quote
    )
