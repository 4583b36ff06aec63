"""Count the acts that are found in the passages of a round: `python -m tests.fresh ROUND [--errors]`."""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

import dragoman
from dragoman.records.span import Span
from tests.hand.draw import default_shared
from tests.hand.judge import Kind, Verdict, judge
from tests.hand.score import counts, table
from tests.hand.sheet import EventLabel, Sheet
from tests.hand.sheet import Passage as HandPassage

from .draw import ROUNDS, texts

LABELS = Path(__file__).parent / "labels"


class Passage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a text, and the SHA-256 of that text."""

    source: str
    doc: str
    span: Span
    sha256: str


class Round(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A round's sheet."""

    passages: dict[str, Passage]
    events: tuple[EventLabel, ...]


def sheet(number: int) -> Round:
    """The labels of a round. Raises msgspec.ValidationError where they are not well formed."""
    return msgspec.convert(yaml.safe_load((LABELS / f"{number}.yaml").read_text("utf-8")), type=Round)


def score(told: Round, shared: Path) -> Iterator[Verdict]:
    """Every verdict on the acts of a round's passages, each text read alone and whole."""
    wanted = {(one.source, one.doc): key for key, one in told.passages.items()}
    for source, doc, text in texts(shared):
        key = wanted.get((source, doc))
        if key is None:
            continue
        place = told.passages[key]
        if hashlib.sha256(text.encode()).hexdigest() != place.sha256:
            raise ValueError(f"{source} {doc} is not the text that was labelled")
        reading = dragoman.annotate(text)
        labels = tuple(label for label in told.events if label.passage == key)
        passages = {key: HandPassage(file=f"{source}/{doc}", span=place.span)}
        held = Sheet(events=labels, figures=(), positions=())
        yield from (one for one in judge(passages, held, reading, ()) if one.kind is Kind.EVENTS)


def main() -> None:
    """Print the table; with --errors a line for each error, in ids, offsets and types."""
    parser = argparse.ArgumentParser(prog="python -m tests.fresh", description=__doc__)
    parser.add_argument("round", type=int, choices=range(1, ROUNDS + 1))
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    verdicts = tuple(score(sheet(given.round), default_shared()))
    print(table(counts(verdicts), (Kind.EVENTS,)))
    for verdict in verdicts:
        wrong = [field for field, right in verdict.details.items() if not right]
        if given.errors and (wrong or not verdict.right):
            print(verdict.note, f"(wrong: {', '.join(wrong)})" if wrong else "")


if __name__ == "__main__":
    main()
