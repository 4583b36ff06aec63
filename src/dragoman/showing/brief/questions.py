"""What somebody left open ("would not say whether a deadline was set"), with what other reports say to it."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.process.likeness import content_words
from dragoman.records.reading import Polarity
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.voices import StatementRow
from dragoman.records.vocabularies import from_yaml
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.whole import Whole
from dragoman.showing.said import Said

# "whether they had been given a deadline, how they answered, or where they would go" asks three things: the first.
_WHETHER = re.compile(r"^whether\b[^,;.]*", re.IGNORECASE)
_LEAST = 2  # things that a question must be about to be told from others
_ANSWERS = 4


class Question(NamedTuple):
    """A question: who left it open, and who says something to it."""

    asks: str
    open: StatementRow
    answers: tuple[StatementRow, ...]


def questions(pile: Pile) -> tuple[Question, ...]:
    """Each question that somebody left open and others say something to; those with most answers first."""
    found: dict[str, Question] = {}
    for asks, row, all_answers in pile.whole.once("questions", lambda: _of_all_days(pile.whole)):
        answers = list(filter(pile.is_said, all_answers)) if pile.is_said(row) else []
        if answers:
            found.setdefault(asks, Question(asks, row, _once(answers)))
    return tuple(sorted(found.values(), key=lambda one: (-len(one.answers), one.open.id)))


def _of_all_days(whole: Whole) -> list[tuple[str, StatementRow, list[StatementRow]]]:
    """The questions that anybody left open, on any day, with all that is said to them."""
    names = frozenset(word for row in whole.actors for name in (row.name, *row.aliases) for word in content_words(name))
    rows = whole.statements
    silent = [row for row in rows if row.polarity is Polarity.DECLINES]
    asked = [(found.group(), row) for row in silent if (found := _WHETHER.match(row.content))]
    open_ = [(asks, row, about) for asks, row in asked if len(about := _classes(asks) - names) >= _LEAST]
    if not open_:
        return []
    said = Said((row.id, row.content.lower()) for row in rows)
    classes = cache(lambda place: _classes(rows[place].content))
    return [
        (asks, row, [rows[at] for at in _may_tell(said, about) if about <= classes(at) and _is_other(rows[at], row)])
        for asks, row, about in open_
    ]


def _is_other(one: StatementRow, silent: StatementRow) -> bool:
    """Whether a statement is no silence, and not that of which it is asked."""
    return one.polarity is not Polarity.DECLINES and not _meet(silent, one)


def _may_tell(said: Said, about: frozenset[str]) -> list[int]:
    """Where the statements stand that have some form of the longest of the words: no others can have all of them."""
    near: dict[str, list[str]] = {}
    for word, first in _words().near.items():
        near.setdefault(first, []).append(word)
    forms = max(([one, *near.get(one, ())] for one in sorted(about)), key=lambda forms: min(map(len, forms)))
    return sorted({place for form in forms for place in said.with_all([form])})


def _once(rows: list[StatementRow]) -> tuple[StatementRow, ...]:
    """One telling for each report: the shortest, which says least besides."""
    shortest: dict[str, StatementRow] = {}
    for row in sorted(rows, key=lambda row: (len(row.content), row.id)):
        shortest.setdefault(row.report, row)
    return tuple(sorted(shortest.values(), key=lambda row: row.id))[:_ANSWERS]


def _meet(one: StatementRow, other: StatementRow) -> bool:
    return any(_touch(a, b) for a in one.evidence for b in other.evidence)


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


class _Words(NamedTuple):
    near: dict[str, str]  # each word of a group to the first
    empty: frozenset[str]


@cache
def _words() -> _Words:
    loaded = from_yaml((files(__package__) / "questions.yaml").read_text(encoding="utf-8"))
    near = {word: group.split()[0] for group in loaded["near"] for word in group.split()}
    return _Words(near, frozenset(loaded["empty"].split()))


def _classes(text: str) -> frozenset[str]:
    """What a text is about: its words, those for one thing as one."""
    known = _words()
    return frozenset(known.near.get(word, word) for word in content_words(text) - known.empty)
