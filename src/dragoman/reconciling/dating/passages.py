"""Words that an undated report shares with others: who prints the same words prints them in the same days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.reconciling.passages import COMMON
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words import tokens
from dragoman.records.reading import Attribution
from dragoman.records.span import Span

# Words in a row that news does not repeat by chance.
RUN = 9


class Shared(NamedTuple):
    """A sentence of an undated report, and one of another that has a run of its words.

    `runs` is how many runs the two reports share.
    """

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
    where: dict[tuple[str, ...], list[tuple[str, Span]]] = defaultdict(list)
    for report in sorted(wanted):
        for run, span in _runs(pile[report]):
            where[run].append((report, span))
    for item in pile:
        if item.id not in wanted:
            for run, span in _runs(item):
                if run in where:
                    where[run].append((item.id, span))
    found: dict[tuple[str, str], Shared] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for run in sorted(where):
        places = where[run]
        if len({report for report, _ in places}) > COMMON:
            continue
        for report, span in places:
            for other, other_span in places:
                if report in wanted and other != report and _independent(pile[report], pile[other]):
                    one = Shared(report, span, other, other_span)
                    found[report, other] = min(found.get((report, other), one), one)
                    counts[report, other] += 1
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


def _runs(item: Item) -> Iterator[tuple[tuple[str, ...], Span]]:
    for span in item.reading.sentences:
        yield from ((run, span) for run in _long_runs(tokens(span.of(item.report.text))))


def _long_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
