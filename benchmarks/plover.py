"""PLOVER's gold standard records against what the reading tells: `python -m benchmarks.plover`.

The records are ideal codings that no system reaches in full. Of the first four events of a sentence the one that fits
best is taken (agent, then patient, then the first); an actor fits where its name or one of its mentions holds a word
that the record has for it. Events are folded as PLV folds them: CONCEDE and RETREAT are YIELD.
"""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from training.events.labels import folded

from dragoman import annotate

NOTHING = "-"
_EVENTS = 4


def main() -> None:
    """Print how often event, agent and patient are right, and the table of confusions."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", "../shared"))
    records = json.loads((shared / "yardsticks" / "events" / "plover_gsr.json").read_text("utf-8"))
    seen: Counter[tuple[str, str]] = Counter()
    sides: Counter[str] = Counter()
    for record in records:
        if record.get("text") and record["event"] != "DOCUMENT":
            seen[folded(record["event"]), _coded(record, sides)] += 1
    total = seen.total()
    print(f"{total} sentences: type {sum(n for (a, b), n in seen.items() if a == b) / total:.3f}", end=" ")
    print(" ".join(f"{side} {sides[side] / sides[f'{side} told']:.3f}" for side in ("agent", "patient")))
    print(table(seen))


def _coded(record: dict[str, Any], sides: Counter[str]) -> str:
    """The event of the best fitting act; counts the sides that fit."""
    reading = annotate(record["text"].strip()).as_dict()
    text, actors = reading["text"], {actor["id"]: actor for actor in reading["actors"]}
    events = [event for event in reading["events"] if event["plover"]["event"]][:_EVENTS]

    def named(ids: list[str]) -> str:
        told = [text[start:end] for one in ids for start, end in actors[one]["mentions"]]
        return " ".join(
            [*told, *(name for one in ids for name in (actors[one]["name"], *actors[one]["names"]))]
        ).lower()

    wanted = {"agent": _words(record.get("source")), "patient": _words(record.get("target"))}
    fits = [
        (
            any(word in named(event["agent"]) for word in wanted["agent"]),
            any(word in named([*event["patient"], *event["recipient"]]) for word in wanted["patient"]),
        )
        for event in events
    ]
    for number, side in enumerate(("agent", "patient")):
        if wanted[side]:
            sides[f"{side} told"] += 1
            sides[side] += any(fit[number] for fit in fits)
    if not events:
        return NOTHING
    best = max(range(len(events)), key=lambda n: (fits[n], -n))
    return folded(events[best]["plover"]["event"])


def _words(entries: Any) -> list[str]:
    return [entry["actorText"].lower() for entry in entries] if isinstance(entries, list) else []


def table(seen: Counter[tuple[str, str]]) -> str:
    """Rows: the record's event; columns: what was told, by first letters."""
    rows = sorted({gold for gold, _ in seen})
    columns = sorted({told for _, told in seen})
    lines = [f"{'':<10}" + "".join(f"{name[:5]:>6}" for name in columns)]
    lines += [f"{gold:<10}" + "".join(f"{seen[gold, told] or '.':>6}" for told in columns) for gold in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
