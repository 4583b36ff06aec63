"""An invented pile: one text of many reports, and the files that the program is given of it."""

import json
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent


class Told(NamedTuple):
    """One report of a pile: its head line is `=== day | outlet | title`."""

    day: str
    outlet: str
    title: str
    text: str


def told(name: str) -> tuple[Told, ...]:
    """The reports of a pile, in its order."""
    parts = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return tuple(_one(part) for part in parts)


def write(name: str, folder: Path) -> Path:
    """The pile as files of one report each, in the JSON form that has day, outlet and title apart from the text."""
    for number, report in enumerate(told(name)):
        fields = {"title": report.title, "date": report.day, "outlet": report.outlet, "text": report.text}
        path = folder / name / f"{number:02}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    return folder / name


def _one(part: str) -> Told:
    head, text = part.split("\n", 1)
    day, outlet, title = (field.strip() for field in head.split("|"))
    return Told(day, outlet, title, text.strip() + "\n")
