"""Words that an undated report shares with others: who prints the same words prints them in the same days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.reconciling.dating.telling import rarities, words_of
from dragoman.reconciling.passages import COMMON
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words import tokens
from dragoman.records.reading import Attribution
from dragoman.records.span import Span

# Words in a row that news does not repeat by chance.
RUN = 9
# Fewer tell a common origin where their words are rare in the pile (the sum, in that of a word which one report alone
# has), no names, at least so many, and few reports have the run.
SHORT_RUN, RARE, PLAIN, FEW = 6, 1.2, 3, 3


class Shared(NamedTuple):
    """A sentence of an undated report, and one of another that has a run of its words; `runs`: long runs in common."""

    report: str
    span: Span
    other: str
    other_span: Span
    runs: int = 0


def shared(pile: Pile, undated: Iterable[str]) -> tuple[Shared, ...]:
    """The sentences that undated reports share with others, once for each pair of reports; linear in the pile.

    What one outlet repeats in its own reports is often its furniture, and is not counted; nor are formulas.
    """
    wanted = frozenset(undated)
    rarity = rarities(
        frozenset().union(*(words_of(span.of(item.report.text)) for span in item.reading.sentences)) for item in pile
    )
    where: dict[tuple[str, ...], list[tuple[str, Span]]] = defaultdict(list)
    for report in sorted(wanted):
        for run, span in _runs(pile[report], rarity):
            where[run].append((report, span))
    for item in pile:
        if item.id not in wanted:
            for run, span in _runs(item, rarity):
                if run in where:
                    where[run].append((item.id, span))
    found: dict[tuple[str, str], Shared] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for run in sorted(where):
        places = where[run]
        if len({report for report, _ in places}) > (COMMON if len(run) == RUN else FEW):
            continue
        for report, span in places:
            for other, other_span in places:
                if report in wanted and other != report and _independent(pile[report], pile[other]):
                    one = Shared(report, span, other, other_span)
                    found[report, other] = min(found.get((report, other), one), one)
                    counts[report, other] += len(run) == RUN
    return tuple(found[key]._replace(runs=counts[key]) for key in sorted(found))


def said_at(item: Item, span: Span, words: str) -> Attribution | None:
    """The attribution in whose content stands what the sentence shares with `words`; the widest where several are.

    That a sentence shares how its speaker is called tells nothing of when the words in it were said.
    """
    text = item.report.text
    shared_runs = set(_long_runs(tokens(words)))
    inside = [
        a
        for a in item.reading.attributions
        if any(part.touches(span) for part in a.content)
        and any(not shared_runs.isdisjoint(_long_runs(tokens(part.of(text)))) for part in a.content)
    ]
    return max(inside, key=lambda a: (sum(part.end - part.start for part in a.content), a.id), default=None)


def _independent(one: Item, other: Item) -> bool:
    return one.report.outlet is None or one.report.outlet != other.report.outlet


def _runs(item: Item, rarity: Mapping[str, float]) -> Iterator[tuple[tuple[str, ...], Span]]:
    for span in item.reading.sentences:
        sentence = span.of(item.report.text)
        words = tokens(sentence)
        yield from ((run, span) for run in _long_runs(words))
        telling = words_of(sentence)
        rare = [rarity.get(word, 0.0) if word in telling else 0.0 for word in words]
        for at in range(len(words) - SHORT_RUN + 1):
            part = rare[at : at + SHORT_RUN]
            if sum(part) >= RARE and sum(map(bool, part)) >= PLAIN:
                yield tuple(words[at : at + SHORT_RUN]), span


def _long_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
