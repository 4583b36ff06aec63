"""The draw of passages to label: of each negotiation the first in an order that a fixed seed gives.

Most passages of a report hold no figure: after the first `ANY` passages only such are drawn as hold a number.
`python -m tests.hand.draw` prints the places of the passages.
"""

import argparse
import hashlib
import json
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

SEED = "hand labels, 1"
CLUSTERS = ("gaza-truce-2012-11", "iran-geneva-2013", "greece-bailout-2015")
# A passage grows by whole sentences until it has this many words or sentences.
WORDS = 55
SENTENCES = 5
# Passages of each negotiation: whatever they hold, and after these the next ones that hold a number.
ANY = 15
NUMBERED = 14
# A report of a negotiation's folder that is not about it.
OFF_TOPIC = frozenset(("greece-bailout-2015/2015-07-18_usa-today_greece-looks-to-offshore-oil-and-gas.json",))

_ROOT = Path(__file__).resolve().parents[2]
_LEAST = 6  # words of a line of prose; shorter ones are headings and links
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Mr|Ms|Dr|Lt|St)(?<!Mrs|Gen|Col|Sen|Rep|Gov)[.!?][\"”’']*\s+(?=[\"“‘'(]?[A-Z0-9])"
)
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? "
_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|dozens?|hundreds?|thousands?|[mb]illions?"
)
_NUMBER = re.compile(rf"\b(?!(?:19|20)\d\d\b)(?:\d[\d,.]*\b(?![-:]| [ap]\.m)|(?:{_WORDS})\b)(?! p\.m)", re.IGNORECASE)
_DAY = re.compile(rf"{_MONTH}\d+|\d+:\d\d")


class Place(NamedTuple):
    """A passage: `[start, end)` in code points into the text of `file`, a path below the folder of clusters."""

    file: str
    start: int
    end: int


def default_shared() -> Path:
    """The folder of real reports: DRAGOMAN_SHARED, or ../shared."""
    return Path(os.environ.get("DRAGOMAN_SHARED", _ROOT.parent / "shared"))


def text_of(clusters: Path, file: str) -> str:
    """The `text` field of a report's file."""
    text: str = json.loads((clusters / file).read_text(encoding="utf-8"))["text"]
    return text


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of the lines of prose stand, by their final stops."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        if len(line[0].split()) < _LEAST:
            continue
        start = line.start()
        for stop in _SENTENCE_END.finditer(text, line.start(), line.end()):
            found.append((start, stop.start() + len(stop[0].rstrip())))
            start = stop.end()
        found.append((start, line.start() + len(line[0].rstrip())))
    return found


def passage(text: str, ends: list[tuple[int, int]], first: int) -> tuple[int, int]:
    """The passage from the `first` sentence on."""
    last = first
    while last + 1 < len(ends) and last + 1 - first < SENTENCES:
        if len(text[ends[first][0] : ends[last][1]].split()) >= WORDS:
            break
        last += 1
    return ends[first][0], ends[last][1]


def draw(clusters: Path, cluster: str) -> Iterator[Place]:
    """Passages of one negotiation that share no words, in the seed's order."""
    places = []
    for path in sorted((clusters / cluster).glob("*.json")):
        file = f"{cluster}/{path.name}"
        if file in OFF_TOPIC:
            continue
        text = text_of(clusters, file)
        ends = sentences(text)
        places += [Place(file, *passage(text, ends, first)) for first in range(len(ends))]
    drawn: list[Place] = []
    for place in sorted(places, key=_order):
        if len(drawn) >= ANY and not has_number(text_of(clusters, place.file)[place.start : place.end]):
            continue
        if any(place.file == p.file and place.start < p.end and p.start < place.end for p in drawn):
            continue
        drawn.append(place)
        yield place


def has_number(text: str) -> bool:
    """Whether a number stands in `text`, years, days of a month and hours apart."""
    return _NUMBER.search(_DAY.sub("", text)) is not None


def _order(place: Place) -> str:
    return hashlib.sha256(f"{SEED}:{place.file}:{place.start}".encode()).hexdigest()


def main() -> None:
    """Print the places of the first passages."""
    parser = argparse.ArgumentParser(prog="python -m tests.hand.draw", description=__doc__)
    parser.parse_args()
    for cluster in CLUSTERS:
        for place in islice(draw(default_shared() / "clusters", cluster), ANY + NUMBERED):
            print(place.start, place.end, place.file)


if __name__ == "__main__":
    main()
