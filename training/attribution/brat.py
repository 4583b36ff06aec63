"""PolNeAR's annotations: brat stand-off files, as the yardstick's scorer reads them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Ranges = tuple[tuple[int, int], ...]
_ROLES = ("source", "cue", "content")
_SET_ASIDE = ("Discard", "Discuss")


class Relation(NamedTuple):
    """One annotated attribution; ranges are `[start, end)` in characters of the text."""

    source: Ranges
    cue: Ranges
    content: Ranges


class Annotated(NamedTuple):
    """A text with one annotator's relations; nothing is learnt from what is set aside."""

    name: str
    annotator: str
    text: str
    relations: tuple[Relation, ...]
    aside: Ranges


def annotated(folder: Path, *, every: bool = False) -> Iterator[Annotated]:
    """The texts of `folder` with their first annotator's relations, or with every annotator's, by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        files = sorted((folder / "attributions").glob(f"{_escaped(path.stem)}_*.ann"))
        for file in files if every else files[:1]:
            relations, aside = _read(file)
            yield Annotated(path.stem, file.stem.rpartition("_")[2], text, relations, aside)


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _read(path: Path) -> tuple[tuple[Relation, ...], Ranges]:
    spans: dict[str, Ranges] = {}
    aside: list[tuple[int, int]] = []
    relations = []
    for line in path.read_text("utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) < 2 or not fields[0][1:].isdigit():
            continue
        if fields[0][0] == "T":
            label, _, where = fields[1].partition(" ")
            first, *rest = (part.split() for part in where.split(";"))
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (first, *rest))
            if label in _SET_ASIDE:
                aside += spans[fields[0]]
        elif fields[0][0] == "E":
            parts: dict[str, Ranges] = dict.fromkeys(_ROLES, ())
            for part in fields[1].split()[1:]:
                role, _, target = part.partition(":")
                role = role.rstrip("0123456789").lower()
                if role in parts:
                    parts[role] = (*parts[role], *spans.get(target, ()))
            if parts["content"] or parts["cue"]:
                relations.append(Relation(**parts))
    return tuple(relations), tuple(aside)
