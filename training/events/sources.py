"""Where the sentences come from. None of them is kept in the project."""

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.events.examples import Example, by_rules, marked, triggered

# A sentence of more characters is a list or a table.
_LONGEST = 600
# Texts that the rules label: enough that a pass takes ten minutes.
_NEWS, _AGENCY = 450, 0.12


def is_tuned_on(text: str) -> bool:
    """Whether a sentence of PLV is of the half to train on; the yardsticks' own split, by a hash of its text."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 1


def plv(yardsticks: Path) -> Iterator[Example]:
    """PLV's sentences of the half to train on."""
    for entry in _lines(yardsticks / "events" / "plv_train.jsonl"):
        if is_tuned_on(entry["text"]):
            text, spans = unmarked(entry["marked"])
            example = marked(text, spans["s"], spans["t"], entry["label"])
            if example is not None:
                yield example


def unmarked(text: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """A text without its `<s>` and `<t>`, and the spans that they marked."""
    out, at = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    for part in re.split(r"(</?[st]>)", text):
        mark = re.fullmatch(r"<(/?)([st])>", part)
        if mark is None:
            out += part
            at += len(part)
        elif not mark.group(1):
            opened[mark.group(2)] = at
        else:
            spans[mark.group(2)].append((opened.pop(mark.group(2), at), at))
    return out, spans


def other_codebooks(yardsticks: Path) -> tuple[tuple[str, ...], list[Example]]:
    """The types of RAMS and M2E2, "none" first, and their sentences; of M2E2's many without an event a quarter."""
    types: dict[str, int] = {"": 0}
    found: list[Example] = []
    for entry in _lines(yardsticks / "events" / "rams.jsonl.gz"):
        kind = types.setdefault(".".join(entry["label"].split(".")[:2]), len(types))
        if len(entry["text"]) < _LONGEST:
            for one in triggered(entry["text"], {entry["trigger"].split()[0]: kind}):
                acts = tuple(act for act in one.acts if act.aida > 0)  # others of its events are not marked
                if acts:
                    found.append(one._replace(acts=acts))
    for entry in _lines(yardsticks / "events" / "m2e2.jsonl.gz"):
        if not entry["text"].strip() or len(entry["text"]) >= _LONGEST:
            continue
        if entry["triggers"] or random.Random(entry["id"]).random() <= 0.25:
            words = {word.split()[0]: types.setdefault(f"m2e2 {kind}", len(types)) for kind, word in entry["triggers"]}
            found += triggered(entry["text"], words)
    return tuple(types), found


def news(shared: Path) -> Iterator[str]:
    """News that the rules label."""
    folder = shared / "yardsticks" / "polnear" / "train" / "text"
    paths = sorted(folder.glob("*.txt"))
    random.Random(5).shuffle(paths)
    for path in paths[:_NEWS]:
        yield path.read_text("utf-8")
    chance = random.Random(5)
    for entry in _lines(shared / "piles" / "reuters-1987-19k.jsonl.gz"):
        if chance.random() < _AGENCY and entry.get("text", "").strip():
            yield entry["text"]


def by_the_rules(shared: Path) -> Iterator[Example]:
    """What the rules find in news: not what a person marked."""
    for text in news(shared):
        yield from by_rules(text)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
