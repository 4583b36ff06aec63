"""Rules over kinds: a small pattern language and the longest match at each place.

A pattern is kinds with `?`, `|` and brackets: "(weekday comma?)? month day (comma? year)?". A kind may be a group of
kinds (GROUPS). Patterns have no repetition, so a match is bounded and a text is matched in linear time.
"""

import datetime
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.reading.dates import lexicon
from dragoman.reading.dates.lexing import OTHER, Lexeme
from dragoman.reading.dates.sense import Sense

GROUPS = {
    "day": ("num", "ord"),
    "count": ("num", "year"),
    "anyunit": ("unit", "units"),
    "phasing": ("early", "shift"),
    "det": ("the", "this", "that", "a"),
    "deictic": ("this", "last", "next"),
    "some": ("few", "couple"),
    "half_": ("half",),
}
_SIGN_KINDS = (
    "hyphen",
    "comma",
    "poss",
    "isodate",
    "slash",
    "clock",
    "decade",
    "year",
    "quartername",
    "money",
    "stroke",
)
_PIECE = re.compile(r"[a-z_]+|[()|?]")


class Story(NamedTuple):
    """What the text has told before a match."""

    day: datetime.date | None = None  # the last day told
    day_at: int = -1  # where it was told, in the view
    past_day: datetime.date | None = None  # the last day told that the report does not look ahead to
    past_day_at: int = -1
    quarter: str | None = None  # the last quarter told
    quarter_at: int = -1
    months_at: int = -1  # where a report's half, nine months or year was told last


NO_STORY = Story()


@dataclass(frozen=True)
class Found:
    """A match: its lexemes, their neighbours, which way the sentence's tense points, and what came before."""

    lexemes: tuple[Lexeme, ...]
    before: Lexeme | None
    after: Lexeme | None
    tense: Callable[[], str]  # "past", "future" or "present"; asked only where it matters
    story: Story
    ahead: tuple[Lexeme, ...]  # the few lexemes after the match
    years: Mapping[tuple[int, int], int]  # by month and day: the year that the text tells with it
    before_noun: Callable[[], bool]  # whether it stands before the noun that it belongs to

    def all(self, *kinds: str) -> tuple[Lexeme, ...]:
        """The match's lexemes of these kinds, in order."""
        return tuple(lexeme for lexeme in self.lexemes if lexeme.kind in kinds)

    def one(self, *kinds: str) -> Lexeme | None:
        """The first lexeme of these kinds."""
        return next((lexeme for lexeme in self.lexemes if lexeme.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        """Whether there is a lexeme of these kinds."""
        return self.one(*kinds) is not None

    @property
    def start(self) -> int:
        """Where the match begins in the view."""
        return self.lexemes[0].start

    @property
    def end(self) -> int:
        """Where the match ends in the view."""
        return self.lexemes[-1].end


Handler = Callable[[Found], Sense | None]


@dataclass(frozen=True)
class Rule:
    """A pattern and what a match of it means; None from the handler refuses the match."""

    name: str
    pattern: re.Pattern[str]
    firsts: frozenset[str]
    handler: Handler


@functools.cache
def letters() -> dict[str, str]:
    """The letter of each kind."""
    kinds = {kind for rows in lexicon.words().values() for kind, _ in rows}
    kinds |= {kind for rows in lexicon.phrases().values() for _, kind, _ in rows}
    return {kind: chr(0xE000 + n) for n, kind in enumerate(sorted({*kinds, *_SIGN_KINDS, OTHER}))}


def string_of(found: Iterable[Lexeme]) -> str:
    """The lexemes' kinds as one string."""
    table = letters()
    return "".join([table[lexeme.kind] for lexeme in found])


def rule(pattern: str, handler: Handler) -> Rule:
    """A rule from its pattern. Raises KeyError for a kind that is none."""
    pieces = _PIECE.findall(pattern)
    expression, firsts, _, rest = _alternatives(pieces)
    if rest:
        raise ValueError(f"unbalanced pattern: {pattern}")
    return Rule(pattern, re.compile(expression), frozenset(firsts), handler)


def _alternatives(pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
    """The regular expression, the letters it can start with, whether it can be empty, and what is left."""
    branches: list[str] = []
    firsts: set[str] = set()
    empty = False
    while True:
        branch, first, none, pieces = _sequence(pieces)
        branches.append(branch)
        firsts |= first
        empty = empty or none
        if not pieces or pieces[0] != "|":
            return "(?:" + "|".join(branches) + ")", firsts, empty, pieces
        pieces = pieces[1:]


def _sequence(pieces: list[str]) -> tuple[str, set[str], bool, list[str]]:
    out = ""
    firsts: set[str] = set()
    empty = True
    while pieces and pieces[0] not in ("|", ")"):
        if pieces[0] == "(":
            part, first, none, pieces = _alternatives(pieces[1:])
            pieces = pieces[1:]  # the closing bracket
        else:
            kinds = GROUPS.get(pieces[0], (pieces[0],))
            first, none, pieces = {letters()[kind] for kind in kinds}, False, pieces[1:]
            part = "[" + "".join(sorted(first)) + "]"
        if pieces and pieces[0] == "?":
            part, none, pieces = part + "?", True, pieces[1:]
        out += part
        if empty:
            firsts |= first
        empty = empty and none
    return out, firsts, empty, pieces


class Grammar:
    """All rules, by the letter that a match can start with."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_first: dict[str, list[Rule]] = {}
        for one in rules:
            for first in sorted(one.firsts):
                self._by_first.setdefault(first, []).append(one)
        self._start = re.compile("[" + "".join(sorted(self._by_first)) + "]")

    def candidates(self, string: str, at: int) -> list[tuple[int, Rule]]:
        """The rules that match at a place with where each match ends, the longest first; ties in the rules' order."""
        found = [
            (match.end(), one)
            for one in self._by_first.get(string[at], ())
            if (match := one.pattern.match(string, at)) is not None
        ]
        return sorted(found, key=lambda row: -row[0])

    def next_start(self, string: str, at: int) -> int | None:
        """The next place from `at` on where a rule could start."""
        match = self._start.search(string, at)
        return match.start() if match else None
