"""Bounds from turns of the talks: an undated report tells relative to its own day what dated ones tell of one day."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.calendar import contradicts
from dragoman.reconciling.dating.relative import Reach, reach
from dragoman.reconciling.dating.wording import day_in_words
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.reading import TimeExpression
from dragoman.records.span import Span
from dragoman.records.time import Ground
from dragoman.records.vocabularies import from_yaml

# Words before and after a time within which its turn is told, and between the turn's noun and verb.
BEFORE, AFTER, APART = 12, 8, 8
# Dated reports that must tell of the day, and how many times as many as of any other day that the words could mean.
# Where no weekday tells which day, more must tell.
TELLERS, ALIKE, CLEARLY = 2, 3, 2
# Days around its own day on which a dated report's bare weekday, and its day of the calendar, is taken at its word.
NEAR, FAR = 7, 31

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

Days = Mapping[str, Mapping[datetime.date, frozenset[str]]]


class Turn(NamedTuple):
    """A kind of turn by the words that tell it."""

    kind: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    recurs: bool
    vetoes: frozenset[str]


def bounds(pile: Pile, undated: Iterable[str]) -> Mapping[str, tuple[Bound, ...]]:
    """For each undated report the bounds from the turns that it tells relative to its own day."""
    wanted = sorted(undated)
    without = frozenset(wanted)
    days: dict[str, dict[datetime.date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in pile:
        if item.id not in without and not contradicts(item):
            for kind, day in _dated(item):
                days[kind][day].add(item.id)
    return {one: tuple(_bounds(pile[one], days, pile)) for one in wanted}


def _dated(item: Item) -> Iterator[tuple[str, datetime.date]]:
    """The turns that a dated report tells of one day near its own."""
    published = item.published
    if published.begin is None or published.begin != published.end:
        return
    for one in item.reading.dates:
        if one.begin is None or one.begin != one.end:
            continue
        far = FAR if one.offset is None or one.offset.unit == "date" else NEAR
        if abs((one.begin - published.begin).days) <= far:
            past = one.begin <= published.begin
            yield from ((turn.kind, one.begin) for turn in told(item, one) if past or turn.recurs)


def _bounds(item: Item, days: Mapping[str, Mapping[datetime.date, set[str]]], pile: Pile) -> Iterator[Bound]:
    """One bound for each turn; where they cannot all be, one that holds them all."""
    found = list(_single(item, days, pile))
    begins, ends = [one.begin for one in found if one.begin], [one.end for one in found if one.end]
    if not found or max(begins) <= min(ends):
        yield from found
        return
    first = min(found, key=lambda one: (one.begin, one.end, one.ground.says))
    says = f"{first.ground.says}; other turns that it tells agree with none of these days, so all are kept"
    yield Bound(min(begins), max(ends), first.ground.but(says=says))


def _single(item: Item, days: Mapping[str, Mapping[datetime.date, set[str]]], pile: Pile) -> Iterator[Bound]:
    for one in item.reading.dates:
        allowed = reach(one)
        if allowed is None:
            continue
        for turn in told(item, one):
            if not (_tells_which(allowed) if turn.recurs else allowed.most > 0):
                continue
            least = TELLERS if allowed.weekdays else ALIKE
            best = _clearest(days.get(turn.kind, {}), allowed, least)
            if best is None:
                continue
            day, tellers = best
            quote = _sentence(item, one)
            names = ", ".join(sorted(pile[teller].name for teller in tellers))
            words = one.span.of(item.report.text)
            says = f"tells as “{words}” a turn ({turn.kind}) that others tell of {day_in_words(day)} ({names})"
            begin, end = allowed.published(day)
            yield Bound(begin, end, Ground(says=says, quote=quote.of(item.report.text), span=quote))


def _tells_which(allowed: Reach) -> bool:
    """Whether a time tells which of several turns is meant: a weekday does, and the next one is but one.

    Every one of them was "today" once, and then "three weeks ago".
    """
    return bool(allowed.weekdays) or allowed.most < 0


def _clearest(
    on: Mapping[datetime.date, set[str]], allowed: Reach, least: int
) -> tuple[datetime.date, set[str]] | None:
    """The day that most reports tell of among those that the words could mean; None where another comes near it."""
    fitting = sorted((day for day in on if allowed.fits(day)), key=lambda day: (-len(on[day]), day))
    if not fitting or len(on[fitting[0]]) < least:
        return None
    if len(fitting) > 1 and len(on[fitting[0]]) < CLEARLY * len(on[fitting[1]]):
        return None
    return fitting[0], on[fitting[0]]


def told(item: Item, one: TimeExpression) -> Iterator[Turn]:
    """The turns that the words around a time tell of it."""
    sentence = _sentence(item, one)
    text = item.report.text
    before = [word.lower() for word in _WORD.findall(text[sentence.start : one.span.start])][-BEFORE:]
    after = [word.lower() for word in _WORD.findall(text[one.span.end : sentence.end])][:AFTER]
    words = (*before, *after)
    for turn in turns():
        nouns = [at for at, word in enumerate(words) if word in turn.nouns]
        verbs = [at for at, word in enumerate(words) if word in turn.verbs]
        pairs = [(abs(n - v), min(n, v), max(n, v)) for n in nouns for v in verbs if n != v and abs(n - v) <= APART]
        # "Sunday's deal", "this weekend's nuclear deal"
        if text[one.span.end :][:1] in ("'", "’") or text[: one.span.end].endswith(("'s", "’s")):
            pairs += [(0, len(before), at) for at in nouns if len(before) <= at <= len(before) + 3]
        if not pairs:
            continue
        _, first, last = min(pairs)
        first, last = min(first, len(before)), max(last, len(before) - 1)
        around = words[max(0, first - 2) : last + 1]
        if not any(word in turn.vetoes for word in around):
            yield turn


def _sentence(item: Item, one: TimeExpression) -> Span:
    return next((span for span in item.reading.sentences if span.start <= one.span.start < span.end), one.span)


@cache
def _words() -> dict[str, Any]:
    text = (resources.files("dragoman.reconciling.dating") / "turns.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = from_yaml(text)
    return loaded


@cache
def turns() -> tuple[Turn, ...]:
    """The kinds of turns, in the order of the vocabulary."""
    return tuple(_turn(kind, words) for kind, words in _words()["turns"].items())


def _turn(kind: str, words: Mapping[str, Any]) -> Turn:
    not_yet, not_done = frozenset(_words()["not_yet"]), frozenset(_words()["not_done"])
    recurs, fails = words.get("recurs", False), words.get("fails", False)
    vetoes = frozenset() if recurs else not_yet if fails else not_yet | not_done
    return Turn(kind, frozenset(words["nouns"]), frozenset(words["verbs"]), recurs, vetoes)
