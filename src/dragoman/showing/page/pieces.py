"""Pieces of a line: the program's words come out of templates.yaml, all else is named for what it is."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dragoman.records.vocabularies import from_yaml
from dragoman.showing.page.model import Piece, Tone
from dragoman.showing.plain import clipped

NAME = 60
SLOT = re.compile(r"\{(\w+)\}")
Slot = str | int | Piece | Sequence[Piece]


@cache
def templates() -> dict[str, str]:
    """All of templates.yaml: its words by the key that asks for them."""
    found = from_yaml((files("dragoman.showing.page") / "templates.yaml").read_text(encoding="utf-8"))
    return {str(key): str(text) for key, text in found.items()}


@cache
def _parts(key: str) -> tuple[str, ...]:
    """A template's words, and between them the names of its slots."""
    return tuple(SLOT.split(templates()[key]))


def told(key: str, **slots: Slot) -> tuple[Piece, ...]:
    """The template `key` with its slots filled; a slot that is a string is the program's own words too."""
    pieces: list[Piece] = []
    for index, part in enumerate(_parts(key)):
        if index % 2 == 0:
            pieces.append(said(part))
            continue
        value = slots[part]
        if isinstance(value, Piece):
            pieces.append(value)
        elif isinstance(value, str | int):
            pieces.append(said(f"{value:,}" if isinstance(value, int) else value))
        else:
            pieces += value
    return tuple(piece for piece in pieces if piece.text)


def wording(key: str, **slots: str | int) -> str:
    """The template `key` as plain words."""
    return "".join(part if index % 2 == 0 else _plain(slots[part]) for index, part in enumerate(_parts(key)))


def _plain(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def said(text: str) -> Piece:
    """The program's own neutral words."""
    return Piece(tone=Tone.WORDS, text=text)


def faint(text: str) -> Piece:
    """A side note."""
    return Piece(tone=Tone.FAINT, text=text)


def alert(text: str) -> Piece:
    """A word that must not be overread: "disputed"."""
    return Piece(tone=Tone.ALERT, text=text)


def state(text: str) -> Piece:
    """The state of a channel."""
    return Piece(tone=Tone.STATE, text=text)


def name(text: str) -> Piece:
    """An actor's name."""
    return Piece(tone=Tone.NAME, text=clipped(text, NAME))
