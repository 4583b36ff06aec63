"""The program against the example's gold sheet: recall and precision by kind, and their floors."""

from pathlib import Path

import pytest
import yaml

import dragoman

from .score import EXAMPLES, example, score, table, tables_of
from .tally import Tally

FLOORS: dict[str, dict[str, float]] = yaml.safe_load(
    (Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8")
)
_HELD = [(kind, measure, floor) for kind, floors in FLOORS.items() for measure, floor in floors.items()]


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tally]:
    """What the whole example scores, read through the Python API; printed, for a failure to show."""
    with dragoman.open(tmp_path_factory.mktemp("gold") / "example.dossier") as dossier:
        dossier.read([EXAMPLES / "reports"])
        found = score(*example(), tables_of(dossier))
    print("\n" + table(found.values()))
    return found


@pytest.mark.parametrize(("kind", "measure", "floor"), _HELD, ids=[f"{k} {m}" for k, m, _ in _HELD])
def test_floor(tallies: dict[str, Tally], kind: str, measure: str, floor: float) -> None:
    tally = tallies[kind]
    value = tally.recall if measure == "recall" else tally.precision
    assert (value or 0.0) >= floor, "\n".join((f"{kind}: {measure} {value}", *tally.missed, *tally.wrong))


def test_every_kind_has_its_floors(tallies: dict[str, Tally]) -> None:
    assert set(FLOORS) == set(tallies)
    told = {kind for kind, tally in tallies.items() if tally.precision is not None}
    assert told <= {kind for kind, floors in FLOORS.items() if "precision" in floors}
    assert {measure for _, measure, _ in _HELD} == {"recall", "precision"}
