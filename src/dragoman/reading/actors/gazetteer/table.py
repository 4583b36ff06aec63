"""The gazetteer as one trie over plain word parts."""

import csv
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from dragoman.reading.spelling import parts, plain
from dragoman.records.reading import ActorKind

HERE = "dragoman.reading.actors.gazetteer"


class Sense(StrEnum):
    """What a form says of the entry that it belongs to."""

    NAME = "name"
    ADJECTIVE = "adjective"  # Norwegian; also a person of that people
    PEOPLE = "people"  # Norwegians
    CAPITAL = "capital"  # Oslo, which stands for the state or for the city
    SEAT = "seat"  # a palace or a street, which stands for the government in it


@dataclass(frozen=True)
class Entry:
    """One thing that the gazetteer knows."""

    key: str
    name: str
    kind: ActorKind
    states: tuple[str, ...] = ()  # keys of the states that it is part of, or chiefly at home in
    part_of_state: bool = False


@dataclass(frozen=True)
class Form:
    """One way to write an entry."""

    text: str
    sense: Sense
    entry: Entry


@dataclass(frozen=True)
class Match:
    """A form found at `[start, end)` of a sequence of words."""

    start: int
    end: int
    form: Form


_ACRONYM = 5
_END = ""  # no word part is empty, so this key is free for what ends at a node


class Gazetteer:
    """All forms of all entries, to be found longest first."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = tuple(forms)
        self.entries = {form.entry.key: form.entry for form in forms}
        # Words that are no capital's and that a form can begin with all the same: "the Hague", "al-Nusra", "dpa".
        self.lower_starts = frozenset(
            {"the", "al"} | {form_parts(form.text)[0] for form in self.forms if form.text[:1].islower()}
        )
        self._root: dict[str, object] = {}
        for form in self.forms:
            node = self._root
            for part in form_parts(form.text):
                node = node.setdefault(part, {})  # type: ignore[assignment]
            node.setdefault(_END, form)

    def match(self, texts: Sequence[str], start: int) -> Match | None:
        """The longest form that begins with the word `texts[start]`, capitals as they should be; or None."""
        node: dict[str, object] = self._root
        found: Match | None = None
        at = start
        while at < len(texts):
            split = parts(texts[at])
            if not split:
                if at == start or texts[at] not in "-–‑":
                    break
                at += 1
                continue
            for part in split:
                following = node.get(part)
                if following is None:
                    return found
                node = following  # type: ignore[assignment]
            at += 1
            form = node.get(_END)
            if form is not None and _cased(form, texts[start:at]):  # type: ignore[arg-type]
                found = Match(start, at, form)  # type: ignore[arg-type]
        return found


def form_parts(text: str) -> list[str]:
    """The plain parts of a form, split as the parser splits words (the possessive apart)."""
    found: list[str] = []
    for word in text.split():
        bare = plain(word)
        if bare.endswith("'s") and len(bare) > 2:
            found.extend((*parts(bare[:-2]), "'s"))
        elif bare.endswith("s'"):
            found.extend((*parts(bare[:-1]), "'"))
        elif bare.endswith(",") and len(bare) > 1:
            found.extend((*parts(bare[:-1]), ","))
        else:
            found.extend(parts(bare))
    return found


@functools.lru_cache(maxsize=8192)
def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in text.replace("-", " ").split())


def _cased(form: Form, texts: Sequence[str]) -> bool:
    if form.text.isupper() and form.text.isalpha():
        return texts[0].isupper()
    first = texts[0]
    if len(texts) == 1 and len(first) <= _ACRONYM and form.text[1:] != form.text[1:].lower():
        return first == form.text or first.isupper()  # mixed case (LeT), which is a word in another case
    if first[:1].islower() and not (form.text[:1].islower() or plain(first) in {"the", "al"}):
        return False
    capitals = _capitals(form.text)
    given = sum(part[:1].isupper() for text in texts for part in text.replace("-", " ").split())
    return given + (plain(first) in {"the", "al"}) >= capitals


@functools.cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer."""
    forms: list[Form] = []
    states = {row["code"]: row for row in rows("states")}
    by_code: dict[str, Entry] = {}
    for code, row in states.items():
        entry = by_code[code] = Entry(f"state:{code}", row["name"], ActorKind.STATE)
        forms.extend(Form(text, Sense.NAME, entry) for text in (row["name"], *several(row["aliases"])))
        for text in several(row["adjectives"]):
            forms.append(Form(text, Sense.ADJECTIVE, entry))
            if not text.endswith(("ese", "ish", "ch", "ss", "s")):
                forms.append(Form(f"{text}s", Sense.PEOPLE, entry))
        forms.extend(Form(text, Sense.PEOPLE, entry) for text in several(row["peoples"]))
        forms.extend(Form(text, Sense.CAPITAL, entry) for text in several(row["capital"]))
    for row in rows("seats"):
        forms.extend(Form(text, Sense.SEAT, by_code[row["code"]]) for text in several(row["names"]))
    for row in rows("places"):
        names = several(row["names"])
        place = Entry(f"place:{row['slug']}", names[0], ActorKind.OTHER)
        forms.extend(Form(text, Sense.NAME, place) for text in names)
    for table, prefix, kind in (("organisations", "org", ActorKind.ORGANISATION), ("groups", "group", ActorKind.GROUP)):
        for row in rows(table):
            of = several(row.get("states") or row.get("state") or "")
            entry = Entry(
                f"{prefix}:{row['slug']}",
                row["name"],
                kind,
                tuple(by_code[code].key for code in of),
                part_of_state=kind is ActorKind.ORGANISATION and bool(of),
            )
            forms.extend(Form(text, Sense.NAME, entry) for text in (row["name"], *several(row["aliases"])))
    return Gazetteer(forms)


def several(listed: str) -> tuple[str, ...]:
    """The values of one cell."""
    return tuple(value.strip() for value in listed.split("|") if value.strip())


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one of the gazetteer's tables, comments left out."""
    text = resources.files(HERE).joinpath(f"{table}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        yield {column: value or "" for column, value in row.items()}


@functools.cache
def capitals() -> dict[str, str]:
    """The capital of the state that an adjective is of: Norwegian, Oslo."""
    return {
        adjective: several(row["capital"])[0]
        for row in rows("states")
        if row["capital"]
        for adjective in several(row["adjectives"])
    }


@functools.cache
def regions() -> dict[str, frozenset[str]]:
    """Words of descriptions of states ("the Gulf state", "the emirate") with the keys of those that they fit."""
    return {row["word"]: frozenset(f"state:{code}" for code in several(row["states"])) for row in rows("regions")}
