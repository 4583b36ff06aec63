"""The draws: passages that speak of talks, from news of 1987 (Reuters), 1989 to 1998 (TimeBank), 2015 on (PolNeAR).

Each round has a seed of its own; of each text one passage at the most, and none that an earlier round has drawn from.
`python -m tests.fresh.draw ROUND` prints the places of its passages.
"""

import argparse
import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.hand.draw import default_shared, passage, sentences

ROUNDS = 3
# Passages of a round from each source.
SHARES = {"reuters": 16, "polnear": 7, "timebank": 7}  # TimeBank runs out in the second round
# Words of one of which a passage has two at the least, and its text four.
_TALKS = re.compile(
    r"\b(?:negotiat\w+|talks|mediat\w+|intermediar\w+|ceasefire|cease-fire|truce|accords?|treat(?:y|ies)|pacts?|deal|agreements?"
    r"|proposals?|offers?|offered|demand\w*|hostages?|reschedul\w+|ultimatum|concessions?|compromise|sanctions|quotas?"
    r"|strikers?|strike|unions?|summit|sides|delegations?|envoys?|withdraw\w*|reject\w*|accept\w*|agreed?"
    r"|arms control)\b",
    re.IGNORECASE,
)
# Results, takeovers and markets; and the one commodity whose talks another test is made of.
_NOT = re.compile(
    r"\b(?:coffee|shareholders?|stock split|tender offer|per share|shares|dividends?|net loss|merger|takeover"
    r"|acquisition|divested?|oper shr|shr)\b",
    re.IGNORECASE,
)
_LEAST, _LEAST_OF_TEXT = 2, 4
_TAG = re.compile(r"<[^>]+>")


class Place(NamedTuple):
    """A passage: `[start, end)` in code points into the text `doc` of a source."""

    source: str
    doc: str
    start: int
    end: int


def texts(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Source, name and text of everything that can be drawn."""
    with gzip.open(shared / "piles" / "reuters-1987-19k.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield "reuters", str(number), json.loads(line)["text"]
    for path in sorted((shared / "yardsticks" / "polnear" / "train" / "text").glob("[!.]*.txt")):
        yield "polnear", path.name, path.read_text("utf-8", errors="replace")
    for path in sorted((shared / "yardsticks" / "dates" / "TimeBank").glob("[!.]*.tml")):
        found = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text("utf-8"), re.DOTALL)
        yield "timebank", path.name, html.unescape(_TAG.sub("", found[1])) if found else ""


def flowing(text: str) -> str:
    """The text with the breaks inside its paragraphs as spaces, of the same length: where sentences are looked for."""
    return re.sub(r"\n(?!\s*\n| {2,}|\t)(?=\S)", " ", text)


def draw(shared: Path, number: int) -> Iterator[Place]:
    """The passages of a round, by source, in its seed's order."""
    earlier = {(place.source, place.doc) for before in range(1, number) for place in draw(shared, before)}
    places = [
        place
        for source, name, text in texts(shared)
        if (source, name) not in earlier and not _NOT.search(text) and len(_TALKS.findall(text)) >= _LEAST_OF_TEXT
        for place in _places(source, name, text)
    ]
    for source, share in SHARES.items():
        own = sorted((place for place in places if place.source == source), key=lambda p: _order(number, p))
        yield from _first(own, share)


def _first(places: list[Place], share: int) -> Iterator[Place]:
    seen: set[str] = set()
    for place in places:
        if place.doc in seen:
            continue
        if len(seen) == share:
            return
        seen.add(place.doc)
        yield place


def _places(source: str, name: str, text: str) -> Iterator[Place]:
    even = flowing(text)
    ends = sentences(even)
    for first in range(len(ends)):
        start, end = passage(even, ends, first)
        if len(_TALKS.findall(text[start:end])) >= _LEAST:
            yield Place(source, name, start, end)


def _order(number: int, place: Place) -> str:
    return hashlib.sha256(f"fresh, {number}:{place.source}:{place.doc}:{place.start}".encode()).hexdigest()


def main() -> None:
    """Print the places of a round's passages."""
    parser = argparse.ArgumentParser(prog="python -m tests.fresh.draw", description=__doc__)
    parser.add_argument("round", type=int, choices=range(1, ROUNDS + 1))
    for place in draw(default_shared(), parser.parse_args().round):
        print(place.source, place.doc, place.start, place.end)


if __name__ == "__main__":
    main()
