"""What the program says of the cases' statements, against what a careful reader says."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from dragoman.reading.read import read
from dragoman.records.reading import Attribution, Reading
from dragoman.records.span import Span, Spans
from dragoman.reports import from_text

from .sheet import NOBODY, Case, Said

_WORD = re.compile(r"[\w$%-]+")
_SMALL = frozenset(
    (
        "a",
        "an",
        "the",
        "in",
        "on",
        "at",
        "by",
        "via",
        "of",
        "that",
        "who",
        "which",
        "and",
        "or",
        "to",
        "from",
        "with",
        "had",
        "has",
        "have",
        "been",
        "was",
        "were",
        "is",
        "are",
        "did",
        "not",
    )
)
# Words that an answer may have beyond those asked for, and the share of these that it must have.
_MORE = 4
_ENOUGH = 0.5


class Answer(NamedTuple):
    """One question of a case, and what the program says to it."""

    case: Case
    field: str
    at: str
    wanted: Any
    given: Any
    right: bool

    def __str__(self) -> str:
        return f"{self.case.name}: {self.field} of “{self.at}”: {self.given!r}, not {self.wanted!r}"


def answers(case: Case) -> Iterator[Answer]:
    """The program's answer to each question of a case."""
    reading = read(from_text(case.text, outlet=case.outlet))
    for said in case.said:
        found = statement(reading, said)
        for field, wanted in said.asked.items():
            given: Any = "not found"
            right = False
            if found is not None:
                given, right = _judged(reading, found, field, wanted)
            yield Answer(case, field, said.at, wanted, given, right)
    for words in case.nobody:
        at = place(reading.text, words)
        holding = [a for a in reading.attributions if _shared(a.content, at)]
        given = [span.of(reading.text) for a in holding for span in a.content]
        yield Answer(case, NOBODY, words, None, given or None, not holding)


def place(text: str, words: str) -> Span:
    """Where `words` first stand. Raises ValueError when they do not."""
    start = text.index(words)
    return Span(start, start + len(words))


def statement(reading: Reading, said: Said) -> Attribution | None:
    """The attribution that a line of a case means: of those that hold its words, the one with least else in it."""
    at = place(reading.text, said.at)
    fits = [
        (sum(s.end - s.start for s in a.content), a.id, a)
        for a in reading.attributions
        if _shared((*a.content, *a.cue, *a.source), at) >= _ENOUGH * (at.end - at.start)
        and (said.cue is None or said.cue in " ".join(s.of(reading.text) for s in a.cue))
    ]
    return min(fits)[2] if fits else None


def _shared(spans: Spans, at: Span) -> int:
    inside = {i for s in spans for i in range(max(s.start, at.start), min(s.end, at.end))}
    return len(inside)


def _judged(reading: Reading, found: Attribution, field: str, wanted: Any) -> tuple[Any, bool]:
    """What the program says, readable, and whether it is right."""
    several = wanted if isinstance(wanted, list) else [wanted]
    if field in ("who", "not_who", "one_of"):
        return _who(reading, found, field, str(wanted))
    if field == "parent":
        return _parent(reading, found, wanted)
    given = getattr(found, field)
    if field in ("kind", "polarity", "sourcing", "count", "framing"):
        plain = str(given) if isinstance(given, str) else given
        return plain, plain in several
    return given, any(alike(one, given) for one in several)


def _who(reading: Reading, found: Attribution, field: str, words: str) -> tuple[str | None, bool]:
    at = place(reading.text, words)
    meant = {
        (_shared((mention,), at), mention.start - mention.end, actor.id)
        for actor in reading.actors
        for mention in actor.mentions
        if mention.touches(at)
    }
    best = max(meant)[2] if meant else None
    actor = next((a for a in reading.actors if a.id == found.actor), None)
    shown = None if actor is None else " = ".join(dict.fromkeys(m.of(reading.text) for m in actor.mentions))
    if field == "not_who":
        return shown, found.actor is None or found.actor != best
    belongs = field == "one_of" and actor is not None and actor.of == best
    return shown, best is not None and (found.actor == best or belongs)


def _parent(reading: Reading, found: Attribution, wanted: str | None) -> tuple[str | None, bool]:
    parent = next((a for a in reading.attributions if a.id == found.parent), None)
    if parent is None or wanted is None:
        return None if parent is None else parent.wording or "", parent is None and wanted is None
    words = " ".join((parent.wording or "", *(s.of(reading.text) for s in (*parent.source, *parent.cue))))
    return words, wanted.lower() in words.lower()


def alike(wanted: str | None, given: str | None) -> bool:
    """Whether two wordings are one, small words and a few more or fewer at the ends apart."""
    if wanted is None or given is None:
        return wanted is None and given is None
    asked, told = ([w for w in _WORD.findall(text.lower()) if w not in _SMALL] for text in (wanted, given))
    missing = Counter(asked) - Counter(told)
    beyond = Counter(told) - Counter(asked)
    return missing.total() <= (1 - _ENOUGH) * len(asked) and beyond.total() <= _MORE and bool(told)
