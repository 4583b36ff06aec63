"""The shapes are fixed: the committed schemas match the types, and hold all that the design promises."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tools.json_reference import PAGE, page

from dragoman.records.reading import EventMode, Hedge, Polarity, QuoteKind, Sourcing
from dragoman.records.rows.happenings import ClaimStatus, ConflictKind
from dragoman.records.rows.talks import ChannelState
from dragoman.records.schemas import SHAPES, generated, schema

DESIGN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "design.yaml").read_text("utf-8"))
ENUMERATIONS = {
    "kind of Attribution": QuoteKind,
    "polarity": Polarity,
    "sourcing": Sourcing,
    "mode": EventMode,
    "hedge": Hedge,
    "status of claims": ClaimStatus,
    "kind of conflicts": ConflictKind,
    "state": ChannelState,
}


@pytest.mark.parametrize("name", SHAPES)
def test_committed_schemas_are_the_types_own(name: str) -> None:
    assert schema(name) == generated(name), "run `make reference` and say in CHANGELOG.md what changed"


@pytest.mark.parametrize("name", SHAPES)
def test_schemas_are_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", [n for n in DESIGN if n in SHAPES])
def test_the_design_s_fields_are_all_there(name: str) -> None:
    found = schema(name)
    shape = found["$defs"][found["$ref"].rsplit("/", 1)[1]]
    assert set(DESIGN[name]) <= set(shape["required"])


@pytest.mark.parametrize("name", DESIGN["inside"])
def test_the_design_s_inner_fields_are_all_there(name: str) -> None:
    shapes = [s["$defs"][name] for s in map(schema, SHAPES) if name in s["$defs"]]
    assert shapes
    for shape in shapes:
        assert set(DESIGN["inside"][name]) <= set(shape["required"])


@pytest.mark.parametrize("name", DESIGN["values"])
def test_enumerations_are_the_design_s(name: str) -> None:
    assert set(DESIGN["values"][name]) == {value.value for value in ENUMERATIONS[name]}
    assert all(value.value == value.value.lower() for value in ENUMERATIONS[name])


def test_the_reference_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `make reference`"
