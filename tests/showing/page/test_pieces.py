import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import dragoman.showing
from dragoman.records.vocabularies import from_yaml
from dragoman.showing.page.model import Tone
from dragoman.showing.page.pieces import SLOT, alert, name, templates, told, wording

SOURCE = Path(dragoman.showing.__file__).parent
CODE = "\n".join(path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py")))
USE = re.compile(r"(?:told|wording)\(\s*\"(\w+)\"((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)\)")


def test_every_template_is_used_and_every_use_has_its_template() -> None:
    quoted = set(re.findall(r"\"(\w+)\"", CODE))
    assert not set(templates()) - quoted
    assert {key for key, _ in USE.findall(CODE)} <= set(templates())


@pytest.mark.parametrize(("key", "slots"), USE.findall(CODE))
def test_every_use_fills_the_slots_and_no_more(key: str, slots: str) -> None:
    given = set(re.findall(r"(?:^|[,(\s])(\w+)=(?!=)", re.sub(r"\([^()]*\)", "", slots)))
    assert set(SLOT.findall(templates()[key])) <= given


def test_no_template_takes_a_side() -> None:
    loaded: dict[str, Any] = from_yaml((files("dragoman.showing") / "unnamed.yaml").read_text("utf-8"))
    words = {word.lower() for text in templates().values() for word in re.findall(r"[A-Za-z-]+", SLOT.sub(" ", text))}
    assert not words & set(loaded["loaded"])


def test_slots_keep_what_they_are() -> None:
    pieces = told("between", parties=name("Osk"))
    assert [(piece.tone, piece.text) for piece in pieces] == [(Tone.WORDS, "; between "), (Tone.NAME, "Osk")]
    assert told("claim_status", status=alert("DISPUTED"))[-1].tone == Tone.ALERT


def test_numbers_have_their_thousands_marked() -> None:
    assert wording("by_unnamed", count=1200) == "1,200 of unnamed sources"


def test_braces_in_a_slot_are_words() -> None:
    assert wording("as_of", title="{day}", day="8 March") == "{day}, as of 8 March"


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording("as_of", title="Osk")
