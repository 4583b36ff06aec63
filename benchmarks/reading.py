"""Words a second for reading, its ratio to the bare pass, and where the time goes."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import spacy

from dragoman.reading import attributions, dates, events, figures
from dragoman.reading import read as module
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import parsed_blocks
from dragoman.reading.parser import model_folder
from dragoman.records.report import Report

RUNS = 5


def seconds(work: Callable[[], Any]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(texts: list[Report]) -> tuple[float, float, float]:
    """Median seconds of a bare pass and of reading, over interleaved runs, and the median of their ratios."""
    nlp = spacy.load(model_folder())
    module.read(texts[0])
    nlp(texts[0].text)
    pairs = []
    for _ in range(RUNS):
        bare = seconds(lambda: [nlp(report.text) for report in texts])
        full = seconds(lambda: [module.read(report) for report in texts])
        pairs.append((bare, full))
    return (
        statistics.median(bare for bare, _ in pairs),
        statistics.median(full for _, full in pairs),
        statistics.median(full / bare for bare, full in pairs),
    )


def by_module(texts: list[Report]) -> dict[str, float]:
    """Seconds spent in each part of reading, over all texts."""
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        found = work()
        spent[name] += time.perf_counter() - start
        return found

    for report in texts:
        for parsed in timed("parse", lambda r=report: list(parsed_blocks(r))):  # type: ignore[misc]
            book = timed("actors", lambda p=parsed: ActorBook(p))  # type: ignore[misc]
            times = timed("dates", lambda p=parsed: dates.find(p))  # type: ignore[misc]
            said = timed(
                "attributions",
                lambda p=parsed, b=book, t=times: attributions.resolve(attributions.find(p), p, b, t),  # type: ignore[misc]
            )
            acts = timed("events", lambda p=parsed, b=book, t=times, s=said: events.find(p, b, t, s))  # type: ignore[misc]
            timed("figures", lambda p=parsed, b=book, t=times, s=said, a=acts: figures.find(p, b, t, s, a))  # type: ignore[misc]
            timed("actors", book.actors)
    return dict(spent)
